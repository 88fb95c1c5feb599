package html

import (
	"fmt"
	"strings"
	"testing"

	"colophon/internal/document"
	"colophon/internal/document/documenttest"
)

// page is documentation as generators write it.
const page = `<section id="managing" class="section">
<h2>Managing things<a class="headerlink" href="#managing" title="Permalink to this headline">¶</a></h2>
<p>A paragraph of documentation with some <em>emphasis</em>, a <a class="reference external" href="https://example.org/path">link</a>,
<code class="docutils literal"><span class="pre">code</span></code> and words enough to be wrapped over three lines, which is what most
of the prose in a repository looks like.</p>
<ul class="simple">
<li><p>an item</p></li>
<li><p>another item that is a little longer than the first one &amp; goes on</p></li>
</ul>
<div class="highlight"><pre><span class="n">kubectl</span> <span class="n">get</span> <span class="n">pods</span></pre></div>
<table><thead><tr><th>Name</th><th>Meaning</th></tr></thead>
<tbody><tr><td>a</td><td>the first letter</td></tr></tbody></table>
</section>
`

// BenchmarkParse: a 10 MB page is read as fast per byte as a small one.
func BenchmarkParse(b *testing.B) {
	for _, size := range []int{100_000, 10_000_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) { documenttest.Linear(b, Format{}, page, size) })
	}
}

// units were each quadratic in some parser.
var units = []struct{ name, text string }{
	{"angles", "<"}, {"open tags", "<a "}, {"open quotes", "<a b=\""}, {"nested", "<div>"}, {"inline", "<b>"}, {"other ends", "<b></i>"}, {"ends", "</p>"},
	{"comments", "<!--"}, {"dashes", "<!-- -- "}, {"declarations", "<!"}, {"instructions", "<?php "}, {"templates", "<% "}, {"braces", "{{ "}, {"braces in tags", "<a {{ b>"},
	{"scripts", "<script>"}, {"script ends", "<script></script"}, {"titles", "<title>"}, {"drawings", "<svg>"}, {"drawings in two", "<svg><math></svg>"}, {"pre", "<pre>a"},
	{"svg templates", "<svg><%</svg>"}, {"attributes", "<a title=b "}, {"lists", "<ul><li>a"}, {"items", "<li>"}, {"paragraphs", "<p>a"}, {"tables", "<table><tr><td>"}, {"cells", "<td>a"},
	{"headings", "<h1><h2>a"}, {"crossed", "<b><i></b></i>"}, {"words", "a <b>"}, {"cdata", "<svg><![CDATA["}, {"entities", "&a"}, {"lines", "a\n"}, {"returns", "a\r"}, {"meta", "<meta content=a name=b>"},
}

func BenchmarkPathological(b *testing.B) {
	for _, unit := range units {
		for _, size := range []int{50_000, 500_000} {
			b.Run(fmt.Sprintf("%s/%d", unit.name, size), func(b *testing.B) { documenttest.Linear(b, Format{}, unit.text, size) })
		}
	}
	b.Run("attributes of one tag", func(b *testing.B) {
		source := "<meta " + strings.Repeat("title=b content=c ", 50_000) + ">"
		b.SetBytes(int64(len(source)))
		for b.Loop() {
			Format{}.Parse(source)
		}
	})
}

// BenchmarkInlines and BenchmarkEscape: reading and writing a text is linear for every text.
func BenchmarkInlines(b *testing.B) { texts(b, func(s string) { Format{}.Inlines(nil, s) }) }

func BenchmarkEscape(b *testing.B) { texts(b, func(s string) { escape("", s) }) }

func texts(b *testing.B, do func(string)) {
	for _, unit := range append(units, struct{ name, text string }{"prose", "Some <em>emphasis</em>, a <a href=\"x\">link</a>, <code>code</code> &amp; words. "}) {
		for _, size := range []int{10_000, 100_000} {
			b.Run(fmt.Sprintf("%s/%d", unit.name, size), func(b *testing.B) {
				s := strings.Repeat(unit.text, size/len(unit.text)+1)
				b.SetBytes(int64(len(s)))
				for b.Loop() {
					do(s)
				}
			})
		}
	}
}

// BenchmarkWrite: translating every text of a file costs about as much as reading it twice.
func BenchmarkWrite(b *testing.B) {
	for _, size := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			d := Format{}.Parse(strings.Repeat(page, size/len(page)+1))
			targets := map[int]string{}
			for i := range d.Blocks {
				if d.Blocks[i].Holds() {
					targets[i] = d.Blocks[i].Text + " x"
				}
			}
			b.SetBytes(int64(len(d.Source)))
			b.ReportAllocs()
			for b.Loop() {
				if out := document.Splice(Format{}, d, targets); len(out.Refused) > 0 {
					b.Fatal(out.Refused)
				}
			}
		})
	}
}
