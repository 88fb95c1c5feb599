// Package markdown writes Markdown editions: the spliced document, byte for byte, with its anchors pinned and its
// colophon where the project wants it.
package markdown

import (
	"colophon/internal/edition"
)

// Writer makes Markdown editions of Markdown documents. The zero value is ready to use.
type Writer struct{}

// Name is "markdown".
func (Writer) Name() string { return "markdown" }

// Write returns "<Name>.md", and where the colophon has a file of its own "<Name>.colophon.md". The colophon goes there,
// too, where the document leaves it no other place: after HTML it never closes, say, or in front matter that is not
// a mapping or has a colophon already. The bytes of the document are never changed to make room.
func (Writer) Write(e *edition.Edition) ([]edition.File, error) {
	if e.Format.Name() != "markdown" {
		return nil, nil
	}
	switch e.Colophon {
	case edition.SideFile:
		return beside(e, e.Text.Source), nil
	case edition.FrontMatter:
		text := pinned(e)
		if with, ok := inFrontMatter(e, text); ok {
			return []edition.File{{Name: e.Name + ".md", Content: with, Credits: true}}, nil
		}
		return beside(e, text), nil
	}
	text := pinned(e)
	if with, ok := atEnd(e, text); ok {
		return []edition.File{{Name: e.Name + ".md", Content: with, Credits: true}}, nil
	}
	return beside(e, text), nil
}

func beside(e *edition.Edition, text string) []edition.File {
	return []edition.File{
		{Name: e.Name + ".md", Content: text},
		{Name: e.Name + ".colophon.md", Content: statement(e, "# "), Credits: true},
	}
}
