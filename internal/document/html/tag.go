package html

import (
	"strings"

	"colophon/internal/span"
)

// tag reads the tag that begins at start and whose name begins at i (HTML Living Standard §13.2.5.8), and its
// attributes.
func (l *lexer) tag(kind tokenKind, start, i int) token {
	l.attrs = l.attrs[:0]
	from, upper := i, false
	for i < len(l.src) && !isSpace(l.src[i]) && l.src[i] != '/' && l.src[i] != '>' {
		upper = upper || l.src[i] >= 'A' && l.src[i] <= 'Z'
		i++
	}
	t := token{kind: kind, start: start, name: l.src[from:i]}
	if upper {
		t.name = lower(t.name)
	}
	t.end, t.self = l.attributes(i)
	if t.end < 0 {
		t.kind, t.end = unfinished, len(l.src)
	}
	l.pos = t.end
	return t
}

// attributes reads up to the ">" of a tag and returns the offset after it, -1 if there is none (§13.2.5.32 to 40).
func (l *lexer) attributes(i int) (end int, self bool) {
	for slash := -1; ; {
		if i = l.space(i); i == len(l.src) {
			return -1, false
		}
		switch c := l.src[i]; {
		case c == '>':
			return i + 1, slash == i-1
		case c == '/':
			slash = i
			i++
		default:
			if n := l.templateEnd(i); n > 0 {
				i = n
			} else if i = l.attribute(i); i < 0 {
				return -1, false
			}
		}
	}
}

// space moves past spaces.
func (l *lexer) space(i int) int {
	for i < len(l.src) && isSpace(l.src[i]) {
		i++
	}
	return i
}

// templateEnd is the offset after the template that begins at i between two attributes, or 0.
func (l *lexer) templateEnd(i int) int {
	var closer string
	switch rest := l.src[i:]; {
	case strings.HasPrefix(rest, "{{"):
		closer = "}}"
	case strings.HasPrefix(rest, "<?"):
		closer = "?>"
	case strings.HasPrefix(rest, "<%"):
		closer = "%>"
	default:
		return 0
	}
	n := l.find(i+2, closer)
	if n < 0 {
		return 0
	}
	return n + len(closer)
}

// attribute reads one attribute and returns the offset after it, -1 if the source ends in it.
func (l *lexer) attribute(i int) int {
	a := attribute{name: span.Span{Start: i}}
	for i++; i < len(l.src) && !isSpace(l.src[i]) && strings.IndexByte("/>=", l.src[i]) < 0; i++ {
	}
	a.name.End = i
	next := l.space(i)
	a.end, a.value = i, span.Span{Start: i, End: i}
	if next == len(l.src) || l.src[next] != '=' {
		l.attrs = append(l.attrs, a)
		return next
	}
	if i = l.space(next + 1); i == len(l.src) {
		return -1
	}
	switch c := l.src[i]; c {
	case '>':
		a.value, a.end = span.Span{Start: i, End: i}, i
	case '"', '\'':
		n := strings.IndexByte(l.src[i+1:], c)
		if n < 0 {
			return -1
		}
		a.quote, a.value, a.end = c, span.Span{Start: i + 1, End: i + 1 + n}, i+n+2
	default:
		a.value.Start = i
		for i < len(l.src) && !isSpace(l.src[i]) && l.src[i] != '>' {
			i++
		}
		a.value.End, a.end = i, i
	}
	l.attrs = append(l.attrs, a)
	return a.end
}

// value is the value of the first attribute with that name as it is written.
func (l *lexer) value(name string) (string, bool) {
	for i := range l.attrs {
		if a := &l.attrs[i]; same(a.name.Of(l.src), name) {
			return a.value.Of(l.src), true
		}
	}
	return "", false
}

// same compares names without regard to the case of ASCII letters. The sign of the kelvin is no k (§4.6, ASCII
// case-insensitive); with the lengths equal and one side ASCII, strings.EqualFold knows that as well.
func same(s, ascii string) bool { return len(s) == len(ascii) && strings.EqualFold(s, ascii) }

// lower is s with its ASCII letters in lower case.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r | 0x20
		}
		return r
	}, s)
}
