package html

import (
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// run is the phrasing content between two block boundaries.
type run struct {
	number     int  // so that an element knows whether its start tag is in this run
	active     bool // something has begun it
	words      bool // it holds something to translate
	start, end int
	items      []item
	note       string
}

// item is anything of a run that is not text.
type item struct {
	span.Span
	tag   bool // a start tag with attributes
	loose bool // at the edge of a run it is not part of the text: a comment, or a tag whose other half is elsewhere
	off   bool
}

// text reads text.
func (p *parser) text(t token) {
	r := trim(p.src, span.Span{Start: t.start, End: t.end})
	if r.Len() == 0 {
		return
	}
	words := (p.head > 0 || !p.run.words || !p.run.active) && hasWords(r.Of(p.src))
	if p.head > 0 && words {
		p.closeHead()
	}
	p.extend(r)
	p.last = r.End
	if words && !p.top().silent() && !p.skipping {
		p.run.words = true
	}
}

// extend makes r part of the run.
func (p *parser) extend(r span.Span) {
	if !p.run.active {
		p.run = run{number: p.run.number + 1, active: true, start: r.Start, items: p.run.items[:0]}
	}
	p.run.end = r.End
}

// addItem makes a token part of the run and returns which item it is.
func (p *parser) addItem(t token) int {
	p.extend(span.Span{Start: t.start, End: t.end})
	p.run.items = append(p.run.items, item{
		Span: span.Span{Start: t.start, End: t.end}, tag: t.kind == startTag && len(p.attrs) > 0,
	})
	return len(p.run.items) - 1
}

// startInline reads the start tag of an element that stays in the text.
func (p *parser) startInline(t token, el *element, said attention) {
	heard := p.hear(said)
	n := p.addItem(t)
	p.run.items[n].off = heard.silent()
	if said.note != "" {
		p.run.note = join(p.run.note, said.note)
	}
	if el.void || t.self {
		return
	}
	p.run.items[n].loose = true
	if len(p.stack) < deepest {
		heard.note = p.top().note
		p.stack = append(p.stack, frame{name: t.name, el: el, inline: true, block: -1, owner: p.top().owner,
			lists: p.top().lists, run: p.run.number, item: n, speech: heard})
	}
}

// endInline reads the end tag of the inline element at k, or of none if k is -1. Elements inside stay open: in
// <b><i></b></i> browsers mend the tree (§13.2.6.4.7, adoption agency), and neither tag is loose.
func (p *parser) endInline(t token, k int) {
	n := p.addItem(t)
	p.run.items[n].loose = true
	if k < 0 {
		return
	}
	if f := &p.stack[k]; f.run == p.run.number {
		p.run.items[n].loose = false
		p.run.items[f.item].loose = false
	}
	p.stack = append(p.stack[:k], p.stack[k+1:]...)
}

// atom reads an element that stays in the text as a whole.
func (p *parser) atom(t token, said attention) {
	n := p.addItem(t)
	heard := p.hear(said)
	p.run.items[n].off = heard.silent()
	if t.self {
		return
	}
	if end := p.elementEnd(t.end, t.name); end > 0 {
		p.pos = end
		p.run.items[n].End, p.run.end, p.last = end, end, end
	}
}

// flush ends the run. If it holds words it is a text; if not, the attributes in it are all there is to translate.
func (p *parser) flush() {
	r := &p.run
	if !r.active {
		return
	}
	r.active = false
	lo, hi := 0, len(r.items)
	if r.words {
		at := span.Span{Start: r.start, End: r.end}
		at, lo, hi = p.edges(at)
		p.aside(r.items[:lo])
		if !p.skipped() {
			p.hold(p.holder(at), at, join(p.top().note, r.note))
		}
		lo = hi
		hi = len(r.items)
	}
	p.aside(r.items[lo:hi])
}

// edges leaves out the loose items at either end of the run, and returns where the others begin and end.
func (p *parser) edges(r span.Span) (text span.Span, lo, hi int) {
	all := p.run.items
	hi = len(all)
	for lo < hi && all[lo].Start == r.Start && all[lo].loose {
		r = trim(p.src, span.Span{Start: all[lo].End, End: r.End})
		lo++
	}
	for hi > lo && all[hi-1].End == r.End && all[hi-1].loose {
		r = trim(p.src, span.Span{Start: r.Start, End: all[hi-1].Start})
		hi--
	}
	return r, lo, hi
}

// holder is the block that holds the text r: the element around it, if its text begins here, or else a new paragraph.
func (p *parser) holder(r span.Span) int {
	if owner := p.top().owner; owner >= 0 {
		if f := &p.stack[owner]; f.el.text && !f.filled {
			f.filled = true
			return f.block
		}
	}
	return p.add(document.Block{Kind: document.Paragraph, Span: r})
}

// aside reads the items that belong to no text.
func (p *parser) aside(items []item) {
	for _, it := range items {
		switch {
		case strings.HasPrefix(it.Of(p.src), "<!--"):
			p.add(document.Block{Kind: document.Comment, Span: it.Span})
		case it.tag && !it.off && !p.skipping:
			in := lexer{src: p.src[:it.End], pos: it.Start}
			t, _ := in.next()
			now := p.attrs // those of the tag that ended the run
			p.attrs = in.attrs
			if p.values(t, speech{mute: p.skip}) {
				p.skip = false
			}
			p.attrs = now
		}
	}
}
