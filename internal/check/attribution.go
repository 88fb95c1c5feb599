package check

import (
	"maps"
	"slices"
	"strings"

	"colophon/internal/attribution"
	"colophon/internal/diag"
)

// aboutWork makes the finding of a rule about the work.
func aboutWork(r *Rule, at diag.Place, language string, text, fix diag.Text) diag.Diagnostic {
	return diag.Diagnostic{Rule: r.Name, Severity: r.Severity, At: at, Language: language, Text: text, Fix: fix}
}

var attributionAuthor = &Rule{
	Name: "attribution/author", Severity: diag.Error,
	Title: diag.T("rule-attribution-author", "nobody is on record as having written or compiled the work"),
	Why:   diag.T("rule-attribution-author-why", "every edition names them, and most licences demand it (CC 4.0 §3(a)(1)(A)(i))"),
	work: func(r *Rule, p *Project) []diag.Diagnostic {
		for _, l := range p.Work.Chain {
			if len(l.Agents) > 0 && (l.Relation == attribution.Text || l.Relation == attribution.Compiled) {
				return nil
			}
		}
		return []diag.Diagnostic{aboutWork(r, p.Config("work"), "",
			diag.T("attribution-author", "nobody is on record as having written or compiled the work"),
			diag.T("attribution-author-fix", "add [[work.chain]] with relation = \"text\" and agents = [\"…\"], and an agent of that key, to colophon.toml"))}
	},
}

var attributionLicense = &Rule{
	Name: "attribution/license", Severity: diag.Error,
	Title: diag.T("rule-attribution-license", "no licence or permission for the text is on record"),
	Why:   diag.T("rule-attribution-license-why", "without one a translation may be drafted but not published"),
	work: func(r *Rule, p *Project) []diag.Diagnostic {
		if text, ok := p.Work.TextRights(); ok && text.License != "" && text.License != attribution.Unknown {
			return nil
		}
		return []diag.Diagnostic{aboutWork(r, p.Config("work", "rights"), "",
			diag.T("attribution-license", "it is not on record under which licence or permission the text may be translated"),
			diag.T("attribution-license-fix", "ask its authors, then add [[work.rights]] with part = \"text\" and license = \"CC-BY-4.0\", \"permission\" or what they answered to colophon.toml"))}
	},
}

var attributionRights = &Rule{
	Name: "attribution/rights", Severity: diag.Error,
	Title: diag.T("rule-attribution-rights", "the rights on record do not allow this translation to be published"),
	Why:   diag.T("rule-attribution-rights-why", "drafts may be made; editions for the public may not, until somebody who can has allowed them"),
	work: func(r *Rule, p *Project) []diag.Diagnostic {
		text, _ := p.Work.TextRights()
		var found []diag.Diagnostic
		if ok, reason := p.Work.MayPublish(); !ok && text.License != attribution.Unknown && text.License != "" {
			found = append(found, aboutWork(r, p.Config("work", "rights"), "", reason,
				diag.T("attribution-rights-fix", "ask for permission and record it, or keep the editions as drafts")))
		}
		of, known := attribution.LicenseOf(text.License)
		for _, language := range slices.Sorted(maps.Keys(p.Credits)) {
			if id := p.Credits[language].License; known && of.ShareAlike && id != "" && id != of.ID {
				found = append(found, aboutWork(r, p.Config("language", language, "license"), language,
					diag.T("attribution-share-alike", "{{.License}} asks that a translation carry the same licence, and this one has {{.Other}} ({{.Clause}})", "License", of.Name, "Other", id, "Clause", of.Clause),
					diag.T("attribution-share-alike-fix", "set license = \"{{.License}}\" or remove the line", "License", of.ID)))
			}
		}
		return found
	},
}

var attributionFoundAt = &Rule{
	Name: "attribution/found-at", Severity: diag.Warning,
	Title: diag.T("rule-attribution-found-at", "it is not on record where the text was found or published"),
	Why:   diag.T("rule-attribution-found-at-why", "a reader who wants to see the original, or to ask its authors, must be able to find it (CC 4.0 §3(a)(1)(A)(v))"),
	work: func(r *Rule, p *Project) []diag.Diagnostic {
		for _, l := range p.Work.Chain {
			if l.URL != "" {
				return nil
			}
		}
		return []diag.Diagnostic{aboutWork(r, p.Config("work"), "",
			diag.T("attribution-found-at", "it is not on record where the text was found or published"),
			diag.T("attribution-found-at-fix", "add [[work.chain]] with relation = \"found-at\" and url = \"https://…\" to colophon.toml"))}
	},
}

var attributionTranslator = &Rule{
	Name: "attribution/translator", Severity: diag.Warning,
	Title: diag.T("rule-attribution-translator", "nobody is credited with the translation"),
	Why:   diag.T("rule-attribution-translator-why", "whoever translated may want to be named, by name, by pseudonym or as a group; the colophon says so"),
	work: func(r *Rule, p *Project) []diag.Diagnostic {
		var found []diag.Diagnostic
		for _, language := range slices.Sorted(maps.Keys(p.Credits)) {
			if len(p.Credits[language].Translators) == 0 && p.Coverage[language].Translated > 0 {
				found = append(found, aboutWork(r, p.Config("languages"), language,
					diag.T("attribution-translator", "nobody is credited with this translation"),
					diag.T("attribution-translator-fix", "add translators = [\"…\"] under [language.{{.Language}}], and an agent of that key, to colophon.toml", "Language", language)))
			}
		}
		return found
	},
}

var attributionAgent = &Rule{
	Name: "attribution/agent", Severity: diag.Error,
	Title: diag.T("rule-attribution-agent", "somebody is credited whom colophon.toml does not define, or without a name"),
	Why:   diag.T("rule-attribution-agent-why", "the edition would print a key instead of a name"),
	work: func(r *Rule, p *Project) []diag.Diagnostic {
		used := map[string]diag.Place{}
		for _, l := range p.Work.Chain {
			for _, key := range l.Agents {
				used[key] = p.Config("work", "chain")
			}
		}
		for _, part := range p.Work.Rights {
			if part.Holder != "" {
				used[part.Holder] = p.Config("work", "rights")
			}
		}
		for language, c := range p.Credits {
			for _, key := range c.Translators {
				used[key] = p.Config("language", language, "translators")
			}
			for _, key := range c.Reviewers {
				used[key] = p.Config("language", language, "reviewers")
			}
		}
		var found []diag.Diagnostic
		for _, key := range slices.Sorted(maps.Keys(used)) {
			if a := p.Work.Agents[key]; a == nil || strings.TrimSpace(a.Name) == "" {
				found = append(found, aboutWork(r, used[key], "",
					diag.T("attribution-agent", "{{.Key}} is credited, and colophon.toml gives no name for that key", "Key", diag.Visible(key)), agentFix(key, p.Work.Agents)))
			}
		}
		return found
	},
}

func agentFix(key string, agents map[string]*attribution.Agent) diag.Text {
	if near := diag.Nearest(key, slices.Sorted(maps.Keys(agents))); near != "" && near != key {
		return diag.T("did-you-mean", "did you mean {{.Name}}?", "Name", near)
	}
	return diag.T("attribution-agent-fix", "add [agents.{{.Key}}] with a name", "Key", key)
}

var attributionProtected = &Rule{
	Name: "attribution/protected", Severity: diag.Error,
	Title: diag.T("rule-attribution-protected", "a protected name or passage has been changed"),
	Why:   diag.T("rule-attribution-protected-why", "names that a people has chosen for itself stay as they are written; a reading may follow them in parentheses"),
	pair: func(p *Pair) []Finding {
		var found []Finding
		for _, passage := range p.Work.Protected {
			for _, term := range passage.Terms {
				if !strings.Contains(p.Message.Text, term) {
					continue
				}
				if passage.Rule == "verbatim" && p.Target != p.Message.Text || !strings.Contains(p.Target, term) {
					found = append(found, Finding{diag.T("attribution-protected", "the protected words {{.Term}} are not in the translation as the source writes them", "Term", "“"+term+"”"),
						diag.T("attribution-protected-fix", "write them as the source does in {{.Place}}; a reading may follow in parentheses", "Place", p.inCatalog())})
				}
			}
		}
		return found
	},
}
