package html

import (
	"html"
	"strconv"
	"strings"
	"unicode"

	"colophon/internal/document"
)

// plain renders a plain text document from its block tree. All of it is text; nothing in it is markup.
func (p *page) plain() string {
	w := plainWriter{page: p, anchors: p.anchors()}
	blocks := p.e.Text.Blocks
	w.children = make([][]int, len(blocks)+1)
	for i := range blocks {
		parent := blocks[i].Parent + 1
		w.children[parent] = append(w.children[parent], i)
	}
	for _, i := range w.children[0] {
		w.block(i)
	}
	return w.body.String()
}

type plainWriter struct {
	*page
	anchors  map[int]string
	children [][]int // by index of the parent plus one
	body     strings.Builder
}

func (w *plainWriter) put(parts ...string) {
	for _, s := range parts {
		w.body.WriteString(s)
	}
}

// block renders one block. It is long because it is a table.
func (w *plainWriter) block(i int) {
	b := &w.e.Text.Blocks[i]
	switch b.Kind {
	case document.Heading:
		level := strconv.Itoa(min(max(b.Level, 1), 6))
		id := ""
		if a := w.anchors[i]; a != "" {
			id = ` id="` + text(a) + `"`
		}
		w.element(i, "h"+level, id)
	case document.Paragraph, document.Term:
		w.element(i, "p", "")
	case document.Quote:
		w.container(i, "blockquote", "")
	case document.List:
		w.list(i)
	case document.FrontMatter:
		w.container(i, "dl", ` class="header"`)
	case document.Value:
		w.put("<div>\n<dt>", text(b.Key), "</dt>\n")
		w.element(i, "dd", "")
		w.put("</div>\n")
	case document.ThematicBreak:
		w.put("<hr>\n")
	case document.Table:
		w.put("<div class=\"scroll\" tabindex=\"0\">\n")
		w.container(i, "table", "")
		w.put("</div>\n")
	case document.Row:
		w.container(i, "tr", "")
	case document.Cell:
		w.element(i, "td", "")
	case document.Code:
		w.put("<pre><code>", escape(b.Span.Of(w.e.Text.Source)), "</code></pre>\n")
	default:
		if b.Holds() {
			w.element(i, "p", "")
		}
		for _, child := range w.children[i+1] {
			w.block(child)
		}
	}
}

// element is a block that holds text.
func (w *plainWriter) element(i int, tag, attributes string) {
	if m, ok := w.marking(i); ok {
		attributes += m.attributes()
	}
	w.put("<", tag, attributes, ">", words(w.e.Text.Blocks[i].Text), "</", tag, ">\n")
}

func (w *plainWriter) container(i int, tag, attributes string) {
	w.put("<", tag, attributes, ">\n")
	for _, child := range w.children[i+1] {
		w.block(child)
	}
	w.put("</", tag, ">\n")
}

// list keeps the marks its author chose. HTML draws bullets and counts in digits by itself; all other marks ("가.",
// "iv)") are written out.
func (w *plainWriter) list(i int) {
	items := w.children[i+1]
	var first string
	if len(items) > 0 {
		first = w.mark(items[0])
	}
	tag, attributes, written := "ul", "", false
	if n, err := strconv.Atoi(strings.TrimSuffix(first, ".")); err == nil && strings.HasSuffix(first, ".") {
		tag = "ol"
		if n != 1 {
			attributes = ` start="` + strconv.Itoa(n) + `"`
		}
	} else if strings.ContainsFunc(first, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		attributes, written = ` class="marked"`, true
	}
	w.put("<", tag, attributes, ">\n")
	for _, item := range items {
		w.put("<li>")
		if written {
			w.put(`<span class="mark">`, text(w.mark(item)), "</span>\n")
		}
		for _, child := range w.children[item+1] {
			w.block(child)
		}
		w.put("</li>\n")
	}
	w.put("</", tag, ">\n")
}

// mark is what stands before the text of an item.
func (w *plainWriter) mark(item int) string {
	b := &w.e.Text.Blocks[item]
	if item+1 < len(w.e.Text.Blocks) {
		if next := &w.e.Text.Blocks[item+1]; next.Parent == item && next.Span.Start >= b.Span.Start {
			return strings.TrimSpace(w.e.Text.Source[b.Span.Start:next.Span.Start])
		}
	}
	return strings.TrimSpace(b.Span.Of(w.e.Text.Source))
}

// words is a text with its hard line breaks.
func words(s string) string { return strings.ReplaceAll(escape(s), "\n", "<br>\n") }

// escape is s for a page: what HTML has no place for (NUL, invalid UTF-8) is U+FFFD.
func escape(s string) string {
	return html.EscapeString(strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD"))
}
