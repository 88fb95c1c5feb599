package diag

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestVisible(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "plain text", "plain text"},
		{"empty", "", ""},
		{"scripts", "한국어 العربية 日本語 😀", "한국어 العربية 日本語 😀"},
		{"a joiner that Persian needs", "می\u200cخواهم", "می\u200cخواهم"},
		{"newline", "a\nb", `a\nb`},
		{"tab and return", "a\tb\r", `a\u0009b\u000d`},
		{"escape", "\x1b[31mred", `\u001b[31mred`},
		{"NUL and DEL", "\x00\x7f", `\u0000\u007f`},
		{"C1", "\u0085\u009b", `\u0085\u009b`},
		{"bidi overrides", "\u202a\u202b\u202c\u202d\u202e", `\u202a\u202b\u202c\u202d\u202e`},
		{"bidi isolates", "\u2066\u2067\u2068\u2069", `\u2066\u2067\u2068\u2069`},
		{"bidi marks", "\u200e\u200f\u061c", `\u200e\u200f\u061c`},
		{"line and paragraph separators", "\u2028\u2029", `\u2028\u2029`},
		{"invalid UTF-8", "a\xff\xc3b", `a\xff\xc3b`},
		{"a replacement character is one", "\ufffd", "\ufffd"},
		{"a replacement character and an invalid byte", "\ufffd\xff", "\ufffd" + `\xff`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Visible(c.text); got != c.want {
				t.Errorf("got %q, want %q for %q", got, c.want, c.text)
			}
		})
	}
}

// What is made visible is valid UTF-8 on one line, moves no cursor and turns nothing around; what is visible stays.
func FuzzVisible(f *testing.F) {
	for _, s := range []string{"", "plain", "\n", "\xff", "\u202e", "\ufffd\xff", "\x1b[2J", "\u2029", "한국어"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := Visible(text)
		if !utf8.ValidString(got) || strings.ContainsFunc(got, hidden) {
			t.Fatalf("got %q for %q", got, text)
		}
		if again := Visible(got); again != got {
			t.Fatalf("twice: %q, once: %q", again, got)
		}
		if short := Shorten(got, 5); utf8.RuneCountInString(short) > 5 || !strings.HasPrefix(got, strings.TrimSuffix(short, "…")) {
			t.Fatalf("%q is no short form of %q", short, got)
		}
	})
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		name, text string
		limit      int
		want       string
	}{
		{"short enough", "hello", 5, "hello"},
		{"cut", "hello", 4, "hel…"},
		{"to the ellipsis", "hello", 1, "…"},
		{"to nothing", "hello", 0, ""},
		{"below nothing", "hello", -1, ""},
		{"empty", "", 0, ""},
		{"code points, not bytes", "안녕하세요", 5, "안녕하세요"},
		{"cut between code points", "안녕하세요", 3, "안녕…"},
		{"astral", "😀😀😀", 2, "😀…"},
		{"invalid bytes count as one each", "\xff\xff\xff", 2, "\xff…"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Shorten(c.text, c.limit); got != c.want {
				t.Errorf("got %q, want %q for %q to %d", got, c.want, c.text, c.limit)
			}
		})
	}
}

func TestPlace(t *testing.T) {
	for _, c := range []struct {
		name string
		at   Place
		want string
	}{
		{"all", Place{"a.md", 3, 7}, "a.md:3:7"},
		{"no column", Place{"a.md", 3, 0}, "a.md:3"},
		{"no line", Place{"a.md", 0, 7}, "a.md"},
		{"nowhere", Place{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.at.String(); got != c.want {
				t.Errorf("got %q, want %q for %+v", got, c.want, c.at)
			}
		})
	}
}

var findings = []Diagnostic{
	{Rule: "markup/placeholder", Severity: Error, At: Place{"source/guide.md", 14, 7}, Related: Place{"locales/fr/guide.fr.toml", 88, 0}, Language: "fr", Message: "press",
		Text: T("placeholder-missing", "placeholder {{.Name}} is missing from the target", "Name", "{1}"), Source: "Press {1} to continue", Target: "Appuyez pour continuer",
		Fix: T("placeholder-fix", "put {{.Name}} where it belongs in {{.At}}", "Name", "{1}", "At", Place{"locales/fr/guide.fr.toml", 88, 0})},
	{Rule: "text/control", Severity: Warning, At: Place{"source/evil\n.md", 1, 0}, Text: T("control", "{{.Name}} is hidden", "Name", "\x1b[2K"), Source: "two\nlines\u202e", Target: strings.Repeat("가", 200)},
	{Rule: "attribution/author", Severity: Error, Language: "de", Text: T("author", "the licence asks for the author's name, and none is recorded")},
}

func TestWriteText(t *testing.T) {
	want := `source/guide.md:14:7: fr: placeholder {1} is missing from the target [markup/placeholder]
    source: Press {1} to continue
    target: Appuyez pour continuer
    fix: put {1} where it belongs in locales/fr/guide.fr.toml:88
source/evil\n.md:1: \u001b[2K is hidden [text/control]
    source: two\nlines\u202e
    target: ` + strings.Repeat("가", 159) + `…
de: the licence asks for the author's name, and none is recorded [attribution/author]
`
	var out strings.Builder
	if err := WriteText(&out, findings, English); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	out.Reset()
	if err := WriteText(&out, findings[2:], shouting{}); err != nil {
		t.Fatal(err)
	}
	if got, want := out.String(), "de: THE LICENCE ASKS FOR THE AUTHOR'S NAME, AND NONE IS RECORDED [attribution/author]\n"; got != want {
		t.Errorf("in another voice: got %q, want %q", got, want)
	}
}

func TestJSON(t *testing.T) {
	for _, c := range []struct {
		name string
		ds   []Diagnostic
		want string
	}{
		{"no findings are an array", nil, "[]\n"},
		{"what is not there is left out", findings[2:], `[
  {
    "rule": "attribution/author",
    "severity": "error",
    "at": {
      "file": ""
    },
    "language": "de",
    "text": "the licence asks for the author's name, and none is recorded"
  }
]
`},
		{"all", []Diagnostic{{Rule: "a/b", At: Place{"a", 1, 2}, Related: Place{"b", 3, 0}, Language: "fr", Message: "id", Text: T("x", "<{{.A}}>", "A", "&"), Source: "s\u202e", Target: "t", Fix: T("y", "do")}}, `[
  {
    "rule": "a/b",
    "severity": "warning",
    "at": {
      "file": "a",
      "line": 1,
      "column": 2
    },
    "related": {
      "file": "b",
      "line": 3
    },
    "language": "fr",
    "message": "id",
    "text": "<&>",
    "source": "s` + "\u202e" + `",
    "target": "t",
    "fix": "do"
  }
]
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			if err := WriteJSON(&out, JSON(c.ds, English)); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, out.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if !json.Valid([]byte(out.String())) {
				t.Errorf("not JSON: %s", out.String())
			}
		})
	}
}

// Each finding keeps its own other place, although they come out of one loop.
func TestJSONRelated(t *testing.T) {
	ds := []Diagnostic{{Related: Place{File: "a"}}, {}, {Related: Place{File: "b"}}}
	got, err := json.Marshal(JSON(ds, English))
	if err != nil {
		t.Fatal(err)
	}
	if a, b := strings.Count(string(got), `"related":{"file":"a"}`), strings.Count(string(got), `"related":{"file":"b"}`); a != 1 || b != 1 {
		t.Errorf("got %s", got)
	}
}
