package editiontest

import (
	"embed"
	"strings"

	"colophon/internal/attribution"
	"colophon/internal/diag"
	"colophon/internal/document"
	"colophon/internal/edition"
	"colophon/internal/lang"
)

//go:embed testdata/guide.*.md
var guides embed.FS

// Guide is a document with a bit of everything, in "en", "ko" or "ar", as people translate: with passages missing,
// one of them stale, and a particle right after bold words. The source's credits are those of a real page.
func Guide(f document.Format, language string) *edition.Edition {
	source, translated := guide("en"), f.Parse(guide(language))
	d := f.Parse(source)
	next := -1
	e := Make(f, source, language, guideWork(), func(text string) string {
		for next++; !d.Blocks[next].Holds(); next++ {
		}
		if next < len(translated.Blocks) && (translated.Blocks[next].Text != text || strings.Trim(text, "0123456789") == "") {
			return translated.Blocks[next].Text
		}
		return ""
	})
	if language != "en" {
		for i := range d.Blocks {
			if d.Blocks[i].Kind == document.Paragraph && !e.Fallback[i] && d.Blocks[i].Parent >= 0 && d.Blocks[d.Blocks[i].Parent].Kind == document.Quote {
				e.Stale[i] = true // the last paragraph of the last quote
			}
		}
		for i := range e.Stale {
			if len(e.Stale) > 1 && i < last(e.Stale) {
				delete(e.Stale, i)
			}
		}
	}
	e.Name = "guide"
	e.Others = nil
	for _, l := range []string{"en", "ko", "ar"} {
		e.Others = append(e.Others, edition.Other{Language: lang.MustParse(l), Path: "../" + l + "/guide.html"})
	}
	e.Statement = attribution.Colophon(e.Work, attribution.Edition{Language: e.Language, Title: "How to listen", TargetTitle: e.Title,
		Credits: e.Credits, SourceEdition: language == "en", Untranslated: len(e.Fallback), Stale: len(e.Stale)}, diag.English, lang.MustParse("en"))
	return e
}

func last(set map[int]bool) int {
	most := -1
	for i := range set {
		most = max(most, i)
	}
	return most
}

func guide(language string) string {
	content, err := guides.ReadFile("testdata/guide." + language + ".md")
	if err != nil {
		panic("editiontest: " + err.Error())
	}
	return string(content)
}

func guideWork() *attribution.Work {
	w := Work()
	w.Agents["group"] = &attribution.Agent{Key: "group", Name: "The Elders' Circle", Kind: "group"}
	w.Agents["ana"] = &attribution.Agent{Key: "ana", Name: "Ana Whitehorse", Names: map[string]string{"ko": "아나 화이트호스"}, Kind: "person", Link: "https://example.org/ana"}
	w.Chain = []attribution.Link{
		{Relation: attribution.Idea, Agents: []string{"group"}},
		{Relation: attribution.Compiled, Agents: []string{"ana"}},
		{Relation: attribution.FoundAt, URL: "https://example.org/listen"},
	}
	return w
}
