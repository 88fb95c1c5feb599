package markdown

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"colophon/internal/document"
)

// Emphasis that a Korean, Japanese or Chinese target means is emphasis for a reader of CommonMark; what means itself stays.
func TestMend(t *testing.T) {
	for _, row := range []struct{ name, source, target, want string }{
		{"a particle after a bracket", "**Markdown** is", "**마크다운(Markdown)**을 씁니다", "**마크다운(Markdown)**&#8288;을 씁니다"},
		{"after a quote", "*Word* is", "*“말”*은 말입니다", "*“말”*&#8288;은 말입니다"},
		{"before a bracket", "see **(this)**", "이것**(이것)** 참고", "이것&#8288;**(이것)** 참고"},
		{"both sides", "x **(this)** y", "가**(나)**다", "가&#8288;**(나)**&#8288;다"},
		{"underscores", "__bold__ is", "__굵게__는 굵습니다", "__굵게__&#8288;는 굵습니다"},
		{"Japanese", "**Note:** x", "**注意：**これ", "**注意：**&#8288;これ"},
		{"struck out", "~~Old~~ is", "~~옛것(old)~~은", "~~옛것(old)~~&#8288;은"},
		{"works already", "**Bold** is", "**굵게**는", "**굵게**는"},
		{"nothing was emphasised", "Stars ** are", "**별(star)**은", "**별(star)**은"},
		{"more than the source has", "*a* b", "**가(a)**는 **나(b)**는", "**가(a)**는 **나(b)**는"},
		{"names with underscores", "*a* b", "파일_이름_목록 가", "파일_이름_목록 가"},
		{"one works and one does not", "**a** and **b**", "**가**와 **나(b)**는", "**가**와 **나(b)**&#8288;는"},
	} {
		t.Run(row.name, func(t *testing.T) {
			got := Format{}.mend(nil, row.source, row.target)
			if got != row.want {
				t.Errorf("got  %s\nwant %s", got, row.want)
			}
			if again := (Format{}).mend(nil, row.source, got); again != got {
				t.Errorf("mended twice: %s", again)
			}
			if got == row.target {
				return
			}
			var html strings.Builder
			if err := goldmark.New(goldmark.WithExtensions(extension.Strikethrough)).Convert([]byte(got), &html); err != nil {
				t.Fatal(err)
			}
			if strings.ContainsAny(html.String(), "*_~") {
				t.Errorf("a reader still sees the marks: %s", &html)
			}
		})
	}
}

// A mended target stands in the document and nothing around it changes.
func TestMendedInADocument(t *testing.T) {
	f := Format{}
	d := f.Parse("# **A** b\n\n| **C** d |\n|---|\n| e |\n\n- *F* g\n")
	targets := map[int]string{}
	for i := range d.Blocks {
		switch d.Blocks[i].Text {
		case "**A** b", "**C** d":
			targets[i] = "**가(A)**는 나"
		case "*F* g":
			targets[i] = "*“바”*는 사"
		}
	}
	out := document.Splice(f, d, targets)
	want := "# **가(A)**&#8288;는 나\n\n| **가(A)**&#8288;는 나 |\n|---|\n| e |\n\n- *“바”*&#8288;는 사\n"
	if out.Source != want || len(out.Refused) > 0 {
		t.Errorf("got %q, refused %v", out.Source, out.Refused)
	}
}
