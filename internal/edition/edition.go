// Package edition binds a document, spliced in one language, with its colophon, and proves that the binding holds.
//
// A Writer makes one file of an Edition; Manifest binds the files to what they were made from, by digest; Verify reads
// an edition back with a parser other than the writer's and tells whether every credit is still there to be seen.
package edition

import (
	"colophon/internal/attribution"
	"colophon/internal/diag"
	"colophon/internal/document"
	"colophon/internal/lang"
)

// Edition is one document in one language, ready to be written.
type Edition struct {
	Name     string   // of the document within the project, slash-separated, without extension: "handbook/start"
	Language lang.Tag // of the edition
	From     lang.Tag // the source language
	Title    string   // in Language, or the source's

	Format document.Format
	Source *document.Document // as the author wrote it
	Text   document.Spliced   // its blocks correspond one to one to Source's

	Fallback map[int]bool // blocks of Text that should have been translated and stand in From
	Stale    map[int]bool // blocks of Text translated from an earlier source

	Statement attribution.Statement
	Work      *attribution.Work
	Credits   attribution.Credits
	Colophon  Placement
	Voice     diag.Voice // says the page's own words in the reader's language

	Others []Other // the same document in all languages of the project, this one included; at least one
}

// Other is the same document in some language: where its file of the same kind stands, relative to this one.
type Other struct {
	Language lang.Tag
	Path     string // "../en/allyship.html"
}

// Placement says where Markdown and text editions put their colophon. HTML always prints it on the page.
type Placement string

// The placements.
const (
	Section     Placement = "section"      // at the end of the document
	FrontMatter Placement = "front-matter" // as YAML front matter; for sites that print credits themselves
	SideFile    Placement = "file"         // in a file of its own beside the document, which is exactly the spliced bytes
)

// File is one file of an edition. Name is its path within the language's folder, slash-separated.
type File struct {
	Name    string
	Content string
	Credits bool // whether every credit must be readable in this file
}

// Writer makes the files of an edition in one output format. Writers are values without state, safe for concurrent
// use, and pass editiontest.Run.
type Writer interface {
	// Name is the format as configuration calls it: "markdown", "html", "text".
	Name() string

	// Write returns the files of e, the edition itself first. An edition this writer cannot make (Markdown of a plain
	// text document) is no files and no error.
	Write(e *Edition) ([]File, error)
}
