package markdown

import (
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// bracket is a "[" or "![" that may open a link or image.
type bracket struct {
	kind   document.InlineKind
	at, in int  // where it stands, and where what it encloses begins
	tail   int  // the delimiter list when it was met
	nested bool // another bracket follows: what it encloses is no label
}

func (p *inliner) openBracket(kind document.InlineKind, n int) {
	if len(p.brackets) > 0 {
		p.brackets[len(p.brackets)-1].nested = true
	}
	p.brackets = append(p.brackets, bracket{kind: kind, at: p.pos, in: p.pos + n, tail: p.tail})
	p.pos += n
}

// closeBracket looks, at a "]", for the link or image that ends here (CommonMark 0.31.2, appendix, "look for link or image").
func (p *inliner) closeBracket() {
	close := p.pos
	p.pos++
	top := len(p.brackets) - 1
	if top < 0 {
		return
	}
	b := p.brackets[top]
	alive := b.kind == document.Image || top >= p.dead
	p.brackets = p.brackets[:top]
	p.dead = min(p.dead, top)
	if !alive {
		return
	}
	if b.kind == document.Link && strings.HasPrefix(p.text[b.in:], "^") && !b.nested && p.footnote(b, close) {
		return
	}
	in := document.Inline{Kind: b.kind, Parent: -1, Content: span.Span{Start: b.in, End: close}}
	end, ok := p.inlineTarget(&in, close+1)
	if !ok {
		end, ok = p.reference(&in, b, close)
	}
	if !ok {
		return
	}
	p.emphasis(b.tail)
	in.Span = span.Span{Start: b.at, End: end}
	p.out = append(p.out, in)
	p.pos = end
	if b.kind == document.Link {
		p.dead = top
	}
}

// footnote reads [^label].
func (p *inliner) footnote(b bracket, close int) bool {
	label := p.text[b.in:close]
	if _, ok := p.labels[normalLabel(label)]; !ok {
		return false
	}
	p.dropAfter(b.in)
	p.emit(document.FootnoteReference, b.at, close+1).Label = label[1:]
	return true
}

// dropAfter removes delimiters and markup found inside a label, which is no text.
func (p *inliner) dropAfter(from int) {
	for p.tail >= 0 && p.delims[p.tail].at >= from {
		p.remove(p.tail)
	}
	for len(p.out) > 0 && p.out[len(p.out)-1].Span.Start >= from {
		p.out = p.out[:len(p.out)-1]
	}
}

// inlineTarget reads (destination "title") at offset i.
func (p *inliner) inlineTarget(in *document.Inline, i int) (end int, ok bool) {
	if i >= len(p.text) || p.text[i] != '(' {
		return 0, false
	}
	i = skipSpace(p.text, i+1)
	from, to, after := destination(p.text, i, false)
	if after < 0 {
		return 0, false
	}
	in.Dest = p.text[from:to]
	i = skipSpace(p.text, after)
	if i > after {
		if title, n := linkTitle(p.text, i); n > 0 {
			in.Title = title.Of(p.text)
			i = skipSpace(p.text, n)
		}
	}
	if i >= len(p.text) || p.text[i] != ')' {
		in.Dest, in.Title = "", ""
		return 0, false
	}
	return i + 1, true
}

// reference reads [text][label], [text][] or [text], whose label the document must define.
func (p *inliner) reference(in *document.Inline, b bracket, close int) (end int, ok bool) {
	if len(p.labels) == 0 {
		return 0, false
	}
	end = close + 1
	label := ""
	n := labelLength(p.text[end:])
	if n > 2 && strings.Trim(p.text[end+1:end+n-1], " \t\n") == "" {
		n = 0 // a label holds more than spaces (§6.3)
	}
	if n > 2 {
		label = p.text[end+1 : end+n-1]
	} else if !b.nested && close-b.in <= 999 {
		label = p.text[b.in:close]
	}
	end += n
	if strings.Trim(label, " \t\n") == "" || label[0] == '^' {
		return 0, false
	}
	dest, ok := p.labels[normalLabel(label)]
	in.Label, in.Dest = label, dest
	return end, ok
}

// bareLink reads, at ":", "w" or "@", a URL or address without brackets (GFM §6.9). Inside brackets there are none: it
// would take the end of the link with it.
func (p *inliner) bareLink(c byte) bool {
	if len(p.brackets) > 0 {
		return false
	}
	from, end := 0, 0
	switch c {
	case 'w':
		from, end = p.www()
	case ':':
		from, end = p.url()
	case '@':
		from, end = p.mail()
	}
	if end == 0 || len(p.out) > 0 && p.out[len(p.out)-1].Span.End > from {
		return false
	}
	for p.tail >= 0 && p.delims[p.tail].at >= from { // underscores in the name of an address
		p.remove(p.tail)
	}
	p.emit(document.Autolink, from, end).Dest = p.text[from:end]
	return true
}

func (p *inliner) www() (from, end int) {
	from = p.pos
	if !strings.HasPrefix(p.text[from:], "www.") || from > 0 && !isSpace(p.text[from-1]) && strings.IndexByte("*_~(", p.text[from-1]) < 0 {
		return 0, 0
	}
	n := domainLength(p.text[from:], 1)
	if n == 0 {
		return 0, 0
	}
	return from, p.urlEnd(from, from+n)
}

func (p *inliner) url() (from, end int) {
	if !strings.HasPrefix(p.text[p.pos:], "://") {
		return 0, 0
	}
	for _, scheme := range []string{"https", "http", "ftp"} {
		if !hasSuffixFold(p.text[:p.pos], scheme) {
			continue
		}
		from = p.pos - len(scheme)
		host := p.pos + len("://")
		n := domainLength(p.text[host:], 0)
		if n == 0 || from > 0 && isAlnum(p.text[from-1]) {
			return 0, 0
		}
		return from, p.urlEnd(from, host+n)
	}
	return 0, 0
}

func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}

// domainLength is the length of the domain at the start of s, which must have at least so many periods and no
// underscore in its last two parts; 0 if there is none.
func domainLength(s string, periods int) int {
	i, dots, previous, last := 0, 0, false, false // underscores in the last two parts
	s = s[:min(len(s), 256)]                      // no domain is longer, and a text of them would be read again and again
	for ; i < len(s); i++ {
		if c := s[i]; c == '.' {
			dots++
			previous, last = last, false
		} else if c == '_' {
			last = true
		} else if !isAlnum(c) && c != '-' && c < 0x80 {
			break
		}
	}
	if i == 0 || i == 256 || s[0] == '.' || previous || last || dots < periods {
		return 0
	}
	return i
}

// urlEnd is where the URL at from, with its domain up to i, ends: at a space or "<", and without what is more likely
// the punctuation of the sentence.
func (p *inliner) urlEnd(from, i int) int {
	for i < len(p.text) && p.text[i] > ' ' && p.text[i] != '<' {
		i++
	}
	open := strings.Count(p.text[from:i], "(")
	close := strings.Count(p.text[from:i], ")")
	for i > from {
		switch c := p.text[i-1]; {
		case strings.IndexByte("?!.,:*_~'\"", c) >= 0:
			i--
		case c == ')' && close > open:
			i--
			close--
		case c == ';':
			n := i - 1
			for n > from && isAlnum(p.text[n-1]) {
				n--
			}
			if n == i-1 || n == from || p.text[n-1] != '&' {
				i--
			} else {
				i = n - 1
			}
		default:
			return i
		}
	}
	return i
}

func (p *inliner) mail() (from, end int) {
	from = p.pos
	for from > 0 && (isAlnum(p.text[from-1]) || strings.IndexByte(".+-_", p.text[from-1]) >= 0) {
		from--
	}
	if from == p.pos {
		return 0, 0
	}
	end = p.pos + 1
	dots := 0
	for end < len(p.text) && (isAlnum(p.text[end]) || strings.IndexByte(".-_", p.text[end]) >= 0) {
		if p.text[end] == '.' {
			if end+1 == len(p.text) || !isAlnum(p.text[end+1]) {
				break
			}
			dots++
		}
		end++
	}
	if dots == 0 || !isLetter(p.text[end-1]) && !(p.text[end-1] >= '0' && p.text[end-1] <= '9') {
		return 0, 0
	}
	return from, end
}
