// Package diag is what colophon has to say about what people wrote: where, what, and how to fix it.
//
// Findings about content are values, collected and sorted, never an early return. A Failure is for work that could not
// be done; it is an error that also knows where and what to do. Both say their sentences as Text, so that the command
// line and the workbench say the same in the reader's language.
package diag

import (
	"cmp"
	"slices"
)

// Severity says what a finding costs.
type Severity uint8

// A Warning is worth a look; an Error closes the gate.
const (
	Warning Severity = iota
	Error
)

// String is the severity as reports spell it.
func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// Place is a position in a file of the project. Line and Column start at 1 and count code points; 0 means unknown.
type Place struct {
	File   string `json:"file"` // slash-separated, relative to the project
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

// Diagnostic is one finding.
type Diagnostic struct {
	Rule     string   // "category/name", permanent
	Severity Severity //
	At       Place    // where its reader looks first
	Related  Place    // the other side: the catalog for a finding in a document; may be zero
	Language string   // BCP 47; "" where it concerns no one language
	Message  string   // ID of the message it concerns, or ""
	Text     Text     // what is the matter
	Source   string   // the source text it quotes, or ""
	Target   string   // the target it quotes, or ""
	Fix      Text     // what to do; may be zero
}

// Sort orders findings by file, line, column, language, rule and message: the order in which people mend them.
func Sort(ds []Diagnostic) {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.At.File, b.At.File), cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column),
			cmp.Compare(a.Language, b.Language), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
}

// Worst reports whether any finding is at or above least.
func Worst(ds []Diagnostic, least Severity) bool {
	return slices.ContainsFunc(ds, func(d Diagnostic) bool { return d.Severity >= least })
}

// Failure is an error a person can act on: work that could not be done, where, why, and the remedy.
type Failure struct {
	At   Place // may be zero
	Text Text
	Fix  Text  // may be zero
	Err  error // the cause, or nil
}

// Error is the failure in English on one line: "file:line:column: what; how to fix it".
func (f *Failure) Error() string { return f.In(English) }

// In is the failure on one line in the voice's language.
func (f *Failure) In(v Voice) string {
	line := v.Say(shown(f.Text))
	if at := f.At.String(); at != "" {
		line = Visible(at) + ": " + line
	}
	if !f.Fix.IsZero() {
		line += "; " + v.Say(shown(f.Fix))
	}
	return line
}

// Unwrap is the cause.
func (f *Failure) Unwrap() error { return f.Err }
