package html

import (
	"encoding/json"

	"colophon/internal/attribution"
	"colophon/internal/edition"
	"colophon/internal/lang"
)

// thing is what the page says of itself to machines, in the words of schema.org (version 28). Fields stand in the order
// in which they are printed.
type thing struct {
	Context       string   `json:"@context,omitempty"`
	Type          string   `json:"@type"`
	Name          string   `json:"name,omitempty"`
	URL           string   `json:"url,omitempty"`
	Description   string   `json:"description,omitempty"`
	InLanguage    string   `json:"inLanguage,omitempty"`
	Version       string   `json:"version,omitempty"`
	License       string   `json:"license,omitempty"`
	CreditText    string   `json:"creditText,omitempty"`
	Author        []thing  `json:"author,omitempty"`
	Contributor   []thing  `json:"contributor,omitempty"`
	Publisher     []thing  `json:"publisher,omitempty"`
	Translator    []thing  `json:"translator,omitempty"`
	Editor        []thing  `json:"editor,omitempty"`
	IsBasedOn     []string `json:"isBasedOn,omitempty"`
	TranslationOf *thing   `json:"translationOfWork,omitempty"`
}

// jsonLD is the page's description. json.Marshal escapes "<", ">" and "&", so that no name can end the script element.
func (p *page) jsonLD() string {
	e := p.e
	t := thing{Context: "https://schema.org", Type: "Article", Name: edition.Readable(e.Title), Description: edition.Readable(p.description()),
		InLanguage: e.Language.String(), License: p.license(), CreditText: p.creditText()}
	if e.Work != nil {
		p.chain(&t)
		t.Version = edition.Readable(e.Work.Version)
	}
	if e.Language != e.From {
		t.Translator = p.agents(e.Credits.Translators)
		t.Editor = p.agents(e.Credits.Reviewers)
		t.TranslationOf = &thing{Type: "Article", Name: p.original(), InLanguage: e.From.String(), URL: p.in(e.From)}
	}
	out, err := json.Marshal(t)
	if err != nil {
		panic("html: a description of strings did not encode: " + err.Error())
	}
	return string(out)
}

// chain tells who made the work what it is. Compilers and those whose material it was are contributors: schema.org has
// no word for them.
func (p *page) chain(t *thing) {
	for _, l := range p.e.Work.Chain {
		agents := p.agents(l.Agents)
		switch l.Relation {
		case attribution.Text:
			t.Author = append(t.Author, agents...)
		case attribution.Published:
			t.Publisher = append(t.Publisher, agents...)
		case attribution.FoundAt:
		default:
			t.Contributor = append(t.Contributor, agents...)
		}
		if url, ok := edition.Link(l.URL); ok {
			t.IsBasedOn = append(t.IsBasedOn, url)
		}
	}
}

func (p *page) agents(keys []string) []thing {
	if p.e.Work == nil {
		return nil
	}
	var all []thing
	for _, key := range keys {
		a := p.e.Work.Agent(key)
		t := thing{Type: "Person", Name: edition.Readable(a.In(p.e.Language))}
		switch a.Kind {
		case "group", "organisation":
			t.Type = "Organization"
		case "machine":
			t.Type = "SoftwareApplication"
		}
		t.URL, _ = edition.Link(a.Link)
		all = append(all, t)
	}
	return all
}

// original is the title of the document in the source language, as the statement has it.
func (p *page) original() string {
	for _, l := range p.e.Statement.Lines {
		if l.Name == "original-title" && len(l.Values) > 0 {
			return edition.Readable(l.Values[0].Text)
		}
	}
	return ""
}

// in is where the same document stands in another language, or "".
func (p *page) in(t lang.Tag) string {
	for _, o := range p.e.Others {
		if o.Language == t {
			return reference(o.Path)
		}
	}
	return ""
}
