package html

import (
	"colophon/internal/document"
	"colophon/internal/span"
)

// deepest bounds how many elements may be open in each other. Deeper ones still end the text before them, but are no
// blocks, and what they say about translation is not heard.
const deepest = 256

// frame is an open element.
type frame struct {
	name   string
	el     *element
	inline bool
	block  int  // the block it is, or -1
	owner  int  // where on the stack the nearest element that is a block stands; -1 for none
	filled bool // the block holds text or blocks already
	lists  int  // how many lists are open, this included
	run    int  // inline: the run its start tag is in
	item   int  // inline: which item of the run that is
	speech
}

func (p *parser) top() *frame { return &p.stack[len(p.stack)-1] }

// start reads a start tag.
func (p *parser) start(t token) {
	el := lookup(t.name)
	if p.head > 0 && !el.meta {
		p.closeHead()
	}
	said := p.listen()
	as := el.class
	switch {
	case said.within == within && as != raw && as != opaque:
		as = inline
	case said.within == apart && as == inline && !el.void:
		as = block
	}
	t.self = t.self && (p.xml || as == inline || as == atom)
	switch as {
	case inline:
		p.startInline(t, el, said)
	case atom:
		p.atom(t, said)
	case block, bare:
		p.startBlock(t, el, as, said)
	default:
		p.startOpaque(t, el, as, said)
	}
}

// startBlock opens an element that is a block, or that is none but ends the text before it.
func (p *parser) startBlock(t token, el *element, as class, said attention) {
	p.flush()
	p.imply(el)
	if t.name == "html" {
		p.language()
	}
	if len(p.stack) >= deepest {
		if !t.self && !el.void {
			p.over++
		}
		return
	}
	f := frame{name: t.name, el: el, block: -1, owner: p.top().owner, lists: p.top().lists, speech: p.hear(said)}
	f.mute = as == block && p.skipped() || f.mute
	p.values(t, f.speech)
	if as == block {
		f.block, f.owner = p.addBlock(t, el, &f), len(p.stack)
	}
	if t.self {
		return
	}
	p.stack = append(p.stack, f)
	if t.name == "head" {
		p.head = len(p.stack) - 1
	}
}

func (p *parser) addBlock(t token, el *element, f *frame) int {
	b := document.Block{Kind: el.kind, Level: el.level, Span: span.Span{Start: t.start, End: t.end}}
	if el.class != block { // inline, but apart from the text (ITS 2.0 §8.7)
		b.Kind = document.HTML
	}
	switch el.kind {
	case document.List:
		f.lists++
		b.Level = f.lists
	case document.Item:
		b.Level = max(f.lists, 1)
	}
	return p.add(b)
}

// startOpaque reads an element into which nobody looks, but for the title.
func (p *parser) startOpaque(t token, el *element, as class, said attention) {
	p.flush()
	if el.closeP {
		p.closeParagraph()
	}
	heard := p.hear(said)
	heard.mute = p.skipped() || heard.mute
	p.values(t, heard)
	inside := p.skipElement(t, as)
	all := span.Span{Start: t.start, End: p.pos}
	switch {
	case t.name == "title":
		p.addValue("title", all, inside, heard)
	case as != lone || el.kind != document.Opaque:
		p.add(document.Block{Kind: el.kind, Span: all})
	}
	p.last = p.pos
}

// skipElement moves past the end tag of the element that t begins, and returns what is inside. Where there is no end tag,
// raw text goes on to the end of the source, and other elements are empty.
func (p *parser) skipElement(t token, as class) span.Span {
	inside := span.Span{Start: t.end, End: t.end}
	switch {
	case t.self || as == lone:
	case as == raw:
		inside.End = p.rawEnd(t.end, t.name)
		p.pos = inside.End
		p.next()
	default:
		if n := p.elementEnd(t.end, t.name); n > 0 {
			p.pos = n
		}
	}
	return inside
}

// end reads an end tag.
func (p *parser) end(t token) {
	el := lookup(t.name)
	if t.name == "body" || t.name == "html" { // what follows belongs to the body all the same (§13.2.6.4.19)
		p.flush()
		p.closeBody()
		return
	}
	k := p.find(t.name, el)
	if k < 0 && el.class == inline || k >= 0 && p.stack[k].inline {
		p.endInline(t, k)
		return
	}
	p.flush()
	switch {
	case p.over > 0 && el.class != inline:
		p.over--
	case k >= 0:
		p.closeTo(k, t.end)
	}
}

// closeTo closes the elements from k on, the outermost of them at end.
func (p *parser) closeTo(k, end int) {
	for i := len(p.stack) - 1; i >= k; i-- {
		if b := p.stack[i].block; b >= 0 {
			s := &p.doc.Blocks[b].Span
			if s.End = max(s.End, p.last); i == k {
				s.End = max(s.End, end)
			}
		}
	}
	p.stack = p.stack[:k]
	if p.head >= k {
		p.head = 0
	}
}
