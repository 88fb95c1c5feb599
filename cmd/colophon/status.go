package main

import (
	"fmt"

	"github.com/clipperhouse/displaywidth"
	"github.com/spf13/cobra"

	"colophon/internal/diag"
	"colophon/internal/lang"
	"colophon/internal/project"
)

func (a *app) status() *cobra.Command {
	var languages []string
	c := a.command("status [DOCUMENT...]", diag.T("cmd-status", "show how far each language is, and what to do next"),
		diag.T("cmd-status-long", "Counts messages and words for every document and language. It writes nothing and gates nothing;\ncheck does."),
		"  colophon status\n  colophon status --language ko --format json", exitFine, exitFailed, exitUsage)
	a.documents(c)
	a.languages(c, &languages)
	c.RunE = func(_ *cobra.Command, documents []string) error {
		p, err := a.open()
		if err != nil {
			return err
		}
		s, err := p.Status(languages, documents)
		if err != nil {
			return err
		}
		if a.format == "json" {
			return diag.WriteJSON(a.out, s)
		}
		a.printStatus(s)
		return nil
	}
	a.formatted(c)
	return c
}

func (a *app) printStatus(s *project.Status) {
	var rows [][]string
	for _, l := range s.Languages {
		name := lang.MustParse(l.Language).Name(a.voice.Language)
		for _, d := range l.Documents {
			rows = append(rows, []string{l.Language, name, fmt.Sprintf("%3d %%", d.Percent), d.Document,
				a.say(diag.T("status-of", "{{.Translated}} of {{.Messages}} messages", "Translated", d.Coverage.Translated, "Messages", d.Coverage.Messages))})
			l.Language, name = "", "" // said once
		}
	}
	a.table(rows)
	if len(rows) > 0 {
		fmt.Fprintln(a.out)
	}
	for _, l := range s.Languages {
		fmt.Fprintf(a.out, "%s: %s\n", l.Language, a.toGo(l))
	}
	for _, d := range s.Outdated {
		a.note(diag.T("status-outdated", "{{.Document}} has changed since its catalogs were brought up to date; run colophon update", "Document", d))
	}
}

// toGo is what a person can act on: how much, how bad, where to begin.
func (a *app) toGo(l project.LanguageStatus) string {
	v := l.Coverage
	if v.ToGo() == 0 {
		return a.say(diag.T("status-complete", "complete"))
	}
	out := a.say(diag.N("status-to-go", v.ToGo(), "{{.Count}} message to go", "{{.Count}} messages to go"))
	if v.Stale > 0 {
		out += ", " + a.say(diag.N("status-stale", v.Stale, "{{.Count}} of them stale", "{{.Count}} of them stale"))
	}
	out += ", " + a.say(diag.N("status-words", v.WordsToGo, "{{.Count}} word", "{{.Count}} words"))
	if l.Next != nil {
		out += "; " + a.say(diag.T("status-next", "next: {{.Place}}", "Place", l.Next.String()))
	}
	return out
}

// table prints rows in columns, East Asian characters counted two wide.
func (a *app) table(rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], displaywidth.String(cell))
		}
	}
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			if i == len(row)-1 {
				line += cell
				break
			}
			line += fmt.Sprintf("%s%*s", cell, widths[i]-displaywidth.String(cell)+2, "")
		}
		fmt.Fprintln(a.out, line)
	}
}
