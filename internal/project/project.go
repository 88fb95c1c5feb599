// Package project is a folder with a colophon.toml: its configuration, its files, the list of everything that plugs
// in, and the operations of the program.
//
// It is the only room that opens files. An operation reads, computes a Plan as a value, and applies it or not; the
// command line and the workbench only show what it returns.
package project

import (
	"cmp"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"colophon/internal/attribution"
	"colophon/internal/catalog"
	"colophon/internal/diag"
	"colophon/internal/document"
	"colophon/internal/edition"
	"colophon/internal/lang"
	"colophon/internal/message"
	"colophon/internal/span"
)

// Version of the program, as manifests and `colophon version` say it.
const Version = "0.1.0"

// localesDir holds the catalogs, a folder a language.
const localesDir = "locales"

// Project is an open project.
type Project struct {
	files     *folder
	config    *Config
	source    lang.Tag
	languages []lang.Tag // in the order of the configuration
	codec     catalog.Codec
	work      attribution.Work
	raw       string // colophon.toml, for positions

	// Progress, where set, is told how much of the longest part of an operation is done. Called from many goroutines.
	Progress func(done, total int)
}

// Open reads the project that dir belongs to: colophon.toml in dir or the nearest folder above it.
func Open(dir string) (*Project, error) {
	root, err := find(dir)
	if err != nil {
		return nil, err
	}
	files, err := openFolder(root)
	if err != nil {
		return nil, err
	}
	raw, err := files.read(ConfigFile, maxConfig)
	if err != nil {
		return nil, err
	}
	config, err := parseConfig(raw)
	if err != nil {
		return nil, err
	}
	p := &Project{files: files, config: config, codec: codecs[0], source: lang.MustParse(config.SourceLanguage), raw: raw}
	for _, l := range config.Languages {
		p.languages = append(p.languages, lang.MustParse(l))
	}
	p.work = config.work(p.source)
	return p, p.strangers()
}

func find(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for at := abs; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, ConfigFile)); err == nil {
			return at, nil
		}
		if filepath.Dir(at) == at {
			return "", &diag.Failure{Text: diag.T("no-project", "there is no {{.File}} here or in a folder above", "File", ConfigFile),
				Fix: diag.T("no-project-fix", "begin with: colophon init DOCUMENT --language ko")}
		}
	}
}

// strangers refuses folders among the catalogs that are named after no language: what is in them would be ignored.
func (p *Project) strangers() error {
	for _, e := range p.files.names(localesDir) {
		if !e.IsDir() || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if wrong, is := notTag(e.Name()); is {
			return &diag.Failure{At: diag.Place{File: localesDir + "/" + e.Name()}, Text: wrong, Fix: diag.T("locales-language-fix", "rename the folder to a tag such as ko, pt-BR or zh-Hant")}
		}
	}
	return nil
}

func (c *Config) work(source lang.Tag) attribution.Work {
	w := attribution.Work{Title: c.Work.Title, Version: c.Work.Version, Date: c.Work.Date, Language: source,
		Unofficial: !c.Work.Official, Agents: map[string]*attribution.Agent{}}
	for key, a := range c.Agents {
		w.Agents[key] = &attribution.Agent{Key: key, Name: a.Name, Names: a.Names, Kind: a.Kind, Link: a.Link}
	}
	for _, l := range c.Work.Chain {
		w.Chain = append(w.Chain, attribution.Link{Relation: attribution.Relation(l.Relation), Agents: l.Agents, URL: l.URL, Date: l.Date})
	}
	for _, r := range c.Work.Rights {
		w.Rights = append(w.Rights, attribution.Rights{Part: r.Part, License: r.License, Holder: r.Holder, URL: r.URL})
	}
	for _, x := range c.Work.Protected {
		w.Protected = append(w.Protected, attribution.Passage{Rule: x.Rule, Terms: x.Terms})
	}
	return w
}

func (p *Project) credits(t lang.Tag) attribution.Credits {
	l := p.config.Language[t.String()]
	return attribution.Credits{Translators: l.Translators, Reviewers: l.Reviewers, Machine: l.Machine, License: l.License}
}

// Languages are the languages of the project, the source first.
func (p *Project) Languages() []string {
	all := []string{p.source.String()}
	for _, l := range p.languages {
		all = append(all, l.String())
	}
	return all
}

// selected are the target languages a command names, all of them where it names none.
func (p *Project) selected(names []string) ([]lang.Tag, error) {
	if len(names) == 0 {
		return p.languages, nil
	}
	var tags []lang.Tag
	for _, name := range names {
		i := slices.IndexFunc(p.languages, func(t lang.Tag) bool { return t.String() == name })
		if i < 0 {
			return nil, &diag.Failure{Text: diag.T("language-unknown", "the project has no language {{.Language}}", "Language", fmt.Sprintf("%q", name)),
				Fix: diag.T("language-unknown-fix", "its languages are {{.Languages}}; add another to languages in colophon.toml", "Languages", strings.Join(p.Languages()[1:], ", "))}
		}
		tags = append(tags, p.languages[i])
	}
	return tags, nil
}

// Doc is a document of the project with its messages as they are today.
type Doc struct {
	Name     string // within the project: its path below the root, without extension
	Path     string
	Format   document.Format
	Parsed   *document.Document
	Messages []message.Message

	ledger *catalog.Catalog // as it is on disk
	mapper *span.Mapper
}

// At is the place of a block's text.
func (d *Doc) At(block int) diag.Place {
	b := &d.Parsed.Blocks[block]
	offset := b.Span.Start
	if b.Holds() {
		offset = b.Lines[0].Start
	}
	pos := d.mapper.Position(offset)
	return diag.Place{File: d.Path, Line: pos.Line, Column: pos.Column}
}

// Title is the document's heading of level 1; failing that its front matter's title, its first heading, its name.
func (d *Doc) Title(of *document.Document) string {
	title, heading := "", ""
	for i := range of.Blocks {
		switch b := &of.Blocks[i]; {
		case b.Kind == document.Heading && b.Holds() && b.Level <= 1:
			return document.PlainText(d.Format, of, b.Text)
		case b.Kind == document.Heading && b.Holds() && heading == "":
			heading = document.PlainText(d.Format, of, b.Text)
		case b.Kind == document.Value && title == "" && b.Parent >= 0 && of.Blocks[b.Parent].Kind == document.FrontMatter && strings.EqualFold(b.Key, "title"):
			title = b.Text
		}
	}
	return cmp.Or(title, heading, path.Base(d.Name))
}

// paths lists the documents of the configuration in its order, globs expanded and sorted, each once.
func (p *Project) paths() ([]string, error) {
	var all []string
	seen := map[string]bool{}
	for _, pattern := range p.config.Documents {
		pattern, _ = clean(pattern)
		found := []string{pattern}
		if strings.ContainsAny(pattern, "*?[") {
			var err error
			if found, err = p.files.glob(pattern, p.notSource); err != nil {
				return nil, configFailure(p.raw, []string{"documents"}, diag.T("config-glob", "{{.Pattern}} is not a pattern", "Pattern", fmt.Sprintf("%q", pattern)),
					diag.T("config-glob-fix", "write one such as source/**/*.md"))
			}
			found = slices.DeleteFunc(found, func(name string) bool { _, ok := formatOf(name); return !ok })
		}
		for _, name := range found {
			if !seen[name] {
				seen[name] = true
				all = append(all, name)
			}
		}
	}
	return all, nil
}

// Documents lists the documents' paths, for the command line to complete.
func (p *Project) Documents() []string {
	paths, _ := p.paths()
	return paths
}

func (p *Project) notSource(dir string) bool {
	return dir == localesDir || dir == p.output() || path.Base(dir) == "node_modules"
}

// name is what the project calls a document: its path below the root, without extension.
func (p *Project) name(file string) string {
	if root := path.Clean(p.config.Root); p.config.Root != "" && root != "." {
		file = strings.TrimPrefix(file, root+"/")
	}
	return strings.TrimSuffix(file, path.Ext(file))
}

// documents reads, parses and aligns all documents, or those named, in parallel.
func (p *Project) documents(only []string) ([]*Doc, error) {
	files, err := p.paths()
	if err != nil {
		return nil, err
	}
	byName := map[string]string{}
	for _, file := range files {
		name := p.name(file)
		if before, twice := byName[name]; twice {
			return nil, &diag.Failure{At: diag.Place{File: file}, Text: diag.T("document-twice", "the name {{.Name}} is already that of {{.Other}}", "Name", name, "Other", before),
				Fix: diag.T("document-twice-fix", "rename one of the two files; the catalogs are named after them")}
		}
		byName[name] = file
	}
	if len(only) > 0 {
		for _, o := range only {
			if !slices.Contains(files, o) && byName[o] == "" {
				return nil, &diag.Failure{At: diag.Place{File: o}, Text: diag.T("document-unknown", "this is not a document of the project"),
					Fix: diag.T("document-unknown-fix", "its documents are {{.Documents}}", "Documents", strings.Join(files, ", "))}
			}
		}
		files = slices.DeleteFunc(files, func(f string) bool { return !slices.Contains(only, f) && !slices.Contains(only, p.name(f)) })
	}
	docs := make([]*Doc, len(files))
	errs := make([]error, len(files))
	p.parallel(len(files), func(i int) { docs[i], errs[i] = p.document(files[i]) })
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return docs, nil
}

func (p *Project) document(file string) (*Doc, error) {
	format, ok := formatOf(file)
	if !ok {
		return nil, &diag.Failure{At: diag.Place{File: file}, Text: diag.T("document-format", "documents named like this are of no known kind"),
			Fix: diag.T("document-format-fix", "known are {{.Extensions}}", "Extensions", strings.Join(extensions(), " "))}
	}
	source, err := p.files.read(file, maxDocument)
	if err != nil {
		return nil, err
	}
	d := &Doc{Name: p.name(file), Path: file, Format: format, mapper: span.NewMapper(source)}
	if i := notUTF8(source); i >= 0 {
		pos := d.mapper.Position(i)
		return nil, &diag.Failure{At: diag.Place{File: file, Line: pos.Line, Column: pos.Column}, Text: diag.T("document-utf8", "the document is not UTF-8 here (byte 0x{{.Byte}})", "Byte", fmt.Sprintf("%02X", source[i])),
			Fix: diag.T("document-utf8-fix", "save it as UTF-8")}
	}
	d.Parsed = format.Parse(source)
	d.Messages = message.Extract(format, d.Parsed)
	if d.ledger, err = p.ledger(d); err != nil {
		return nil, err
	}
	message.Align(current(d.ledger), retired(d.ledger), d.Messages)
	return d, nil
}

func current(c *catalog.Catalog) []message.Known { k, _ := c.Known(); return k }
func retired(c *catalog.Catalog) []message.Known { _, k := c.Known(); return k }

func notUTF8(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// parallel runs do for 0 to n-1 on all cores.
func (p *Project) parallel(n int, do func(i int)) {
	var wg sync.WaitGroup
	var done atomic.Int64
	next := make(chan int)
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := range next {
				do(i)
				if d := done.Add(1); p.Progress != nil {
					p.Progress(int(d), n)
				}
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

func (p *Project) output() string {
	if p.config.Build.Output != "" {
		return path.Clean(p.config.Build.Output)
	}
	return "dist"
}

// keep and require are the gates of a language, in percent of messages.
func (p *Project) keep(t lang.Tag) int {
	return firstOf(80, p.config.Language[t.String()].Keep, p.config.Build.Keep)
}

func (p *Project) require(t lang.Tag) int {
	return firstOf(100, p.config.Language[t.String()].Require, p.config.Build.Require)
}

func firstOf(otherwise int, set ...*int) int {
	for _, v := range set {
		if v != nil {
			return *v
		}
	}
	return otherwise
}

func (p *Project) placement() edition.Placement {
	if c := p.config.Build.Colophon; c != "" {
		return edition.Placement(c)
	}
	return edition.Section
}
