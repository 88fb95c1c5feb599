package html

import (
	"html"
	"strings"

	"colophon/internal/document"
)

// Anchors returns the ids of the headings, as links name them: that of the tag, of an anchor at the start of its text or
// right before the heading, or of the element that the heading opens (<section id="x"><h2>). Unlike Markdown, HTML gives
// no id to a heading that has none.
func (Format) Anchors(d *document.Document) map[int]string {
	anchors := map[int]string{}
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Kind == document.Heading {
			if id := anchor(d, b); id != "" {
				anchors[i] = id
			}
		}
	}
	return anchors
}

func anchor(d *document.Document, b *document.Block) string {
	l := lexer{src: d.Source[:b.Span.End], pos: b.Span.Start}
	l.next()
	if id := l.id(); id != "" {
		return id
	}
	for {
		t, ok := l.next()
		if !ok || t.kind == text && strings.TrimSpace(d.Source[t.start:t.end]) != "" {
			break
		}
		if id := l.id(); t.kind == startTag && id != "" {
			return id
		}
	}
	before := strings.TrimRight(d.Source[:b.Span.Start], " \t\r\n\f")
	if id := anchorBefore(before); id != "" {
		return id
	}
	if b.Parent < 0 {
		return ""
	}
	l = lexer{src: d.Source, pos: d.Blocks[b.Parent].Span.Start}
	if t, _ := l.next(); t.kind == startTag && t.end == len(before) {
		return l.id()
	}
	return ""
}

// anchorBefore is the id of the empty <a> at the end of s.
func anchorBefore(s string) string {
	head, ok := strings.CutSuffix(s, "</a>")
	if !ok {
		return ""
	}
	l := lexer{src: head, pos: max(0, strings.LastIndexByte(head, '<'))}
	if t, _ := l.next(); t.kind == startTag && t.name == "a" && t.end == len(head) {
		return l.id()
	}
	return ""
}

// id is the id of the last tag, or its name, which did the same before HTML5.
func (l *lexer) id() string {
	for _, by := range []string{"id", "name"} {
		if id, ok := l.value(by); ok && id != "" {
			return html.UnescapeString(id)
		}
	}
	return ""
}
