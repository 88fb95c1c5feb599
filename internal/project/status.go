package project

import (
	"colophon/internal/catalog"
	"colophon/internal/diag"
	"colophon/internal/message"
)

// Status is how far every language is.
type Status struct {
	Source    string           `json:"source"`
	Languages []LanguageStatus `json:"languages"`
	Outdated  []string         `json:"outdated"` // documents that changed since the last update
}

// LanguageStatus is how far one language is, in all documents together and in each.
type LanguageStatus struct {
	Language  string           `json:"language"`
	Name      string           `json:"name"`
	Coverage  catalog.Coverage `json:"coverage"`
	Percent   int              `json:"percent"` // of messages, rounded down
	Next      *diag.Place      `json:"next,omitempty"`
	Documents []DocumentStatus `json:"documents"`
}

// DocumentStatus is how far one language is with one document.
type DocumentStatus struct {
	Document string           `json:"document"`
	Catalog  string           `json:"catalog"`
	Coverage catalog.Coverage `json:"coverage"`
	Percent  int              `json:"percent"`
	Next     *diag.Place      `json:"next,omitempty"` // the first message that needs somebody
}

// Status counts, for the languages and documents named, all where none is; it writes nothing.
func (p *Project) Status(languages, documents []string) (*Status, error) {
	tags, err := p.selected(languages)
	if err != nil {
		return nil, err
	}
	docs, err := p.documents(documents)
	if err != nil {
		return nil, err
	}
	s := &Status{Source: p.source.String(), Languages: []LanguageStatus{}, Outdated: []string{}}
	for _, d := range docs {
		if outdated(d) {
			s.Outdated = append(s.Outdated, d.Path)
		}
	}
	halves, err := p.halves(docs, tags)
	if err != nil {
		return nil, err
	}
	for i, t := range tags {
		l := LanguageStatus{Language: t.String(), Name: t.Autonym()}
		for j := range docs {
			d := documentStatus(halves[j*len(tags)+i])
			l.Coverage = l.Coverage.Add(d.Coverage)
			if l.Next == nil {
				l.Next = d.Next
			}
			l.Documents = append(l.Documents, d)
		}
		l.Percent = l.Coverage.Percent()
		s.Languages = append(s.Languages, l)
	}
	return s, nil
}

// outdated reports whether a document has changed since its ledger was written.
func outdated(d *Doc) bool {
	if len(d.ledger.Entries) != len(d.Messages) {
		return true
	}
	for i := range d.Messages {
		if e := &d.ledger.Entries[i]; e.ID != d.Messages[i].ID || e.Target != d.Messages[i].Text {
			return true
		}
	}
	return false
}

func documentStatus(h *Half) DocumentStatus {
	d := DocumentStatus{Document: h.Doc.Path, Catalog: h.Path, Coverage: catalog.Of(h.Catalog, h.Doc.Messages)}
	d.Percent = d.Coverage.Percent()
	for i := range h.Catalog.Entries {
		if e := &h.Catalog.Entries[i]; e.State(fingerprint(e)) != catalog.Translated {
			at := h.Doc.At(h.Doc.Messages[i].Block)
			d.Next = &at
			break
		}
	}
	return d
}

// fingerprint is that of an entry's own source text of today.
func fingerprint(e *catalog.Entry) string { return message.Fingerprint(e.Source) }
