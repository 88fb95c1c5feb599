package project

import (
	"path"
	"strings"

	"colophon/internal/catalog"
	"colophon/internal/catalog/goi18n"
	"colophon/internal/document"
	documenthtml "colophon/internal/document/html"
	"colophon/internal/document/markdown"
	"colophon/internal/document/plaintext"
	"colophon/internal/document/subtitle"
	"colophon/internal/edition"
	editionhtml "colophon/internal/edition/html"
	editionmarkdown "colophon/internal/edition/markdown"
	editiontext "colophon/internal/edition/text"
)

// Everything that plugs into colophon is listed here, by hand: a list can be read, an init that registers itself cannot.

// formats are the kinds of document, by file name extension.
var formats = []struct {
	extensions []string
	format     document.Format
}{
	{[]string{".md", ".markdown"}, markdown.Format{}},
	{[]string{".html", ".htm"}, documenthtml.Format{}},
	{[]string{".txt", ".text", ""}, plaintext.Format{}},
	{[]string{".srt"}, subtitle.SRT{}},
	{[]string{".vtt"}, subtitle.VTT{}},
}

// codecs are the native catalog formats. The first is the default.
var codecs = []catalog.Codec{goi18n.TOML{}}

// writers are the formats of editions.
var writers = []edition.Writer{editionmarkdown.Writer{}, editionhtml.Writer{}, editiontext.Writer{}}

// editionsOf are the writers that can make something of each format of document.
var editionsOf = map[string][]string{
	"markdown": {"markdown", "html", "text"},
	"text":     {"html", "text"},
	"html":     {"html"},
	"srt":      {"text"},
	"vtt":      {"text"},
}

// formatOf is the format of a document by its name, and whether there is one.
func formatOf(name string) (document.Format, bool) {
	ext := strings.ToLower(path.Ext(name))
	for _, f := range formats {
		for _, e := range f.extensions {
			if e == ext {
				return f.format, true
			}
		}
	}
	return nil, false
}

func extensions() []string {
	var all []string
	for _, f := range formats {
		for _, e := range f.extensions {
			if e != "" {
				all = append(all, e)
			}
		}
	}
	return all
}

func writerNames() []string {
	names := make([]string, len(writers))
	for i, w := range writers {
		names[i] = w.Name()
	}
	return names
}
