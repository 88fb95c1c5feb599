package check

import "colophon/internal/diag"

var catalogUnknownID = &Rule{
	Name: "catalog/unknown-id", Severity: diag.Error,
	Title: diag.T("rule-catalog-unknown-id", "a catalog has an entry whose ID the source never had"),
	Why:   diag.T("rule-catalog-unknown-id-why", "its translation would be shown nowhere; the ID is probably misspelled, or the catalog is another document's"),
	subject: func(r *Rule, s *Subject) []diag.Diagnostic {
		var found []diag.Diagnostic
		ids := make([]string, len(s.Messages))
		for i := range s.Messages {
			ids[i] = s.Messages[i].ID
		}
		for _, e := range s.Unknown {
			fix := diag.T("catalog-unknown-id-fix", "remove the entry, or write the ID as the source catalog does")
			if near := diag.Nearest(e.ID, ids); near != "" {
				fix = diag.T("did-you-mean", "did you mean {{.Name}}?", "Name", near)
			}
			found = append(found, diag.Diagnostic{Rule: r.Name, Severity: r.Severity, At: diag.Place{File: s.CatalogPath, Line: e.Line, Column: 1},
				Language: s.Language.String(), Message: e.ID, Target: e.Target, Fix: fix,
				Text: diag.T("unknown-id", "{{.Document}} has no message with the ID {{.ID}}", "Document", s.Path, "ID", diag.Visible(e.ID))})
		}
		return found
	},
}

var catalogOutdated = &Rule{
	Name: "catalog/outdated", Severity: diag.Warning,
	Title: diag.T("rule-catalog-outdated", "a document has changed since its catalogs were brought up to date"),
	Why:   diag.T("rule-catalog-outdated-why", "translators do not see what is new until the catalogs are updated; in CI, update --check finds it"),
	work: func(r *Rule, p *Project) []diag.Diagnostic {
		var found []diag.Diagnostic
		for _, document := range p.Outdated {
			found = append(found, diag.Diagnostic{Rule: r.Name, Severity: r.Severity, At: diag.Place{File: document},
				Text: diag.T("catalog-outdated", "the document has changed since its catalogs were brought up to date"),
				Fix:  diag.T("catalog-outdated-fix", "run colophon update")})
		}
		return found
	},
}
