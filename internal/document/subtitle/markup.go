package subtitle

import (
	"html"
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// inlines finds all markup of a text. None stands inside another.
func (s syntax) inlines(text string) []document.Inline {
	var all []document.Inline
	m := s.markup(text)
	for i := 0; i < len(text); {
		kind, end := m.at(i)
		if end == i {
			i++
			continue
		}
		all = append(all, document.Inline{Kind: kind, Parent: -1,
			Span: span.Span{Start: i, End: end}, Content: span.Span{Start: end, End: end}})
		i = end
	}
	return all
}

// markup finds the markup of one text. It knows where the last of two characters stand, so that a text with a thousand
// unclosed tags is not searched a thousand times.
type markup struct {
	text   string
	syntax syntax
	known  bool
	close  int // the last ">", or -1
	equal  int // the last "=", or -1
}

func (s syntax) markup(text string) markup { return markup{text: text, syntax: s} }

// at is the kind and the end of the markup that begins at byte i; the end is i where none does.
func (m *markup) at(i int) (document.InlineKind, int) {
	switch c := m.text[i]; {
	case c == '\n':
		return document.HardBreak, i + 1
	case c == '{':
		return document.Placeholder, i + override(m.text[i:])
	case c == '&' && m.syntax == vtt:
		return document.Entity, i + entity(m.text[i:])
	case c == '<':
		return m.tag(i)
	}
	return 0, i
}

// override is the length of the code at the start of s: {\an8} as in ASS, {y:i} as in MicroDVD, or 0. WebVTT has no
// such thing, but converters leave them there, and nobody should translate them.
func override(s string) int {
	if len(s) < 4 || s[1] != '\\' && (s[2] != ':' || strings.IndexByte("CcFfoPSsYy", s[1]) < 0) {
		return 0
	}
	if end := 1 + strings.IndexAny(s[1:], "{}\n"); end > 0 && s[end] == '}' {
		return end + 1
	}
	return 0
}

// longest is one more than the longest name of a character in HTML has bytes (CounterClockwiseContourIntegral).
const longest = 32

// entity is the length of the character reference at the start of s (WebVTT §6.4: as in HTML), or 0.
func entity(s string) int {
	end := strings.IndexByte(s[:min(len(s), longest+2)], ';')
	if end < 2 {
		return 0
	}
	// A few old names are known without their semicolon: "&ampx;" reads "&x;".
	if c := html.UnescapeString(s[:end+1]); c == s[:end+1] || len(c) > 1 && c[len(c)-1] == ';' {
		return 0
	}
	return end + 1
}

// tag is the tag or timestamp that begins at byte i.
//
// In WebVTT "<" always begins one, which ends at the next ">" or with the cue (§6.4). In SubRip it is a tag where a
// browser would take it for one (HTML §13.2.5.6), because there are players made of HTML. But <<these>> are quotation
// marks, and "a <b" is a comparison, unless there is an attribute: what could do harm is never taken for text.
func (m *markup) tag(i int) (document.InlineKind, int) {
	rest := m.text[i:]
	if n := clock(rest[1:]); n > 0 && strings.HasPrefix(rest[1+n:], ">") {
		return document.Placeholder, i + n + 2
	}
	if m.syntax == srt && !m.tagged(i) {
		return document.RawHTML, i
	}
	m.know()
	if i > m.close {
		return document.RawHTML, len(m.text)
	}
	return document.RawHTML, i + strings.IndexByte(rest, '>') + 1
}

func (m *markup) tagged(i int) bool {
	name := strings.TrimPrefix(m.text[i+1:], "/")
	if name == "" || !letter(name[0]) && name[0] != '!' && name[0] != '?' {
		return false
	}
	m.know()
	if i > m.close {
		return i < m.equal
	}
	if i > 0 && m.text[i-1] == '<' {
		at := strings.IndexAny(name, "<>=") // there is the last ">" at least
		return name[at] == '='
	}
	return true
}

func (m *markup) know() {
	if !m.known {
		m.known, m.close, m.equal = true, strings.LastIndexByte(m.text, '>'), strings.LastIndexByte(m.text, '=')
	}
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
