package message

import (
	"slices"
	"strings"
	"testing"

	"colophon/internal/document"
	"colophon/internal/span"
)

// code is a format whose only markup is code between backticks and emphasis between asterisks.
type code struct{ document.Format }

func (code) Inlines(_ *document.Document, text string) []document.Inline {
	var list []document.Inline
	for at := 0; at < len(text); {
		open := strings.IndexAny(text[at:], "`*")
		if open < 0 {
			break
		}
		open += at
		end := strings.IndexByte(text[open+1:], text[open])
		if end < 0 {
			break
		}
		end += open + 2
		in := document.Inline{Kind: document.CodeSpan, Parent: -1, Span: span.Span{Start: open, End: end}}
		if text[open] == '*' {
			in.Kind, in.Content = document.Emphasis, span.Span{Start: open + 1, End: end - 1}
		}
		list, at = append(list, in), end
	}
	return list
}

func blocks(list ...document.Block) *document.Document {
	for i := range list {
		if list[i].Text != "" {
			list[i].Lines = []span.Span{{Start: i, End: i + 1}}
		}
	}
	return &document.Document{Blocks: list}
}

// A block is a message where it holds a word of prose.
func TestExtractProse(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"prose", "hello", true},
		{"Korean", "안녕", true},
		{"one letter", "a", true},
		{"number", "3.14", false},
		{"dash", "—", false},
		{"code alone", "`make`", false},
		{"two codes", "`make`, `test`", false},
		{"code and a word", "`make` it", true},
		{"a word and code", "run `make`", true},
		{"emphasis", "*make*", true},
		{"unclosed", "`make", true},
		{"emoji", "🎉", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			msgs := Extract(code{}, blocks(document.Block{Kind: document.Paragraph, Parent: -1, Text: c.text}))
			if got := len(msgs) == 1; got != c.want {
				t.Errorf("a message: %v, want %v for %q", got, c.want, c.text)
			}
		})
	}
}

func TestExtract(t *testing.T) {
	d := blocks(
		document.Block{Kind: document.FrontMatter, Parent: -1},
		document.Block{Kind: document.Value, Parent: 0, Key: "title", Text: "A title"},
		document.Block{Kind: document.Heading, Level: 2, Parent: -1, Text: "A heading", ID: "pin", Note: "be brief"},
		document.Block{Kind: document.List, Parent: -1},
		document.Block{Kind: document.Item, Parent: 3},
		document.Block{Kind: document.Paragraph, Parent: 4, Text: "An item"},
		document.Block{Kind: document.Container, Parent: -1},
		document.Block{Kind: document.Paragraph, Parent: 6, Text: "A paragraph"},
		document.Block{Kind: document.Code, Parent: -1},
		document.Block{Kind: document.Cell, Parent: -1, Text: "42"},
		document.Block{Kind: document.Cell, Parent: -1, Text: "A cell"},
	)
	want := []Message{
		{Text: "A title", Block: 1, Kind: "title"},
		{Text: "A heading", Block: 2, Kind: "heading 2", ID: "pin", Note: "be brief", pinned: true},
		{Text: "An item", Block: 5, Kind: "list item"},
		{Text: "A paragraph", Block: 7, Kind: "paragraph"},
		{Text: "A cell", Block: 10, Kind: "table cell"},
	}
	got := Extract(code{}, d)
	for i := range got {
		got[i].of = nil
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// What goi18n v2 computes for a message without description; its own test is in catalog/goi18n.
func TestFingerprint(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "sha1-da39a3ee5e6b4b0d3255bfef95601890afd80709"},
		{"hello", "hello", "sha1-aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Fingerprint(c.text); got != c.want {
				t.Errorf("got %s, want %s for %q", got, c.want, c.text)
			}
		})
	}
}
