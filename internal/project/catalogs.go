package project

import (
	"strings"

	"colophon/internal/catalog"
	"colophon/internal/diag"
	"colophon/internal/edition"
	"colophon/internal/lang"
	"colophon/internal/message"
	"colophon/locales"
)

// catalogPath is where the catalog of a document in a language stands.
func (p *Project) catalogPath(t lang.Tag, d *Doc) string {
	return localesDir + "/" + t.String() + "/" + d.Name + "." + t.String() + p.codec.Extension()
}

// catalog reads the catalog of a document in a language, and its bytes; one that is not there yet is empty.
func (p *Project) catalog(t lang.Tag, d *Doc) (*catalog.Catalog, string, error) {
	file := p.catalogPath(t, d)
	content, err := p.files.read(file, maxCatalog)
	if missing(err) {
		return &catalog.Catalog{Language: t}, "", nil
	}
	if err != nil {
		return nil, "", err
	}
	c, failure := p.codec.Decode(file, content)
	if failure != nil {
		return nil, "", failure
	}
	c.Language = t
	return c, content, nil
}

// ledger reads the source catalog. Where it is gone, the IDs are found again in the catalogs of the other languages,
// which keep the source text of every entry.
func (p *Project) ledger(d *Doc) (*catalog.Catalog, error) {
	l, _, err := p.catalog(p.source, d)
	if err != nil || len(l.Entries)+len(l.Obsolete) > 0 {
		return l, err
	}
	seen := map[string]bool{}
	for _, t := range p.languages {
		c, _, err := p.catalog(t, d)
		if err != nil {
			return nil, err
		}
		for _, e := range c.Entries {
			if !seen[e.ID] && e.Source != "" {
				seen[e.ID] = true
				l.Entries = append(l.Entries, catalog.Entry{ID: e.ID, Target: e.Source})
			}
		}
	}
	return l, nil
}

// Half is a document in one target language: the catalog as it is on disk, and what it is for today's messages.
type Half struct {
	Doc      *Doc
	Language lang.Tag
	Path     string
	Catalog  *catalog.Catalog // merged with today's messages: Entries correspond one to one to Doc.Messages
	Unknown  []catalog.Entry  // entries whose ID no source ever had

	disk   *catalog.Catalog
	digest string // of the catalog's bytes on disk
}

func (p *Project) half(t lang.Tag, d *Doc) (*Half, error) {
	disk, content, err := p.catalog(t, d)
	if err != nil {
		return nil, err
	}
	h := &Half{Doc: d, Language: t, Path: p.catalogPath(t, d), disk: disk, digest: edition.Digest(content)}
	h.Catalog = catalog.Merge(disk, d.Messages)
	known := make(map[string]bool, len(d.Messages))
	for i := range d.Messages {
		known[d.Messages[i].ID] = true
	}
	for _, list := range [][]catalog.Entry{d.ledger.Entries, d.ledger.Obsolete} {
		for i := range list {
			known[list[i].ID] = true
		}
	}
	for _, e := range disk.Entries {
		if !known[e.ID] {
			h.Unknown = append(h.Unknown, e)
		}
	}
	return h, nil
}

// halves reads the catalogs of all documents in all languages, in parallel; by document, then by language.
func (p *Project) halves(docs []*Doc, tags []lang.Tag) ([]*Half, error) {
	all := make([]*Half, len(docs)*len(tags))
	errs := make([]error, len(all))
	p.parallel(len(all), func(i int) { all[i], errs[i] = p.half(tags[i%len(tags)], docs[i/len(tags)]) })
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// nearestID suggests the ID a stranger's entry may have meant.
func nearestID(id string, msgs []message.Message) string {
	ids := make([]string, len(msgs))
	for i := range msgs {
		ids[i] = msgs[i].ID
	}
	return diag.Nearest(id, ids)
}

// header is the comment a catalog begins with: ours in the translator's language, then what others wrote there.
func header(t lang.Tag, d *Doc, old []string, source bool) []string {
	voice := locales.For(t)
	say := func(text diag.Text) string { return ". " + voice.Say(text) }
	var lines []string
	if source {
		lines = append(lines, say(diag.T("header-ledger", "The messages of {{.Path}} and their IDs; written by colophon update. IDs stay as they are.", "Path", d.Path)))
	} else {
		lines = append(lines,
			say(diag.T("header-title", "{{.Language}}: the translation of {{.Path}}", "Language", t.Autonym(), "Path", d.Path)),
			say(diag.T("header-how", "Write each translation after \"other\", between the quotes; where it has quotes in it, between ''' and '''.")),
			say(diag.T("header-stale", "#> is the source. Where it says \"stale\" the source has changed, and #| is what it was: mend the translation and delete its hash line.")),
			say(diag.T("header-rest", "Leave the IDs in brackets as they are. A comment of your own begins with # and a space.")))
	}
	for _, line := range old {
		if !strings.HasPrefix(line, ".") {
			lines = append(lines, line)
		}
	}
	return lines
}
