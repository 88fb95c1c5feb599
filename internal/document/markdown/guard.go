package markdown

import (
	"strings"

	"colophon/internal/document"
)

// guard puts a backslash where the first line of a block would start another. If the source begins the same way, its
// place already keeps it text (it follows a definition, or stands where such a block cannot), and so it is left.
func guard(d *document.Document, i int, line string) string {
	b := &d.Blocks[i]
	at := opens(line, false)
	if isDescription(line) && !afterTerm(d, i) {
		at = -1
	}
	if at < 0 && startsElsewhere(d, i, line) {
		at = 0
	}
	first := b.Lines[0].Of(d.Source)
	if at < 0 || len(first) > at && first[:at+1] == line[:at+1] && (opens(first, false) == at || startsElsewhere(d, i, first)) {
		return line
	}
	return line[:at] + `\` + line[at:]
}

// afterTerm reports whether a description at block i would find a term: a paragraph or a definition list before it.
func afterTerm(d *document.Document, i int) bool {
	parent, k := d.Blocks[i].Parent, i-1
	for k > parent && d.Blocks[k].Parent != parent {
		k = d.Blocks[k].Parent
	}
	return k > parent && (d.Blocks[k].Kind == document.Paragraph || d.Blocks[k].Kind == document.List && d.Blocks[k+1].Kind == document.Term)
}

// startsElsewhere reports whether line, as the start of block i, would be taken for something that only the place makes
// possible: a definition, an alert at the start of a quote, the box of a task, a thematic break together with the marker of
// an item, or front matter.
func startsElsewhere(d *document.Document, i int, line string) bool {
	b := &d.Blocks[i]
	start := b.Lines[0].Start
	switch line[0] {
	case '[':
		if _, n := parseDefinition(line); n > 0 {
			return true
		}
		if b.Parent < 0 || b.Parent != i-1 || b.Span.Start != start {
			return false
		}
		switch d.Blocks[b.Parent].Kind {
		case document.Quote:
			return alertMarker(line) > 0
		case document.Item:
			return taskBox(line) > 0
		}
	case '-', '*':
		prefix := strings.TrimLeft(d.Source[lineStart(d.Source, start):start], " \t>")
		return prefix != "" && prefix[0] == line[0] && isThematicBreak(prefix+line)
	case '+', '{':
		return start == len(bom(d.Source)) && (strings.HasPrefix(line, "+++") || line[0] == '{')
	}
	return false
}
