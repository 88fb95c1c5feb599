// Package markdown reads and writes Markdown: CommonMark 0.31.2, GFM, and what documentation tools put on top of both.
//
// The block scanner (scanner.go) reads a file once, line by line, and keeps a stack of open containers as the appendix
// of CommonMark describes. It never builds text: it notes where each line of prose begins and ends, so that the bytes
// between two lines (a line ending, "> ", the indentation of a list) stay where they are. The inline scanner
// (inline.go) is separate and works on the text of one message, in the source or in a target.
//
// On top of CommonMark are understood: tables, task lists, strikethrough, bare URLs and alerts (GFM); YAML, TOML and
// JSON front matter; footnotes, definition lists, $math$, heading attributes; ::: and /// containers; Hugo and Jinja
// shortcodes; MDX imports and component tags; and the comments in which authors speak to translation tools.
//
// Both scanners take time linear in what they read, for every input. Containers nest up to 100 deep; what is deeper
// is text.
package markdown

import (
	"strings"

	"colophon/internal/document"
)

// Format is Markdown. The zero value is ready to use.
type Format struct {
	// Keys are the top-level keys of front matter whose values are translated. Nil stands for DefaultKeys.
	Keys []string
}

// DefaultKeys are the front matter keys that hold prose in Hugo, Jekyll, Docusaurus, MkDocs and VitePress.
var DefaultKeys = []string{"title", "description", "summary", "subtitle", "linkTitle", "abstract", "excerpt", "lead", "sidebar_label", "tagline"}

// Name is "markdown".
func (Format) Name() string { return "markdown" }

// Parse finds the blocks of source. Every byte sequence is a Markdown document, so it cannot fail.
func (f Format) Parse(source string) *document.Document {
	s := newScanner(source)
	s.next = len(bom(source))
	s.frontMatter(f.keys())
	for s.read() {
		s.line()
	}
	s.closeTo(1)
	s.obeyDirectives()
	return s.doc
}

func (f Format) keys() []string {
	if f.Keys == nil {
		return DefaultKeys
	}
	return f.Keys
}

// bom is the byte order mark source begins with, or "".
func bom(source string) string {
	if strings.HasPrefix(source, "\ufeff") {
		return "\ufeff"
	}
	return ""
}
