package markdown

import (
	"cmp"
	"slices"
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// Inlines returns the inline markup of a text: CommonMark 0.31.2 §6 and GFM, math, footnote references and shortcodes.
// A reference link or a footnote reference is one only if d defines its label; d may be nil.
func (Format) Inlines(d *document.Document, text string) []document.Inline {
	return inlines(d, text, false)
}

// inlines is Inlines; friendly reads emphasis beside CJK letters as people mean it (see mend) and not as CommonMark does.
func inlines(d *document.Document, text string, friendly bool) []document.Inline {
	if !strings.ContainsAny(text, special) {
		return nil
	}
	p := inliner{text: text, tail: -1, friendly: friendly}
	if d != nil {
		p.labels = d.Labels
	}
	p.scan()
	p.emphasis(-1)
	return p.finish()
}

// special are the bytes at which markup can begin or end.
const special = "\n\\`*_~[]<&$!{:@w"

var isSpecial = func() (table [256]bool) {
	for _, c := range []byte(special) {
		table[c] = true
	}
	return table
}()

// inliner reads one text from left to right. What needs to look ahead remembers where it has looked in vain, so that no
// byte is looked at more than a fixed number of times.
type inliner struct {
	text   string
	labels map[string]string
	pos    int

	friendly bool
	out      []document.Inline

	delims   []delim
	tail     int // last of the delimiter runs still in the list, -1 if none
	brackets []bracket
	dead     int // brackets below this are inside which a link ended: links do not nest (§6.3)

	ticks    map[int]int // length of a run of backticks: where the last of that length begins
	allTicks bool
	vain     map[string]bool // closers that do not come any more
}

func (p *inliner) scan() {
	for p.pos < len(p.text) {
		c := p.text[p.pos]
		if !isSpecial[c] {
			p.pos++
			continue
		}
		if !p.special(c) {
			p.pos++
		}
	}
}

// special reads the markup at pos and moves past it; false if there is none.
func (p *inliner) special(c byte) bool {
	switch c {
	case '\n':
		p.emit(document.HardBreak, p.pos, p.pos+1)
	case '\\':
		if p.pos+1 >= len(p.text) || !isPunctuation(p.text[p.pos+1]) {
			return false
		}
		p.pos += 2
	case '`':
		p.codeSpan()
	case '*', '_', '~':
		p.delimiterRun(c)
	case '[':
		p.openBracket(document.Link, 1)
	case '!':
		if !strings.HasPrefix(p.text[p.pos:], "![") {
			return false
		}
		p.openBracket(document.Image, 2)
	case ']':
		p.closeBracket()
	case '<':
		return p.angle()
	case '&':
		return p.entity()
	case '$':
		return p.math()
	case '{':
		return p.shortcode()
	default:
		return p.bareLink(c)
	}
	return true
}

// emit adds markup with nothing translatable inside and moves past it.
func (p *inliner) emit(kind document.InlineKind, from, to int) *document.Inline {
	p.out = append(p.out, document.Inline{Kind: kind, Parent: -1, Span: span.Span{Start: from, End: to}, Content: span.Span{Start: from, End: from}})
	p.pos = to
	return &p.out[len(p.out)-1]
}

// codeSpan reads a run of backticks and, if one as long follows, all up to its end (§6.1).
func (p *inliner) codeSpan() {
	from := p.pos
	n := run(p.text[from:], '`')
	p.pos += n
	if p.allTicks && p.ticks[n] <= from {
		return
	}
	for i := p.pos; i < len(p.text); {
		k := strings.IndexByte(p.text[i:], '`')
		if k < 0 {
			break
		}
		i += k
		m := run(p.text[i:], '`')
		if m == n {
			p.emit(document.CodeSpan, from, i+m)
			return
		}
		if p.ticks == nil {
			p.ticks = map[int]int{}
		}
		p.ticks[m] = max(p.ticks[m], i)
		i += m
	}
	p.allTicks = true
}

// finish puts the markup in order and finds parents.
func (p *inliner) finish() []document.Inline {
	slices.SortFunc(p.out, func(a, b document.Inline) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	var open []int
	for i := range p.out {
		in := &p.out[i]
		for len(open) > 0 && p.out[open[len(open)-1]].Span.End < in.Span.End {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			in.Parent = open[len(open)-1]
		}
		if in.Kind <= document.Strikethrough || in.Kind == document.Link || in.Kind == document.Image {
			open = append(open, i)
		}
	}
	return p.out
}
