package project

import (
	"runtime/debug"
	"slices"

	"colophon/internal/check"
	"colophon/internal/diag"
)

// Rule is a rule of package check.
type Rule = check.Rule

// Rules lists the rules, for the command line to explain and complete: those of check, and those that verify applies.
func Rules() []*Rule { return append(slices.Clip(check.Rules), verifyRules...) }

// verifyRules are what edition.Verify holds a published file to. They look at bytes, not at messages.
var verifyRules = []*Rule{
	{Name: "verify/credit", Severity: diag.Error,
		Title: diag.T("rule-verify-credit", "a credit is missing from an edition, or was changed"),
		Why:   diag.T("rule-verify-credit-why", "the people named there, and the licence, ask that they stay named wherever the text goes")},
	{Name: "verify/digest", Severity: diag.Error,
		Title: diag.T("rule-verify-digest", "an edition is not the file that was published"),
		Why:   diag.T("rule-verify-digest-why", "its SHA-256 differs from that in the manifest, so something in it was changed by somebody")},
	{Name: "verify/hidden", Severity: diag.Error,
		Title: diag.T("rule-verify-hidden", "a credit is in an edition, but its reader does not see it"),
		Why:   diag.T("rule-verify-hidden-why", "a name in white on white, or in a part that is not shown, credits nobody")},
}

// Revision is the revision of the source this program was built from, or "" where the build did not record it.
func Revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value[:min(12, len(s.Value))]
		}
	}
	return ""
}
