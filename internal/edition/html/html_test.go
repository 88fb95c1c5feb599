package html_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

	"colophon/internal/document"
	"colophon/internal/document/markdown"
	"colophon/internal/document/plaintext"
	"colophon/internal/edition"
	"colophon/internal/edition/editiontest"
	"colophon/internal/edition/html"
)

func write(t testing.TB, e *edition.Edition) string {
	t.Helper()
	files, err := html.Writer{}.Write(e)
	if err != nil || len(files) != 1 {
		t.Fatalf("got %d files, %v", len(files), err)
	}
	return files[0].Content
}

// body is what stands in <main>, in an edition whose translation of every text is target.
func body(t testing.TB, f document.Format, source, language, target string) string {
	t.Helper()
	page := write(t, editiontest.Make(f, source, language, editiontest.Work(), func(string) string { return target }))
	_, main, _ := strings.Cut(page, "<main>\n")
	main, _, _ = strings.Cut(main, "</main>")
	return main
}

// A particle right after bold words is what Korean has, and CommonMark does not see the end of the bold there. Where the
// source has the emphasis too, the reader does; the word joiner that holds it is not seen.
func TestEmphasisOfTranslations(t *testing.T) {
	for _, c := range []struct{ source, target, want string }{
		{"**Markdown** is", "**마크다운(Markdown)**을", "<strong>마크다운(Markdown)</strong>을"},
		{"he said *“yes”*", "그는 *\"예\"*라고 했다", "<em>&quot;예&quot;</em>라고"},
		{"~~off~~ is", "~~취소(x)~~를", "<del>취소(x)</del>를"},
		{"**this**", "これは**「重要」**です", "<strong>「重要」</strong>です"},
		{"**this**", "这是**“引用”**的", "<strong>“引用”</strong>的"},
		{"***both*** are", "***둘 다(both)***는", "<em><strong>둘 다(both)</strong></em>는"},
		{"stars", "별 * 하나 * 둘", "별 * 하나 * 둘"},
		{"stars", "**별(star)**은", "**별(star)**은"},
		{"names", "snake_낱말_case", "snake_낱말_case"},
		{"no", `\*\*아님\*\*을`, "**아님**을"},
		{"`code`", "`**코드**`는", "<code>**코드**</code>는"},
	} {
		got := strings.ReplaceAll(body(t, markdown.Format{}, c.source+"\n", "ko", c.target), "\u2060", "")
		if !strings.Contains(got, c.want) {
			t.Errorf("%q reads %q, want %q", c.target, got, c.want)
		}
	}
	const source = "이것은 **마크다운(Markdown)**을\n"
	if got := body(t, markdown.Format{}, source, "ko", ""); !strings.Contains(got, "**마크다운") {
		t.Errorf("a passage in the source language reads %q, and its author saw asterisks", got)
	}
}

// Korean words stay apart where a line ends; Chinese and Japanese ones are joined.
func TestLineBreaks(t *testing.T) {
	for source, want := range map[string]string{
		"하나\n둘\n":       "<p>하나\n둘</p>",
		"中文\n文字\n":      "<p>中文文字</p>",
		"中文\n*文字*\n":    "<p>中文<em>文字</em></p>",
		"中文\nlatin\n":   "<p>中文\nlatin</p>",
		"中文  \n文字\n":    "<p>中文<br>\n文字</p>",
		"**中文**\n文字。\n": "<p><strong>中文</strong>\n文字。</p>",
	} {
		if got := body(t, markdown.Format{}, source, "en", ""); !strings.Contains(got, want) {
			t.Errorf("%q reads %q, want %q", source, got, want)
		}
	}
}

// A link may lead anywhere, but it may not be a program.
func TestLinks(t *testing.T) {
	for source, want := range map[string]string{
		"[a](javascript:alert(1))":        `<a href="">a</a>`,
		"[a](JaVaScRiPt:alert%281%29)":    `<a href="">a</a>`,
		"[a](data:text/html,x)":           `<a href="">a</a>`,
		"![a](data:image/svg+xml,x)":      `<img src="" alt="a">`,
		"<a href=\" java\tscript:x\">a":   `<a>a`,
		"<a onclick=x href=/b>a</a>":      `<a href="/b">a</a>`,
		"<script>x</script>\n\na":         "<p>a</p>",
		"<iframe src=x></iframe>\n\na":    "<p>a</p>",
		"[a](../b.md#c)":                  `<a href="../b.html#c">a</a>`,
		"[a](b.markdown)":                 `<a href="b.html">a</a>`,
		"[a](https://example.org/b.md)":   `<a href="https://example.org/b.md">a</a>`,
		"[a](/b.md) [c](x.txt) [d](#.md)": `<a href="/b.md">a</a> <a href="x.txt">c</a> <a href="#.md">d</a>`,
	} {
		if got := body(t, markdown.Format{}, source, "en", ""); !strings.Contains(got, want) || strings.Contains(got, "script") {
			t.Errorf("%q reads %q, want %q", source, got, want)
		}
	}
}

// Links to headings find them in every language, and the page's own ids give way.
func TestAnchors(t *testing.T) {
	const source = "# One\n\n## {#empty}\n\n## One\n\nSetext *x*\n===\n\n## Colophon\n\n### Kept {#kept onclick=x style=\"display:none\" .c}\n\n> #### Deep\n"
	page := write(t, editiontest.Make(markdown.Format{}, source, "ko", editiontest.Work(), func(string) string { return "하나" }))
	for i, id := range (markdown.Format{}).Anchors(markdown.Format{}.Parse(source)) {
		if id != "" && strings.Count(page, ` id="`+id+`"`) != 1 {
			t.Errorf("heading %d has no id %q, or not once:\n%s", i, id, page[strings.Index(page, "<main>"):])
		}
	}
	if !strings.Contains(page, `<footer id="colophon-2"`) || strings.Contains(page, "onclick") || strings.Contains(page, `style="display`) {
		t.Errorf("got %s", page[strings.Index(page, "<main>"):])
	}
}

// What the author left open ends with the document.
func TestOrder(t *testing.T) {
	for _, source := range []string{"<div hidden>\n", "<!--\n", "a <b>b <i hidden>c\n", "<textarea>\n", "<plaintext>\n", "</main></body></html>\n", "<table><tr>\n",
		"<svg><style>\n", "<select><option>\n", "<math><mtext><mglyph><style>\n", "<template>\n", "<noscript>\n", "<style>*{display:none}</style>\n"} {
		e := editiontest.Make(markdown.Format{}, "text\n\n"+source+"\nmore\n", "en", editiontest.Work(), nil)
		files, err := html.Writer{}.Write(e)
		if err != nil {
			t.Fatal(err)
		}
		if found := edition.Verify(files[0].Name, files[0].Content, edition.NewManifest(e, "", edition.Tool{}, files)); len(found) > 0 {
			t.Errorf("%q hides the colophon: %v", source, found[0].Target)
		}
		root, err := xhtml.Parse(strings.NewReader(files[0].Content))
		if err != nil {
			t.Fatal(err)
		}
		var children []string
		for n := range root.Descendants() {
			if n.Parent.Data == "body" && n.Type == xhtml.ElementNode {
				children = append(children, n.Data)
			}
		}
		if got := strings.Join(children, " "); got != "main footer" {
			t.Errorf("%q makes a page of %q", source, got)
		}
	}
}

func TestForeignBlocks(t *testing.T) {
	const source = "::: tip A *title*\ninside **text**\n:::\n\nafter\n\n!!! note \"N\"\n    indented\n\n    more\n\n$$\na < b\n$$\n\n{{< figure >}}\n"
	got := body(t, markdown.Format{}, source, "en", "")
	for _, want := range []string{"<aside class=\"container\">\n<p class=\"label\">A title</p>\n<p>inside <strong>text</strong></p>\n</aside>\n<p>after</p>",
		"<p class=\"label\">N</p>\n<p>indented</p>\n<p>more</p>\n</aside>", "<pre class=\"math\">$$\na &lt; b\n$$</pre>"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.Contains(got, "figure") || strings.Contains(got, ":::") {
		t.Errorf("marks of other programs are in\n%s", got)
	}
}

func TestPlainText(t *testing.T) {
	const source = "First <b>\n=========\n\nA paragraph of text &amp; words\nthat goes on here, quite a bit further.\n\n3. three\n4. four\n\n* star\n\n> quoted\n\n가. 하나\n나. 둘\n\n---\n\nlast\n"
	got := body(t, plaintext.Format{}, source, "en", "")
	for _, want := range []string{"<h1>First &lt;b&gt;</h1>", "text &amp;amp; words", "<ol start=\"3\">\n<li><p>three</p>", "<ul>\n<li><p>star</p>",
		"<blockquote>\n<p>quoted</p>", "<ul class=\"marked\">\n<li><span class=\"mark\">가.</span>\n<p>하나</p>", "<hr>"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if got := body(t, plaintext.Format{}, source, "ar", ""); !strings.Contains(got, `<p class="fallback" lang="en" dir="ltr"`) {
		t.Errorf("got %s", got)
	}
}

// The description for machines is JSON whatever the names are, and cannot end its element.
func TestJSONLD(t *testing.T) {
	work := editiontest.Work(editiontest.Hostile...)
	page := write(t, editiontest.Make(markdown.Format{}, "# A </script><b>\n", "ko", work, func(s string) string { return s + "!" }))
	_, script, _ := strings.Cut(page, "<script type=\"application/ld+json\">\n")
	script, _, _ = strings.Cut(script, "</script>")
	var v map[string]any
	if err := json.Unmarshal([]byte(script), &v); err != nil {
		t.Fatalf("%v in %s", err, script)
	}
	if strings.ContainsAny(script, "<>&") {
		t.Errorf("markup is in %s", script)
	}
	for key, want := range map[string]string{"@type": "Article", "inLanguage": "ko", "license": "https://creativecommons.org/licenses/by/4.0/", "version": "2"} {
		if v[key] != want {
			t.Errorf("%s is %v, want %s", key, v[key], want)
		}
	}
	if translators := v["translator"].([]any); len(translators) != 2 || translators[0].(map[string]any)["name"] != "김민" {
		t.Errorf("translators are %v", translators)
	}
	if of := v["translationOfWork"].(map[string]any); of["inLanguage"] != "en" {
		t.Errorf("translation of %v", of)
	}
	if strings.Count(page, "<script") != 1 || regexp.MustCompile(`(?i)<(link|img|script|iframe)[^>]+(src|href)="?https?://[^">]+\.(js|css|woff)`).MatchString(page) {
		t.Errorf("the page asks for something from elsewhere")
	}
}

// Text stands out from what is behind it by 4.5 to 1 at least (WCAG 2.2 §1.4.3), in both schemes and in print.
func TestContrast(t *testing.T) {
	css, err := os.ReadFile("style.css")
	if err != nil {
		t.Fatal(err)
	}
	schemes := regexp.MustCompile(`:root \{[^}]*--paper[^}]*\}`).FindAllString(string(css), -1)
	if len(schemes) != 3 {
		t.Fatalf("got %d schemes, want light, dark and print", len(schemes))
	}
	for _, scheme := range schemes {
		colors := map[string]float64{}
		for _, m := range regexp.MustCompile(`--(\w+): #([0-9a-f]+);`).FindAllStringSubmatch(scheme, -1) {
			colors[m[1]] = luminance(m[2])
		}
		for _, back := range []string{"paper", "tint"} {
			for _, text := range []string{"ink", "soft", "link"} {
				high, low := max(colors[back], colors[text]), min(colors[back], colors[text])
				if ratio := (high + 0.05) / (low + 0.05); ratio < 4.5 {
					t.Errorf("%s on %s has contrast %.2f in %s", text, back, ratio, scheme)
				}
			}
		}
	}
}

func luminance(hex string) float64 {
	if len(hex) == 3 {
		hex = fmt.Sprintf("%c%c%c%c%c%c", hex[0], hex[0], hex[1], hex[1], hex[2], hex[2])
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			panic(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

// A page is rendered in time linear in its text: bytes per second are the same for ten times the document.
func BenchmarkWrite(b *testing.B) {
	guide := editiontest.Guide(markdown.Format{}, "en").Text.Source
	_, guide, _ = strings.Cut(guide, "---\n\n")
	for _, n := range []int{30, 300} {
		e := editiontest.Make(markdown.Format{}, strings.Repeat(strings.ReplaceAll(guide, "[^thanks]", ""), n), "ko", editiontest.Work(), func(s string) string { return s + " 끝" })
		b.Run(fmt.Sprintf("%dkB", len(e.Text.Source)/1000), func(b *testing.B) {
			b.SetBytes(int64(len(e.Text.Source)))
			b.ReportAllocs()
			for b.Loop() {
				write(b, e)
			}
		})
	}
}
