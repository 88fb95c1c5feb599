package markdown_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	format "colophon/internal/document/markdown"
	"colophon/internal/edition"
	"colophon/internal/edition/editiontest"
	"colophon/internal/edition/markdown"
)

func write(t *testing.T, e *edition.Edition) []edition.File {
	t.Helper()
	files, err := markdown.Writer{}.Write(e)
	if err != nil || len(files) == 0 {
		t.Fatalf("got %d files, %v", len(files), err)
	}
	return files
}

func of(source, language string, translate func(string) string) *edition.Edition {
	return editiontest.Make(format.Format{}, source, language, editiontest.Work(), translate)
}

// Every heading of a translation can be reached by the anchor of its source, and reading the edition again gives the
// texts of the targets: a pinned anchor is no text.
func TestAnchorsArePinned(t *testing.T) {
	const source = "# One *thing*\n\n[to](#two) [to](#one-thing)\n\nTwo\n---\n\n### Kept {#kept}\n\n#### Two\n\n## 3 [a](b)\n"
	e := of(source, "ko", func(text string) string {
		return strings.NewReplacer("One", "하나", "Two", "둘", "Kept", "그대로", "3", "셋").Replace(text)
	})
	e.Colophon = edition.SideFile
	if got := write(t, e)[0].Content; got != e.Text.Source {
		t.Errorf("with a file for the colophon the document is %q, want the spliced bytes", got)
	}
	e.Colophon = edition.Section
	got := write(t, e)[0].Content
	for _, want := range []string{`# <a id="one-thing"></a>하나 *thing*`, "<a id=\"two\"></a>둘\n---", "### 그대로 {#kept}", `#### <a id="two-1"></a>둘`, `## <a id="3-a"></a>셋 [a](b)`} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	again := format.Format{}.Parse(got)
	for i := range e.Text.Blocks {
		if got, want := again.Blocks[i].Text, e.Text.Blocks[i].Text; got != want {
			t.Errorf("block %d reads %q again, want %q", i, got, want)
		}
	}
}

// An edition without translations is the source, byte for byte, before its colophon.
func TestUntranslated(t *testing.T) {
	const source = "# One\r\n\r\n[to](#one)\r\n\r\n# One"
	e := of(source, "ko", func(string) string { return "" })
	got := write(t, e)[0].Content
	if !strings.HasPrefix(got, source+"\r\n\r\n---\r\n\r\n## About this edition\r\n") {
		t.Errorf("got %q", got)
	}
	if strings.Count(got, "\n") != strings.Count(got, "\r\n") {
		t.Errorf("line endings are mixed in %q", got)
	}
}

// What stands open at the end of a document does not swallow its colophon.
func TestOpenEnds(t *testing.T) {
	for _, c := range []struct {
		name, source, between string
		files                 int
	}{
		{"closed", "a\n", "\n---\n", 1},
		{"setext bait", "a", "\n\n---\n", 1},
		{"fence", "```\ncode", "\n```\n\n---\n", 1},
		{"long fence", "~~~~~\n~~~\ncode\n", "~~~~~\n\n---\n", 1},
		{"fence in an item", "- a\n\n  ```\n  code\n", "\n---\n", 1},
		{"comment", "a\n\n<!-- b\n", "-->\n\n---\n", 1},
		{"script", "<script>\nx", "\n</script>\n\n---\n", 1},
		{"hidden element", "<div hidden>\n\na\n", "</div>\n\n---\n", 1},
		{"two hidden elements", "<div hidden><div>\n\na\n", "", 2},
		{"hiding style", "<style>* { display: none }</style>\n\na\n", "", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := write(t, of(c.source, "en", nil))
			if len(files) != c.files {
				t.Fatalf("got %d files, want %d:\n%s", len(files), c.files, files[0].Content)
			}
			if !strings.HasPrefix(files[0].Content, c.source+c.between) || c.files == 2 && files[0].Content != c.source {
				t.Errorf("got %q", files[0].Content)
			}
		})
	}
}

// Front matter in three languages holds the colophon as data that their own parsers read.
func TestFrontMatter(t *testing.T) {
	read := func(source string) string {
		e := of(source, "ko", func(s string) string { return s })
		e.Colophon = edition.FrontMatter
		files := write(t, e)
		if len(files) > 1 {
			return "file"
		}
		return files[0].Content
	}
	t.Run("toml", func(t *testing.T) {
		got := read("+++\ntitle = 'x'\n[a]\nb = 1\n+++\ntext\n")
		_, rest, _ := strings.Cut(got, "+++\n")
		body, text, _ := strings.Cut(rest, "+++\n")
		var v struct {
			A        struct{ B int }
			Colophon struct {
				Heading string
				Lines   []struct{ Values []struct{ Text, URL string } }
				Notes   []string
			}
		}
		if _, err := toml.Decode(body, &v); err != nil {
			t.Fatalf("%v in\n%s", err, body)
		}
		if v.A.B != 1 || v.Colophon.Heading != "About this edition" || len(v.Colophon.Lines) < 5 || text != "text\n" {
			t.Errorf("got %+v, then %q", v, text)
		}
	})
	t.Run("json", func(t *testing.T) {
		got := read("{\n  \"title\": \"x\"\n}\ntext\n")
		var v map[string]any
		dec := json.NewDecoder(strings.NewReader(got))
		if err := dec.Decode(&v); err != nil || v["title"] != "x" || v["colophon"] == nil {
			t.Fatalf("got %v, %v", v, err)
		}
		if rest := got[dec.InputOffset():]; rest != "\ntext\n" {
			t.Errorf("after the object stands %q", rest)
		}
	})
	t.Run("yaml", func(t *testing.T) {
		got := read("---\ntitle: x\ntags:\n- a\n---\ntext\n")
		if !strings.HasPrefix(got, "---\ntitle: x\ntags:\n- a\ncolophon:\n  heading: \"About this edition\"\n") || !strings.HasSuffix(got, "\n---\ntext\n") {
			t.Errorf("got %q", got)
		}
	})
	t.Run("none", func(t *testing.T) {
		if got := read("\ufeff# text\n"); !strings.HasPrefix(got, "\ufeff---\ncolophon:\n") || !strings.HasSuffix(got, "\n---\n# text\n") {
			t.Errorf("got %q", got)
		}
	})
	for _, source := range []string{"---\ncolophon: mine\n---\n", "+++\n[colophon]\na = 1\n+++\n", "{\"colophon\": 1}\n", "---\n'a': {b: 1,\nc: 2}\n{d}\n---\n"} {
		if got := read(source); got != "file" {
			t.Errorf("%q takes no colophon, got %q", source, got)
		}
	}
}

// The colophon as a person reads it in an editor.
func TestSection(t *testing.T) {
	got := write(t, editiontest.Guide(format.Format{}, "ko"))[0].Content
	_, got, _ = strings.Cut(got, "## About")
	const want = ` this edition

Where this text comes from, whom it is owed to, and what may be done with it.

- **Original title:** How to listen
- **Title:** 경청하는 법
- **Version of the source:** 2 (2026-11)
`
	if !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, want := range []string{"[아나 화이트호스](<https://example.org/ana>)", "- **Found at:** <https://example.org/listen>\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}
