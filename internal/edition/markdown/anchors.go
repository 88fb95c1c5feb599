package markdown

import (
	"html"
	"sort"

	"colophon/internal/document"
	"colophon/internal/edition"
	"colophon/internal/span"
)

// pinned is the text of e with the anchors of the source: a translated heading has another slug, and every link to the
// old one, here and elsewhere, would be dead. An empty <a id> at the start of a heading's text is what every Markdown
// renderer keeps, and what our parser takes for skeleton. Where both have the same anchor nothing is inserted, so an
// untranslated edition stays byte for byte.
func pinned(e *edition.Edition) string {
	format, ok := e.Format.(document.Anchorer)
	if !ok || e.Text.Source == e.Source.Source {
		return e.Text.Source
	}
	now := format.Anchors(e.Text.Document)
	var edits []span.Edit
	for i, id := range format.Anchors(e.Source) {
		if b := &e.Text.Blocks[i]; id != "" && now[i] != id && b.Holds() {
			at := b.Lines[0].Start
			edits = append(edits, span.Edit{Span: span.Span{Start: at, End: at}, Text: `<a id="` + html.EscapeString(id) + `"></a>`})
		}
	}
	sort.Slice(edits, func(i, j int) bool { return edits[i].Start < edits[j].Start })
	text, err := span.Apply(e.Text.Source, edits)
	if err != nil {
		panic("markdown: headings overlap: " + err.Error())
	}
	return text
}
