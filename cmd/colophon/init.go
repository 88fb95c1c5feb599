package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"colophon/internal/diag"
	"colophon/internal/project"
)

func (a *app) initCommand() *cobra.Command {
	var o project.InitOptions
	var dryRun bool
	c := a.command("init DOCUMENT...", diag.T("cmd-init", "begin a project around documents of this folder"),
		diag.T("cmd-init-long", "Writes colophon.toml. On a terminal it asks for what no flag has said; everything it asks for can be\n"+
			"left empty and written into the file later, and check says what is still missing."),
		"  colophon init guide.md --language ko\n  colophon init guide.md -l ko -l ar --author \"…\" --license CC-BY-4.0 --found-at https://…",
		exitFine, exitFailed, exitUsage)
	c.Args = a.arguments(1, -1)
	flags := c.Flags()
	flags.StringSliceVarP(&o.Languages, "language", "l", nil, a.say(diag.T("flag-init-language", "languages to translate into, as BCP 47 tags")))
	flags.StringVar(&o.SourceLanguage, "source-language", "en", a.say(diag.T("flag-source-language", "language the documents are in")))
	flags.StringVar(&o.Title, "title", "", a.say(diag.T("flag-title", "title of the work (default: the document's first heading)")))
	flags.StringVar(&o.Author, "author", "", a.say(diag.T("flag-author", "who wrote or compiled the work")))
	flags.StringVar(&o.License, "license", "", a.say(diag.T("flag-license", "its licence: an SPDX identifier, or public-domain, permission, none, unknown")))
	flags.StringVar(&o.FoundAt, "found-at", "", a.say(diag.T("flag-found-at", "address of the original")))
	flags.StringVar(&o.Translator, "translator", "", a.say(diag.T("flag-translator", "whom to credit with the translation")))
	flags.BoolVarP(&dryRun, "dry-run", "n", false, a.say(diag.T("flag-dry-run", "show what would be written, and write nothing")))
	c.RunE = func(c *cobra.Command, args []string) error {
		o.Documents = args
		if f, ok := a.in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
			a.ask(c, &o)
		}
		plan, err := project.Init(a.dir, o, !dryRun)
		if err != nil {
			return err
		}
		a.printPlan(plan)
		if len(o.Languages) == 0 {
			a.note(diag.T("init-next-language", "next: add the languages to translate into to colophon.toml, then run colophon update"))
			return nil
		}
		a.note(diag.T("init-next", "next: colophon update writes the catalogs, under locales/{{.Language}}/", "Language", o.Languages[0]))
		return nil
	}
	return c
}

// ask asks on a terminal for what no flag has said. An empty answer leaves it open.
func (a *app) ask(c *cobra.Command, o *project.InitOptions) {
	lines := bufio.NewScanner(a.in)
	question := func(flag string, text diag.Text, into *string) {
		if c.Flags().Changed(flag) {
			return
		}
		fmt.Fprintf(a.err, "%s ", a.say(text))
		if lines.Scan() {
			*into = strings.TrimSpace(lines.Text())
		}
	}
	var languages string
	question("language", diag.T("ask-language", "Into which languages (tags such as ko, ar)?"), &languages)
	o.Languages = append(o.Languages, strings.FieldsFunc(languages, func(r rune) bool { return r == ' ' || r == ',' })...)
	question("title", diag.T("ask-title", "What is the title of the work (empty: the document's first heading)?"), &o.Title)
	question("author", diag.T("ask-author", "Who wrote or compiled the work?"), &o.Author)
	question("found-at", diag.T("ask-found-at", "At which address is the original?"), &o.FoundAt)
	question("license", diag.T("ask-license", "Under which licence (SPDX, or permission, none, unknown)?"), &o.License)
	question("translator", diag.T("ask-translator", "Who is to be credited with the translation?"), &o.Translator)
}
