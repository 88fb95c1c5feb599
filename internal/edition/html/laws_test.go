package html_test

import (
	"testing"

	documenthtml "colophon/internal/document/html"
	"colophon/internal/document/markdown"
	"colophon/internal/document/plaintext"
	"colophon/internal/edition/editiontest"
	"colophon/internal/edition/html"
)

func TestLaws(t *testing.T) {
	editiontest.Run(t, html.Writer{}, markdown.Format{}, plaintext.Format{}, documenthtml.Format{})
}

func FuzzNames(f *testing.F) { editiontest.Fuzz(f, html.Writer{}, markdown.Format{}) }
