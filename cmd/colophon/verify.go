package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"colophon/internal/diag"
	"colophon/internal/project"
)

func (a *app) verify() *cobra.Command {
	c := a.command("verify FILE...", diag.T("cmd-verify", "tell whether an edition is whole and its credits are there to be seen"),
		diag.T("cmd-verify-long", "Reads an edition back, with a reader other than the one that wrote it, and compares it with the manifest\n"+
			"beside it: the file is the one that was written, and every credit stands in it where a person can see it.\n"+
			"It needs no project and no network."),
		"  colophon verify dist/ko/guide.html\n  colophon verify dist/ko/*", exitFine, exitFailed, exitUsage, exitFindings)
	c.Args = a.arguments(1, -1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		var all []*project.Verified
		for _, name := range args {
			v, err := project.Verify(name)
			if err != nil {
				return err
			}
			all = append(all, v)
		}
		return a.printVerified(all)
	}
	a.formatted(c)
	return c
}

func (a *app) printVerified(all []*project.Verified) error {
	bad := false
	var report []map[string]any
	for _, v := range all {
		bad = bad || len(v.Findings) > 0
		report = append(report, map[string]any{"file": v.File, "whole": len(v.Findings) == 0, "credits": v.Credits, "findings": diag.JSON(v.Findings, a.voice)})
		if a.format == "json" {
			continue
		}
		switch {
		case v.Manifest:
			a.println(diag.T("verify-manifest", "{{.File}}: a manifest, in canonical form", "File", v.File))
			continue
		case len(v.Findings) == 0:
			a.println(diag.N("verify-whole", v.Credits, "{{.File}}: whole; {{.Count}} credit found", "{{.File}}: whole; {{.Count}} credits found", "File", v.File))
			continue
		}
		a.println(diag.T("verify-broken", "{{.File}}: not as it was published", "File", v.File))
		if err := diag.WriteText(a.out, v.Findings, a.voice); err != nil {
			return err
		}
	}
	if a.format == "json" {
		if err := diag.WriteJSON(a.out, report); err != nil {
			return err
		}
	}
	if bad {
		return errFindings
	}
	return nil
}

func (a *app) version() *cobra.Command {
	c := a.command("version", diag.T("cmd-version", "say which colophon this is"),
		diag.T("cmd-version-long", "Prints the version, and the revision it was built from where that is known."), "  colophon version", exitFine, exitUsage)
	c.Args = a.arguments(0, 0)
	c.RunE = func(*cobra.Command, []string) error {
		version, revision := project.Version, project.Revision()
		if a.format == "json" {
			return diag.WriteJSON(a.out, map[string]string{"version": version, "revision": revision})
		}
		if revision != "" {
			version += " (" + revision + ")"
		}
		fmt.Fprintln(a.out, "colophon "+version)
		return nil
	}
	a.formatted(c)
	return c
}
