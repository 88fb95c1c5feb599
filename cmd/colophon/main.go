// Command colophon localizes documents: it splits them into messages, keeps a catalog per language, checks what
// translators hand in, and exports each language's edition with its attribution.
//
// Each command is a file: flags, one operation of package project, and what it prints. Results go to standard output,
// notes and progress to standard error. It exits with 0 when all is well, 1 when it could not do the work, 2 when it
// was called wrongly, and 3 when it found something at or above the gate.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"colophon/internal/diag"
	"colophon/internal/lang"
	"colophon/internal/project"
	"colophon/locales"
)

// The exit codes.
const (
	exitFine     = 0
	exitFailed   = 1
	exitUsage    = 2
	exitFindings = 3
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// app is one run of the program: where it reads and writes, and the flags every command has.
type app struct {
	in       io.Reader
	out, err io.Writer
	voice    *locales.Voice

	dir      string // -C
	format   string // --format
	language string // --ui-language
}

func run(args []string, in io.Reader, out, errOut io.Writer) int {
	a := &app{in: in, out: out, err: errOut, voice: locales.For(uiLanguage(args))}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	return a.exit(root.Execute())
}

// uiLanguage is the language of the program's own words. It is needed before cobra reads the flags, because the help
// is made of such words.
func uiLanguage(args []string) lang.Tag {
	for i, arg := range args {
		value, ok := strings.CutPrefix(arg, "--ui-language=")
		if arg == "--ui-language" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if t, err := lang.Parse(value); ok && err == nil {
			return t
		}
	}
	return locales.Environment(os.Getenv)
}

// usageError is a call that makes no sense.
type usageError struct{ error }

// findings ends a run that worked and found something.
var errFindings = errors.New("findings")

func (a *app) exit(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &usage) || strings.HasPrefix(err.Error(), "unknown command"):
		fmt.Fprintf(a.err, "colophon: %s\n%s\n", err, a.say(diag.T("usage-hint", "colophon help shows the commands, colophon COMMAND --help one of them")))
		return exitUsage
	}
	var failure *diag.Failure
	if errors.As(err, &failure) {
		fmt.Fprintln(a.err, failure.In(a.voice))
		return exitFailed
	}
	fmt.Fprintf(a.err, "colophon: %s\n", err)
	return exitFailed
}

func (a *app) say(t diag.Text) string { return a.voice.Say(t) }

func (a *app) println(t diag.Text) { fmt.Fprintln(a.out, a.say(t)) }

func (a *app) note(t diag.Text) { fmt.Fprintln(a.err, a.say(t)) }

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "colophon",
		Short: a.say(diag.T("cmd-root", "localize documents with their attribution intact")),
		Long: a.say(diag.T("cmd-root-long", "colophon splits documents into messages, keeps a catalog per language, checks what translators hand in,\n"+
			"and exports each language's edition with its attribution intact.")),
		Example:           "  colophon init guide.md --language ko\n  colophon update\n  colophon check\n  colophon build",
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: false},
	}
	flags := root.PersistentFlags()
	flags.StringVarP(&a.dir, "project", "C", ".", a.say(diag.T("flag-project", "a folder of the project")))
	flags.StringVar(&a.language, "ui-language", "", a.say(diag.T("flag-ui-language", "language of the program's own words (default: LC_ALL, LC_MESSAGES, LANG)")))
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(a.initCommand(), a.update(), a.status(), a.check(), a.build(), a.verify(), a.explain(), a.version())
	return root
}

// command is a command whose help ends with examples and exit codes.
func (a *app) command(use string, short, long diag.Text, example string, codes ...int) *cobra.Command {
	meaning := map[int]diag.Text{
		exitFine:     diag.T("exit-0", "all is well"),
		exitFailed:   diag.T("exit-1", "it could not be done"),
		exitUsage:    diag.T("exit-2", "wrong usage"),
		exitFindings: diag.T("exit-3", "there are findings at or above the gate"),
	}
	var exits strings.Builder
	for _, code := range codes {
		fmt.Fprintf(&exits, "\n  %d  %s", code, a.say(meaning[code]))
	}
	c := &cobra.Command{Use: use, Short: a.say(short), Long: a.say(long), Example: example,
		Annotations: map[string]string{"exits": a.say(diag.T("exit-codes", "Exit codes:")) + exits.String()}}
	c.SetUsageTemplate(a.usage())
	c.Flags().BoolP("help", "h", false, a.say(diag.T("flag-help", "show this help")))
	return c
}

// usage is how the help of a command is laid out: how to call it, its flags, and last its examples and exit codes.
func (a *app) usage() string {
	heading := func(t diag.Text) string { return "\n\n" + a.say(t) + "\n" }
	return a.say(diag.T("help-usage", "Usage:")) + "\n  {{.UseLine}}" +
		"{{if .HasAvailableLocalFlags}}" + heading(diag.T("help-flags", "Flags:")) + "{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}" +
		"{{if .HasAvailableInheritedFlags}}" + heading(diag.T("help-global-flags", "Flags of every command:")) + "{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}" +
		"{{if .HasExample}}" + heading(diag.T("help-examples", "Examples:")) + "{{.Example}}{{end}}" +
		"{{with .Annotations.exits}}\n\n{{.}}{{end}}\n"
}

// arguments is a number of arguments, from least to most; most < 0 is no limit.
func (a *app) arguments(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return usageError{errors.New(a.say(diag.T("usage-arguments", "{{.Command}} is called as: {{.Use}}", "Command", c.Name(), "Use", c.UseLine())))}
		}
		return nil
	}
}

// formatted gives a command --format text|json.
func (a *app) formatted(c *cobra.Command) {
	c.Flags().StringVar(&a.format, "format", "text", a.say(diag.T("flag-format", "text for people, json for programs")))
	c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	run := c.RunE
	c.RunE = func(c *cobra.Command, args []string) error {
		if a.format != "text" && a.format != "json" {
			return usageError{errors.New(a.say(diag.T("usage-format", "--format is text or json, not {{.Format}}", "Format", fmt.Sprintf("%q", a.format))))}
		}
		return run(c, args)
	}
}

// languages gives a command --language, completed with those of the project.
func (a *app) languages(c *cobra.Command, into *[]string) {
	c.Flags().StringSliceVarP(into, "language", "l", nil, a.say(diag.T("flag-language", "only these target languages, as BCP 47 tags")))
	c.RegisterFlagCompletionFunc("language", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		p, err := project.Open(a.dir)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return p.Languages()[1:], cobra.ShellCompDirectiveNoFileComp
	})
}

// documents lets a command take documents of the project, completed with their paths.
func (a *app) documents(c *cobra.Command) {
	c.Args = a.arguments(0, -1)
	c.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		p, err := project.Open(a.dir)
		if err != nil {
			return nil, cobra.ShellCompDirectiveDefault
		}
		return p.Documents(), cobra.ShellCompDirectiveNoFileComp
	}
}

// open reads the project, and shows progress where standard error is a terminal.
func (a *app) open() (*project.Project, error) {
	p, err := project.Open(a.dir)
	if err != nil {
		return nil, err
	}
	if f, ok := a.err.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.Progress = progress(f)
	}
	return p, nil
}
