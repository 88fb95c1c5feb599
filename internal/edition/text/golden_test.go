package text_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"github.com/google/go-cmp/cmp"

	"colophon/internal/document/markdown"
	"colophon/internal/document/plaintext"
	"colophon/internal/edition"
	"colophon/internal/edition/editiontest"
	"colophon/internal/edition/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestGuide(t *testing.T) {
	for _, language := range []string{"en", "ko", "ar"} {
		t.Run(language, func(t *testing.T) {
			got := write(t, editiontest.Guide(markdown.Format{}, language))
			path := "testdata/guide." + language + ".txt"
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("differs (-want +got); go test -update rewrites it:\n%s", diff)
			}
			for line := range strings.Lines(got) {
				if w := displaywidth.String(strings.TrimRight(line, "\n")); w > 78 {
					t.Errorf("line takes %d columns: %q", w, line)
				}
			}
		})
	}
}

func write(t *testing.T, e *edition.Edition) string {
	t.Helper()
	files, err := text.Writer{}.Write(e)
	if err != nil || len(files) == 0 {
		t.Fatalf("got %d files, %v", len(files), err)
	}
	return files[0].Content
}

// What a block of Markdown looks like in text.
func TestRender(t *testing.T) {
	long := strings.Repeat("long words here ", 8)
	for _, c := range []struct{ name, source, want string }{
		{"headings", "# One\n## Two\n### Three\n", "One\n===\n\nTwo\n---\n\nThree\n"},
		{"wide heading", "# 한국어\n", "한국어\n======\n"},
		{"links", "[a](#b) [c](https://d.example) [e](e.md) <f@example.org>\n", "a c (https://d.example) e f@example.org\n"},
		{"entities", "a &amp; b \\* c &#169;\n", "a & b * c ©\n"},
		{"hard break", "a\\\nb  \nc\n", "a\nb\nc\n"},
		{"soft break", "하나\n둘\n", "하나 둘\n"},
		{"joined", "中文\n文字\n", "中文文字\n"},
		{"html", "a <b>bold</b><br>b\n\n<div>\ninside\n</div>\n", "a bold\nb\n\ninside\n"},
		{"nested", "> - a\n>   > b\n>\n> 1. c\n>    1. d\n", "> • a\n>   > b\n>\n> 1. c\n>    1. d\n"},
		{"many items", "9. i\n10. j\n", " 9. i\n10. j\n"},
		{"empty item", "-\n- a\n", "•\n• a\n"},
		{"loose", "- a\n\n  b\n\n- c\n", "• a\n\n  b\n\n• c\n"},
		{"hanging", "- " + long + "\n", "• " + long[:74] + "\n  " + strings.TrimSpace(long[75:]) + "\n"},
		{"code", "```\na\n\n  b\n```\n", "    a\n\n      b\n"},
		{"table", "| a | 나라 |\n|--:|:-:|\n| 100 | x |\n", "  a  나라\n---  ----\n100   x\n"},
		{"image", "![alt *text*](x.png)\n", "alt text\n"},
		{"tasks", "- [x] a\n- [ ] b\n", "• [x] a\n• [ ] b\n"},
		{"front matter", "---\ntitle: x\n---\na\n", "a\n"},
		{"alert", "> [!TIP] Title\n> a\n", "> Title\n>\n> a\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := editiontest.Make(markdown.Format{}, c.source, "en", editiontest.Work(), nil)
			e.Colophon = edition.SideFile
			if got := write(t, e); got != c.want {
				t.Errorf("%q reads\n%s\nwant\n%s", c.source, got, c.want)
			}
		})
	}
}

// A plain text document is its own edition; only the colophon is added, in its line endings.
func TestPlainText(t *testing.T) {
	e := editiontest.Make(plaintext.Format{}, "a\r\nb", "en", editiontest.Work(), nil)
	got := write(t, e)
	if !strings.HasPrefix(got, "a\r\nb\r\n\r\n----") || strings.Count(got, "\n") != strings.Count(got, "\r\n") {
		t.Errorf("got %q", got)
	}
}
