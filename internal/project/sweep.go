package project

import (
	"io/fs"
	"path"
	"strings"

	"colophon/internal/edition"
	"colophon/internal/lang"
)

// sweep plans to remove editions that earlier builds made and this one does not: their manifests say which files were
// ours, and nothing else is touched. A build of some languages or documents sweeps only those.
func (p *Project) sweep(b *Built, tags []lang.Tag, docs []*Doc, o BuildOptions) {
	named := map[string]bool{}
	for _, d := range docs {
		named[d.Name] = true
	}
	written := map[string]bool{}
	for _, e := range b.Editions {
		for _, f := range e.Files {
			written[f] = true
		}
	}
	dirs := []string{p.source.String()}
	for _, t := range tags {
		dirs = append(dirs, t.String())
	}
	if len(o.Languages) == 0 {
		dirs = nil
		for _, e := range p.files.names(b.Output) {
			dirs = append(dirs, e.Name())
		}
	}
	for _, dir := range dirs {
		for _, old := range p.oldEditions(path.Join(b.Output, dir)) {
			if len(o.Documents) > 0 && !named[old.name] {
				continue
			}
			for _, name := range old.files {
				if !written[name] {
					b.Plan.remove(p.files, name)
				}
			}
		}
	}
}

// oldEdition is an edition of an earlier build.
type oldEdition struct {
	name  string   // of the document
	files []string // paths within the project, the manifest among them
}

// oldEditions finds the editions below a language's folder by their manifests.
func (p *Project) oldEditions(dir string) []oldEdition {
	var all []oldEdition
	fs.WalkDir(p.files.root.FS(), dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".colophon.json") {
			return nil
		}
		content, err := p.files.read(name, maxConfig)
		if err != nil {
			return nil
		}
		m, err := edition.DecodeManifest(content)
		if err != nil {
			return nil
		}
		old := oldEdition{m.Name, []string{name}}
		for _, f := range m.Files {
			old.files = append(old.files, path.Join(dir, f.Name))
		}
		all = append(all, old)
		return nil
	})
	return all
}
