package text_test

import (
	"testing"

	"colophon/internal/document/markdown"
	"colophon/internal/document/plaintext"
	"colophon/internal/document/subtitle"
	"colophon/internal/edition/editiontest"
	"colophon/internal/edition/text"
)

func TestLaws(t *testing.T) {
	editiontest.Run(t, text.Writer{}, markdown.Format{}, plaintext.Format{}, subtitle.SRT{}, subtitle.VTT{})
}

func FuzzNames(f *testing.F) { editiontest.Fuzz(f, text.Writer{}, markdown.Format{}) }
