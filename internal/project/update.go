package project

import (
	"colophon/internal/catalog"
	"colophon/internal/diag"
)

// Updated is what update found for one document in one language.
type Updated struct {
	Document string `json:"document"`
	Language string `json:"language"`
	New      int    `json:"new"`      // messages without an entry until now
	Stale    int    `json:"stale"`    // targets whose source has changed since the last update
	Obsolete int    `json:"obsolete"` // targets whose message is gone since the last update
	Returned int    `json:"returned"` // targets whose message has come back
}

// Quiet reports whether nothing has changed for translators.
func (u Updated) Quiet() bool { return u.New+u.Stale+u.Obsolete+u.Returned == 0 }

// Update brings the source catalogs and all catalogs up to date with the documents. It returns what has changed and
// the plan; with apply it is done. Nothing is planned where a catalog holds something update does not understand.
func (p *Project) Update(apply bool) ([]Updated, *Plan, error) {
	unlock, err := p.files.lock(apply)
	if err != nil {
		return nil, nil, err
	}
	defer unlock()
	docs, err := p.documents(nil)
	if err != nil {
		return nil, nil, err
	}
	halves, err := p.halves(docs, p.languages)
	if err != nil {
		return nil, nil, err
	}
	plan := &Plan{}
	var all []Updated
	for i, d := range docs {
		ledger := catalog.Ledger(d.ledger, d.Messages)
		ledger.Header = header(p.source, d, ledger.Header, true)
		plan.write(p.files, p.catalogPath(p.source, d), p.codec.Encode(ledger))
		for _, h := range halves[i*len(p.languages) : (i+1)*len(p.languages)] {
			if len(h.Unknown) > 0 {
				return nil, nil, unknownID(h)
			}
			h.Catalog.Header = header(h.Language, d, h.Catalog.Header, false)
			plan.write(p.files, h.Path, p.codec.Encode(h.Catalog))
			all = append(all, changed(h))
		}
	}
	if apply {
		err = p.files.apply(plan)
	}
	return all, plan, err
}

func unknownID(h *Half) error {
	e := h.Unknown[0]
	fix := diag.T("catalog-unknown-id-fix", "remove the entry, or write the ID as the source catalog does")
	if near := nearestID(e.ID, h.Doc.Messages); near != "" {
		fix = diag.T("did-you-mean", "did you mean {{.Name}}?", "Name", near)
	}
	return &diag.Failure{At: diag.Place{File: h.Path, Line: e.Line, Column: 1},
		Text: diag.T("unknown-id", "{{.Document}} has no message with the ID {{.ID}}", "Document", h.Doc.Path, "ID", e.ID), Fix: fix}
}

// changed compares a catalog on disk with what it has become.
func changed(h *Half) Updated {
	u := Updated{Document: h.Doc.Path, Language: h.Language.String()}
	was := h.disk.ByID()
	for i := range h.Catalog.Entries {
		e := &h.Catalog.Entries[i]
		old := was[e.ID]
		switch {
		case old == nil && e.Blank():
			u.New++
		case old == nil:
			u.Returned++
		case e.State(fingerprint(e)) == catalog.Stale && old.Source != e.Source:
			u.Stale++
		}
	}
	u.Obsolete = max(0, len(h.Catalog.Obsolete)-len(h.disk.Obsolete)+u.Returned)
	return u
}
