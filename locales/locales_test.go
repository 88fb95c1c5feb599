package locales

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"

	"colophon/internal/diag"
	"colophon/internal/lang"
)

var update = flag.Bool("update", false, "rewrite the English catalog from the code")

// said is one sentence found in the code.
type said struct{ id, one, other, where string }

// collect finds every diag.T and diag.N in the program. Their IDs and English are literals, or it says where not.
func collect(t *testing.T) map[string]said {
	t.Helper()
	found := map[string]said{}
	for _, top := range []string{"../internal", "../cmd", "."} {
		err := filepath.WalkDir(top, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			collectFile(t, path, found)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

func collectFile(t *testing.T, path string, found map[string]said) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		kind := called(call, file.Name.Name)
		if kind == "" {
			return true
		}
		where := set.Position(call.Pos()).String()
		s := said{where: where}
		var ok1, ok2, ok3 bool
		s.id, ok1 = literal(call.Args[0])
		if kind == "N" {
			s.one, ok2 = literal(call.Args[2])
			s.other, ok3 = literal(call.Args[3])
		} else {
			s.other, ok2 = literal(call.Args[1])
			ok3 = true
		}
		if !ok1 || !ok2 || !ok3 {
			t.Errorf("%s: the ID and the English of a sentence are literals", where)
			return true
		}
		if before, twice := found[s.id]; twice && (before.one != s.one || before.other != s.other) {
			t.Errorf("%s: %s says something else at %s", where, s.id, before.where)
		}
		found[s.id] = s
		return true
	})
}

// called is "T" or "N" for a call that makes a sentence, inside package diag too.
func called(call *ast.CallExpr, pkg string) string {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok && x.Name == "diag" {
			name = f.Sel.Name
		}
	case *ast.Ident:
		if pkg == "diag" {
			name = f.Name
		}
	}
	if (name == "T" && len(call.Args) >= 2) || (name == "N" && len(call.Args) >= 4) {
		return name
	}
	return ""
}

// literal is the value of a string literal, or of several joined by +.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		x, ok1 := literal(e.X)
		y, ok2 := literal(e.Y)
		return x + y, ok1 && ok2 && e.Op == token.ADD
	}
	return "", false
}

// The English catalog holds every sentence of the code and nothing else.
func TestEnglishIsWhatTheCodeSays(t *testing.T) {
	found := collect(t)
	ids := make([]string, 0, len(found))
	for id := range found {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	var out strings.Builder
	out.WriteString("# The program's own sentences, collected from the code by go test ./locales -update.\n")
	for _, id := range ids {
		s := found[id]
		out.WriteString("\n[" + id + "]\n")
		if s.one != "" {
			out.WriteString("one = " + quote(s.one) + "\n")
		}
		out.WriteString("other = " + quote(s.other) + "\n")
	}
	const path = "en/colophon.en.toml"
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if _, err := i18n.ParseMessageFileBytes([]byte(out.String()), "colophon.en.toml", map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal}); err != nil {
		t.Fatalf("what is collected is no message file: %v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != out.String() {
		t.Errorf("%s is not what the code says; run: go test ./locales -update", path)
	}
}

func quote(s string) string {
	switch {
	case !strings.ContainsAny(s, "\"\\\n"):
		return `"` + s + `"`
	case strings.Contains(s, "'''"):
		return strconv.Quote(s) // our sentences have no characters that Go and TOML escape differently
	}
	return "'''\n" + s + "'''"
}

// Complete languages: every sentence of the code, with the very arguments of the English, and none that is gone.
func TestTranslations(t *testing.T) {
	found := collect(t)
	complete := map[string]bool{"ko": true}
	for _, name := range Languages() {
		if name == "en" {
			continue
		}
		messages := read(t, name)
		for id := range messages {
			if _, ok := found[id]; !ok {
				t.Errorf("%s: %s is said nowhere in the code", name, id)
			}
		}
		for id, s := range found {
			m := messages[id]
			if m == nil {
				if complete[name] {
					t.Errorf("%s: %s (%q) is missing", name, id, s.other)
				}
				continue
			}
			// A form may say its number in words, as Arabic does for one and two.
			for _, form := range []string{m.Zero, m.One, m.Two, m.Few, m.Many, m.Other} {
				got, want := arguments(form), arguments(s.other)
				if form != "" && got != want && (s.one == "" || got != strings.TrimSpace(strings.ReplaceAll(" "+want+" ", " Count ", " "))) {
					t.Errorf("%s: %s has the arguments %q, want %q", name, id, got, want)
				}
			}
		}
	}
}

func read(t *testing.T, name string) map[string]*i18n.Message {
	t.Helper()
	content, err := files.ReadFile(name + "/colophon." + name + ".toml")
	if err != nil {
		t.Fatal(err)
	}
	file, err := i18n.ParseMessageFileBytes(content, "colophon."+name+".toml", map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]*i18n.Message{}
	for _, x := range file.Messages {
		m[x.ID] = x
	}
	return m
}

// arguments lists the names between {{. and }}, sorted.
func arguments(s string) string {
	set := map[string]bool{}
	for _, part := range strings.Split(s, "{{.")[1:] {
		name, _, _ := strings.Cut(part, "}}")
		set[name] = true
	}
	var names []string
	for name := range set {
		names = append(names, name)
	}
	sort.Strings(names)
	return strings.Join(names, " ")
}

func TestVoices(t *testing.T) {
	for _, row := range []struct{ name, tag, speaks string }{
		{"its own", "ko", "ko"}, {"its base", "ko-KP", "ko"}, {"none", "tlh", "en"}, {"English", "en-GB", "en"},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := For(lang.MustParse(row.tag)).Language.String(); got != row.speaks {
				t.Errorf("For(%s) speaks %s, want %s", row.tag, got, row.speaks)
			}
		})
	}
	if got := For(lang.MustParse("ko")).Say(diag.T("no-such-sentence", "{{.A}} is said", "A", "{{.A}}")); got != "{{.A}} is said" {
		t.Errorf("what a language lacks is said in English, and an argument is not looked into: got %q", got)
	}
}

func TestEnvironment(t *testing.T) {
	for _, row := range []struct{ name, variable, value, want string }{
		{"region and encoding", "LANG", "ko_KR.UTF-8", "ko-KR"}, {"modifier", "LC_ALL", "ca_ES@valencia", "ca-ES"},
		{"C", "LC_ALL", "C", "en"}, {"nothing", "", "", "en"}, {"garbage", "LANG", "!!", "en"},
	} {
		t.Run(row.name, func(t *testing.T) {
			get := func(name string) string {
				if name == row.variable {
					return row.value
				}
				return ""
			}
			if got := Environment(get).String(); got != row.want {
				t.Errorf("%s=%s: got %s, want %s", row.variable, row.value, got, row.want)
			}
		})
	}
}
