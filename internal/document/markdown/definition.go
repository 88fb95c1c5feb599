package markdown

import (
	"strings"

	"golang.org/x/text/cases"

	"colophon/internal/document"
	"colophon/internal/span"
)

// resolve takes the link reference definitions off the start of the open paragraph (CommonMark 0.31.2 §4.7). Each is a
// block; its title is text.
func (s *scanner) resolve() {
	if len(s.lines) == 0 || s.source[s.lines[0].Start] != '[' {
		return
	}
	text, starts := s.joined()
	at := 0
	line := 0
	for {
		def, n := parseDefinition(text[at:])
		if n == 0 {
			break
		}
		from := s.lines[line].Start
		last := line
		for last+1 < len(starts) && starts[last+1] < at+n {
			last++
		}
		b := s.add(document.Definition, from, s.lines[last].End)
		s.define(def.label, def.dest)
		if title := s.within(starts, line, span.Span{Start: at + def.title.Start, End: at + def.title.End}); len(title) > 0 {
			s.prose(b, title...)
		}
		at += n
		line = last + 1
	}
	s.lines = s.lines[:copy(s.lines, s.lines[line:])]
}

// joined is the open paragraph as one text, and where in it each line begins.
func (s *scanner) joined() (text string, starts []int) {
	if len(s.lines) == 1 {
		return s.lines[0].Of(s.source), []int{0}
	}
	var b strings.Builder
	for i, l := range s.lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		starts = append(starts, b.Len())
		b.WriteString(l.Of(s.source))
	}
	return b.String(), starts
}

// within translates a range of the joined text, beginning on line i or after, into ranges of the file, without the
// spaces around each line.
func (s *scanner) within(starts []int, i int, r span.Span) (lines []span.Span) {
	for ; i < len(starts) && starts[i] < r.End; i++ {
		l := s.lines[i]
		from, to := l.Start+max(r.Start-starts[i], 0), l.Start+min(r.End-starts[i], l.Len())
		from = trimStart(s.source, from, to)
		if to = trimEnd(s.source, from, to); from < to {
			lines = append(lines, span.Span{Start: from, End: to})
		}
	}
	return lines
}

func (s *scanner) define(label, dest string) {
	if s.doc.Labels == nil {
		s.doc.Labels = map[string]string{}
	}
	label = normalLabel(label)
	if _, known := s.doc.Labels[label]; !known { // the first definition counts (§4.7)
		s.doc.Labels[label] = dest
	}
}

type definition struct {
	label, dest string
	title       span.Span // without its quotes; empty where there is none
}

// parseDefinition reads a link reference definition at the start of text, whose lines are trimmed and end in "\n".
// n is how many bytes it takes, the line ending after it included; 0 if there is none.
func parseDefinition(text string) (def definition, n int) {
	close := labelLength(text)
	if close == 0 || close >= len(text) || text[close] != ':' || strings.HasPrefix(text, "[^") {
		return def, 0
	}
	def.label = text[1 : close-1]
	if strings.Trim(def.label, " \t\n") == "" {
		return def, 0
	}
	i := skipSpace(text, close+1)
	from, to, after := destination(text, i, true)
	if after < 0 || after == i {
		return def, 0
	}
	def.dest = text[from:to]
	line := strings.IndexByte(text[after:], '\n') // a definition may end here, if nothing else follows on the line
	rest := text[after:]
	if line >= 0 {
		rest = text[after : after+line]
	}
	bare := strings.Trim(rest, " \t") == ""
	n = after + len(rest)
	if line >= 0 {
		n++
	}
	if j := skipSpace(text, after); j > after {
		if title, end := linkTitle(text, j); end > 0 {
			stop := trimStart(text, end, len(text))
			if stop == len(text) || text[stop] == '\n' {
				def.title = title
				return def, min(stop+1, len(text))
			}
		}
	}
	if !bare {
		return definition{}, 0
	}
	return def, n
}

// labelLength is the length of the link label at the start of text, its brackets included, or 0 (§6.3).
func labelLength(text string) int {
	if text == "" || text[0] != '[' {
		return 0
	}
	for i := 1; i < len(text) && i <= 1000; i++ {
		switch text[i] {
		case '\\':
			i++
		case '[':
			return 0
		case ']':
			return i + 1
		}
	}
	return 0
}

// destination reads a link destination at offset i of text: from and to are its bytes without "<>", after is where it
// ends, -1 if there is none. Shortcodes in it count as one word, as Hugo replaces them before it reads Markdown.
func destination(text string, i int, definition bool) (from, to, after int) {
	if i < len(text) && text[i] == '<' {
		for j := i + 1; j < len(text); j++ {
			switch text[j] {
			case '\\':
				j++
			case '\n', '<':
				return 0, 0, -1
			case '>':
				return i + 1, j, j + 1
			}
		}
		return 0, 0, -1
	}
	depth, j := 0, i
scan:
	for j < len(text) {
		switch c := text[j]; {
		case c == '\\' && j+1 < len(text) && isPunctuation(text[j+1]):
			j++
		case c == '{':
			j += max(shortcodeLength(text[j:]), 1) - 1
		case c == '(':
			if depth++; depth > 32 {
				return 0, 0, -1
			}
		case c == ')':
			if depth == 0 {
				break scan
			}
			depth--
		case c <= ' ' || c == 0x7F:
			break scan
		}
		j++
	}
	if depth != 0 || definition && j == i {
		return 0, 0, -1
	}
	return i, j, j
}

// linkTitle reads a title in quotes or parentheses at offset i of text; end is the offset after it, 0 if there is none.
func linkTitle(text string, i int) (title span.Span, end int) {
	if i >= len(text) {
		return title, 0
	}
	closer := text[i]
	switch closer {
	case '"', '\'':
	case '(':
		closer = ')'
	default:
		return title, 0
	}
	for j := i + 1; j < len(text); j++ {
		switch {
		case text[j] == '\\':
			j++
		case text[j] == closer:
			return span.Span{Start: i + 1, End: j}, j + 1
		case text[j] == '(' && closer == ')':
			return title, 0
		}
	}
	return title, 0
}

// skipSpace moves over spaces, tabs and at most one line ending.
func skipSpace(text string, i int) int {
	i = trimStart(text, i, len(text))
	if i < len(text) && text[i] == '\n' {
		i = trimStart(text, i+1, len(text))
	}
	return i
}

// normalLabel makes labels comparable: case folded, and each run of spaces one space (§6.3).
func normalLabel(label string) string {
	plain := true
	for i := 0; i < len(label) && plain; i++ {
		c := label[i]
		plain = c > ' ' && c < 0x80 && (c < 'A' || c > 'Z')
	}
	if plain {
		return label
	}
	label = strings.Join(strings.FieldsFunc(label, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }), " ")
	for i := 0; i < len(label); i++ {
		if label[i] >= 0x80 {
			return cases.Fold().String(label)
		}
	}
	return strings.ToLower(label)
}
