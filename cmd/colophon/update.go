package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"colophon/internal/diag"
	"colophon/internal/project"
)

func (a *app) update() *cobra.Command {
	var dryRun, check bool
	c := a.command("update", diag.T("cmd-update", "bring the catalogs up to date with the documents"),
		diag.T("cmd-update-long", "Reads the documents, gives new messages their IDs, and writes the catalogs of all languages:\n"+
			"new messages are added, translations of changed ones are marked stale, and translations whose\n"+
			"message is gone are kept at the end. Nothing that somebody wrote is deleted."),
		"  colophon update\n  colophon update --check   # in CI: are the catalogs up to date?", exitFine, exitFailed, exitUsage, exitFindings)
	c.Args = a.arguments(0, 0)
	c.Flags().BoolVarP(&dryRun, "dry-run", "n", false, a.say(diag.T("flag-dry-run", "show what would be written, and write nothing")))
	c.Flags().BoolVar(&check, "check", false, a.say(diag.T("flag-update-check", "write nothing, and exit with 3 where something would be written")))
	c.RunE = func(*cobra.Command, []string) error {
		p, err := a.open()
		if err != nil {
			return err
		}
		updated, plan, err := p.Update(!dryRun && !check)
		if err != nil {
			return err
		}
		if err := a.printUpdate(p, updated, plan, !dryRun && !check); err != nil {
			return err
		}
		if check && !plan.Empty() {
			a.note(diag.T("update-needed", "the catalogs are behind the documents; run colophon update"))
			return errFindings
		}
		return nil
	}
	a.formatted(c)
	return c
}

func (a *app) printUpdate(p *project.Project, updated []project.Updated, plan *project.Plan, written bool) error {
	if a.format == "json" {
		return diag.WriteJSON(a.out, map[string]any{"updated": updated, "changes": changes(plan), "written": written})
	}
	a.printPlan(plan)
	for _, u := range updated {
		if !u.Quiet() {
			fmt.Fprintf(a.out, "%s: %s: %s\n", u.Language, u.Document, a.list(
				counted{u.New, diag.N("update-new", u.New, "{{.Count}} new message", "{{.Count}} new messages")},
				counted{u.Stale, diag.N("update-stale", u.Stale, "{{.Count}} translation now stale", "{{.Count}} translations now stale")},
				counted{u.Returned, diag.N("update-returned", u.Returned, "{{.Count}} translation has come back", "{{.Count}} translations have come back")},
				counted{u.Obsolete, diag.N("update-obsolete", u.Obsolete, "{{.Count}} translation kept as obsolete", "{{.Count}} translations kept as obsolete")}))
		}
	}
	if plan.Empty() {
		a.println(diag.T("update-none", "the catalogs are up to date"))
		return nil
	}
	if written {
		a.note(diag.T("update-next", "next: fill in the catalogs under locales/, then run colophon check"))
	}
	return nil
}

// counted is a sentence that is said where its number is not 0.
type counted struct {
	n    int
	text diag.Text
}

func (a *app) list(all ...counted) string {
	out := ""
	for _, c := range all {
		if c.n == 0 {
			continue
		}
		if out != "" {
			out += ", "
		}
		out += a.say(c.text)
	}
	return out
}

func changes(plan *project.Plan) []project.Change {
	if plan.Changes == nil {
		return []project.Change{}
	}
	return plan.Changes
}

func (a *app) printPlan(plan *project.Plan) {
	for _, c := range plan.Changes {
		switch c.Action {
		case "create":
			a.println(diag.T("plan-create", "{{.Path}}: created", "Path", c.Path))
		case "update":
			a.println(diag.T("plan-update", "{{.Path}}: updated", "Path", c.Path))
		case "remove":
			a.println(diag.T("plan-remove", "{{.Path}}: removed", "Path", c.Path))
		}
	}
}
