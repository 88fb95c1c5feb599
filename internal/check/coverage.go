package check

import (
	"strings"

	"colophon/internal/catalog"
	"colophon/internal/diag"
	"colophon/internal/message"
)

var coverageMissing = &Rule{
	Name: "coverage/missing", Severity: diag.Warning,
	Title: diag.T("rule-coverage-missing", "messages have no translation"),
	Why:   diag.T("rule-coverage-missing-why", "their readers will see the source language there; the edition marks these passages and says so"),
	subject: func(r *Rule, s *Subject) []diag.Diagnostic {
		count, first := 0, -1
		for i := range s.Catalog.Entries {
			if s.Catalog.Entries[i].Blank() {
				if count++; first < 0 {
					first = i
				}
			}
		}
		if count == 0 {
			return nil
		}
		at := diag.Place{File: s.CatalogPath, Line: s.Catalog.Entries[first].Line}
		return []diag.Diagnostic{{Rule: r.Name, Severity: r.Severity, At: s.At(s.Messages[first].Block), Related: at, Language: s.Language.String(),
			Message: s.Messages[first].ID, Source: s.Messages[first].Text,
			Text: diag.N("coverage-missing", count, "{{.Count}} message has no translation", "{{.Count}} messages have no translation; this is the first"),
			Fix:  diag.T("coverage-missing-fix", "write it in {{.Place}}", "Place", at.String())}}
	},
}

var coverageStale = &Rule{
	Name: "coverage/stale", Severity: diag.Warning,
	Title: diag.T("rule-coverage-stale", "a translation was made from an earlier source"),
	Why:   diag.T("rule-coverage-stale-why", "it may say what the source no longer says; editions show it and count it, until a person says that it fits"),
	pair: func(p *Pair) []Finding {
		if p.Entry.State(message.Fingerprint(p.Message.Text)) != catalog.Stale {
			return nil
		}
		text := diag.T("coverage-stale", "the source has changed since this was translated")
		if p.Entry.Previous != "" {
			text = diag.T("coverage-stale-was", "the source has changed since this was translated; it was: {{.Previous}}", "Previous", diag.Visible(diag.Shorten(p.Entry.Previous, 120)))
		}
		return []Finding{{text, diag.T("coverage-stale-fix", "mend the translation in {{.Place}} and delete its hash line", "Place", p.inCatalog())}}
	},
}

var coverageSame = &Rule{
	Name: "coverage/same", Severity: diag.Warning,
	Title: diag.T("rule-coverage-same", "a translation of several words is the source itself"),
	Why:   diag.T("rule-coverage-same-why", "it was probably copied to be translated later, and counts as done"),
	Bad:   Example{Source: "Listen before you speak", Target: "Listen before you speak", Language: "ko"},
	Good:  Example{Source: "PeerNetBC", Target: "PeerNetBC", Language: "ko"},
	pair: func(p *Pair) []Finding {
		if p.Target != strings.TrimSpace(p.Message.Text) || message.Words(p.Target) < 4 || p.Language.Base() == p.Source.Base() {
			return nil
		}
		return []Finding{{diag.T("coverage-same", "the translation is the same as the source"),
			diag.T("coverage-same-fix", "translate it in {{.Place}}", "Place", p.inCatalog())}}
	},
}

var coverageRequired = &Rule{
	Name: "coverage/required", Severity: diag.Error,
	Title: diag.T("rule-coverage-required", "a language is below the coverage it must have to be published"),
	Why:   diag.T("rule-coverage-required-why", "the threshold is `require` in colophon.toml: the maintainers' word on when readers may have it"),
	work: func(r *Rule, p *Project) []diag.Diagnostic {
		var found []diag.Diagnostic
		for language, cover := range p.Coverage {
			if require := p.Require[language]; cover.Percent() < require {
				found = append(found, diag.Diagnostic{Rule: r.Name, Severity: r.Severity, Language: language, At: p.Config("languages"),
					Text: diag.T("coverage-required", "{{.Percent}} % of the messages are translated, and {{.Require}} % are required; {{.Count}} to go",
						"Percent", cover.Percent(), "Require", require, "Count", cover.ToGo()),
					Fix: diag.T("coverage-required-fix", "translate them, or set require under [language.{{.Language}}]", "Language", language)})
			}
		}
		return found
	},
}
