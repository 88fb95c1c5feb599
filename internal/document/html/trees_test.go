package html

import (
	"fmt"
	"strings"
	"testing"

	"colophon/internal/document"
)

// outline is the block tree, one line a block, children indented.
func outline(d *document.Document) string {
	var out strings.Builder
	depth := make([]int, len(d.Blocks))
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Parent >= 0 {
			depth[i] = depth[b.Parent] + 1
		}
		fmt.Fprintf(&out, "%*s%v", 2*depth[i], "", b.Kind)
		if b.Level > 0 {
			fmt.Fprintf(&out, " %d", b.Level)
		}
		for _, s := range []string{b.Key, b.ID} {
			if s != "" {
				fmt.Fprintf(&out, " %s", s)
			}
		}
		if b.Holds() {
			fmt.Fprintf(&out, " %q", b.Text)
		}
		if b.Note != "" {
			fmt.Fprintf(&out, " (%s)", strings.ReplaceAll(b.Note, "\n", "; "))
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func TestTrees(t *testing.T) {
	for _, row := range trees {
		t.Run(row.name, func(t *testing.T) {
			got := outline(Format{}.Parse(row.source))
			if want := strings.TrimPrefix(row.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s\nsource: %s", got, want, row.source)
			}
		})
	}
}

var trees = []struct{ name, source, want string }{
	{"a page", "<!DOCTYPE html><html lang=en><head><title>The\n year</title><meta name=description content='A letter'><meta name=author content=Ida>" +
		"<script>x</script></head><body><h1>One</h1><p>Two\n  <b>three</b>.</p></body></html>\n", `
front matter
  value title "The year"
  value description "A letter"
  opaque
heading 1 "One"
paragraph "Two <b>three</b>."
`},
	{"head without its tags", "<title>T</title><p>x", `
value title "T"
paragraph "x"
`},
	{"head that nobody closes", "<head><title>T</title><p>x</p>", `
front matter
  value title "T"
paragraph "x"
`},
	{"what nobody closes", "<ul><li>a<li>b<ul><li>c</ul>d<li>e</ul>f<p>g<p>h<h2>i<p>j</h2>k", `
list 1
  list item 1
    paragraph "a"
  list item 1
    paragraph "b"
    list 2
      list item 2
        paragraph "c"
    paragraph "d"
  list item 1
    paragraph "e"
paragraph "f"
paragraph "g"
paragraph "h"
heading 2 "i"
  paragraph "j"
paragraph "k"
`},
	{"terms", "<dl><dt>a<dd>b<dd><p>c</p>d<dt>e</dl>", `
html
  term "a"
  description
    paragraph "b"
  description
    paragraph "c"
    paragraph "d"
  term "e"
`},
	{"tables", "<table summary=s><caption>c</caption><tr><th abbr=a>b<td>d<tbody><tr><td>e<table><tr><td>f</table>g<tr><td>h</table>i", `
value summary "s"
table
  html
    paragraph "c"
  table row
    value abbr "a"
    table cell "b"
    table cell "d"
  table row
    table cell "e"
      table
        table row
          table cell "f"
      paragraph "g"
  table row
    table cell "h"
paragraph "i"
`},
	{"a cell with a list", "<td><ul><li>a</ul>b<td>c<ul><li>d</ul>e", `
table cell
  list 1
    list item 1
      paragraph "a"
  paragraph "b"
table cell "c"
  list 1
    list item 1
      paragraph "d"
  paragraph "e"
`},
	{"other containers", "<section aria-label=s><details><summary>a</summary>b</details></section><blockquote>c</blockquote><hr>", `
value aria-label "s"
html
  html
    html
      paragraph "a"
    paragraph "b"
quote
  paragraph "c"
thematic break
`},
	{"tags in the text, and half tags at its edges", "<a href=x><h3>a</h3> b <i>c</i></a> d</b> e <u><div>f</div></u><p><b>g</b>", `
heading 3 "a"
paragraph "b <i>c</i></a> d</b> e"
html
  paragraph "f"
paragraph "<b>g</b>"
`},
	{"images outside of words", "<p><img alt=a> <a title=b><img alt=c src=d></a></p><p>e <img alt=f></p><div><svg aria-label=g></svg></div>", `
paragraph
  value alt "a"
  value title "b"
  value alt "c"
paragraph "e <img alt=f>"
html
  value aria-label "g"
`},
	{"forms", "<label>a <input placeholder=b></label><button title=c>d</button><input placeholder=e><input type=submit value=f>" +
		"<input type=hidden value=g><textarea placeholder=h>i</textarea><select><optgroup label=j><option>k<option>l</select>", `
paragraph "<label>a <input placeholder=b></label>"
value title "c"
html
  paragraph "d"
value placeholder "e"
value value "f"
value placeholder "h"
opaque
html
  value label "j"
  html
    html
      paragraph "k"
    html
      paragraph "l"
`},
	{"what is no prose", "<p>a</p><pre>b <b>c</b></pre><style>d</style><noscript>e</noscript><template><p>f</template><svg><text>g</text></svg>" +
		"<p>h <math><mi>i</mi></math> j</p><p>|</p><p>&nbsp;</p><p>{{ k }}</p><p>&eacute;</p>", `
paragraph "a"
code
opaque
opaque
opaque
paragraph "h <math><mi>i</mi></math> j"
paragraph
paragraph
paragraph
paragraph "&eacute;"
`},
	{"what does not end", "<pre>a<p>b</p><svg><p>c</p>", `
code
paragraph "a"
paragraph "b"
paragraph "c"
`},
	{"not to be translated", "<div translate=no><p title=a>b<p translate=yes>c</div><p class='x notranslate'>d<p its-translate=no>e<p><b translate=no>f</b> g<p><b translate=no>h</b>", `
html
  paragraph
  paragraph "c"
paragraph
paragraph
paragraph "<b translate=no>f</b> g"
paragraph
`},
	{"in another language", "<html lang=en-GB><p lang=fr>a<p lang=en-US>b<blockquote lang=de>c<p lang=en>d</blockquote><p><i lang=la>e</i><p>f <i lang=la>g</i>", `
paragraph
paragraph "b"
quote
  paragraph "d"
paragraph
paragraph "f <i lang=la>g</i>"
`},
	{"no language to differ from", "<p lang=fr>a", `
paragraph "a"
`},
	{"ITS", "<div its-loc-note='n'><p>a<p>b <i its-loc-note=m>c</i></div><p>d<div its-within-text=yes>e</div>f <b its-within-text=no>g</b>", `
html
  paragraph "a" (n)
  paragraph "b <i its-loc-note=m>c</i>" (n; m)
paragraph "d<div its-within-text=yes>e</div>f"
  html
    paragraph "g"
`},
	{"directives", "<!-- colophon: skip --><div><p>a</div><p>b</p><!--colophon:note c--><!-- TRANSLATORS: d --><p>e</p><!-- colophon: id f --><p title=''>g</p>" +
		"<!-- i18n:skip-start -->h<p>i</p><!-- i18n:skip-end -->j<!-- i18n:skip --><img alt=k><p>l</p>", `
comment
html
  paragraph
paragraph "b"
comment
comment
paragraph "e" (c; d)
comment
paragraph f "g"
comment
paragraph
comment
paragraph "j"
comment
paragraph "l"
`},
	{"comments", "<!-- a --><p><!-- b -->c<!-- d --> e<!-- f --></p>", `
comment
paragraph "c<!-- d --> e"
  comment
  comment
`},
	{"XHTML", "<?xml version='1.0'?><html><head><title/><script src='a'/></head><body><div/><p/><p>b<a id='c'/></p></body></html>", `
front matter
  opaque
html
paragraph
paragraph "b<a id='c'/>"
`},
	{"HTML, where a slash says nothing", "<div/>a</div>b", `
html
  paragraph "a"
paragraph "b"
`},
	{"templates", "<p>a <?php if ($b > 1) { ?> c <% d > e %></p><div <?php echo '>' ?> title=f>g</div><a title=\"{{ t \"h\" }}\"></a>", `
paragraph "a <?php if ($b > 1) { ?> c <% d > e %>"
value title "f"
html
  paragraph "g"
`},
	{"elements nobody has heard of", "<my-card><my-title>a</my-title> b</my-card>", `
paragraph "<my-card><my-title>a</my-title> b</my-card>"
`},
	{"too deep", strings.Repeat("<div>", 300) + "<p>a</p>" + strings.Repeat("</div>", 300) + "b", strings.Repeat("*html\n", 255) + "*paragraph \"a\"\nparagraph \"b\"\n"},
}

func init() {
	deep := &trees[len(trees)-1].want
	for depth := 0; strings.Contains(*deep, "*"); depth += 2 {
		*deep = strings.Replace(*deep, "*", strings.Repeat(" ", depth), 1)
	}
}
