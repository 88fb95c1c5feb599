// Package editiontest holds the laws every edition.Writer obeys, and editions to try them on.
//
// A writer proves them in one line, with the formats whose documents it writes:
//
//	func TestLaws(t *testing.T) { editiontest.Run(t, html.Writer{}, markdown.Format{}, plaintext.Format{}) }
package editiontest

import (
	"strings"

	"colophon/internal/attribution"
	"colophon/internal/diag"
	"colophon/internal/document"
	"colophon/internal/edition"
	"colophon/internal/lang"
)

// Make is the edition of source in language, with each text replaced by what translate makes of it. A text that it
// returns as "" falls back to the source. The colophon is that of Work, in English.
func Make(f document.Format, source, language string, work *attribution.Work, translate func(text string) string) *edition.Edition {
	d := f.Parse(source)
	targets, fallback := map[int]string{}, map[int]bool{}
	for i := range d.Blocks {
		if d.Blocks[i].Holds() && language != work.Language.String() {
			if target := translate(d.Blocks[i].Text); target != "" {
				targets[i] = target
			} else {
				fallback[i] = true
			}
		}
	}
	text := document.Splice(f, d, targets)
	for _, i := range text.Refused {
		fallback[i] = true
	}
	tag := lang.MustParse(language)
	e := &edition.Edition{Name: "guide/sample", Language: tag, From: work.Language, Title: title(f, text.Document), Format: f, Source: d, Text: text,
		Fallback: fallback, Stale: map[int]bool{}, Work: work, Colophon: edition.Section, Voice: diag.English}
	if tag != work.Language {
		e.Credits = attribution.Credits{Translators: []string{"min", "sara"}, Reviewers: []string{"lee"}, Machine: "suggestions"}
	}
	for _, other := range []string{work.Language.String(), language} {
		o := edition.Other{Language: lang.MustParse(other), Path: "../../" + other + "/guide/sample.html"}
		if len(e.Others) == 0 || e.Others[0].Language != o.Language {
			e.Others = append(e.Others, o)
		}
	}
	e.Statement = attribution.Colophon(work, attribution.Edition{Language: tag, Title: title(f, d), TargetTitle: e.Title, Credits: e.Credits,
		SourceEdition: tag == work.Language, Untranslated: len(fallback)}, diag.English, lang.MustParse("en"))
	return e
}

func title(f document.Format, d *document.Document) string {
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Kind == document.Heading || b.Kind == document.Value && strings.EqualFold(b.Key, "title") {
			return document.PlainText(f, d, b.Text)
		}
	}
	return "Untitled"
}

// Work is a work with every kind of fact on record. Each of names is the name of one more agent in its chain.
func Work(names ...string) *attribution.Work {
	w := &attribution.Work{
		Title: "How to listen", Version: "2", Date: "2026-11", Language: lang.MustParse("en"), Unofficial: true,
		Agents: map[string]*attribution.Agent{
			"ana":   {Key: "ana", Name: "Ana", Kind: "person", Link: "https://example.org/ana?a=1&b=2"},
			"maria": {Key: "maria", Name: "Ana Maria", Kind: "person"},
			"group": {Key: "group", Name: "The Circle_of *Elders*", Kind: "group", Link: "javascript:alert(1)"},
			"min":   {Key: "min", Name: "Kim Min", Names: map[string]string{"ko": "김민"}, Kind: "person"},
			"lee":   {Key: "lee", Name: "Lee", Names: map[string]string{"ko": "이"}, Kind: "person", Link: "mailto:lee@example.org"},
			"sara":  {Key: "sara", Name: "سارة", Kind: "person"},
		},
		Chain: []attribution.Link{
			{Relation: attribution.Idea, Agents: []string{"group"}},
			{Relation: attribution.Text, Agents: []string{"ana", "maria", "ana"}},
			{Relation: attribution.FoundAt, URL: "https://example.org/a_(b)/c;d&copy=1"},
		},
		Rights: []attribution.Rights{{Part: "text", License: "CC-BY-4.0", Holder: "ana"}, {Part: "original", License: attribution.Permission}},
	}
	link := attribution.Link{Relation: attribution.Material}
	for _, n := range names {
		w.Agents[n] = &attribution.Agent{Key: n, Name: n, Kind: "person"}
		link.Agents = append(link.Agents, n)
	}
	w.Chain = append(w.Chain, link)
	return w
}

// Hostile are names that try to be something else than names.
var Hostile = []string{
	"<script>alert(1)</script>", "</footer></main><!--", "-->", "]](javascript:alert(1))", "[x](javascript:alert(1))",
	`"quoted" 'name'`, "line\nbreak", "para\n\n# graph", "\u202eevil\u202c", "\u2066isolate", "*star* _under_ ~~gone~~", "`code`",
	"&lt;b&gt; &amp; &#60;", "김철수(金哲洙)", "محمد", "# Heading", "1. One", "- dash", "| a | b |", "{{< shortcode >}}", "{% raw %}",
	"$x$", "a@example.org", "www.example.org", "</script><script>", "O'Brien & Søn", "About this edition", "'''", `\`, `\"`,
	"王\u3000小明", "李", "白", "---", "+++", "Ḿ̌x", "\x00null", "bad\xffutf8", ": colon", "!bang", "^caret", "nbsp\u00a0here",
}
