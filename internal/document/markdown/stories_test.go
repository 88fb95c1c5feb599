package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"colophon/internal/document"
	"colophon/internal/document/markdown"
)

// texts lists the blocks of a document that hold text: kind, pinned ID, key and note where there are any, and the text.
func texts(d *document.Document) string {
	var out strings.Builder
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if !b.Holds() {
			continue
		}
		fmt.Fprint(&out, b.Kind)
		if b.Key != "" {
			fmt.Fprintf(&out, " %s", b.Key)
		}
		if b.ID != "" {
			fmt.Fprintf(&out, " #%s", b.ID)
		}
		if b.Note != "" {
			fmt.Fprintf(&out, " (%s)", b.Note)
		}
		fmt.Fprintf(&out, ": %q\n", b.Text)
	}
	return out.String()
}

// lines joins lines with newlines, one at the end too.
func lines(lines ...string) string { return strings.Join(lines, "\n") + "\n" }

func TestTexts(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"quotes and lazy lines", "> a\n> b\nc\n", lines(`paragraph: "a b c"`)},
		{"hard breaks", "a  \nb\\\nc\nd\n", lines(`paragraph: "a\nb\nc d"`)},
		{"no hard break in code", "`a\\\nb` c  \nd\n", lines("paragraph: \"`a\\\\ b` c\\nd\"")},
		{"writing without spaces", "日本\n語\n한국\n어\n", lines(`paragraph: "日本語 한국 어"`)},
		{"task list", "- [ ] a\n- [x] b\n  [ ] c\n- [] d\n", lines(`paragraph: "a"`, `paragraph: "b [ ] c"`, `paragraph: "[] d"`)},
		{"alert", "> [!NOTE]\n> a\n\n> [!note]- T\n> b\n\n> [!a](b)\n", lines(`paragraph: "a"`, `paragraph: "T"`, `paragraph: "b"`, `paragraph: "[!a](b)"`)},
		{"headings", "# a {#x} ##\n## b ## {.c #y}\n### c {d}\n# <a id=\"z\"></a>e\nf\ng {#h}\n---\n",
			lines(`heading #x: "a"`, `heading #y: "b"`, `heading: "c {d}"`, `heading: "e"`, `heading #h: "f g"`)},
		{"table", "|a|b \\| c|\n|-|:-:|\n|d\n|e|f|g|\n||x|\n", lines(`table cell: "a"`, `table cell: "b \\| c"`, `table cell: "d"`, `table cell: "e"`, `table cell: "f"`, `table cell: "x"`)},
		{"table after a paragraph", "a\n|b|\n|-|\n", lines(`paragraph: "a"`, `table cell: "b"`)},
		{"table ended by a shortcode", "|a|\n|-|\n{{< /table >}}\n", lines(`table cell: "a"`)},
		{"definitions", "[a]: b 'c'\n[d]: e\n\"f\ng\"\nh\n", lines(`definition: "c"`, `definition: "f g"`, `paragraph: "h"`)},
		{"footnotes", "[^1]: a\n    b\n\n    c\n\nd\n", lines(`paragraph: "a b"`, `paragraph: "c"`, `paragraph: "d"`)},
		{"definition lists", "a\nb\n: c\n: d\n\n  e\n\nf\n\n: g\n\nh\n\n\n: i\n",
			lines(`term: "a"`, `term: "b"`, `paragraph: "c"`, `paragraph: "d"`, `paragraph: "e"`, `term: "f"`, `paragraph: "g"`, `paragraph: "h"`, `paragraph: ": i"`)},
		{"math", "$$\na\n$$\n\n$$ b $$\n\nc\n$$\nd\n$$\n\n$$ e\n", lines(`paragraph: "c"`, `paragraph: "$$ e"`)},
		{"containers", "::: tip T {#i}\na\n:::\n:::note[U]\n::::\n::: {.x}\nb\n:::\n/// c | V\n///\n!!! d \"W\"\n    e\n\nf\n",
			lines(`container: "T"`, `paragraph: "a"`, `container: "U"`, `paragraph: "b"`, `container: "V"`, `container: "W"`, `paragraph: "e"`, `paragraph: "f"`)},
		{"shortcodes on lines of their own", "a\n{{< note >}}\nb\n{{% /note %}}\n\nc\n{{< ref \"d\" >}}\ne\n\n{{< figure\n  caption=\"F\" >}}\n",
			lines(`paragraph: "a"`, `paragraph: "b"`, `paragraph: "c {{< ref \"d\" >}} e"`, `value caption: "F"`)},
		{"code in shortcodes", "{{< highlight go >}}\na\n\nb\n{{< /highlight >}}\nc\n", lines(`paragraph: "c"`)},
		{"components", "import A from 'b'\nexport const c = 1\n\n<A b={c}>\nd\n</A>\n\n<A title=\"e\" f={g} />\n", lines(`paragraph: "d"`, `value title: "e"`)},
		{"prose that looks like a component", "import duties rose\n\n<https://a.b>\n\nexport goods\n", lines(`paragraph: "import duties rose"`, `paragraph: "<https://a.b>"`, `paragraph: "export goods"`)},
		{"HTML blocks", "<div>\n<p>a <b>b</b></p> c\n<!-- d --><pre>e</pre>\n<p><code>x</code></p>\n</div>\n\n<script>\nf\n</script>\n\n<i>\ng</i>\n", lines(`paragraph: "a <b>b</b>"`, `paragraph: "c"`, `paragraph: "g"`)},
		{"YAML", "---\ntitle: a # b\nsummary: 'c''d'\ndescription: \"e\\n\\\"f\\\"\"\nlinkTitle: >\n  g\nlead: h\n  i\nexcerpt: [j]\nabstract:\nother: k\nnested:\n  title: l\n---\n",
			lines(`value title: "a"`, `value summary: "c'd"`, `value description: "e\n\"f\""`)},
		{"TOML", "+++\ntitle = \"a\"\nsummary = 'b'\ndescription = \"\"\"\ntitle = \"c\"\n\"\"\"\n[d]\ntitle = \"e\"\n+++\n", lines(`value title: "a"`, `value summary: "b"`)},
		{"JSON", "{\n\"title\": \"a\\u00e9\", \"b\": {\"title\": \"c\"}, \"tags\": [\"title\"]\n}\nd\n", lines(`value title: "aé"`, `paragraph: "d"`)},
		{"no front matter", "---\nText\n---\n", lines(`heading: "Text"`)},
		{"directives", "<!-- i18n:skip -->\n- a\n  - b\n\nc\n\n<!-- mdpo-disable -->\nd\n<!-- mdpo-enable -->\n\n<!-- colophon: note N -->\n<!-- colophon: id I -->\n\n> e\n\n<!-- i18n:comment: one -->\n<!-- TRANSLATORS: two -->\nf\n\n<div translate=\"no\">\n\ng\n\n</div>\n\nh\n",
			lines(`paragraph: "c"`, `paragraph #I (N): "e"`, `paragraph (one`+"\n"+`two): "f"`, `paragraph: "h"`)},
		{"lone carriage returns", "# a\rb\rc\r\rd", lines(`heading: "a"`, `paragraph: "b c"`, `paragraph: "d"`)},
		{"spaces of other scripts are no text", "\u00a0\n\n\u3000a\n", lines("paragraph: \"\\u3000a\"")},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := texts(markdown.Format{}.Parse(c.source)); got != c.want {
				t.Errorf("source:\n%s\ngot:\n%s\nwant:\n%s", c.source, got, c.want)
			}
		})
	}
}

func TestKeys(t *testing.T) {
	d := markdown.Format{Keys: []string{"motto"}}.Parse("---\ntitle: a\nmotto: b\n---\n")
	if got, want := texts(d), "value motto: \"b\"\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestWrite(t *testing.T) {
	long := "one two three four five six seven eight nine ten eleven"
	for _, c := range []struct{ name, source, target, want string }{
		{"one line stays one", "a\n", long, long + "\n"},
		{"wrapped prose is wrapped to the width of the file", "aaa bbb ccc ddd eee\nfff\n", long, "one two three four\nfive six seven\neight nine ten\neleven\n"},
		{"quote", "> aaa bbb ccc ddd eee\n> fff\n", long, "> one two three four\n> five six seven\n> eight nine ten\n> eleven\n"},
		{"lazy quote", "> aaa bbb ccc ddd eee\nfff\n", "one two three 4. five six 7. seven", "> one two three 4.\nfive six 7. seven\n"},
		{"item", "1.  aaa bbb ccc ddd\n    eee\n", long, "1.  one two three\n    four five six\n    seven eight\n    nine ten eleven\n"},
		{"footnote", "[^note]: aaa bbb ccc\n    ddd\n", "one two three four five", "[^note]: one two\n    three four five\n"},
		{"CRLF", "> a\\\r\n> b\r\n", "c\nd\ne", "> c\\\r\n> d\\\r\n> e\r\n"},
		{"hard breaks with spaces", "a   \nb\n", "c\nd", "c   \nd\n"},
		{"a hard break where the source has none", "a\n", "b\nc", "b  \nc\n"},
		{"a block after a hard break", "- a\n", "b\n# c", "- b  \n      # c\n"},
		{"no line starts a block", "aaa bbb ccc ddd\neee\n", "one two three - four 1. five # six", "one two three -\nfour 1. five #\nsix\n"},
		{"escapes", "a\n", "# b", "\\# b\n"},
		{"numbers", "a\n", "12. b", "12\\. b\n"},
		{"no escape needed", "a\n", "#b -c 1.d", "#b -c 1.d\n"},
		{"heading", "# a\n", "b\nc #", "# b c \\#\n"},
		{"heading with closing markers", "# a #\n", "b #", "# b # #\n"},
		{"heading attributes", "# a\n", "b {#c}", "# b \\{#c}\n"},
		{"cell", "|a|\n|-|\n", "b | c \\| d\\", "|b \\| c \\| d\\ |\n|-|\n"},
		{"title", "[a]: b \"c\"\n", "d \"e\"\nf", "[a]: b \"d \\\"e\\\" f\"\n"},
		{"plain YAML", "---\ntitle: a\n---\n", "b", "---\ntitle: b\n---\n"},
		{"YAML that needs quotes", "---\ntitle: a\n---\n", "b: c", "---\ntitle: \"b: c\"\n---\n"},
		{"YAML in single quotes", "---\ntitle: 'a'\n---\n", "l'a", "---\ntitle: 'l''a'\n---\n"},
		{"TOML literal", "+++\ntitle = 'a'\n+++\n", "l'a", "+++\ntitle = \"l'a\"\n+++\n"},
		{"JSON", "{\"title\": \"a\"\n}\n", "b \"c\" \\", "{\"title\": \"b \\\"c\\\" \\\\\"\n}\n"},
		{"HTML", "<div>a</div>\n", "b <i>c</i> </div> <d", "<div>b <i>c</i> &lt;/div> &lt;d</div>\n"},
		{"Chinese", "一二三四五六七八九十\n一二三\n", "甲乙丙丁戊己庚辛壬癸子丑。寅卯", "甲乙丙丁戊己庚辛壬癸\n子丑。寅卯\n"},
		{"destinations are not broken", "aaa bbb ccc\nddd\n", "one [two three](<a b> \"c d\") four", "one [two\nthree](<a b> \"c d\")\nfour\n"},
		{"empty", "a\n", " \n", "a\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := markdown.Format{}
			d := f.Parse(c.source)
			for i := range d.Blocks {
				if d.Blocks[i].Holds() {
					got := c.source[:d.Blocks[i].Extent().Start] + f.Write(d, i, c.target) + c.source[d.Blocks[i].Extent().End:]
					if got != c.want {
						t.Errorf("source:\n%s\ngot:\n%s\nwant:\n%s", c.source, got, c.want)
					}
					return
				}
			}
		})
	}
}

func TestAnchors(t *testing.T) {
	d := markdown.Format{}.Parse("# Hello, *World*!\n# Hello, World!\n## `code` & [Link](x \"t\") &amp; ![img](y) \\*\n# Über Straße\n# 한국어 제목: 하나\n# a {#own}\n## x_y - z\nSet *ext*\n---\n# own\n# <b>t</b>\n<!-- colophon: id message -->\n# pinned\n")
	var got []string
	anchors := markdown.Format{}.Anchors(d)
	for i := range d.Blocks {
		if d.Blocks[i].Kind == document.Heading {
			got = append(got, anchors[i])
		}
	}
	want := "hello-world hello-world-1 code--link--- über-straße 한국어-제목-하나 own x_y---z set-ext own-1 t pinned"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}
