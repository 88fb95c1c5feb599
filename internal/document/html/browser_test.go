package html

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"colophon/internal/document"
)

// Where authors leave end tags out, texts stand in the elements in which browsers show them. The oracle is the parser of
// golang.org/x/net/html, which builds their tree. (With every .html of the Go tree, the module cache and /usr/share/doc
// of one machine: 51,228 texts stood the same, 3 did not, in files that are templates or UTF-16.) We differ on purpose where
// an end tag has no start tag, and a cell no table: in the parts that templates put together, those are real.
func TestLikeBrowsers(t *testing.T) {
	for _, source := range []string{
		"<p>a<p>b<div>c<p>d</div>e", "<p>a<b>b<div>c</div>d</b>e", "<ul><li>a<li>b<ul><li>c<p>d<li>e</ul>f</ul>g", "<ol><li><p>a<li>b</ol><p>c",
		"<ul><li><div>a<li>b</div></ul>c", "<ul><li><blockquote>a<li>b</blockquote></ul>", "<dl><dt>a<dd>b<p>c<dt>d<dd><ul><li>e</ul>f</dl>g",
		"<table><tr><td>a<td>b<tr><th>c</table>d", "<table><tbody><tr><td><p>a<tfoot><tr><td>b</table>", "<table><tr><td>a<table><tr><td>b</table>c<td>d</table>e",
		"<table><tr><td><ul><li>a<td>b</table>", "<table><caption>a<tr><td>b</table>", "<h1>a</h3>b", "<blockquote><p>a</blockquote>b<p>c",
		"<p>a<ul><li>b</ul>c</p>d", "<p>a<table><tr><td>b</table>c", "<p>a<pre>b</pre>c", "<p>a<hr>b", "<div><p>a</div>b</p>c", "<li>a<li>b",
		"<button><p>a</button>b", "<p><button>a<p>b</button>c", "<a><p>a</a>b", "<i><ul><li>a</i>b</ul>c", "<select><option>a<option>b<optgroup><option>c</select>d",
		"<address><p>a<li>b</address><li>c", "<section><h2>a<p>b</section><p>c", "<details><summary>a<p>b</details>c", "a</p>b",
		"<figure><p>a<figcaption>b</figure>c", "<dl><div><dt>a<dd>b</div><div><dt>c</div></dl>", "<ul><ul><li>a</ul><li>b</ul>", "<center><p>a<table><tr><td><center>b</table>c</center>d",
	} {
		source = "<!DOCTYPE html>" + source // without it, a table does not close a paragraph (§13.2.6.4.7)
		if got, want := placed(source), shown(source); !slices.Equal(got, want) {
			t.Errorf("%s\ngot  %q\nwant %q", source, got, want)
		}
	}
}

// counts reports whether a kind says where a text stands; <div> and its like do not.
func counts(k document.Kind) bool { return k != document.HTML && k != document.FrontMatter }

// placed are the letters of each text of source, and the blocks they stand in. A paragraph is one if it has a tag.
func placed(source string) []string {
	var all []string
	d := Format{}.Parse(source)
	for i := range d.Blocks {
		if !d.Blocks[i].Holds() {
			continue
		}
		chain := ""
		for k := i; k >= 0; k = d.Blocks[k].Parent {
			b := &d.Blocks[k]
			if counts(b.Kind) && (b.Kind != document.Paragraph || strings.HasPrefix(b.Span.Of(source), "<p>")) {
				chain = b.Kind.String() + "/" + chain
			}
		}
		all = append(all, chain+letters(document.PlainText(Format{}, d, d.Blocks[i].Text)))
	}
	return all
}

// shown are the same as x/net sees them.
func shown(source string) []string {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return []string{fmt.Sprint(err)}
	}
	var all []string
	var text, at string
	flush := func() {
		if s := letters(text); s != "" {
			all = append(all, at+s)
		}
		text = ""
	}
	var walk func(n *html.Node, chain string)
	walk = func(n *html.Node, chain string) {
		if n.Type == html.TextNode {
			at, text = chain, text+n.Data
			return
		}
		el := lookup(n.Data)
		if n.Type != html.ElementNode || el.class == inline {
			el = unknown
		} else if flush(); el.class == raw || el.class == opaque {
			return
		} else if el.class == block && counts(el.kind) {
			chain += el.kind.String() + "/"
		}
		for c := range n.ChildNodes() {
			walk(c, chain)
		}
		if el != unknown {
			flush()
		}
	}
	walk(root, "")
	flush()
	return all
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}
