package markdown_test

import (
	"testing"

	format "colophon/internal/document/markdown"
	"colophon/internal/edition/editiontest"
	"colophon/internal/edition/markdown"
)

func TestLaws(t *testing.T) { editiontest.Run(t, markdown.Writer{}, format.Format{}) }

func FuzzNames(f *testing.F) { editiontest.Fuzz(f, markdown.Writer{}, format.Format{}) }
