package markdown_test

import (
	"testing"

	"colophon/internal/document/documenttest"
	"colophon/internal/document/markdown"
)

// samples hold each construct at least once, in the shapes that have broken Markdown tools.
var samples = []string{
	"# One\n\nA paragraph of two\nlines, *with* emphasis.\n\nSetext\n===\n\nTwo line\nsetext\n---\n\n***\n",
	"> quoted text\n> on two lines\n> > and deeper\nlazy line\n\n> [!NOTE]\n> An alert\n> of two lines.\n\n> [!tip]- Titled\n> callout\n",
	"- one\n- two\n  wrapped\n\n  second paragraph\n  - nested\n    1. deep\n    2. deeper\n       text\n\n10) ten\n    more\n",
	"- [ ] to do\n- [x] done and\n  wrapped\n- [ ] [x] odd\n\n* a\n+ b\n",
	"-\tTab\n\twrapped\n\n1.\tTab\n\n\tpara\n",
	"    code\n\n```go\nfunc\n```\n\n~~~\nopen\n",
	"| a | b |\n|---|:-:|\n| c \\| d | `x` |\n| e | f | excess |\n| short |\n\na | b\n--|--\nc | d\n* x\n",
	"text before\n| h |\n| - |\n| c |\n",
	"hard  \nbreak\\\nagain and\nsoft `code  \nspan` end\n\n> quoted  \n> 2. not a list\n",
	"foo  \n2. bar\n\n- x  \n      - y\n",
	"<div>\nhtml\n</div>\n\n<!-- a comment -->\n\n<a href=\"x\"> inline\nstart\n\n<!-- two\n\nparts -->\n",
	"[foo]: /url \"Title here\"\n[bar]: <b c>\n'two\nlines'\ntext after [foo] and [bar][]\n\n[^1]: A note\n    of two lines.\n\n    More.\n\nRef[^1] to [text][foo].\n",
	"---\ntitle: A title # comment\ndescription: 'It''s'\nsummary: \"a \\\"b\\\"\\n c\"\nweight: 3\nlist:\n- a\nlinkTitle: |\n  block\n---\n\nBody.\n",
	"+++\ntitle = \"T\"\ndescription = 'lit'\n[params]\ntitle = \"no\"\n+++\nBody\n",
	"{\n  \"title\": \"J\\u0041\",\n  \"n\": {\"title\": \"no\"},\n  \"description\": \"D\"\n}\n\nBody\n",
	"Term\n: Description\n  wrapped\n: Second\n\nOther\n\n:   Loose\n\n    para\n",
	"$$\nx = y\n$$\n\nInline $a+b$ math and prices $5.\n\n$$ z $$\n",
	"::: tip A title\ntext\n:::\n\n:::note[Titled] \ntext\n::::\n\n/// info | T\nx\n///\n\n!!! note \"Title\"\n    inside\n    wrapped\n\n=== \"Tab\"\n\n    in tab\n",
	"{{< note >}}\nText in a\nnote.\n{{< /note >}}\n\nBefore {{% param x %}} after\n{{<figure src=\"a\"\n  alt=\"b\">}}\nmore\n\n- item\n{{< x >}}\nlazy\n",
	"## Heading {#id}\n\n## Closed ## {#x .y}\n\n### <a name=\"z\"></a> Anchored ###\n\n# foo # ##\n\nSet {#s}\n---\n",
	"<!-- i18n:skip -->\nno\n\n- <!-- colophon: note for you -->\n- yes\n\n<!-- colophon: id pinned -->\n\nPinned.\n\n<!-- i18n:skip-start -->\n\nout\n\n<!-- i18n:skip-end -->\n\nin\n",
	"<details>\n<summary>A <b>summary</b></summary>\n\nInside.\n\n</details>\n\n> <table><tr>\n> <td>cell one\n> goes on</td><td translate=\"no\">kept</td>\n> <td><pre>code</pre> after < b</td></tr>\n> </table>\n\n<p align=\"center\">\n  <img src=\"x\">\n  Words <a href=\"y\">and link</a>\n</p>\n\n<div>bare<!-- c -->more\n",
	"<b>\nfoo\nbar\n</b>\n\n<span class=\"x\">\n<i>one</i> two</span> three\n",
	"{{< tabs name=\"t\" >}}\n{{< tab name=\"One\" codelang=\"sh\" >}}\ncode\n\nmore code\n{{< /tab >}}\n{{< /tabs >}}\n\n<Tab label=\"Two \" x={y}>\n\n{{< figure caption=\"A \\\"b\\\"\" alt=\"alt\" >}}\n",
	"import X from 'y'\n\n<X a={b}>\n\ntext <B c={d}/> text\n\n</X>\n\nexport const a = 1\n",
	"日本語の文章は\n改行されても\n空白がない。\n\n한국어 문단은\n띄어쓰기가 있다.\n",
	"1. a\n\n   > b\n   > c\n\n   ```\n   code\n   ```\n2. d\n\n> - e\n>   f\n>\n> - g\n",
	"a\rb\r\rc\r",
	"&amp; &copy; <https://x.y> https://a.b/c www.x.org me@x.org ![alt](x.png \"t\") ~~gone~~ \\* **bold _it_**\n",
	"A long paragraph that was wrapped at a certain column with some words\nand then goes on over a second line - with a dash and 1. numbers\nand # hashes + plus signs > quotes.\n",
}

func TestLaws(t *testing.T) { documenttest.Run(t, markdown.Format{}, samples...) }

func FuzzLaws(f *testing.F) { documenttest.Fuzz(f, markdown.Format{}, samples...) }
