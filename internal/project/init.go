package project

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"colophon/internal/attribution"
	"colophon/internal/diag"
)

// InitOptions are what a new project needs to know. Everything but Documents may be left out; check then says what is
// still missing.
type InitOptions struct {
	Documents      []string
	SourceLanguage string // default "en"
	Languages      []string
	Title          string // of the work, in the source language; default: the first heading of the document
	Author         string // who wrote or compiled the work
	License        string // SPDX identifier, or what attribution.ValidLicense takes
	FoundAt        string // URL of the original
	Translator     string
}

// Init plans the configuration of a new project in dir; with apply it is written.
func Init(dir string, o InitOptions, apply bool) (*Plan, error) {
	files, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	if _, err := files.read(ConfigFile, maxConfig); !missing(err) {
		return nil, &diag.Failure{At: diag.Place{File: ConfigFile}, Text: diag.T("init-exists", "this folder is a project already"),
			Fix: diag.T("init-exists-fix", "edit its {{.File}}, or run colophon update", "File", ConfigFile)}
	}
	if o.SourceLanguage == "" {
		o.SourceLanguage = "en"
	}
	if err := o.validate(files); err != nil {
		return nil, err
	}
	unlock, err := files.lock(apply)
	if err != nil {
		return nil, err
	}
	defer unlock()
	plan := &Plan{}
	plan.write(files, ConfigFile, o.config())
	if apply {
		err = files.apply(plan)
	}
	return plan, err
}

func (o *InitOptions) validate(files *folder) error {
	if len(o.Documents) == 0 {
		return &diag.Failure{Text: diag.T("init-no-document", "no document is named"), Fix: diag.T("no-project-fix", "begin with: colophon init DOCUMENT --language ko")}
	}
	for i, name := range o.Documents {
		local, err := clean(name)
		if err != nil {
			return &diag.Failure{At: diag.Place{File: name}, Text: diag.T("init-outside", "the document is outside this folder"),
				Fix: diag.T("init-outside-fix", "run colophon init in the folder of the document, or copy the document here")}
		}
		if _, ok := formatOf(local); !ok {
			return &diag.Failure{At: diag.Place{File: name}, Text: diag.T("document-format", "documents named like this are of no known kind"),
				Fix: diag.T("document-format-fix", "known are {{.Extensions}}", "Extensions", strings.Join(extensions(), " "))}
		}
		content, err := files.read(local, maxDocument)
		if err != nil {
			return err
		}
		if at := notUTF8(content); at >= 0 {
			return &diag.Failure{At: diag.Place{File: name, Line: strings.Count(content[:at], "\n") + 1},
				Text: diag.T("document-utf8", "the document is not UTF-8 here (byte 0x{{.Byte}})", "Byte", fmt.Sprintf("%02X", content[at])), Fix: diag.T("document-utf8-fix", "save it as UTF-8")}
		}
		o.Documents[i] = local
	}
	for _, l := range append([]string{o.SourceLanguage}, o.Languages...) {
		if wrong, is := notTag(l); is {
			return &diag.Failure{Text: wrong, Fix: diag.T("config-language-fix", "write a tag such as ko, pt-BR or zh-Hant")}
		}
	}
	if slices.Contains(o.Languages, o.SourceLanguage) {
		return &diag.Failure{Text: diag.T("config-language-source", "{{.Language}} is the source language and cannot be translated into", "Language", o.SourceLanguage),
			Fix: diag.T("init-source-fix", "say what language the document is in with --source-language")}
	}
	if ok, near := attribution.ValidLicense(o.License); o.License != "" && !ok {
		fix := diag.T("config-license-fix", "write an SPDX identifier such as CC-BY-4.0, or public-domain, permission, none or unknown")
		if near != "" {
			fix = diag.T("did-you-mean", "did you mean {{.Name}}?", "Name", near)
		}
		return &diag.Failure{Text: diag.T("config-license", "{{.License}} is no licence that colophon knows", "License", fmt.Sprintf("%q", o.License)), Fix: fix}
	}
	return nil
}

// root is the folder all documents are in, so that catalogs are not named after it; "" where that is the project's own.
func (o *InitOptions) root() string {
	dir := path.Dir(o.Documents[0])
	for _, d := range o.Documents[1:] {
		for dir != "." && !strings.HasPrefix(d, dir+"/") {
			dir = path.Dir(dir)
		}
	}
	if dir == "." {
		return ""
	}
	return dir
}

// config is colophon.toml with what is known filled in, and what is not yet in comments that show how.
func (o *InitOptions) config() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("# What is translated, into which languages, and whom it is owed to. Paths are below this folder.")
	line("source-language = %s", quoteTOML(o.SourceLanguage))
	line("languages = %s", quoteList(o.Languages))
	line("documents = %s   # paths, or patterns such as \"docs/**/*.md\"", quoteList(o.Documents))
	if root := o.root(); root != "" {
		line("root = %s   # documents are named by their path below it", quoteTOML(root))
	}
	line("")
	line("[build]")
	line("output = \"dist\"")
	line("formats = %s", quoteList(o.formats()))
	line("keep = 80            # an edition with less of its messages translated, in percent, is not written")
	line("require = 100        # below this, check and build --publish fail")
	line("colophon = \"section\" # at the end of Markdown and text editions; or \"front-matter\", or \"file\" beside them")
	line("")
	line("[work]")
	if o.Title == "" {
		line("# title = \"…\"        # default: the document's first heading")
	} else {
		line("title = %s", quoteTOML(o.Title))
	}
	line("# version = \"…\"")
	line("# date = \"2026-01-31\"")
	o.chain(line)
	o.rights(line)
	line("")
	line("# Words that stay as they are in every language; a reading may follow in parentheses.")
	line("# [[work.protected]]")
	line("# rule = \"gloss-only\"")
	line("# terms = [\"…\"]")
	o.agents(line)
	return b.String()
}

// formats are the editions that can be made of the documents.
func (o *InitOptions) formats() []string {
	can := map[string]bool{}
	for _, d := range o.Documents {
		f, _ := formatOf(d)
		for _, name := range editionsOf[f.Name()] {
			can[name] = true
		}
	}
	var all []string
	for _, name := range writerNames() {
		if can[name] {
			all = append(all, name)
		}
	}
	return all
}

// commented writes lines as they are where something is known, and as comments that show the form where not.
func commented(line func(string, ...any), known bool, lines ...string) {
	line("")
	for _, l := range lines {
		if !known {
			l = "# " + l
		}
		line("%s", l)
	}
}

func (o *InitOptions) chain(line func(string, ...any)) {
	line("")
	line("# Where the work comes from, oldest first: idea, material, compiled, text, published, found-at.")
	commented(line, o.Author != "", "[[work.chain]]", `relation = "text"`, `agents = ["author"]`)
	url := o.FoundAt
	if url == "" {
		url = "https://…"
	}
	commented(line, o.FoundAt != "", "[[work.chain]]", `relation = "found-at"`, "url = "+quoteTOML(url))
}

func (o *InitOptions) rights(line func(string, ...any)) {
	line("")
	line("# May it be translated? An SPDX identifier, or public-domain, permission, none, unknown.")
	license := o.License
	if license == "" {
		license = attribution.Unknown
	}
	commented(line, true, "[[work.rights]]", `part = "text"`, "license = "+quoteTOML(license))
}

func (o *InitOptions) agents(line func(string, ...any)) {
	line("")
	line("# Whom to credit. kind is person, group, organisation or machine; names are for readers of other languages.")
	name := func(s string) string {
		if s == "" {
			s = "…"
		}
		return "name = " + quoteTOML(s)
	}
	commented(line, o.Author != "", "[agents.author]", name(o.Author))
	commented(line, o.Translator != "", "[agents.translator]", name(o.Translator))
	language := "ko"
	if len(o.Languages) > 0 {
		language = o.Languages[0]
	}
	commented(line, o.Translator != "" && len(o.Languages) > 0, "[language."+language+"]", `translators = ["translator"]`)
	for _, l := range o.Languages[min(1, len(o.Languages)):] {
		commented(line, o.Translator != "", "[language."+l+"]", `translators = ["translator"]`)
	}
}

// quoteTOML writes a basic string on one line. Control characters in a name or title become spaces.
func quoteTOML(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

func quoteList(list []string) string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = quoteTOML(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
