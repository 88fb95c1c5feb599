// Package house_test holds the house to its plan: which room may look at which, and who may touch the world outside.
//
// The table is that of the handbook's page on architecture. An import that is not in it fails with the arrow and the
// place; whoever needs a new arrow draws it here, where it is seen.
package house_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "colophon/"

// rooms are the packages of the house, in the order in which bytes walk through it, each with the rooms it may look at.
// "x/*" stands for the alcoves of x; an alcove never looks at a sibling.
var rooms = []struct {
	room string
	sees string
}{
	{"internal/span", ""},
	{"internal/lang", ""},
	{"internal/diag", "internal/span"},
	{"locales", "internal/diag internal/lang"},
	{"internal/attribution", "internal/lang internal/diag"},
	{"internal/document", "internal/span internal/diag"},
	{"internal/document/*", "internal/document internal/span internal/diag"},
	{"internal/message", "internal/document internal/span internal/diag"},
	{"internal/catalog", "internal/message internal/lang internal/attribution internal/diag"},
	{"internal/catalog/*", "internal/catalog internal/message internal/lang internal/attribution internal/diag"},
	{"internal/memory", "internal/message internal/lang internal/diag"},
	{"internal/glossary", "internal/message internal/lang internal/diag"},
	{"internal/check", "internal/catalog internal/message internal/glossary internal/attribution internal/lang internal/diag internal/document"},
	{"internal/edition", "internal/span internal/catalog internal/document internal/message internal/attribution internal/lang internal/diag"},
	{"internal/edition/*", "internal/edition internal/span internal/catalog internal/document internal/message internal/attribution internal/lang internal/diag"},
	{"internal/project", "internal/span internal/lang internal/diag locales internal/attribution internal/document internal/document/* " +
		"internal/message internal/catalog internal/catalog/* internal/memory internal/glossary internal/check internal/edition internal/edition/*"},
	{"internal/workbench", "internal/project internal/diag internal/lang locales"},
	{"cmd/colophon", "internal/project internal/workbench internal/diag internal/lang locales"},
}

// outside are packages that only some rooms may know: files, the network and the command line each have one door.
var outside = []struct {
	pkg   string
	rooms string
	why   string
}{
	{"os", "internal/project cmd/colophon", "only project opens files"},
	{"os/signal", "cmd/colophon", "only the command is interrupted"},
	{"os/exec", "", "colophon starts no programs"},
	{"io/ioutil", "", "only project opens files"},
	{"net/http", "internal/workbench", "only the workbench serves pages"},
	{"github.com/spf13/cobra", "cmd/colophon", "only the command knows the command line"},
}

// Of os, the command has its streams, its arguments and how it ends; it opens no file.
var commandsOS = strings.Fields("Stdin Stdout Stderr Args Exit Getenv LookupEnv Environ Interrupt Signal Getwd File")

// alcove is "internal/document/*" for "internal/document/markdown", and "" for a room.
func alcove(room string) string {
	parent, _, ok := strings.Cut(strings.TrimPrefix(room, "internal/"), "/")
	if !ok || !strings.HasPrefix(room, "internal/") {
		return ""
	}
	return "internal/" + parent + "/*"
}

// seenFrom are the rooms that room may look at, and whether it is in the table.
func seenFrom(room string) ([]string, bool) {
	for _, r := range rooms {
		if r.room == room || r.room == alcove(room) {
			return strings.Fields(r.sees), true
		}
	}
	return nil, false
}

// forbidden says what is wrong with the arrow from a room to an import path, or "".
func forbidden(from, path string) string {
	sees, ok := seenFrom(from)
	if !ok {
		return fmt.Sprintf("%s is no room in the table of internal/house_test.go", from)
	}
	if to, ours := strings.CutPrefix(path, module); ours {
		if slices.Contains(sees, to) || alcove(to) != "" && slices.Contains(sees, alcove(to)) {
			return ""
		}
		return fmt.Sprintf("%s -> %s is not in the table: %s sees %v", from, to, from, sees)
	}
	for _, o := range outside {
		if o.pkg == path && !slices.Contains(strings.Fields(o.rooms), from) {
			return fmt.Sprintf("%s -> %s: %s", from, path, o.why)
		}
	}
	return ""
}

// helper reports whether a package only serves tests: documenttest, catalogtest.
func helper(room string) bool { return strings.HasSuffix(room, "test") }

// files parses every Go file of the module that is no test, as the rooms are walked.
func files(t *testing.T, visit func(room, path string, set *token.FileSet, file *ast.File)) {
	t.Helper()
	set := token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := d.Name(); d.IsDir() && path != ".." && (name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")) {
			return fs.SkipDir
		}
		room := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), "../")
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || helper(room) {
			return nil
		}
		file, err := parser.ParseFile(set, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		visit(room, filepath.ToSlash(path), set, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestImportsPointLeft(t *testing.T) {
	seen := map[string]bool{}
	files(t, func(room, path string, set *token.FileSet, file *ast.File) {
		seen[room] = true
		for _, spec := range file.Imports {
			to, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			if wrong := forbidden(room, to); wrong != "" {
				t.Errorf("%s:%d: %s", strings.TrimPrefix(path, "../"), set.Position(spec.Pos()).Line, wrong)
			}
		}
	})
	// A walk that found nothing would find nothing wrong either.
	for _, room := range []string{"internal/span", "internal/document", "internal/message", "internal/catalog/goi18n"} {
		if !seen[room] {
			t.Errorf("no file of %s was read", room)
		}
	}
}

// The command line prints, reads what is piped into it, and ends; files are the project's.
func TestCommandOpensNoFiles(t *testing.T) {
	files(t, func(room, path string, set *token.FileSet, file *ast.File) {
		if room != "cmd/colophon" {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == "os" && !slices.Contains(commandsOS, sel.Sel.Name) {
				t.Errorf("%s:%d: os.%s: only project touches files", strings.TrimPrefix(path, "../"), set.Position(sel.Pos()).Line, sel.Sel.Name)
			}
			return true
		})
	})
}

// The table itself points left: a room looks only at rooms above it. What it would say about wrong arrows is shown.
func TestTablePointsLeft(t *testing.T) {
	var above []string
	for _, r := range rooms {
		for _, to := range strings.Fields(r.sees) {
			if !slices.Contains(above, to) {
				t.Errorf("%s sees %s, which is not to its left", r.room, to)
			}
		}
		above = append(above, r.room)
	}
	for _, c := range []struct{ name, from, to, want string }{
		{"left", "internal/message", "colophon/internal/document", ""},
		{"standard library", "internal/span", "strings", ""},
		{"an alcove of the room", "internal/project", "colophon/internal/catalog/goi18n", ""},
		{"right", "internal/span", "colophon/internal/diag", "internal/span -> internal/diag is not in the table: internal/span sees []"},
		{"a sibling", "internal/document/html", "colophon/internal/document/markdown",
			"internal/document/html -> internal/document/markdown is not in the table: internal/document/html sees [internal/document internal/span internal/diag]"},
		{"a room into its alcove", "internal/document", "colophon/internal/document/markdown",
			"internal/document -> internal/document/markdown is not in the table: internal/document sees [internal/span internal/diag]"},
		{"no room", "internal/util", "strings", "internal/util is no room in the table of internal/house_test.go"},
		{"files", "internal/check", "os", "internal/check -> os: only project opens files"},
		{"programs", "internal/project", "os/exec", "internal/project -> os/exec: colophon starts no programs"},
		{"pages", "internal/project", "net/http", "internal/project -> net/http: only the workbench serves pages"},
		{"commands", "internal/project", "github.com/spf13/cobra", "internal/project -> github.com/spf13/cobra: only the command knows the command line"},
		{"the command", "cmd/colophon", "github.com/spf13/cobra", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := forbidden(c.from, c.to); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// Each room introduces itself at the door.
func TestRoomsHaveComments(t *testing.T) {
	said := map[string]bool{}
	files(t, func(room, _ string, _ *token.FileSet, file *ast.File) {
		said[room] = said[room] || file.Doc != nil
	})
	for room, ok := range said {
		if !ok {
			t.Errorf("%s has no package comment", room)
		}
	}
}
