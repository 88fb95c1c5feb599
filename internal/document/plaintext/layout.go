package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"colophon/internal/document"
)

// laid is one line of a layout.
type laid struct {
	text string
	hard bool // a break that is meant follows
}

type layout struct {
	lines []laid
	two   bool // hard breaks are marked by two spaces
}

func (w *writer) layouts(parts []string) []layout {
	plain := make([]laid, len(parts))
	for i, part := range parts {
		plain[i] = laid{part, true}
	}
	if len(plain) == 1 && w.shows() {
		plain = w.broken(parts[0])
	}
	if !w.soft {
		return []layout{{plain, false}, {plain, true}}
	}
	wrapped := w.wrap(parts)
	return []layout{{wrapped, false}, {wrapped, true}, {plain, true}}
}

// wrap breaks parts into lines where the source is wrapped.
func (w *writer) wrap(parts []string) []laid {
	width := 0
	if w.soft {
		width = w.width()
	}
	var lines []laid
	for i, part := range parts {
		first := columns(w.rest)
		if i == 0 {
			first = columns(w.prefixes[0])
		}
		for _, text := range document.Wrap(part, document.Wrapping{Width: width, First: first, Rest: columns(w.rest), May: may}) {
			lines = append(lines, laid{text, false})
		}
		lines[len(lines)-1].hard = true
	}
	if len(lines) == 1 && w.shows() {
		return w.broken(parts[0])
	}
	return lines
}

// width is the column to wrap at: that of the document, or of the paragraph where it has enough lines to show it.
func (w *writer) width() int {
	if len(w.block.Lines) < 3 {
		return w.doc.Width
	}
	width := 0
	for i, l := range w.block.Lines {
		width = max(width, columns(w.prefixes[i]+l.Of(w.doc.Source)))
	}
	return width
}

// may reports whether a line may start with next: not where that could be read as something else than text.
func may(next string) bool {
	if m, _ := marked(next); m.class.kind != none {
		return false
	}
	word, _, _ := strings.Cut(next, " ")
	rule, _ := signs(word)
	r, _ := utf8.DecodeRuneInString(next)
	return !rule && quoted(next) == 0 && !unicode.IsSpace(r)
}

// shows reports whether the second line of the source shows, by its lesser indentation, that paragraphs next to it
// begin where its first line does (see indented). Then there must always be one.
func (w *writer) shows() bool {
	if len(w.prefixes) < 2 || !w.started || !indent(columns(w.prefixes[0])-columns(w.rest)) {
		return false
	}
	source, e := w.doc.Source, w.block.Extent()
	before := strings.TrimSuffix(strings.TrimSuffix(source[:e.Start-len(w.prefixes[0])], "\n"), "\r")
	_, after, _ := strings.Cut(source[e.End:], w.doc.EOL)
	return lastLine(before) != "" || firstLine(after) != ""
}

func lastLine(s string) string { return strings.TrimSpace(s[strings.LastIndexAny(s, "\r\n")+1:]) }

func firstLine(s string) string {
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

// broken sets a text that fits on one line on two.
func (w *writer) broken(text string) []laid {
	first := columns(w.prefixes[0])
	lines := document.Wrap(text, document.Wrapping{Width: first + columns(text) - 1, First: first, Rest: columns(w.rest), May: may})
	out := make([]laid, len(lines))
	for i, l := range lines {
		out[i] = laid{l, i == len(lines)-1}
	}
	return out
}

// join writes lines behind their prefixes: those of the source where each line has its own, as in verse.
func (w *writer) join(lines []laid, two bool) string {
	var out strings.Builder
	for i, l := range lines {
		if i > 0 {
			out.WriteString(w.doc.EOL)
			if !w.soft && len(lines) == len(w.prefixes) {
				out.WriteString(w.prefixes[i])
			} else {
				out.WriteString(w.rest)
			}
		}
		out.WriteString(l.text)
		if two && l.hard && i < len(lines)-1 {
			out.WriteString("  ")
		}
	}
	return out.String()
}
