// Package check is the rules that translations and attributions are held to, one file a rule, what it says of itself
// beside its function.
//
// A rule looks at one message and its target, at one document in one language, or at the whole work. Findings are
// values; the command line, a hand-in and the workbench run the same functions and so give one verdict.
package check

import (
	"strings"

	"colophon/internal/attribution"
	"colophon/internal/catalog"
	"colophon/internal/diag"
	"colophon/internal/document"
	"colophon/internal/lang"
	"colophon/internal/message"
)

// Rule is one thing that is checked.
type Rule struct {
	Name     string // "category/name", permanent
	Severity diag.Severity
	Title    diag.Text // what is wrong when it finds something, in one sentence
	Why      diag.Text // why that matters, to whom
	Bad      Example
	Good     Example

	// Danger marks rules that guard the document itself: a target that breaks one stands in no edition, draft or not.
	Danger bool

	// One of these, by what the rule has to look at.
	pair    func(*Pair) []Finding
	subject func(*Rule, *Subject) []diag.Diagnostic
	work    func(*Rule, *Project) []diag.Diagnostic
}

// Example is a message and its target that fail or pass a rule. Empty for rules that do not look at one message.
type Example struct {
	Source, Target string
	Language       string
}

// Finding is what a rule says of one message.
type Finding struct {
	Text diag.Text
	Fix  diag.Text
}

// Subject is one document in one target language.
type Subject struct {
	Path        string // of the document
	CatalogPath string
	Format      document.Format
	Document    *document.Document
	Messages    []message.Message
	Catalog     *catalog.Catalog // Entries correspond one to one to Messages, as catalog.Merge makes them
	Unknown     []catalog.Entry  // entries of the file whose ID no source ever had
	Language    lang.Tag
	Source      lang.Tag
	At          func(block int) diag.Place
	Work        *attribution.Work
	Require     int // percent of messages below which a language may not be published
}

// Project is what rules about the whole work look at.
type Project struct {
	Work     *attribution.Work
	Credits  map[string]attribution.Credits // by language
	Coverage map[string]catalog.Coverage    // by language
	Require  map[string]int                 // by language, in percent
	Outdated []string                       // documents that changed since their catalogs were written
	Config   func(key ...string) diag.Place // where a key of the configuration stands
}

// Pair is one message with a target.
type Pair struct {
	*Subject
	Message *message.Message
	Entry   *catalog.Entry
	Target  string // without spaces around it

	source, target []document.Inline
	parsed         bool
}

// NewPair is the i-th message of s with its target.
func NewPair(s *Subject, i int) *Pair {
	e := &s.Catalog.Entries[i]
	return &Pair{Subject: s, Message: &s.Messages[i], Entry: e, Target: strings.TrimSpace(e.Target)}
}

// inlines are the markup of source and target; none for formats that have none. Parsed once for all rules.
func (p *Pair) inlines() (source, target []document.Inline) {
	if inliner, ok := p.Format.(document.Inliner); ok && !p.parsed {
		p.source = inliner.Inlines(p.Document, p.Message.Text)
		p.target = inliner.Inlines(p.Document, p.Target)
	}
	p.parsed = true
	return p.source, p.target
}

// Messages runs the rules about messages, and about the document in this language, sorted.
func Messages(s *Subject) []diag.Diagnostic {
	var found []diag.Diagnostic
	for i := range s.Catalog.Entries {
		if !s.Catalog.Entries[i].Blank() {
			found = append(found, pairFindings(NewPair(s, i), false)...)
		}
	}
	for _, r := range Rules {
		if r.subject != nil {
			found = append(found, r.subject(r, s)...)
		}
	}
	diag.Sort(found)
	return found
}

// Dangers are what keeps the i-th target of s out of every edition; none for nearly all.
func Dangers(s *Subject, i int) []diag.Diagnostic {
	return pairFindings(NewPair(s, i), true)
}

func pairFindings(p *Pair, danger bool) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, r := range Rules {
		if r.pair == nil || danger && !r.Danger {
			continue
		}
		for _, f := range r.pair(p) {
			found = append(found, p.diagnostic(r, f))
		}
	}
	return found
}

func (p *Pair) diagnostic(r *Rule, f Finding) diag.Diagnostic {
	return diag.Diagnostic{Rule: r.Name, Severity: r.Severity, At: p.At(p.Message.Block),
		Related: diag.Place{File: p.CatalogPath, Line: p.Entry.Line}, Language: p.Language.String(), Message: p.Message.ID,
		Text: f.Text, Source: p.Message.Text, Target: p.Target, Fix: f.Fix}
}

// Work runs the rules about the attribution and the rights of the whole work, and about each language as a whole.
func Work(p *Project) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, r := range Rules {
		if r.work != nil {
			found = append(found, r.work(r, p)...)
		}
	}
	diag.Sort(found)
	return found
}

// inCatalog is where a target stands, for the fix.
func (p *Pair) inCatalog() string {
	return diag.Place{File: p.CatalogPath, Line: p.Entry.Line}.String()
}

// RuleNames lists all rules.
func RuleNames() []string {
	names := make([]string, len(Rules))
	for i, r := range Rules {
		names[i] = r.Name
	}
	return names
}

// Find is the rule of a name, or nil.
func Find(name string) *Rule {
	for _, r := range Rules {
		if r.Name == name {
			return r
		}
	}
	return nil
}
