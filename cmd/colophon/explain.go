package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"colophon/internal/diag"
	"colophon/internal/project"
)

func (a *app) explain() *cobra.Command {
	c := a.command("explain [RULE]", diag.T("cmd-explain", "say what a rule is about, or list all rules"),
		diag.T("cmd-explain-long", "Prints what a rule finds, why it matters, and an example that fails and one that passes."),
		"  colophon explain\n  colophon explain markup/link", exitFine, exitUsage)
	c.Args = a.arguments(0, 1)
	c.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var names []string
		for _, r := range project.Rules() {
			names = append(names, r.Name)
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return a.listRules()
		}
		var names []string
		for _, r := range project.Rules() {
			if r.Name == args[0] {
				return a.printRule(r)
			}
			names = append(names, r.Name)
		}
		sentence := a.say(diag.T("explain-unknown", "there is no rule {{.Rule}}", "Rule", fmt.Sprintf("%q", args[0])))
		if near := diag.Nearest(args[0], names); near != "" {
			sentence += "; " + a.say(diag.T("did-you-mean", "did you mean {{.Name}}?", "Name", near))
		}
		return usageError{errors.New(sentence)}
	}
	a.formatted(c)
	return c
}

type ruleJSON struct {
	Name     string `json:"name"`
	Severity string `json:"severity"`
	Title    string `json:"title"`
	Why      string `json:"why"`
}

func (a *app) listRules() error {
	if a.format == "json" {
		all := []ruleJSON{}
		for _, r := range project.Rules() {
			all = append(all, a.ruleJSON(r))
		}
		return diag.WriteJSON(a.out, all)
	}
	var rows [][]string
	for _, r := range project.Rules() {
		rows = append(rows, []string{r.Name, a.severity(r.Severity), a.say(r.Title)})
	}
	a.table(rows)
	return nil
}

func (a *app) ruleJSON(r *project.Rule) ruleJSON {
	return ruleJSON{r.Name, r.Severity.String(), a.say(r.Title), a.say(r.Why)}
}

func (a *app) severity(s diag.Severity) string {
	if s == diag.Error {
		return a.say(diag.T("severity-error", "error"))
	}
	return a.say(diag.T("severity-warning", "warning"))
}

func (a *app) printRule(r *project.Rule) error {
	if a.format == "json" {
		return diag.WriteJSON(a.out, a.ruleJSON(r))
	}
	fmt.Fprintf(a.out, "%s (%s)\n\n%s\n%s\n", r.Name, a.severity(r.Severity), a.say(r.Title), a.say(r.Why))
	if r.Bad.Source != "" {
		fails, passes := a.say(diag.T("explain-fails", "fails")), a.say(diag.T("explain-passes", "passes"))
		fmt.Fprintf(a.out, "\n%s:\n    %s\n    %s\n%s:\n    %s\n    %s\n", fails, diag.Visible(r.Bad.Source), diag.Visible(r.Bad.Target),
			passes, diag.Visible(r.Good.Source), diag.Visible(r.Good.Target))
	}
	return nil
}
