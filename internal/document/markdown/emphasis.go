package markdown

import (
	"unicode"
	"unicode/utf8"

	"colophon/internal/document"
	"colophon/internal/span"
)

// delim is a run of "*", "_" or "~" that may open or close emphasis; the runs form a list from tail backwards
// (the delimiter stack of CommonMark 0.31.2, appendix).
type delim struct {
	char       byte
	at, n      int // what is left of the run: closers take from its start, openers from its end
	length     int // of the whole run
	open       bool
	close      bool
	prev, next int
}

// delimiterRun reads a run of c and notes it if it may open or close.
func (p *inliner) delimiterRun(c byte) {
	from := p.pos
	n := run(p.text[from:], c)
	p.pos += n
	if c == '~' && n > 2 {
		return
	}
	before, _ := utf8.DecodeLastRuneInString(p.text[:from])
	after, _ := utf8.DecodeRuneInString(p.text[p.pos:])
	if from == 0 {
		before = '\n'
	}
	if p.pos == len(p.text) {
		after = '\n'
	}
	left := !isBlank(after) && (!isPunct(after) || isBlank(before) || isPunct(before))
	right := !isBlank(before) && (!isPunct(before) || isBlank(after) || isPunct(after))
	if p.friendly {
		left = left || !isBlank(after) && (cjk(before) || cjk(after))
		right = right || !isBlank(before) && (cjk(before) || cjk(after))
	}
	d := delim{char: c, at: from, n: n, length: n, open: left, close: right, prev: p.tail, next: -1}
	if c == '_' { // not inside words (§6.2)
		d.open = left && (!right || isPunct(before))
		d.close = right && (!left || isPunct(after) || p.friendly && cjk(after))
	}
	if !d.open && !d.close {
		return
	}
	if p.tail >= 0 {
		p.delims[p.tail].next = len(p.delims)
	}
	p.tail = len(p.delims)
	p.delims = append(p.delims, d)
}

// isBlank: Unicode white space as §2.1 has it.
func isBlank(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\f' || r == '\r' || r >= 0x80 && unicode.Is(unicode.Zs, r)
}

// isPunct: 0.31.2 counts symbols as punctuation (§2.1).
func isPunct(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// bottoms says, for each kind of closer, below which delimiter no opener for it is left.
// Without it a text of closers would be quadratic.
type bottoms [2*3*2 + 3]int

func (d *delim) bottom() int {
	if d.char == '~' {
		return 2*3*2 + d.length
	}
	i := d.length % 3 * 2
	if d.open {
		i++
	}
	if d.char == '_' {
		i += 6
	}
	return i
}

// emphasis pairs the delimiters after bottom and empties the list down to it.
func (p *inliner) emphasis(bottom int) {
	var low bottoms
	for i := range low {
		low[i] = bottom
	}
	c := p.after(bottom)
	for c >= 0 {
		closer := &p.delims[c]
		if !closer.close {
			c = closer.next
			continue
		}
		o := closer.prev
		for o > low[closer.bottom()] && !pairs(&p.delims[o], closer) {
			o = p.delims[o].prev
		}
		if o <= low[closer.bottom()] {
			next := closer.next
			low[closer.bottom()] = closer.prev
			if !closer.open {
				p.remove(c)
			}
			c = next
			continue
		}
		opener := &p.delims[o]
		use, kind := 1, document.Emphasis
		if closer.char == '~' {
			use, kind = closer.n, document.Strikethrough
		} else if opener.n > 1 && closer.n > 1 {
			use, kind = 2, document.Strong
		}
		opener.n -= use
		p.out = append(p.out, document.Inline{
			Kind: kind, Parent: -1,
			Span:    span.Span{Start: opener.at + opener.n, End: closer.at + use},
			Content: span.Span{Start: opener.at + opener.n + use, End: closer.at},
		})
		closer.at += use
		closer.n -= use
		opener.next, closer.prev = c, o // what is between them can no longer pair
		if opener.n == 0 {
			p.remove(o)
		}
		if closer.n == 0 {
			next := closer.next
			p.remove(c)
			c = next
		}
	}
	p.tail = bottom
	if bottom >= 0 {
		p.delims[bottom].next = -1
	}
}

// pairs: the rule of three (§6.2, rules 9 and 10); strikethrough pairs runs of the same length.
func pairs(opener, closer *delim) bool {
	if opener.char != closer.char || !opener.open {
		return false
	}
	if opener.char == '~' {
		return opener.length == closer.length
	}
	return !opener.close && !closer.open || (opener.length+closer.length)%3 != 0 || opener.length%3 == 0 && closer.length%3 == 0
}

// after is the first delimiter in the list after bottom, -1 if there is none.
func (p *inliner) after(bottom int) int {
	if bottom >= 0 {
		return p.delims[bottom].next
	}
	i := p.tail
	for i >= 0 && p.delims[i].prev >= 0 {
		i = p.delims[i].prev
	}
	return i
}

func (p *inliner) remove(i int) {
	d := &p.delims[i]
	if d.prev >= 0 {
		p.delims[d.prev].next = d.next
	}
	if d.next >= 0 {
		p.delims[d.next].prev = d.prev
	} else if p.tail == i {
		p.tail = d.prev
	}
}
