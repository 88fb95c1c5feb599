// Package locales is the program's own strings in languages other than English.
//
// English stands in the code, as diag.Text; locales/en/colophon.en.toml is collected from there by a test and is what
// translators work from. Each other language is a go-i18n message file, embedded in the binary and read only when that
// language is asked for. What a language lacks is said in English.
package locales

import (
	"embed"
	"io/fs"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
	"golang.org/x/text/language"

	"colophon/internal/diag"
	"colophon/internal/lang"
)

//go:embed */colophon.*.toml
var files embed.FS

// Voice says the program's sentences in one language.
type Voice struct {
	Language  lang.Tag // of most of what it says; English where the language asked for is not there
	localizer *i18n.Localizer
}

var (
	mu     sync.Mutex
	voices = map[string]*Voice{}
)

// For returns the voice for a reader of language t: that very language, else its base language, else English.
// go-i18n would match further (Swiss German to German, a missing region to its neighbour); a page that says it is in
// one language must not speak another.
func For(t lang.Tag) *Voice {
	for _, name := range []string{t.String(), t.Base()} {
		if name == "en" {
			break
		}
		if v := load(name); v != nil {
			return v
		}
	}
	return english
}

var english = &Voice{Language: lang.MustParse("en")}

// Languages lists the languages there are strings for, English included, sorted.
func Languages() []string {
	var all []string
	entries, _ := fs.ReadDir(files, ".")
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func load(name string) *Voice {
	mu.Lock()
	defer mu.Unlock()
	if v, ok := voices[name]; ok {
		return v
	}
	path := name + "/colophon." + name + ".toml"
	content, err := files.ReadFile(path)
	if err != nil {
		voices[name] = nil
		return nil
	}
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	if _, err := bundle.ParseMessageFileBytes(content, "colophon."+name+".toml"); err != nil {
		panic("locales: the embedded " + path + " does not load: " + err.Error())
	}
	voices[name] = &Voice{Language: lang.MustParse(name), localizer: i18n.NewLocalizer(bundle, name)}
	return voices[name]
}

// Say is the sentence in the voice's language, or in English where that has none.
func (v *Voice) Say(t diag.Text) string {
	if v.localizer == nil {
		return t.String()
	}
	config := i18n.LocalizeConfig{MessageID: t.ID, TemplateData: t.Args, TemplateParser: fill{}}
	if t.One != "" {
		config.PluralCount = t.Count
	}
	said, err := v.localizer.Localize(&config)
	if err != nil || said == "" {
		return t.String()
	}
	return said
}

// fill parses nothing: our sentences have named arguments and no logic, and an argument is never looked into.
type fill struct{}

type sentence string

func (fill) Cacheable() bool { return false }

// Parse satisfies go-i18n's template parser.
func (fill) Parse(src, _, _ string) (template.ParsedTemplate, error) { return sentence(src), nil }

// Execute fills the arguments in.
func (s sentence) Execute(data any) (string, error) {
	args, _ := data.(map[string]any)
	return diag.Fill(string(s), args), nil
}

// Environment picks the language of a terminal from LC_ALL, LC_MESSAGES and LANG, in this order (POSIX.1-2024 §8.2).
// It is English where none is set, or is "C" or "POSIX".
func Environment(get func(string) string) lang.Tag {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := get(name)
		if value == "" {
			continue
		}
		value, _, _ = strings.Cut(value, ".")
		value, _, _ = strings.Cut(value, "@")
		if t, err := lang.Parse(strings.ReplaceAll(value, "_", "-")); err == nil {
			return t
		}
		return english.Language
	}
	return english.Language
}
