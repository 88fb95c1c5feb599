package project

import (
	"github.com/BurntSushi/toml"

	"colophon/internal/attribution"
	"colophon/internal/catalog"
	"colophon/internal/check"
	"colophon/internal/diag"
	"colophon/internal/lang"
)

// Checked is what check found.
type Checked struct {
	Findings  []diag.Diagnostic
	Messages  int // looked at, over all languages
	Languages int
}

// Check runs all rules over the languages and documents named, all where none is; it writes nothing.
func (p *Project) Check(languages, documents []string) (*Checked, error) {
	tags, err := p.selected(languages)
	if err != nil {
		return nil, err
	}
	docs, err := p.documents(documents)
	if err != nil {
		return nil, err
	}
	halves, err := p.halves(docs, tags)
	if err != nil {
		return nil, err
	}
	return p.check(docs, halves, tags), nil
}

func (p *Project) check(docs []*Doc, halves []*Half, tags []lang.Tag) *Checked {
	found := make([][]diag.Diagnostic, len(halves))
	p.parallel(len(halves), func(i int) { found[i] = check.Messages(p.subject(halves[i])) })
	c := &Checked{Languages: len(tags)}
	c.Findings = append(c.Findings, check.Work(p.forCheck(docs, halves, tags))...)
	for i, h := range halves {
		c.Findings = append(c.Findings, found[i]...)
		c.Messages += len(h.Doc.Messages)
	}
	diag.Sort(c.Findings)
	return c
}

func (p *Project) subject(h *Half) *check.Subject {
	return &check.Subject{Path: h.Doc.Path, CatalogPath: h.Path, Format: h.Doc.Format, Document: h.Doc.Parsed, Messages: h.Doc.Messages,
		Catalog: h.Catalog, Unknown: h.Unknown, Language: h.Language, Source: p.source, At: h.Doc.At, Work: &p.work}
}

func (p *Project) forCheck(docs []*Doc, halves []*Half, tags []lang.Tag) *check.Project {
	w := &check.Project{Work: &p.work, Credits: map[string]attribution.Credits{}, Coverage: map[string]catalog.Coverage{},
		Require: map[string]int{}, Config: p.configPlace}
	for _, d := range docs {
		if outdated(d) {
			w.Outdated = append(w.Outdated, d.Path)
		}
	}
	for i, t := range tags {
		w.Credits[t.String()], w.Require[t.String()] = p.credits(t), p.require(t)
		var cover catalog.Coverage
		for j := range docs {
			h := halves[j*len(tags)+i]
			cover = cover.Add(catalog.Of(h.Catalog, h.Doc.Messages))
		}
		w.Coverage[t.String()] = cover
	}
	return w
}

// configPlace is where a key of colophon.toml stands, or the nearest table above it that is there.
func (p *Project) configPlace(key ...string) diag.Place {
	for n := len(key); n > 0; n-- {
		if line, column := locate(p.raw, toml.Key(key[:n])); line > 0 {
			return diag.Place{File: ConfigFile, Line: line, Column: column}
		}
	}
	return diag.Place{File: ConfigFile, Line: 1, Column: 1}
}
