package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"colophon/internal/document"
	"colophon/internal/document/documenttest"
	"colophon/internal/document/markdown"
)

// page is documentation as it is written: headings, wrapped prose with markup, lists, code, a table.
const page = `## Managing things

A paragraph of documentation with some *emphasis*, a [link](https://example.org/path "title"),
` + "`code`" + ` and words enough to be wrapped over three lines, which is what most of the
prose in a repository looks like.

- an item
- another item that is a little longer than the first one and
  goes on over a second line
  1. nested
  2. nested too

> A quote of one line.

` + "```sh\nkubectl get pods --all-namespaces\n```" + `

| Name | Meaning |
|------|---------|
| a    | the first letter |
| b    | the second |

`

// BenchmarkParse: a 10 MB book is read as fast per byte as a page.
func BenchmarkParse(b *testing.B) {
	for _, size := range []int{100_000, 10_000_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) { documenttest.Linear(b, markdown.Format{}, page, size) })
	}
}

// BenchmarkPathological: no input makes Parse take more than linear time. Each unit was quadratic in some parser.
func BenchmarkPathological(b *testing.B) {
	for _, unit := range []struct{ name, text string }{
		{"brackets", "["}, {"stars", "*"}, {"angles", "<"}, {"backticks", "`"}, {"quotes", "> "}, {"nested-items", "- "}, {"lists", "- a\n  "},
		{"unclosed-links", "[a](b"}, {"definitions", "[a]: b\n'"}, {"pipes", "|\n|-"}, {"returns", "a\r"}, {"math", "$$\na\n> "},
		{"html", "<div>\n<pre>"}, {"shortcodes", "{{<\n"}, {"comments", "<!-- "}, {"continuation", "a\n"}, {"components", "<A b={\n"}, {"terms", "a\n: b\n"},
		{"code-shortcodes", "{{< x codelang=y >}}\n"}, {"hard-breaks", "a`  \n"},
	} {
		for _, size := range []int{20_000, 200_000} {
			b.Run(fmt.Sprintf("%s/%d", unit.name, size), func(b *testing.B) {
				documenttest.Linear(b, markdown.Format{}, unit.text, size)
			})
		}
	}
}

// BenchmarkInlines: reading the markup of a text is linear for every text.
func BenchmarkInlines(b *testing.B) {
	d := markdown.Format{}.Parse("[a]: /b\n\n[^1]: x\n")
	ticks := func(size int) string {
		var s strings.Builder
		for n := 1; s.Len() < size; n++ {
			s.WriteString("e" + strings.Repeat("`", n))
		}
		return s.String()
	}
	for _, c := range []struct {
		name string
		text func(size int) string
	}{
		{"prose", repeat("Some *emphasis*, a [link](https://example.org/ \"t\"), `code` and words. ")},
		{"brackets", repeat("[")}, {"image-brackets", repeat("![")}, {"links", repeat("[a](b")}, {"nested-links", repeat("[[a](b)")},
		{"references", repeat("[a][a")}, {"stars", repeat("*a_b")}, {"openers-and-closers", repeat("a**b_c* ")}, {"angles", repeat("<a ")},
		{"comments", repeat("<!-- a")}, {"declarations", repeat("<!A ")}, {"instructions", repeat("<?")}, {"quotes", repeat("<a b=\"")}, {"ticks", ticks},
		{"dollars", repeat("$a ")}, {"braces", repeat("{{")}, {"www", repeat("_www.a")}, {"urls", repeat("http://_")}, {"mail", repeat("a@b.")},
		{"tildes", repeat("a~~b~")}, {"parentheses", repeat("[](((")}, {"titles", repeat("[a](b '")}, {"entities", repeat("&a")}, {"footnotes", repeat("[^1")},
	} {
		for _, size := range []int{10_000, 100_000} {
			b.Run(fmt.Sprintf("%s/%d", c.name, size), func(b *testing.B) {
				text := c.text(size)
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					markdown.Format{}.Inlines(d, text)
				}
			})
		}
	}
}

func repeat(unit string) func(size int) string {
	return func(size int) string { return strings.Repeat(unit, size/len(unit)+1) }
}

// BenchmarkWrite: translating every text of a file costs about as much as reading it twice.
func BenchmarkWrite(b *testing.B) {
	for _, size := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			source := strings.Repeat(page, size/len(page)+1)
			d := markdown.Format{}.Parse(source)
			targets := map[int]string{}
			for i := range d.Blocks {
				if d.Blocks[i].Holds() {
					targets[i] = d.Blocks[i].Text + " x"
				}
			}
			b.SetBytes(int64(len(source)))
			b.ReportAllocs()
			for b.Loop() {
				if out := document.Splice(markdown.Format{}, d, targets); len(out.Refused) > 0 {
					b.Fatal(out.Refused)
				}
			}
		})
	}
}
