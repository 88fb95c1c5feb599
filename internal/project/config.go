package project

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"colophon/internal/attribution"
	"colophon/internal/diag"
	"colophon/internal/edition"
	"colophon/internal/lang"
)

// ConfigFile is where a project begins.
const ConfigFile = "colophon.toml"

// Config is colophon.toml as it is written. Every key is documented in the file that init writes.
type Config struct {
	SourceLanguage string                    `toml:"source-language"`
	Languages      []string                  `toml:"languages"`
	Root           string                    `toml:"root"`
	Documents      []string                  `toml:"documents"`
	Build          BuildConfig               `toml:"build"`
	Language       map[string]LanguageConfig `toml:"language"`
	Work           WorkConfig                `toml:"work"`
	Agents         map[string]AgentConfig    `toml:"agents"`
}

// BuildConfig is [build].
type BuildConfig struct {
	Output   string   `toml:"output"`
	Formats  []string `toml:"formats"`
	Keep     *int     `toml:"keep"`    // percent of messages below which an edition is not written
	Require  *int     `toml:"require"` // percent of messages below which check and build --publish fail
	Colophon string   `toml:"colophon"`
}

// LanguageConfig is [language.TAG].
type LanguageConfig struct {
	Translators []string `toml:"translators"`
	Reviewers   []string `toml:"reviewers"`
	Machine     string   `toml:"machine"`
	License     string   `toml:"license"`
	Keep        *int     `toml:"keep"`
	Require     *int     `toml:"require"`
}

// WorkConfig is [work].
type WorkConfig struct {
	Title     string          `toml:"title"`
	Version   string          `toml:"version"`
	Date      string          `toml:"date"`
	Official  bool            `toml:"official"`
	Chain     []LinkConfig    `toml:"chain"`
	Rights    []RightsConfig  `toml:"rights"`
	Protected []PassageConfig `toml:"protected"`
}

// LinkConfig is one [[work.chain]].
type LinkConfig struct {
	Relation string   `toml:"relation"`
	Agents   []string `toml:"agents"`
	URL      string   `toml:"url"`
	Date     string   `toml:"date"`
}

// RightsConfig is one [[work.rights]].
type RightsConfig struct {
	Part    string `toml:"part"`
	License string `toml:"license"`
	Holder  string `toml:"holder"`
	URL     string `toml:"url"`
}

// PassageConfig is one [[work.protected]].
type PassageConfig struct {
	Rule  string   `toml:"rule"`
	Terms []string `toml:"terms"`
}

// AgentConfig is one [agents.KEY].
type AgentConfig struct {
	Name  string            `toml:"name"`
	Names map[string]string `toml:"names"`
	Kind  string            `toml:"kind"`
	Link  string            `toml:"link"`
}

// configKeys are all keys there are, for "did you mean".
var configKeys = []string{"source-language", "languages", "root", "documents", "build", "language", "work", "agents",
	"output", "formats", "keep", "require", "colophon", "translators", "reviewers", "machine", "license",
	"title", "version", "date", "official", "chain", "rights", "protected", "relation", "url", "part", "holder", "rule", "terms",
	"name", "names", "kind", "link"}

// parseConfig reads colophon.toml and refuses what it does not understand, each with its line.
func parseConfig(source string) (*Config, error) {
	c := &Config{}
	meta, err := toml.Decode(source, c)
	if err != nil {
		return nil, configError(source, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		key := unknown[0]
		last := key[len(key)-1]
		fix := diag.T("config-key-fix", "the handbook lists the keys there are")
		if near := diag.Nearest(last, configKeys); near != "" {
			fix = diag.T("did-you-mean", "did you mean {{.Name}}?", "Name", near)
		}
		return nil, configFailure(source, key, diag.T("config-key", "there is no configuration key {{.Key}}", "Key", key.String()), fix)
	}
	return c, c.validate(source)
}

func configError(source string, err error) error {
	var p toml.ParseError
	if errors.As(err, &p) {
		return &diag.Failure{At: diag.Place{File: ConfigFile, Line: p.Position.Line, Column: p.Position.Col},
			Text: diag.T("config-toml", "this is not TOML: {{.Reason}}", "Reason", p.Message), Fix: diag.T("config-toml-fix", "mend this line")}
	}
	return &diag.Failure{At: diag.Place{File: ConfigFile}, Text: diag.T("config-type", "a value has the wrong type: {{.Reason}}", "Reason", strings.TrimPrefix(err.Error(), "toml: ")),
		Fix: diag.T("config-type-fix", "write it as the comment in the file that init makes shows")}
}

func configFailure(source string, key toml.Key, text, fix diag.Text) error {
	line, column := locate(source, key)
	return &diag.Failure{At: diag.Place{File: ConfigFile, Line: line, Column: column}, Text: text, Fix: fix}
}

// locate finds the line of a key: the last line that begins with its last part, below a header of the tables before it.
// The library tells positions of errors only, not of keys.
func locate(source string, key toml.Key) (line, column int) {
	table, last := strings.Join(key[:len(key)-1], "."), key[len(key)-1]
	current, n := "", 0
	for text := range strings.Lines(source) {
		n++
		trimmed := strings.TrimLeft(text, " \t")
		if strings.HasPrefix(trimmed, "[") {
			current = strings.Trim(strings.TrimSpace(strings.Split(trimmed, "#")[0]), "[]")
			if current == key.String() {
				return n, 1 + strings.Index(text, "[")
			}
			continue
		}
		name, _, ok := strings.Cut(trimmed, "=")
		if ok && current == table && strings.Trim(strings.TrimSpace(name), `"'`) == last {
			return n, 1 + len(text) - len(trimmed)
		}
	}
	return 0, 0
}

func (c *Config) validate(source string) error {
	fail := func(key string, text, fix diag.Text) error {
		return configFailure(source, strings.Split(key, "/"), text, fix)
	}
	tags := map[string]string{"source-language": c.SourceLanguage}
	if c.SourceLanguage == "" {
		return fail("source-language", diag.T("config-no-source-language", "the source language is missing"),
			diag.T("config-no-source-language-fix", "add a line such as source-language = \"en\""))
	}
	for _, l := range c.Languages {
		tags["languages "+l] = l
	}
	for l := range c.Language {
		tags["language/"+l] = l
		if !slices.Contains(c.Languages, l) && l != c.SourceLanguage {
			return fail("language/"+l, diag.T("config-language-unlisted", "{{.Language}} is not among the languages of the project", "Language", l),
				diag.T("config-language-unlisted-fix", "add it to languages"))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(tags)) {
		if wrong, is := notTag(tags[key]); is {
			return fail(strings.Fields(key)[0], wrong, diag.T("config-language-fix", "write a tag such as ko, pt-BR or zh-Hant"))
		}
	}
	if slices.Contains(c.Languages, c.SourceLanguage) {
		return fail("languages", diag.T("config-language-source", "{{.Language}} is the source language and cannot be translated into", "Language", c.SourceLanguage),
			diag.T("config-language-source-fix", "remove it from languages"))
	}
	if len(c.Documents) == 0 {
		return fail("documents", diag.T("config-no-documents", "no documents are named"), diag.T("config-no-documents-fix", "add a line such as documents = [\"guide.md\"]"))
	}
	for _, d := range append([]string{c.Root, c.Build.Output}, c.Documents...) {
		if _, err := clean(d); d != "" && err != nil {
			return fail("documents", diag.T("config-path", "{{.Path}} is outside the project", "Path", fmt.Sprintf("%q", d)), diag.T("config-path-fix", "write a path below the folder of colophon.toml"))
		}
	}
	if err := c.validateBuild(fail); err != nil {
		return err
	}
	return c.validateWork(fail)
}

// notTag says what is wrong with a language tag, and whether anything is.
func notTag(s string) (diag.Text, bool) {
	t, err := lang.Parse(strings.ReplaceAll(s, "_", "-"))
	switch {
	case err != nil:
		return diag.T("language-no-tag", "{{.Tag}} is not a language tag", "Tag", fmt.Sprintf("%q", s)), true
	case t.String() != s:
		return diag.T("language-spelled", "{{.Tag}} is spelled {{.Right}} in BCP 47", "Tag", fmt.Sprintf("%q", s), "Right", fmt.Sprintf("%q", t)), true
	}
	return diag.Text{}, false
}

type failer func(key string, text, fix diag.Text) error

// oneOf checks a word of configuration; empty is fine.
func oneOf(fail failer, key, word string, words ...string) error {
	if word == "" || slices.Contains(words, word) {
		return nil
	}
	fix := diag.T("config-word-fix", "write one of {{.Words}}", "Words", strings.Join(words, ", "))
	if near := diag.Nearest(word, words); near != "" {
		fix = diag.T("did-you-mean", "did you mean {{.Name}}?", "Name", near)
	}
	return fail(key, diag.T("config-word", "{{.Word}} is not a value of {{.Key}}", "Word", fmt.Sprintf("%q", word), "Key", strings.ReplaceAll(key, "/", ".")), fix)
}

func (c *Config) validateBuild(fail failer) error {
	for _, f := range c.Build.Formats {
		if err := oneOf(fail, "build/formats", f, writerNames()...); err != nil {
			return err
		}
	}
	if err := oneOf(fail, "build/colophon", c.Build.Colophon, string(edition.Section), string(edition.FrontMatter), string(edition.SideFile)); err != nil {
		return err
	}
	percents := map[string]*int{"build/keep": c.Build.Keep, "build/require": c.Build.Require}
	for l, lc := range c.Language {
		percents["language/"+l+"/keep"], percents["language/"+l+"/require"] = lc.Keep, lc.Require
		if err := oneOf(fail, "language/"+l+"/machine", lc.Machine, "draft", "suggestions"); err != nil {
			return err
		}
	}
	for _, key := range slices.Sorted(maps.Keys(percents)) {
		if p := percents[key]; p != nil && (*p < 0 || *p > 100) {
			return fail(key, diag.T("config-percent", "{{.Number}} is not a percentage", "Number", *p), diag.T("config-percent-fix", "write a number from 0 to 100"))
		}
	}
	return nil
}

func (c *Config) validateWork(fail failer) error {
	relations := make([]string, len(attribution.Relations))
	for i, r := range attribution.Relations {
		relations[i] = string(r)
	}
	for _, l := range c.Work.Chain {
		if err := oneOf(fail, "work.chain/relation", l.Relation, relations...); err != nil {
			return err
		}
	}
	for _, p := range c.Work.Protected {
		if err := oneOf(fail, "work.protected/rule", p.Rule, "gloss-only", "verbatim"); err != nil {
			return err
		}
	}
	for key, a := range c.Agents {
		if err := oneOf(fail, "agents/"+key+"/kind", a.Kind, "person", "group", "organisation", "machine"); err != nil {
			return err
		}
	}
	licenses := map[string]string{}
	for _, r := range c.Work.Rights {
		licenses["work.rights/license "+r.Part] = r.License
	}
	for l, lc := range c.Language {
		licenses["language/"+l+"/license"] = lc.License
	}
	for _, key := range slices.Sorted(maps.Keys(licenses)) {
		id := licenses[key]
		if ok, near := attribution.ValidLicense(id); id != "" && !ok {
			fix := diag.T("config-license-fix", "write an SPDX identifier such as CC-BY-4.0, or public-domain, permission, none or unknown")
			if near != "" {
				fix = diag.T("did-you-mean", "did you mean {{.Name}}?", "Name", near)
			}
			return fail(strings.Fields(key)[0], diag.T("config-license", "{{.License}} is no licence that colophon knows", "License", fmt.Sprintf("%q", id)), fix)
		}
	}
	return nil
}
