package markdown

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"colophon/internal/document"
	"colophon/internal/span"
)

func (s *scanner) openParagraph() {
	if s.top().kind == document.List {
		s.pop() // only items stand in a list
	}
	s.leaf = leaf{state: paragraph, first: !s.top().filled}
	s.top().filled = true
	s.lines = s.lines[:0]
	s.continueParagraph()
}

func (s *scanner) continueParagraph() {
	s.lines = append(s.lines, span.Span{Start: s.text, End: trimEnd(s.source, s.text, s.end)})
}

// closeParagraph turns the open lines into blocks: link reference definitions at their start, lines that hold nothing
// but shortcodes or component tags, and the prose between those. kind is what the last prose is: a paragraph, or, with
// its level and where its underline ends, a heading.
func (s *scanner) closeParagraph(kind document.Kind, level, end int) {
	s.resolve()
	lines := s.alert()
	from := 0
	for i := 0; i < len(lines); {
		n := s.skeletonLines(lines, i)
		if n == 0 || kind == document.Heading && i+n == len(lines) {
			i++
			continue
		}
		if from < i {
			s.textBlock(document.Paragraph, 0, lines[from:i], 0)
		}
		s.shortcode(lines[i : i+n])
		i += n
		from = i
	}
	if from < len(lines) {
		s.textBlock(kind, level, lines[from:], end)
	}
	s.lines = s.lines[:0]
}

// textBlock adds one paragraph or setext heading.
func (s *scanner) textBlock(kind document.Kind, level int, lines []span.Span, end int) {
	last := &lines[len(lines)-1]
	from := lines[0].Start
	task := s.leaf.first && s.top().kind == document.Item
	b := s.add(kind, from, max(end, last.End))
	s.doc.Blocks[b].Level = level
	if kind == document.Heading {
		if s.skeletonLines(lines, 0) > 0 {
			return // a heading that holds nothing but a shortcode
		}
		last.End, s.doc.Blocks[b].ID = attributes(s.source, last.Start, last.End)
		lines[0].Start = anchors(s.source, lines[0].Start, lines[0].End)
		for len(lines) > 1 && last.Len() == 0 { // attributes on a line of their own
			lines = lines[:len(lines)-1]
			last = &lines[len(lines)-1]
		}
		for len(lines) > 1 && lines[0].Len() == 0 {
			lines = lines[1:]
		}
	} else if task {
		lines[0].Start += taskBox(lines[0].Of(s.source))
	}
	s.prose(b, lines...)
}

// taskBox is the length of "[ ] " or "[x] " with text after it, or 0 (GFM §5.3).
func taskBox(line string) int {
	if len(line) < 5 || line[0] != '[' || line[2] != ']' || line[3] != ' ' && line[3] != '\t' || !strings.ContainsRune(" xX", rune(line[1])) {
		return 0
	}
	return trimStart(line, 3, len(line))
}

// alert drops the marker of a GFM alert or an Obsidian callout from the lines: "[!NOTE]", alone or before a title,
// which then is a paragraph of its own.
func (s *scanner) alert() []span.Span {
	if len(s.lines) == 0 || s.top().kind != document.Quote || !s.leaf.first {
		return s.lines
	}
	first := s.lines[0]
	n := alertMarker(first.Of(s.source))
	if n == 0 {
		return s.lines
	}
	if first.Start = trimStart(s.source, first.Start+n, first.End); first.Len() > 0 {
		s.textBlock(document.Paragraph, 0, []span.Span{first}, 0)
	}
	return s.lines[1:]
}

// alertMarker is the length of "[!name]", with the + or - of a callout, or 0.
func alertMarker(line string) int {
	if !strings.HasPrefix(line, "[!") {
		return 0
	}
	n := 2 + nameLength(line[2:])
	if n == 2 || n == len(line) || line[n] != ']' {
		return 0
	}
	n++
	if n < len(line) && (line[n] == '+' || line[n] == '-') {
		n++
	}
	if n < len(line) && line[n] != ' ' && line[n] != '\t' {
		return 0
	}
	return n
}

// prose gives block b its lines and its text. Lines that hold nothing but spaces of any script are no text.
func (s *scanner) prose(b int, lines ...span.Span) {
	block := &s.doc.Blocks[b]
	if len(lines) == 1 {
		block.Text = lines[0].Of(s.source)
	} else {
		hard := s.hardBreaks(lines)
		s.measureWidth(lines, hard)
		if hard == nil {
			block.Text = document.Fold(s.source, lines, nil)
		} else {
			block.Text = document.Fold(s.source, lines, func(i int) bool { return hard[i] })
		}
	}
	if strings.TrimSpace(block.Text) == "" {
		block.Text = ""
		return
	}
	block.Lines = s.keep(lines)
}

// keep copies lines to the arena.
func (s *scanner) keep(lines []span.Span) []span.Span {
	n := len(lines)
	if cap(s.arena)-len(s.arena) < n {
		s.arena = make([]span.Span, 0, max(n, 256))
	}
	from := len(s.arena)
	s.arena = append(s.arena, lines...)
	return s.arena[from : from+n : from+n]
}

// hardBreaks finds the lines that end in a hard break, two spaces or a backslash (CommonMark 0.31.2 §6.7), and takes
// the backslash off them. Nil where there is none. Inside code, tags and destinations there are no breaks, so where
// there may be such the inline scanner is asked.
func (s *scanner) hardBreaks(lines []span.Span) []bool {
	var hard []bool
	for i := range lines[:len(lines)-1] {
		style := breakStyle(s.source, lines[i])
		if style == "" {
			continue
		}
		if hard == nil {
			hard = make([]bool, len(lines))
		}
		hard[i] = true
		if style == `\` {
			lines[i].End--
		}
	}
	if hard == nil {
		return nil
	}
	text := document.Fold(s.source, lines, func(i int) bool { return hard[i] })
	if !strings.ContainsAny(text, "`<({$") {
		return hard
	}
	breaks := Format{}.Inlines(s.doc, text)
	at := -1
	for i := range hard {
		if !hard[i] {
			continue
		}
		at += 1 + strings.IndexByte(text[at+1:], '\n')
		for len(breaks) > 0 && (breaks[0].Kind != document.HardBreak || breaks[0].Span.Start < at) {
			breaks = breaks[1:]
		}
		if len(breaks) == 0 || breaks[0].Span.Start > at {
			hard[i] = false
			if s.source[lines[i].End] == '\\' {
				lines[i].End++
			}
		}
	}
	return hard
}

// breakStyle is how a line of a paragraph, trimmed, ends in a hard break: `\`, two or more spaces, or "".
func breakStyle(source string, line span.Span) string {
	end := trimStart(source, line.End, len(source))
	if end-line.End >= 2 && source[end-2:end] == "  " {
		return source[line.End:end]
	}
	if end == line.End && end > line.Start+1 && source[end-1] == '\\' && trailing(source[line.Start:end], '\\')%2 == 1 {
		return `\`
	}
	return ""
}

// trailing is how many times c stands at the end of s.
func trailing(s string, c byte) int {
	n := 0
	for n < len(s) && s[len(s)-1-n] == c {
		n++
	}
	return n
}

// measureWidth notes the widest line that was wrapped: one that goes on without a hard break.
func (s *scanner) measureWidth(lines []span.Span, hard []bool) {
	for i, l := range lines[:len(lines)-1] {
		if hard != nil && hard[i] {
			continue
		}
		from := lineStart(s.source, l.Start)
		if l.End-from > s.doc.Width { // a column is at least one byte
			s.doc.Width = max(s.doc.Width, columns(s.source[from:l.End]))
		}
	}
}

// columns is how many columns of a terminal s takes, counted as document.Wrap counts.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r == '\t':
			n += 4 - n%4
		case r < 0x80:
			n++
		default:
			n += displaywidth.Rune(r)
		}
	}
	return n
}
