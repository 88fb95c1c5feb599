package markdown

import (
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// openLeaf opens a block whose lines are not read for prose.
func (s *scanner) openLeaf(state leafState, kind document.Kind, from int) {
	s.leaf = leaf{state: state, block: s.add(kind, from, s.end)}
}

// continueLeaf gives the line to an open block that takes lines as they come, and reports whether it did.
func (s *scanner) continueLeaf() bool {
	switch s.leaf.state {
	case fencedCode:
		s.reach(s.end)
		line := s.rest()
		if n := run(line, s.leaf.char); s.indent < 4 && n >= s.leaf.count && strings.Trim(line[n:], " \t") == "" {
			s.closeLeaf()
		}
	case indentedCode:
		if s.indent < 4 && !s.blank() {
			return false
		}
		if !s.blank() { // blank lines at the end are not part of the code (CommonMark 0.31.2 §4.4)
			s.reach(s.end)
		}
	case htmlBlock:
		if s.blank() && s.leaf.char >= 6 {
			return false
		}
		s.reach(s.end)
		s.lines = append(s.lines, span.Span{Start: s.pos, End: s.end})
		if htmlEnds(s.source[s.pos:s.end], s.leaf.char) {
			s.closeLeaf()
		}
	case mathBlock:
		s.reach(s.end)
		if mathCloses(s.rest()) {
			s.closeLeaf()
		}
	case shortcodeBlock:
		s.reach(s.end)
		if endsShortcode(s.rest(), s.leaf.name) {
			s.closeLeaf()
		}
	default:
		return false
	}
	return true
}

// reach makes the open leaf end at offset to.
func (s *scanner) reach(to int) { s.doc.Blocks[s.leaf.block].Span.End = to }

func (s *scanner) closeLeaf() {
	state := s.leaf.state
	s.leaf.state = none
	switch state {
	case none:
	case paragraph:
		s.closeParagraph(document.Paragraph, 0, 0)
	case htmlBlock:
		s.closeHTML()
		fallthrough
	default:
		s.extend(s.doc.Blocks[s.leaf.block].Span.End)
	}
}

// heading reads an ATX heading: markers, an anchor in front, attributes and closing markers are skeleton (§4.2).
func (s *scanner) heading(level int) {
	b := s.add(document.Heading, s.text, trimEnd(s.source, s.text, s.end))
	s.doc.Blocks[b].Level = level
	from := trimStart(s.source, s.text+level, s.end)
	to := trimEnd(s.source, from, s.end)
	to, closed := closingMarkers(s.source, from, to)
	to, id := attributes(s.source, from, to)
	if !closed {
		to, _ = closingMarkers(s.source, from, to)
	}
	s.doc.Blocks[b].ID = id
	from = anchors(s.source, from, to)
	if from < to {
		s.prose(b, span.Span{Start: from, End: to})
	}
}

// closingMarkers moves to back over the "#"s that close an ATX heading.
func closingMarkers(source string, from, to int) (int, bool) {
	i := to
	for i > from && source[i-1] == '#' {
		i--
	}
	if i == to || i > from && source[i-1] != ' ' && source[i-1] != '\t' {
		return to, false
	}
	return trimEnd(source, from, i), true
}

// attributes moves to back over "{#id .class key=value}" and returns the id. Anything else in braces is text.
func attributes(source string, from, to int) (int, string) {
	if to == from || source[to-1] != '}' {
		return to, ""
	}
	open := strings.LastIndexByte(source[from:to], '{')
	if open < 0 || open > 0 && source[from+open-1] == '{' {
		return to, ""
	}
	id, some := "", false
	for _, field := range strings.Fields(strings.TrimPrefix(source[from+open+1:to-1], ":")) {
		switch {
		case len(field) > 1 && field[0] == '#':
			id, some = field[1:], true
		case len(field) > 1 && field[0] == '.', strings.IndexByte(field, '=') > 0:
			some = true
		default:
			return to, ""
		}
	}
	if !some {
		return to, ""
	}
	return trimEnd(source, from, from+open), id
}

// anchors moves from past empty anchors in front of a heading's text: <a id="x"></a>, <a name="x"></a>.
func anchors(source string, from, to int) int {
	for {
		rest := source[from:to]
		n := tagLength(rest)
		if n == 0 || !hasPrefixFold(rest, "<a ") {
			return from
		}
		tag := rest[:n]
		if !strings.Contains(tag, "id=") && !strings.Contains(tag, "name=") || strings.Contains(tag, "href") {
			return from
		}
		if !strings.HasSuffix(tag, "/>") {
			if !hasPrefixFold(rest[n:], "</a>") {
				return from
			}
			n += len("</a>")
		}
		from = trimStart(source, from+n, to)
	}
}

// setext turns the open paragraph into a heading; false if definitions are all it holds (§4.7, example 215).
func (s *scanner) setext(level int) bool {
	if s.resolve(); len(s.lines) == 0 {
		return false
	}
	s.leaf.state = none
	s.closeParagraph(document.Heading, level, trimEnd(s.source, s.text, s.end))
	return true
}

// mathFollows reports whether display math that opens here is ever closed: an unclosed "$$" must not swallow a file.
func (s *scanner) mathFollows() bool {
	s.noMath = s.noMath || !strings.Contains(s.source[s.text+2:], "$$")
	return !s.noMath
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
