package project

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"time"

	"github.com/gofrs/flock"

	"colophon/internal/diag"
)

// Plan is what an operation would do to the files of the project, as a value: to be shown, to be compared with
// nothing, or to be applied. Only files that would really change are in it.
type Plan struct {
	Changes []Change
	Keep    int // files that stay as they are
}

// Change is one file to be written or removed.
type Change struct {
	Path   string `json:"path"`
	Action string `json:"action"` // "create", "update", "remove"

	content string
	was     string // what the file held when the plan was made; "" where there was none
	derived bool   // whether it can be made again from the rest of the project, and so need not survive a power cut
}

// Empty reports whether the plan does nothing.
func (p *Plan) Empty() bool { return len(p.Changes) == 0 }

// write plans that path holds content. What cannot be read now is planned as new; if it cannot be written either,
// applying the plan says so.
func (p *Plan) write(f *folder, name, content string) {
	p.change(f, Change{Path: name, content: content})
}

// derive plans that path holds content which a next run could make again.
func (p *Plan) derive(f *folder, name, content string) {
	p.change(f, Change{Path: name, content: content, derived: true})
}

func (p *Plan) change(f *folder, c Change) {
	old, err := f.read(c.Path, maxDocument)
	switch {
	case err != nil:
		c.Action = "create"
	case old == c.content:
		p.Keep++
		return
	default:
		c.Action, c.was = "update", old
	}
	p.Changes = append(p.Changes, c)
}

// remove plans that path is gone.
func (p *Plan) remove(f *folder, name string) {
	if _, err := f.root.Stat(filepath.FromSlash(name)); err == nil {
		p.Changes = append(p.Changes, Change{Path: name, Action: "remove"})
	}
}

// stateDir is the project's own folder: the lock and the cache. It is safe to delete.
const stateDir = ".colophon"

// lockWait is how long a run waits for another to finish before it gives up.
const lockWait = 10 * time.Second

// apply does what the plan says. Every new content is first written beside its file, and synced if nothing could make it again; only when all of them
// are there are they renamed into place, so that work that cannot be done leaves nothing half-written, and a crash
// leaves each file old or new. A file that somebody else has changed since the plan was made is not overwritten. The
// caller holds the lock.
func (f *folder) apply(p *Plan) error {
	sort.Slice(p.Changes, func(i, j int) bool { return p.Changes[i].Path < p.Changes[j].Path })
	var made []string
	defer func() {
		for _, name := range made {
			f.root.Remove(name)
		}
	}()
	for i := range p.Changes {
		if c := &p.Changes[i]; c.Action != "remove" {
			if err := f.prepare(c); err != nil {
				return cannotWrite(c.Path, err)
			}
			made = append(made, aside(c.Path))
		}
	}
	for i := range p.Changes {
		if err := f.unchanged(&p.Changes[i]); err != nil {
			return err
		}
	}
	for i := range p.Changes {
		c := &p.Changes[i]
		name := filepath.FromSlash(c.Path)
		var err error
		if c.Action == "remove" {
			err = f.root.Remove(name)
		} else {
			err = f.root.Rename(aside(c.Path), name)
		}
		if err != nil && !missing(err) {
			return cannotWrite(c.Path, err)
		}
	}
	made = nil
	return nil
}

// unchanged refuses a change to a file that no longer holds what it held when the plan was made.
func (f *folder) unchanged(c *Change) error {
	if c.Action != "update" {
		return nil
	}
	if now, err := f.read(c.Path, maxDocument); err != nil || now != c.was {
		return &diag.Failure{At: diag.Place{File: c.Path}, Text: diag.T("file-changed", "the file was changed by somebody else meanwhile; nothing was written"),
			Fix: diag.T("file-changed-fix", "run this again")}
	}
	return nil
}

// aside is where the new content of a file waits. It is in the same folder, so that renaming it is atomic.
func aside(name string) string {
	return filepath.FromSlash(path.Join(path.Dir(name), ".colophon-new-"+path.Base(name)))
}

func (f *folder) prepare(c *Change) error {
	if info, err := f.root.Stat(filepath.FromSlash(c.Path)); err == nil && info.IsDir() {
		return fmt.Errorf("it is a folder")
	}
	if dir := path.Dir(c.Path); dir != "." {
		if err := f.root.MkdirAll(filepath.FromSlash(dir), 0o755); err != nil {
			return err
		}
	}
	file, err := f.root.OpenFile(aside(c.Path), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = file.WriteString(c.content)
	if err == nil && !c.derived {
		err = file.Sync() // a disk takes its time over this: thousands of editions would wait for it
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		f.root.Remove(aside(c.Path))
	}
	return err
}

func cannotWrite(name string, err error) error {
	return &diag.Failure{At: diag.Place{File: name}, Text: diag.T("file-write", "the file cannot be written: {{.Reason}}; nothing was changed", "Reason", reason(err)),
		Fix: diag.T("file-write-fix", "make its folder one that you may write to, or choose another in colophon.toml"), Err: err}
}

// lock lets one run at a time write to the project: from before it reads what it will change until it has written.
// With apply false the run only plans, and needs none.
func (f *folder) lock(apply bool) (unlock func(), err error) {
	if !apply {
		return func() {}, nil
	}
	if err := f.root.MkdirAll(stateDir, 0o755); err != nil {
		return nil, cannotWrite(stateDir, err)
	}
	if _, err := f.root.Stat(filepath.Join(stateDir, ".gitignore")); missing(err) {
		// The folder tells git by itself to leave it alone, so that a project needs no line of its own for it.
		f.root.WriteFile(filepath.Join(stateDir, ".gitignore"), []byte("*\n"), fs.FileMode(0o644))
	}
	l := flock.New(filepath.Join(f.dir, stateDir, "lock"))
	for waited := time.Duration(0); ; waited += 50 * time.Millisecond {
		locked, err := l.TryLock()
		if err != nil {
			return nil, cannotWrite(stateDir+"/lock", err)
		}
		if locked {
			return func() { l.Unlock() }, nil
		}
		if waited >= lockWait {
			return nil, &diag.Failure{At: diag.Place{File: stateDir + "/lock"}, Text: diag.T("lock-busy", "another colophon is writing to this project"),
				Fix: diag.T("lock-busy-fix", "wait for it to finish and run this again")}
		}
		time.Sleep(50 * time.Millisecond)
	}
}
