package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"colophon/internal/diag"
)

// Limits on what a stranger's file may ask of us, in bytes.
const (
	maxDocument = 256 << 20
	maxCatalog  = 32 << 20
	maxConfig   = 1 << 20
	maxMessage  = 64 << 10
)

// folder is the project's folder. All its paths are slash-separated and cannot leave it (os.Root).
type folder struct {
	root *os.Root
	dir  string
}

func openFolder(dir string) (*folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, &diag.Failure{At: diag.Place{File: dir}, Text: diag.T("folder-open", "the folder cannot be opened: {{.Reason}}", "Reason", reason(err)), Err: err}
	}
	return &folder{root, dir}, nil
}

// reason is the operating system's word for what went wrong, without the path the sentence has already named.
func reason(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err.Error()
	}
	return err.Error()
}

// read returns the whole of a file of at most limit bytes.
func (f *folder) read(name string, limit int64) (string, error) {
	info, err := f.root.Stat(filepath.FromSlash(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", &diag.Failure{At: diag.Place{File: name}, Text: diag.T("file-missing", "there is no such file"),
			Fix: diag.T("file-missing-fix", "check the spelling, or run colophon in the folder the path starts from"), Err: err}
	case err != nil:
		return "", f.cannotRead(name, err)
	case info.IsDir():
		return "", &diag.Failure{At: diag.Place{File: name}, Text: diag.T("file-folder", "a file should be here, and it is a folder"),
			Fix: diag.T("file-folder-fix", "name a file in it")}
	case info.Size() > limit:
		return "", &diag.Failure{At: diag.Place{File: name}, Text: diag.T("file-large", "the file has {{.Size}} bytes, and the limit is {{.Limit}}", "Size", info.Size(), "Limit", limit),
			Fix: diag.T("file-large-fix", "split it")}
	}
	content, err := f.root.ReadFile(filepath.FromSlash(name))
	if err != nil {
		return "", f.cannotRead(name, err)
	}
	return string(content), nil
}

func (f *folder) cannotRead(name string, err error) error {
	return &diag.Failure{At: diag.Place{File: name}, Text: diag.T("file-read", "the file cannot be read: {{.Reason}}", "Reason", reason(err)), Err: err}
}

func missing(err error) bool { return errors.Is(err, fs.ErrNotExist) }

// names lists the entries of a folder, sorted; none if there is no such folder.
func (f *folder) names(dir string) []fs.DirEntry {
	entries, _ := fs.ReadDir(f.root.FS(), dir)
	return entries
}

// glob lists the files below the project that match pattern, sorted. "**" stands for any number of folders.
// Hidden folders and those in skip are not entered.
func (f *folder) glob(pattern string, skip func(dir string) bool) ([]string, error) {
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	fixed := pattern
	if i := strings.IndexAny(pattern, "*?[\\"); i >= 0 {
		fixed = pattern[:strings.LastIndexByte(pattern[:i], '/')+1]
	}
	var found []string
	parts := strings.Split(pattern, "/")
	err := fs.WalkDir(f.root.FS(), path.Clean("./"+fixed), func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			if missing(err) {
				return nil
			}
			return err
		}
		if e.IsDir() {
			if base := path.Base(name); name != "." && strings.HasPrefix(base, ".") || skip(name) {
				return fs.SkipDir
			}
			return nil
		}
		if matches(parts, strings.Split(name, "/")) {
			found = append(found, name)
		}
		return nil
	})
	return found, err
}

func matches(pattern, name []string) bool {
	for len(pattern) > 0 {
		if pattern[0] == "**" {
			for i := range len(name) + 1 {
				if matches(pattern[1:], name[i:]) {
					return true
				}
			}
			return false
		}
		if len(name) == 0 {
			return false
		}
		if ok, _ := path.Match(pattern[0], name[0]); !ok {
			return false
		}
		pattern, name = pattern[1:], name[1:]
	}
	return len(name) == 0
}

// clean refuses a path that is not a slash-separated path within the project.
func clean(name string) (string, error) {
	local := path.Clean(filepath.ToSlash(name))
	if name == "" || !filepath.IsLocal(filepath.FromSlash(local)) || strings.ContainsRune(name, 0) {
		return "", fmt.Errorf("%q is not a path inside the project", name)
	}
	return local, nil
}
