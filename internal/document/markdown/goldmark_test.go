package markdown_test

import (
	"bytes"
	"math/rand"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	ghtml "github.com/yuin/goldmark/renderer/html"

	"colophon/internal/document/markdown"
)

// goldmarkHTML is what goldmark makes of source, in canonical form.
func goldmarkHTML(t *testing.T, gm goldmark.Markdown, source string) string {
	t.Helper()
	var out bytes.Buffer
	if err := gm.Convert([]byte(source), &out); err != nil {
		t.Fatal(err)
	}
	return canonicalFor(out.String())
}

// canonicalFor is canonical, without the titles of links and with cells as both write them.
func canonicalFor(html string) string {
	return strings.NewReplacer("<td></td>", "", "&lt;", "<", "&gt;", ">", `\|`, "|").Replace(canonical(titles.ReplaceAllString(html, "")))
}

// TestGoldmark compares random documents with what goldmark reads in them. The vocabularies leave out what goldmark
// itself reads against the specifications: empty items with an indented line after them, tabs after two markers, tables
// whose delimiter row has more cells than their header, and an escaped bar at the end of a row.
func TestGoldmark(t *testing.T) {
	options := goldmark.WithRendererOptions(ghtml.WithUnsafe(), ghtml.WithXHTML())
	for _, c := range []struct {
		name       string
		gm         goldmark.Markdown
		vocabulary []string
		head, tail string
	}{
		{"blocks", goldmark.New(options), []string{"- a", "> ", "1. b", "2. c", "+ d", "    ", "  ", " ", "e", "# f", "```", "~~~", "---", "===",
			"[a]", "'t'", "\n", "\n", "\n", "\n\n", "\n\n", "10) g"}, "a\n", ""},
		{"inlines", goldmark.New(options), []string{"*", "**", "_", "__", "[", "]", "(", ")", "`", "``", "a", "b", " ", `\`, "<b>", "<", ">", "[a]", "(u)",
			`"t"`, "&amp;", ".", "é", "가", "*a*", "***", "](u)", "<y-x:z>"}, "x ", "\n\n[a]: /u\n"},
		{"tables", goldmark.New(options, goldmark.WithExtensions(extension.Table)),
			[]string{"|", "|", "| c ", "d", "\n", "|\n", "`", "\n\n", "> ", "# e\n", "é"}, "a|b\n-|-\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := rand.New(rand.NewSource(1))
			for range 5000 {
				source := c.head
				for range 2 + r.Intn(12) {
					source += c.vocabulary[r.Intn(len(c.vocabulary))]
				}
				source += c.tail
				want := goldmarkHTML(t, c.gm, source)
				if got := canonicalFor(outline(markdown.Format{}.Parse(source))); got != want {
					t.Errorf("source %q\ngot  %s\nwant %s", source, got, want)
				}
			}
		})
	}
}
