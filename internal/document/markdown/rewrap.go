package markdown

import (
	"strings"

	"colophon/internal/document"
)

// wrap breaks one part of the text into lines, if the source does.
func (w *prose) wrap(part string, first bool) []string {
	if !w.wrapped || w.d.Width == 0 || first && part[0] == '{' && w.b.Lines[0].Start == len(bom(w.d.Source)) {
		return []string{part} // at the start of a file, "{" alone on a line begins JSON
	}
	fixed := unbreakable(w.d, part)
	wrapping := document.Wrapping{Width: w.d.Width, First: columns(w.rest), Rest: columns(w.rest)}
	if first {
		wrapping.First = columns(w.first)
	}
	wrapping.May = func(next string) bool {
		at := len(part) - len(next)
		if at < len(fixed) && fixed[at] || mayOpen(next) {
			return false
		}
		before := strings.TrimRight(part[:at], " ")
		if before == "" || strings.IndexByte("\\\t", before[len(before)-1]) >= 0 {
			return false // a backslash would become a hard break, a tab would be lost
		}
		return !first || !opensAlone(before)
	}
	lines := document.Wrap(part, wrapping)
	if first && len(lines) > 1 && part[0] == '[' {
		if _, n := parseDefinition(strings.Join(lines, "\n")); n > 0 {
			return []string{part}
		}
	}
	return lines
}

// mayOpen reports whether a line that begins with text could be taken for the start of a block, wherever it ends.
func mayOpen(text string) bool {
	switch c := text[0]; c {
	case '>', '#', '=', '|', '<', '{', '`', '~', ':', '$', '/', '!', '?', '\t':
		return c != '<' || htmlKind(text, true) > 0 || componentLength(text) > 0
	case '-', '+', '*', '_':
		return len(text) == 1 || isSpace(text[1]) || text[1] == c || text[1] == '|' || text[1] == ':'
	case '[':
		return strings.HasPrefix(text, "[^")
	}
	word, _, _ := strings.Cut(text, " ")
	_, list := listMarker(word)
	return list
}

// opensAlone reports whether line, as the first of a block, would be something else than prose if nothing else stood on
// it: one whole tag is an HTML block (§4.6), shortcodes are a block of their own.
func opensAlone(line string) bool {
	if len(line) > 1000 { // to look at every place where so long a text may break would be quadratic; Splice checks
		return false
	}
	switch line[0] {
	case '<', '{':
		return opens(line, false) >= 0 || isSkeleton(line)
	case '-', '*', '_': // with the marker of an item before it, even "--" is a thematic break
		return strings.Trim(line, line[:1]+" \t") == ""
	case '[':
		return alertMarker(line) > 0
	case 'i', 'e':
		return isModuleLine(line)
	}
	return false
}

// unbreakable marks the bytes of text before which no line may break: in link destinations, shortcodes and autolinks.
// Nil where every byte may.
func unbreakable(d *document.Document, text string) []bool {
	var fixed []bool
	for _, in := range (Format{}).Inlines(d, text) {
		from, to := in.Span.Start, in.Span.End
		switch in.Kind {
		case document.Link, document.Image:
			from = in.Content.End
		case document.Placeholder, document.Autolink, document.InlineMath, document.CodeSpan, document.FootnoteReference:
		default:
			continue
		}
		if fixed == nil {
			fixed = make([]bool, len(text)+1)
		}
		for k := from + 1; k < to; k++ {
			fixed[k] = true
		}
	}
	return fixed
}
