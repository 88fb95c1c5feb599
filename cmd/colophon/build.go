package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"colophon/internal/diag"
	"colophon/internal/project"
)

func (a *app) build() *cobra.Command {
	var o project.BuildOptions
	var dryRun, check bool
	c := a.command("build [DOCUMENT...]", diag.T("cmd-build", "write the editions"),
		diag.T("cmd-build-long", "Writes every document in the source language, and in each language that has coverage enough (keep in\n"+
			"colophon.toml), with its colophon, and a manifest beside it for colophon verify. What is not translated\n"+
			"stands in the source language and is marked. With --publish it writes nothing where check finds errors."),
		"  colophon build\n  colophon build --language ko --publish", exitFine, exitFailed, exitUsage, exitFindings)
	a.documents(c)
	a.languages(c, &o.Languages)
	c.Flags().BoolVar(&o.Publish, "publish", false, a.say(diag.T("flag-publish", "refuse where check finds errors, coverage is too low or rights are missing")))
	c.Flags().BoolVarP(&dryRun, "dry-run", "n", false, a.say(diag.T("flag-dry-run", "show what would be written, and write nothing")))
	c.Flags().BoolVar(&check, "check", false, a.say(diag.T("flag-build-check", "write nothing, and exit with 3 where the editions are not what they would be")))
	c.RunE = func(_ *cobra.Command, documents []string) error {
		p, err := a.open()
		if err != nil {
			return err
		}
		o.Documents = documents
		o.Apply = !dryRun && !check
		built, err := p.Build(o)
		if err != nil {
			return err
		}
		if err := a.printBuilt(built, o); err != nil {
			return err
		}
		if o.Publish && diag.Worst(built.Findings, diag.Error) || check && !built.Plan.Empty() {
			return errFindings
		}
		return nil
	}
	a.formatted(c)
	return c
}

func (a *app) printBuilt(b *project.Built, o project.BuildOptions) error {
	if a.format == "json" {
		return diag.WriteJSON(a.out, map[string]any{"editions": b.Editions, "refused": b.Refused, "findings": diag.JSON(b.Findings, a.voice),
			"changes": changes(b.Plan), "written": o.Apply})
	}
	if err := diag.WriteText(a.out, b.Findings, a.voice); err != nil {
		return err
	}
	if o.Publish && diag.Worst(b.Findings, diag.Error) {
		a.note(diag.T("build-unpublished", "nothing was written: these findings stand against publishing"))
		return nil
	}
	if !o.Apply {
		a.printPlan(b.Plan)
	}
	for _, e := range b.Editions {
		fmt.Fprintf(a.out, "%s: %s", e.Language, e.Document)
		if parts := a.list(
			counted{e.Fallback, diag.N("build-fallback", e.Fallback, "{{.Count}} passage in the source language", "{{.Count}} passages in the source language")},
			counted{e.Stale, diag.N("build-stale", e.Stale, "{{.Count}} from an earlier source", "{{.Count}} from an earlier source")}); parts != "" {
			fmt.Fprintf(a.out, " (%s)", parts)
		}
		fmt.Fprintln(a.out)
		for _, f := range e.Files {
			fmt.Fprintf(a.out, "    %s\n", f)
		}
	}
	for _, r := range b.Refused {
		a.printRefusal(r)
	}
	if o.Apply {
		a.note(diag.T("build-done", "the editions are in {{.Folder}}; colophon verify FILE tells whether one is whole", "Folder", b.Output+"/"))
	}
	return nil
}

func (a *app) printRefusal(r project.Refusal) {
	next := ""
	if r.Next != nil {
		next = "; " + a.say(diag.T("status-next", "next: {{.Place}}", "Place", r.Next.String()))
	}
	fmt.Fprintf(a.out, "%s: %s: %s%s\n", r.Language, r.Document, a.say(diag.N("build-refused", r.Coverage.ToGo(),
		"no edition: {{.Percent}} % of the messages are translated and keep is {{.Keep}} %; {{.Count}} message to go",
		"no edition: {{.Percent}} % of the messages are translated and keep is {{.Keep}} %; {{.Count}} messages to go",
		"Percent", r.Coverage.Percent(), "Keep", r.Keep)), next)
}
