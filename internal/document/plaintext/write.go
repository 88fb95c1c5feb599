package plaintext

import (
	"strings"

	"colophon/internal/document"
)

// Write lays target out as the source is: on one line where it stands on one, else wrapped at the same width behind
// the same prefixes. Of several layouts it takes the first that reads as target; the last one holds every line break
// by two spaces and wraps nothing. Where even that would be read as something else, the line breaks go.
func (Format) Write(d *document.Document, i int, target string) string {
	w := newWriter(d, &d.Blocks[i])
	parts := split(target)
	if !w.breaks() {
		parts = []string{strings.Join(parts, " ")}
	}
	if w.block.Kind == document.Value {
		return w.join(w.wrap(parts), false)
	}
	want := strings.Join(parts, "\n")
	w.tie(parts)
	if w.block.Kind == document.Cell {
		return w.pad(parts[0])
	}
	out := ""
	for _, l := range w.layouts(parts) {
		if out = w.join(l.lines, l.two); w.reads(out, want) {
			return out
		}
	}
	if lines := scan(w.prefixes[0] + out); !whole(lines) {
		return strings.Join(parts, " ")
	}
	return out
}

// split cuts a target at its line breaks, without the spaces that Parse would not read back.
func split(target string) []string {
	target = strings.ReplaceAll(strings.ReplaceAll(target, "\r\n", "\n"), "\r", "\n")
	parts := make([]string, 0, 1+strings.Count(target, "\n"))
	for part := range strings.SplitSeq(target, "\n") {
		if part = squeeze(strings.TrimSpace(part)); part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		parts = append(parts, "")
	}
	return parts
}

// writer knows how the lines of one block stand in the file.
type writer struct {
	doc      *document.Document
	block    *document.Block
	prefixes []string // what stands before each line of the source; before the first its mark, too
	rest     string   // what is written before every other line
	started  bool     // the text begins its line, no mark stands before it
	soft     bool     // the source is wrapped
}

func newWriter(d *document.Document, b *document.Block) *writer {
	w := &writer{doc: d, block: b}
	for _, l := range b.Lines {
		start := strings.LastIndexAny(d.Source[:l.Start], "\r\n") + 1
		w.prefixes = append(w.prefixes, strings.TrimPrefix(d.Source[start:l.Start], "\ufeff"))
	}
	head := w.prefixes[0]
	quote := 0
	for range deepest {
		quote += quoted(head[quote:])
	}
	w.started = strings.TrimSpace(head[quote:]) == ""
	w.soft = strings.Count(b.Text, "\n")+1 < len(b.Lines)
	if len(w.prefixes) > 1 {
		w.rest = w.prefixes[1]
	} else {
		w.rest = head[:quote] + strings.Repeat(" ", columns(head)-columns(head[:quote]))
	}
	return w
}

// breaks reports whether the block can hold a line break. A heading on one line stays on one.
func (w *writer) breaks() bool {
	return w.block.Kind == document.Paragraph || w.block.Kind == document.Heading && len(w.block.Lines) > 1
}

// tie ties the parts that begin a line and would begin an item there. A heading with a number of its own keeps it.
func (w *writer) tie(parts []string) {
	for i, part := range parts {
		if i > 0 || w.started && !w.numbered() {
			parts[i] = tie(part)
		}
	}
}

// numbered reports whether the block is a heading that begins with a number (see heads).
func (w *writer) numbered() bool {
	m, _ := marked(w.block.Text)
	return w.block.Kind == document.Heading && m.number()
}

// reads reports whether out, where the block stands, reads as one paragraph with the text want.
func (w *writer) reads(out, want string) bool {
	head := w.prefixes[0]
	p := &parser{source: head + out, lines: scan(head + out), doc: &document.Document{}}
	if !whole(p.lines) || p.lines[0].end <= len(head) || w.started && p.lines[0].text != len(head) {
		return false
	}
	for i := range p.lines {
		l, first := &p.lines[i], i == 0
		if l.mark.class.kind != none && (!first || w.started && !w.numbered()) || l.wide && !first && w.started {
			return false
		}
	}
	p.lines[0].item, p.lines[0].body = !w.started, len(head)
	_, text := p.text(0, len(p.lines))
	return text == want && !p.tabular(0, len(p.lines))
}

// whole reports whether nothing comes between lines: no blank one, no rule, no quote that begins or ends.
func whole(lines []line) bool {
	for i := range lines {
		if l := &lines[i]; l.blank() || l.rule || l.depth != lines[0].depth {
			return false
		}
	}
	return len(lines) > 0
}

// pad gives a cell the width it has, so that what follows it stays in its column. At the end of a line nothing does.
// A row that began with a bar, or with the cell after this, would be another row. There is no escape for that, so two
// cells are written where one stood, and Splice refuses them.
func (w *writer) pad(text string) string {
	if w.started && (text == "" || text[0] == '|') {
		return "-   -"
	}
	s := w.block.Lines[0]
	if end := w.doc.Source[s.End:]; end == "" || strings.ContainsAny(end[:1], "\r\n") {
		return text
	}
	return text + strings.Repeat(" ", max(0, columns(s.Of(w.doc.Source))-columns(text)))
}
