package project

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

func testFolder(t *testing.T, files map[string]string) *folder {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f, err := openFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// listing is every file below the folder but the lock's, with its content.
func listing(t *testing.T, f *folder) string {
	t.Helper()
	var out strings.Builder
	err := filepath.WalkDir(f.dir, func(path string, e os.DirEntry, err error) error {
		if err == nil && e.Name() == stateDir {
			return filepath.SkipDir
		}
		if err == nil && !e.IsDir() {
			content, _ := os.ReadFile(path)
			rel, _ := filepath.Rel(f.dir, path)
			out.WriteString(filepath.ToSlash(rel) + "=" + string(content) + ";")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// Where one file of a plan cannot be written, none is, and nothing is left lying about.
func TestApplyIsAllOrNothing(t *testing.T) {
	f := testFolder(t, map[string]string{"a": "old", "file": "not a folder"})
	p := &Plan{}
	p.write(f, "a", "new")
	p.write(f, "b/c", "new")
	p.write(f, "file/x", "new")
	if err := f.apply(p); err == nil || !strings.Contains(err.Error(), "file/x: the file cannot be written") {
		t.Errorf("got %v", err)
	}
	if got, want := listing(t, f), "a=old;file=not a folder;"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// What somebody saved between reading and writing is not overwritten.
func TestApplyRefusesWhatHasChanged(t *testing.T) {
	f := testFolder(t, map[string]string{"a": "old", "b": "old"})
	p := &Plan{}
	p.write(f, "a", "new")
	p.write(f, "b", "new")
	if err := os.WriteFile(filepath.Join(f.dir, "b"), []byte("a translator's"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := f.apply(p); err == nil || !strings.Contains(err.Error(), "b: the file was changed by somebody else") {
		t.Errorf("got %v", err)
	}
	if got, want := listing(t, f), "a=old;b=a translator's;"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestPlan(t *testing.T) {
	f := testFolder(t, map[string]string{"same": "x", "changed": "x", "gone": "x"})
	p := &Plan{}
	p.write(f, "same", "x")
	p.write(f, "changed", "y")
	p.write(f, "new/one", "z")
	p.remove(f, "gone")
	p.remove(f, "never there")
	if err := f.apply(p); err != nil {
		t.Fatal(err)
	}
	if got, want := listing(t, f), "changed=y;new/one=z;same=x;"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if p.Keep != 1 || len(p.Changes) != 3 {
		t.Errorf("%d kept and %d changes, want 1 and 3", p.Keep, len(p.Changes))
	}
}

// Nothing outside of the project can be named, by dots, by an absolute path or by a link.
func TestPathsStayInside(t *testing.T) {
	f := testFolder(t, map[string]string{"a": "x"})
	outside := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(outside, []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(f.dir, "link")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	for _, name := range []string{"link", "../x", outside} {
		if content, err := f.read(name, maxConfig); err == nil {
			t.Errorf("%s could be read: %q", name, content)
		}
		p := &Plan{Changes: []Change{{Path: name, Action: "create", content: "x"}}}
		if name != "link" && f.apply(p) == nil {
			t.Errorf("%s could be written", name)
		}
	}
	for _, name := range []string{"../x", "/etc/passwd", "", "a/../../b", "a\x00b"} {
		if local, err := clean(name); err == nil {
			t.Errorf("%q is taken for the path %q", name, local)
		}
	}
}

func TestGlob(t *testing.T) {
	f := testFolder(t, map[string]string{"a.md": "", "docs/b.md": "", "docs/x/c.md": "", "docs/d.txt": "", ".git/e.md": "", "dist/f.md": "", "docs/.h/g.md": ""})
	for _, row := range []struct{ pattern, want string }{
		{"*.md", "a.md"}, {"**/*.md", "a.md docs/b.md docs/x/c.md"}, {"docs/**", "docs/b.md docs/d.txt docs/x/c.md"},
		{"docs/*/c.md", "docs/x/c.md"}, {"nothing/*.md", ""}, {"docs/**/c.*", "docs/x/c.md"},
	} {
		found, err := f.glob(row.pattern, func(dir string) bool { return dir == "dist" })
		if got := strings.Join(found, " "); err != nil || got != row.want {
			t.Errorf("%s: got %q and %v, want %q", row.pattern, got, err, row.want)
		}
	}
}

func TestLocate(t *testing.T) {
	source := "a = 1\n[t]\n  a = 2\n[[t.list]]\nb = 3\n[t.\"x\"]\n\"c\" = 4\n"
	for _, row := range []struct {
		key          string
		line, column int
	}{{"a", 1, 1}, {"t.a", 3, 3}, {"t.list.b", 5, 1}, {"t", 2, 1}, {"t.list", 4, 1}, {"nowhere", 0, 0}} {
		if line, column := locate(source, toml.Key(strings.Split(row.key, "."))); line != row.line || column != row.column {
			t.Errorf("%s: got %d:%d, want %d:%d", row.key, line, column, row.line, row.column)
		}
	}
}

// A stranger's configuration is refused with a place and a remedy, or read; it never panics.
func FuzzConfig(f *testing.F) {
	f.Add("source-language = \"en\"\nlanguages = [\"ko\"]\ndocuments = [\"a.md\"]\n[build]\nkeep = 200\n")
	f.Add("[language.ko]\n[work]\n[[work.chain]]\nrelation = \"x\"\n[agents.a]\nname=\"x\"")
	f.Add((&InitOptions{Documents: []string{"a.md"}, SourceLanguage: "en", Languages: []string{"ko"}, Author: "\"\\\n", License: "CC-BY-4.0"}).config())
	f.Fuzz(func(t *testing.T, source string) {
		if _, err := parseConfig(source); err != nil && err.Error() == "" {
			t.Fatalf("a refusal says something: %q", source)
		}
	})
}

// What init writes is a configuration, whatever it was told.
func FuzzInit(f *testing.F) {
	f.Add("A \"title\"", "Kim", "https://x", "en\nb")
	f.Fuzz(func(t *testing.T, title, author, foundAt, translator string) {
		o := &InitOptions{Documents: []string{"docs/a.md", "docs/x/b.txt"}, SourceLanguage: "en", Languages: []string{"ko", "ar"}, Title: title, Author: author, FoundAt: foundAt, Translator: translator}
		if c, err := parseConfig(o.config()); err != nil {
			t.Fatalf("%v\n%s", err, o.config())
		} else if c.Root != "docs" {
			t.Fatalf("root is %q", c.Root)
		}
	})
}
