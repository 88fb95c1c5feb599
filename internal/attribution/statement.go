package attribution

import (
	"slices"

	"colophon/internal/diag"
	"colophon/internal/lang"
)

// Statement is the colophon of one edition as its reader sees it. Writers print it in their own way and leave out
// nothing; every Credit in it can be read back from the edition.
type Statement struct {
	Language lang.Tag // of the labels and sentences
	Heading  string
	Intro    string // one sentence that says what this section is
	Lines    []Line
	Notes    []string // sentences: what was changed, what is missing, that it is unofficial
}

// Line is one labelled line of a colophon.
type Line struct {
	Name   string // of the fact, for machines: "title", "author", "compiler", "found-at", "license", …
	Label  string // for the reader
	Values []Value
}

// Value is one name, title or address on a line.
type Value struct {
	Text string
	URL  string   // what it links to, or ""
	Lang lang.Tag // of Text, where it is not the statement's; zero otherwise
}

// Credits are the texts that must be readable in the edition, in order.
func (s *Statement) Credits() []string {
	var all []string
	for _, l := range s.Lines {
		for _, v := range l.Values {
			all = append(all, v.Text)
		}
	}
	return append(all, s.Notes...)
}

// Edition is what a colophon says of one edition beyond the work itself.
type Edition struct {
	Language      lang.Tag
	Title         string // of the document in the source language
	TargetTitle   string // in the edition's language; "" or equal to Title where it has none
	Credits       Credits
	SourceEdition bool // whether this is the edition in the source language
	Untranslated  int  // messages that stand in the source language
	Stale         int  // messages translated from an earlier source
}

// Colophon composes the statement of an edition in the voice's language.
func Colophon(w *Work, e Edition, v diag.Voice, voiceLanguage lang.Tag) Statement {
	c := composer{w, e, v, voiceLanguage, Statement{Language: voiceLanguage,
		Heading: v.Say(diag.T("colophon-heading", "About this edition")),
		Intro:   v.Say(diag.T("colophon-intro", "Where this text comes from, whom it is owed to, and what may be done with it."))}}
	c.titles()
	c.chain()
	c.rights()
	c.contributors()
	c.notes()
	return c.s
}

type composer struct {
	w     *Work
	e     Edition
	v     diag.Voice
	voice lang.Tag
	s     Statement
}

// line adds a line unless nothing is on it: a title or name that nobody has given is no credit.
func (c *composer) line(name string, label diag.Text, values ...Value) {
	values = slices.DeleteFunc(values, func(v Value) bool { return v.Text == "" })
	if len(values) > 0 {
		c.s.Lines = append(c.s.Lines, Line{name, c.v.Say(label), values})
	}
}

// in marks a text that is not in the statement's language.
func (c *composer) in(text string, language lang.Tag) Value {
	if language == c.s.Language {
		language = lang.Tag{}
	}
	return Value{Text: text, Lang: language}
}

func (c *composer) titles() {
	if c.e.SourceEdition {
		c.line("title", diag.T("colophon-title", "Title"), c.in(c.e.Title, c.w.Language))
	} else {
		c.line("original-title", diag.T("colophon-original-title", "Original title"), c.in(c.e.Title, c.w.Language))
		if c.e.TargetTitle != "" && c.e.TargetTitle != c.e.Title {
			c.line("title", diag.T("colophon-title", "Title"), c.in(c.e.TargetTitle, c.e.Language))
		}
	}
	version := c.w.Version
	switch {
	case version != "" && c.w.Date != "":
		version = c.v.Say(diag.T("colophon-version-date", "{{.Version}} ({{.Date}})", "Version", version, "Date", c.w.Date))
	case version == "":
		version = c.w.Date
	}
	if version != "" {
		c.line("version", diag.T("colophon-version", "Version of the source"), Value{Text: version})
	}
}

func relationLabel(r Relation) diag.Text {
	switch r {
	case Idea:
		return diag.T("colophon-idea", "Ideas")
	case Material:
		return diag.T("colophon-material", "Compiled from the work of")
	case Compiled:
		return diag.T("colophon-compiled", "Compiled by")
	case Text:
		return diag.T("colophon-text", "Text by")
	case Published:
		return diag.T("colophon-published", "Published by")
	}
	return diag.T("colophon-found-at", "Found at")
}

// chain tells the links relation by relation, each in the order of the record.
func (c *composer) chain() {
	for _, r := range Relations {
		var values []Value
		for _, link := range c.w.Chain {
			if link.Relation == r {
				values = append(values, c.link(link)...)
			}
		}
		c.line(string(r), relationLabel(r), values...)
	}
}

func (c *composer) link(l Link) []Value {
	values := c.agents(l.Agents)
	switch {
	case l.URL == "":
	case len(values) == 0 || l.Relation == FoundAt:
		values = append(values, Value{Text: l.URL, URL: l.URL})
	default:
		values[len(values)-1].URL = l.URL
	}
	if l.Date != "" {
		values = append(values, Value{Text: l.Date})
	}
	return values
}

func (c *composer) agents(keys []string) []Value {
	var values []Value
	for _, key := range keys {
		a := c.w.Agent(key)
		value := Value{Text: a.In(c.e.Language), URL: a.Link}
		if value.Text != a.Name && a.Name != "" {
			value.Lang = c.in(value.Text, c.e.Language).Lang
		}
		values = append(values, value)
	}
	return values
}

func (c *composer) rights() {
	for _, r := range c.w.Rights {
		value := c.license(r.License)
		if r.URL != "" {
			value.URL = r.URL
		}
		values := []Value{value}
		if r.Holder != "" {
			values = append(values, c.agents([]string{r.Holder})...)
		}
		switch r.Part {
		case "text":
			c.line("license", diag.T("colophon-license", "Licence"), values...)
		case "original":
			c.line("license-original", diag.T("colophon-license-original", "Rights in the original page"), values...)
		default:
			c.line("license-"+r.Part, diag.T("colophon-license-part", "Rights: {{.Part}}", "Part", r.Part), values...)
		}
	}
}

func (c *composer) license(id string) Value {
	if l, ok := LicenseOf(id); ok {
		return Value{Text: l.Name, URL: l.URL}
	}
	switch id {
	case PublicDomain:
		return Value{Text: c.v.Say(diag.T("rights-public-domain-label", "public domain"))}
	case Permission:
		return Value{Text: c.v.Say(diag.T("rights-permission-label", "by permission"))}
	case NoRights:
		return Value{Text: c.v.Say(diag.T("rights-none-label", "no permission on record"))}
	case Unknown, "":
		return Value{Text: c.v.Say(diag.T("rights-unknown-label", "not on record"))}
	}
	return Value{Text: id}
}

func (c *composer) contributors() {
	if c.e.SourceEdition {
		return
	}
	c.line("translator", diag.T("colophon-translator", "Translated by"), c.agents(c.e.Credits.Translators)...)
	c.line("reviewer", diag.T("colophon-reviewer", "Reviewed by"), c.agents(c.e.Credits.Reviewers)...)
	if id := c.e.Credits.License; id != "" {
		c.line("license-translation", diag.T("colophon-license-translation", "Licence of the translation"), c.license(id))
	}
}

func (c *composer) notes() {
	add := func(t diag.Text) { c.s.Notes = append(c.s.Notes, c.v.Say(t)) }
	if !c.e.SourceEdition {
		add(diag.T("colophon-changes", "Changes: this text was translated from {{.Language}}.", "Language", c.w.Language.Name(c.voice)))
		switch c.e.Credits.Machine {
		case "draft":
			add(diag.T("colophon-machine-draft", "A machine drafted the translation."))
		case "suggestions":
			add(diag.T("colophon-machine-suggestions", "People translated with the help of a machine's suggestions."))
		}
		if c.e.Untranslated > 0 {
			add(diag.N("colophon-untranslated", c.e.Untranslated, "{{.Count}} passage is not translated yet and stands in the original language.",
				"{{.Count}} passages are not translated yet and stand in the original language."))
		}
		if c.e.Stale > 0 {
			add(diag.N("colophon-stale", c.e.Stale, "{{.Count}} passage was translated from an earlier version of the original.",
				"{{.Count}} passages were translated from an earlier version of the original."))
		}
		if c.w.Unofficial {
			add(diag.T("colophon-unofficial", "This is an unofficial translation; where it differs from the original, the original counts."))
		}
	}
}
