package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"colophon/internal/diag"
	"colophon/internal/project"
)

func (a *app) check() *cobra.Command {
	var languages []string
	var gate string
	c := a.command("check [DOCUMENT...]", diag.T("cmd-check", "check translations, attribution and rights"),
		diag.T("cmd-check-long", "Runs every rule over the catalogs and over the attribution. colophon explain RULE says what a rule is about."),
		"  colophon check\n  colophon check --language ko --gate warning\n  colophon check --format json", exitFine, exitFailed, exitUsage, exitFindings)
	a.documents(c)
	a.languages(c, &languages)
	c.Flags().StringVar(&gate, "gate", "error", a.say(diag.T("flag-gate", "exit with 3 from this severity on: error or warning")))
	c.RegisterFlagCompletionFunc("gate", cobra.FixedCompletions([]string{"error", "warning"}, cobra.ShellCompDirectiveNoFileComp))
	c.RunE = func(_ *cobra.Command, documents []string) error {
		least := diag.Error
		switch gate {
		case "error":
		case "warning":
			least = diag.Warning
		default:
			return usageError{errors.New(a.say(diag.T("usage-gate", "--gate is error or warning, not {{.Gate}}", "Gate", fmt.Sprintf("%q", gate))))}
		}
		p, err := a.open()
		if err != nil {
			return err
		}
		checked, err := p.Check(languages, documents)
		if err != nil {
			return err
		}
		if err := a.printChecked(checked); err != nil {
			return err
		}
		if diag.Worst(checked.Findings, least) {
			return errFindings
		}
		return nil
	}
	a.formatted(c)
	return c
}

func (a *app) printChecked(checked *project.Checked) error {
	errs := 0
	for _, d := range checked.Findings {
		if d.Severity == diag.Error {
			errs++
		}
	}
	warnings := len(checked.Findings) - errs
	if a.format == "json" {
		return diag.WriteJSON(a.out, map[string]any{"findings": diag.JSON(checked.Findings, a.voice), "errors": errs, "warnings": warnings, "messages": checked.Messages})
	}
	if err := diag.WriteText(a.out, checked.Findings, a.voice); err != nil {
		return err
	}
	if len(checked.Findings) > 0 {
		fmt.Fprintln(a.out)
	}
	fmt.Fprintf(a.out, "%s: %s, %s\n",
		a.say(diag.N("check-messages", checked.Messages, "{{.Count}} message checked", "{{.Count}} messages checked")),
		a.say(diag.N("check-errors", errs, "{{.Count}} error", "{{.Count}} errors")),
		a.say(diag.N("check-warnings", warnings, "{{.Count}} warning", "{{.Count}} warnings")))
	if len(checked.Findings) > 0 {
		a.note(diag.T("check-next", "colophon explain {{.Rule}} says more about a rule", "Rule", checked.Findings[0].Rule))
	}
	return nil
}
