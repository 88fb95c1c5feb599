package project

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"colophon/internal/attribution"
	"colophon/internal/catalog"
	"colophon/internal/check"
	"colophon/internal/diag"
	"colophon/internal/document"
	"colophon/internal/edition"
	"colophon/internal/lang"
	"colophon/locales"
)

// BuildOptions narrow or sharpen a build.
type BuildOptions struct {
	Languages []string // target languages; all, and the source, where none is named
	Documents []string // paths or names; all where none is named
	Publish   bool     // refuse where check finds errors, coverage is below require, or rights are missing
	Apply     bool     // write; otherwise only plan
}

// Built is what a build did, or would do.
type Built struct {
	Output   string            // the folder of the editions
	Editions []BuiltEdition    // that are written
	Refused  []Refusal         // languages of documents that are not
	Findings []diag.Diagnostic // targets that were left out of their edition, and with Publish everything check found
	Plan     *Plan
}

// BuiltEdition is one document in one language.
type BuiltEdition struct {
	Document string   `json:"document"`
	Language string   `json:"language"`
	Files    []string `json:"files"` // paths within the project
	Fallback int      `json:"fallback"`
	Stale    int      `json:"stale"`
}

// Refusal is a document that is not written in a language, because too little of it is translated.
type Refusal struct {
	Document string           `json:"document"`
	Language string           `json:"language"`
	Keep     int              `json:"keep"`
	Coverage catalog.Coverage `json:"coverage"`
	Next     *diag.Place      `json:"next,omitempty"`
}

// Build splices every document in every language that has coverage enough, and binds each edition with its colophon.
func (p *Project) Build(o BuildOptions) (*Built, error) {
	tags, err := p.selected(o.Languages)
	if err != nil {
		return nil, err
	}
	unlock, err := p.files.lock(o.Apply)
	if err != nil {
		return nil, err
	}
	defer unlock()
	docs, err := p.documents(o.Documents)
	if err != nil {
		return nil, err
	}
	halves, err := p.halves(docs, tags)
	if err != nil {
		return nil, err
	}
	b := &Built{Output: p.output(), Plan: &Plan{}}
	if o.Publish {
		if b.Findings = p.check(docs, halves, tags).Findings; diag.Worst(b.Findings, diag.Error) {
			return b, nil
		}
	}
	jobs := p.jobs(docs, halves, tags, b)
	results := make([]result, len(jobs))
	p.parallel(len(jobs), func(i int) { results[i] = p.edition(jobs[i]) })
	if err := p.collect(b, jobs, results, o.Publish); err != nil {
		return nil, err
	}
	p.sweep(b, tags, docs, o)
	if o.Apply {
		err = p.files.apply(b.Plan)
	}
	return b, err
}

// job is one edition to be made: a document in the source language (no half) or in another.
type job struct {
	doc    *Doc
	half   *Half
	tag    lang.Tag
	others []lang.Tag
}

// jobs lists the editions that will be written, and notes in b those that are refused.
func (p *Project) jobs(docs []*Doc, halves []*Half, tags []lang.Tag, b *Built) []job {
	var jobs []job
	for i, d := range docs {
		here := []job{{doc: d, tag: p.source}}
		for _, h := range halves[i*len(tags) : (i+1)*len(tags)] {
			if s := documentStatus(h); s.Percent < p.keep(h.Language) {
				b.Refused = append(b.Refused, Refusal{d.Path, h.Language.String(), p.keep(h.Language), s.Coverage, s.Next})
				continue
			}
			here = append(here, job{doc: d, half: h, tag: h.Language})
		}
		var all []lang.Tag
		for _, j := range here {
			all = append(all, j.tag)
		}
		for k := range here {
			here[k].others = all
		}
		jobs = append(jobs, here...)
	}
	return jobs
}

// result is one edition made.
type result struct {
	files    []edition.File
	fallback int
	stale    int
	findings []diag.Diagnostic
	err      error
}

// targets are the texts an edition puts in, and what it leaves out: dangerous ones, which stand as findings.
func (p *Project) targets(j job) (targets map[int]string, fallback, stale map[int]bool, found []diag.Diagnostic) {
	targets, fallback, stale = map[int]string{}, map[int]bool{}, map[int]bool{}
	if j.half == nil {
		return
	}
	s := p.subject(j.half)
	for i := range j.doc.Messages {
		block, e := j.doc.Messages[i].Block, &j.half.Catalog.Entries[i]
		if e.Blank() {
			fallback[block] = true
			continue
		}
		if dangers := check.Dangers(s, i); len(dangers) > 0 {
			found = append(found, dangers...)
			fallback[block] = true
			continue
		}
		targets[block] = strings.TrimSpace(e.Target)
		if e.State(fingerprint(e)) == catalog.Stale {
			stale[block] = true
		}
	}
	return
}

func (p *Project) edition(j job) result {
	targets, fallback, stale, found := p.targets(j)
	spliced := document.Splice(j.doc.Format, j.doc.Parsed, targets)
	for _, block := range spliced.Refused {
		fallback[block] = true
		delete(stale, block)
	}
	voice := locales.For(j.tag)
	credits := p.credits(j.tag)
	title := j.doc.Title(j.doc.Parsed)
	target := j.doc.Title(spliced.Document)
	if p.work.Title != "" && len(p.config.Documents) == 1 {
		title = p.work.Title
	}
	e := &edition.Edition{Name: j.doc.Name, Language: j.tag, From: p.source, Title: target, Format: j.doc.Format, Source: j.doc.Parsed,
		Text: spliced, Fallback: fallback, Stale: stale, Work: &p.work, Credits: credits, Colophon: p.placement(), Voice: voice,
		Statement: attribution.Colophon(&p.work, attribution.Edition{Language: j.tag, Title: title, TargetTitle: target, Credits: credits,
			SourceEdition: j.half == nil, Untranslated: len(fallback), Stale: len(stale)}, voice, voice.Language)}
	for _, t := range j.others {
		up := strings.Repeat("../", 1+strings.Count(j.doc.Name, "/"))
		e.Others = append(e.Others, edition.Other{Language: t, Path: up + t.String() + "/" + j.doc.Name + ".html"})
	}
	r := result{fallback: len(fallback), stale: len(stale), findings: found}
	for _, w := range p.writers() {
		files, err := w.Write(e)
		if err != nil {
			r.err = fmt.Errorf("write the %s edition of %s in %s: %w", w.Name(), j.doc.Path, j.tag, err)
			return r
		}
		r.files = append(r.files, files...)
	}
	m := edition.NewManifest(e, j.digest(), edition.Tool{Name: "colophon", Version: Version}, r.files)
	r.files = append(r.files, edition.File{Name: m.FileName(), Content: m.Encode()})
	return r
}

// digest is that of the catalog the edition was made from, "" for the source edition.
func (j job) digest() string {
	if j.half == nil {
		return ""
	}
	return j.half.digest
}

// writers are those the configuration names, all where it names none.
func (p *Project) writers() []edition.Writer {
	if len(p.config.Build.Formats) == 0 {
		return writers
	}
	var all []edition.Writer
	for _, w := range writers {
		if slices.Contains(p.config.Build.Formats, w.Name()) {
			all = append(all, w)
		}
	}
	return all
}

func (p *Project) collect(b *Built, jobs []job, results []result, published bool) error {
	for i, r := range results {
		if r.err != nil {
			return r.err
		}
		e := BuiltEdition{Document: jobs[i].doc.Path, Language: jobs[i].tag.String(), Fallback: r.fallback, Stale: r.stale}
		for _, f := range r.files {
			name := path.Join(b.Output, e.Language, f.Name)
			e.Files = append(e.Files, name)
			b.Plan.derive(p.files, name, f.Content)
		}
		b.Editions = append(b.Editions, e)
		if !published {
			b.Findings = append(b.Findings, r.findings...)
		}
	}
	return nil
}
