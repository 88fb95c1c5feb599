package project

import (
	"errors"
	"path/filepath"
	"strings"

	"colophon/internal/diag"
	"colophon/internal/edition"
)

// Verified is what verify found out about one file of an edition.
type Verified struct {
	File     string
	Manifest bool // whether it is the manifest itself
	Credits  int  // that must be readable in it, and are where Findings is empty
	Findings []diag.Diagnostic
}

// Verify reads a file of an edition and the manifest beside it, and compares them. It needs no project.
// It cannot tell, and returns an error, where there is no manifest or none that it understands.
func Verify(name string) (*Verified, error) {
	files, err := openFolder(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	base := filepath.Base(name)
	content, err := files.read(base, maxDocument)
	if err != nil {
		return nil, in(filepath.Dir(name), err)
	}
	beside, manifest, err := files.manifest(base)
	if err != nil {
		return nil, in(filepath.Dir(name), err)
	}
	v := &Verified{File: filepath.ToSlash(name)}
	if v.Manifest = base == beside; v.Manifest {
		return v, nil // one that can be read is whole: it is its own canonical form
	}
	v.Credits, v.Findings = len(manifest.Credits), edition.Verify(base, content, manifest)
	for i := range v.Findings {
		v.Findings[i].At.File = v.File
	}
	return v, nil
}

// in puts the folder back in front of a failure's file name.
func in(dir string, err error) error {
	if f, ok := err.(*diag.Failure); ok && f.At.File != "" {
		f.At.File = filepath.ToSlash(filepath.Join(dir, filepath.FromSlash(f.At.File)))
	}
	return err
}

// manifest finds the manifest of a file: guide.html and guide.colophon.md belong to guide.colophon.json.
func (f *folder) manifest(base string) (name string, m *edition.Manifest, err error) {
	stem := strings.TrimSuffix(strings.TrimSuffix(base, filepath.Ext(base)), ".colophon")
	name = stem + ".colophon.json"
	content, err := f.read(name, maxConfig)
	if missing(err) {
		return "", nil, &diag.Failure{At: diag.Place{File: base}, Text: diag.T("verify-no-manifest", "nobody can tell: its manifest {{.Manifest}} is not beside it", "Manifest", name),
			Fix: diag.T("verify-no-manifest-fix", "get the manifest from where the edition was published")}
	}
	if err != nil {
		return "", nil, err
	}
	m, err = edition.DecodeManifest(content)
	var failure *diag.Failure
	if errors.As(err, &failure) {
		failure.At.File = name
		return "", nil, failure
	}
	if err != nil {
		return "", nil, &diag.Failure{At: diag.Place{File: name}, Text: diag.T("verify-bad-manifest", "nobody can tell: {{.Reason}}", "Reason", err.Error()),
			Fix: diag.T("verify-no-manifest-fix", "get the manifest from where the edition was published"), Err: err}
	}
	return name, m, nil
}
