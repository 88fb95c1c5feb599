package edition_test

import (
	"strings"
	"testing"

	"colophon/internal/attribution"
	"colophon/internal/diag"
	"colophon/internal/document"
	"colophon/internal/edition"
	"colophon/internal/lang"
)

// bound is a manifest of one file that must credit Ana and Kim.
func bound(name, content string, placement edition.Placement) *edition.Manifest {
	e := &edition.Edition{Name: "a/page", Language: lang.MustParse("ko"), From: lang.MustParse("en"), Source: &document.Document{},
		Colophon: placement, Statement: attribution.Statement{Heading: "Credits", Lines: []attribution.Line{
			{Values: []attribution.Value{{Text: "Ana Li"}, {Text: "Kim"}}}}, Notes: []string{"Made by hand."}}}
	return edition.NewManifest(e, "", edition.Tool{Name: "colophon", Version: "1"}, []edition.File{{Name: name, Content: content, Credits: true}})
}

func rules(found []diag.Diagnostic) string {
	var all []string
	for _, d := range found {
		all = append(all, strings.TrimPrefix(d.Rule, "verify/")+":"+d.Target)
	}
	return strings.Join(all, " ")
}

// What a reader of a page does not see is no credit, however it is hidden.
func TestHidden(t *testing.T) {
	const hidden = "hidden:Ana Li hidden:Kim hidden:Made by hand."
	page := func(head, open, close string) string {
		return "<!doctype html><html><head>" + head + "</head><body><p>text</p><footer class=c id=f>" + open +
			"<h2>Credits</h2><p>By <b>Ana</b>\n Li, Kim</p><p>Made by hand.</p>" + close + "</footer></body></html>"
	}
	style := func(css string) string { return page("<style>"+css+"</style>", "", "") }
	element := func(attributes string) string { return page("", "<div "+attributes+">", "</div>") }
	for _, c := range []struct{ name, page, want string }{
		{"seen", page("", "", ""), ""},
		{"hidden attribute", element("hidden"), hidden},
		{"until found", element("hidden=until-found"), hidden},
		{"aria-hidden", element("aria-hidden=true"), hidden},
		{"aria-hidden false", element("aria-hidden=false"), ""},
		{"inert", element("inert"), hidden},
		{"closed details", page("", "<details><summary>s</summary>", "</details>"), hidden},
		{"open details", page("", "<details open><summary>s</summary>", "</details>"), ""},
		{"dialog", page("", "<dialog>", "</dialog>"), hidden},
		{"template", page("", "<template>", "</template>"), hidden},
		{"noscript", page("", "<noscript>", "</noscript>"), "credit:Ana Li credit:Kim credit:Made by hand."},
		{"comment", page("", "<!--", "-->"), "credit:Ana Li credit:Kim credit:Made by hand."},
		{"script", page("", "<script>", "</script>"), "credit:Ana Li credit:Kim credit:Made by hand."},
		{"display", element(`style="DISPLAY : none"`), hidden},
		{"visibility", element(`style="visibility:hidden"`), hidden},
		{"shown again", page("<style>.c{visibility:hidden}</style>", `<div style="visibility:visible">`, "</div>"), ""},
		{"opacity", element(`style="opacity:.01"`), hidden},
		{"font size", element(`style="font-size:0"`), hidden},
		{"tiny", element(`style="font-size:1px"`), hidden},
		{"white on white", element(`style="color:#fff;background:white"`), hidden},
		{"transparent", element(`style="color:rgba(0,0,0,0)"`), hidden},
		{"off the page", element(`style="position:absolute;left:-9999px"`), hidden},
		{"indented away", element(`style="text-indent:-9999em"`), hidden},
		{"clipped", element(`style="position:absolute;clip:rect(0 0 0 0)"`), hidden},
		{"boxed away", element(`style="height:0;overflow:hidden"`), hidden},
		{"moved", element(`style="transform:translateX(-9999px)"`), hidden},
		{"shrunk", element(`style="transform:scale(0)"`), hidden},
		{"by class", style(".c{display:none}"), hidden},
		{"by id", style("#f { display: none }"), hidden},
		{"by tag among others", style("nav, body > footer { display: none }"), hidden},
		{"by descendant", style("body footer.c h2, body p { display: none }"), hidden},
		{"by descendants only", style("footer p { display: none }"), hidden},
		{"of another", style(".d, nav p, main > footer { display: none }"), ""},
		{"by attribute", style("[id] { display: none }"), hidden},
		{"everything but", style("footer:not(.d) { display: none }"), hidden},
		{"but this", style("footer:not(.c) { display: none }"), ""},
		{"when hovered", style("footer:hover { display: none }"), ""},
		{"before it", style("footer::before { display: none }"), ""},
		{"overruled", style("footer { display: none } .c { display: block }"), ""},
		{"overruled by order", style(".c { display: block } .c { display: none }"), hidden},
		{"important", style("footer { display: none !important } .c { display: block }"), hidden},
		{"in print", style("@media print { footer { display: none } }"), ""},
		{"in the dark", style("@media (prefers-color-scheme: dark) { footer { display: none } }"), hidden},
		{"in a media query", style("@media screen and (min-width: 1px) { @supports (a: b) { footer { display: none } } }"), hidden},
		{"by variables", style(":root{--i:#123456;--p:#fff} body{color:var(--i);background:var(--p)} .c{color:var(--p, red)}"), hidden},
		{"variables that differ", style(":root{--i:#123456;--p:#fff} body{color:var(--i);background:var(--p)}"), ""},
		{"commented rule", style("/* footer { display: none } */"), ""},
		{"one name", page("<style>b{display:none}</style>", "", ""), "hidden:Ana Li"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := rules(edition.Verify("a/page.html", c.page, bound("a/page.html", c.page, edition.Section)))
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// A name is there if it stands whole, in its place and in the colophon.
func TestNames(t *testing.T) {
	for _, c := range []struct{ name, file, content, want string }{
		{"text", "p.txt", "Credits\n=======\n\nBy: Ana\n  Li · Kim\n\nMade by\n  hand.\n", ""},
		{"elsewhere", "p.txt", "Kim wrote.\n\nCredits\n=======\n\nBy: Ana Li\n\nMade by hand.\n", "credit:Kim"},
		{"longer", "p.txt", "Credits\n\nBy: Ana Li, Kimchi\n\nMade by hand.\n", "credit:Kim"},
		{"particle", "p.txt", "Credits\n\nBy: Ana Li, Kim씨\n\nMade by hand.\n", "credit:Kim"},
		{"altered space", "p.txt", "Credits\n\nBy: AnaLi, Kim\n\nMade by hand.\n", "credit:Ana Li"},
		{"out of order", "p.txt", "Credits\n\nMade by hand.\n\nBy: Ana Li, Kim\n", "credit:Made by hand."},
		{"no heading", "p.txt", "By: Ana Li, Kim\n\nMade by hand.\n", "credit:Ana Li credit:Kim credit:Made by hand."},
		{"two headings", "p.txt", "Credits\n\nNobody.\n\nCredits\n\nAna Li Kim\n\nMade by hand.\n\nCredits\n", ""},
		{"not joined", "p.txt", "Credits\n\nAna\nLi\n\nKim\n\nMade by hand.\n", "credit:Ana Li"},
		{"markdown", "p.md", "## Credits\n\n- Ana *Li*, [Kim](https://example.org)\n\nMade\nby hand\\.\n", ""},
		{"markdown comment", "p.md", "## Credits\n\n- Ana Li\n\n<!-- Kim -->\n\nMade by hand.\n", "credit:Kim"},
		{"markdown code", "p.md", "## Credits\n\n    Ana Li, Kim\n\nMade by hand.\n", ""},
		{"markdown link target", "p.md", "## Credits\n\n[Ana Li](https://example.org/Kim \"Kim\")\n\nMade by hand.\n", "credit:Kim"},
		{"markdown front matter", "p.md", "---\nx: Kim\n---\n## Credits\n\nAna Li\n\nMade by hand.\n", "credit:Kim"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := rules(edition.Verify(c.file, c.content, bound(c.file, c.content, edition.Section))); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestDigest(t *testing.T) {
	const content = "Credits\n\nAna Li Kim\n\nMade by hand.\n"
	m := bound("a/page.txt", content, edition.Section)
	for _, c := range []struct{ name, file, content, want string }{
		{"same", "a/page.txt", content, ""},
		{"moved", "/home/me/page.txt", content, ""},
		{"changed", "a/page.txt", content + "\n", "digest:"},
		{"unknown", "a/other.txt", content, "digest:"},
	} {
		if got := rules(edition.Verify(c.file, c.content, m)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestDecodeManifest(t *testing.T) {
	good := bound("a/page.txt", "x", edition.Section).Encode()
	if _, err := edition.DecodeManifest(strings.ReplaceAll(good, "\n", "\r\n")); err != nil {
		t.Errorf("with CRLF: %v", err)
	}
	for name, change := range map[string]func(string) string{
		"unknown key":   func(s string) string { return strings.Replace(s, `"name"`, `"extra": 1, "name"`, 1) },
		"repeated key":  func(s string) string { return strings.Replace(s, `"heading"`, "\"heading\": \"x\",\n  \"heading\"", 1) },
		"other schema":  func(s string) string { return strings.Replace(s, "manifest/1", "manifest/2", 1) },
		"more":          func(s string) string { return s + "{}" },
		"huge":          func(s string) string { return s + strings.Repeat(" ", 1<<20) },
		"outside":       func(s string) string { return strings.Replace(s, "a/page.txt", "../page.txt", 1) },
		"absolute name": func(s string) string { return strings.Replace(s, `"a/page"`, `"/a/page"`, 1) },
		"windows":       func(s string) string { return strings.Replace(s, "a/page.txt", `C:\\page.txt`, 1) },
		"no digest":     func(s string) string { return strings.Replace(s, edition.Digest("x"), "abc", 1) },
		"language":      func(s string) string { return strings.Replace(s, `"ko"`, `"klingon"`, 1) },
		"placement":     func(s string) string { return strings.Replace(s, `"section"`, `"nowhere"`, 1) },
		"no credits": func(s string) string {
			return strings.Replace(s, "[\n    \"Ana Li\",\n    \"Kim\",\n    \"Made by hand.\"\n  ]", "null", 1)
		},
		"nothing": func(string) string { return "" },
	} {
		changed := change(good)
		if changed == good {
			t.Fatalf("%s: the change changes nothing", name)
		}
		if _, err := edition.DecodeManifest(changed); err == nil {
			t.Errorf("%s: no error for\n%s", name, changed[:min(len(changed), 2000)])
		}
	}
}

// Verify reads what strangers wrote: it neither panics nor takes long.
func FuzzVerify(f *testing.F) {
	f.Add("<style>a b > c:not([d]){color:var(--x,var(--y))}</style><h2>Credits</h2>", "")
	f.Add("---\na: \"\\u00\n---\n{", "---\n")
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, name := range []string{"a/page.html", "a/page.md", "a/page.txt"} {
			for _, placement := range []edition.Placement{edition.Section, edition.FrontMatter} {
				edition.Verify(name, a+"Credits\n"+b, bound(name, b, placement))
			}
		}
	})
}
