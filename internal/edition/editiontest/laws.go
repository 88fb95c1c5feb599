package editiontest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"colophon/internal/attribution"
	"colophon/internal/diag"
	"colophon/internal/document"
	"colophon/internal/edition"
)

// placements are all there are.
var placements = []edition.Placement{edition.Section, edition.FrontMatter, edition.SideFile}

// Run proves the laws for w with documents of the formats it writes. What it may assume of a format is its name.
func Run(t *testing.T, w edition.Writer, formats ...document.Format) {
	for _, f := range formats {
		for name, source := range samples(f) {
			for _, language := range []string{"en", "ko", "ar"} {
				e := Make(f, source, language, Work(Hostile...), swap)
				for _, e.Colophon = range placements {
					t.Run(fmt.Sprintf("%s/%s/%s/%s", f.Name(), name, language, e.Colophon), func(t *testing.T) { laws(t, w, e) })
				}
			}
		}
		t.Run(f.Name()+"/stripped", func(t *testing.T) { stripped(t, w, f) })
	}
}

// swap is a translation: words of another script, the markup where it was. Texts with "stay" in them have none.
func swap(text string) string {
	if strings.Contains(text, "stay") {
		return ""
	}
	return strings.NewReplacer("Heading", "제목", " heading", " 제목", "word", "낱말", "text", "글", "Text", "글").Replace(text)
}

func laws(t *testing.T, w edition.Writer, e *edition.Edition) {
	files := write(t, w, e)
	if len(files) == 0 {
		t.Fatalf("%s wrote no file", w.Name())
	}
	m := edition.NewManifest(e, "", edition.Tool{Name: "test"}, files)
	credits := false
	for _, f := range files {
		if found := edition.Verify(f.Name, f.Content, m); len(found) > 0 {
			t.Errorf("credits survive: %s:\n%s\n%s", f.Name, report(found), tail(f.Content))
		}
		credits = credits || f.Credits
	}
	if !credits {
		t.Errorf("credits survive: none of the files of %s has them", w.Name())
	}
	if again := write(t, w, e); !slices.Equal(files, again) {
		t.Errorf("determinism: two writes differ")
	}
	preserved := w.Name() == e.Format.Name()
	if preserved && e.Colophon == edition.SideFile && files[0].Content != e.Text.Source {
		t.Errorf("placement %q: got %q, want the document %q", e.Colophon, files[0].Content, e.Text.Source)
	}
	if preserved && e.Language == e.From && !keeps(files[0].Content, e.Text.Source) && e.Colophon == edition.Section {
		t.Errorf("section: %q is not %q with the colophon put in at one place", files[0].Content, e.Text.Source)
	}
	decoded, err := edition.DecodeManifest(m.Encode())
	if err != nil || decoded.Encode() != m.Encode() {
		t.Errorf("manifest: got %v, %v, want what was encoded", decoded, err)
	}
}

// keeps reports whether content is source with something put in at one place, or source itself.
func keeps(content, source string) bool {
	same := 0
	for same < min(len(content), len(source)) && content[same] == source[same] {
		same++
	}
	for ; same >= 0; same-- {
		if strings.HasSuffix(content, source[same:]) && len(content) >= len(source) {
			return true
		}
	}
	return false
}

// stripped takes each credit away, and alters each, one at a time, as somebody would who edits the page; and demands that
// Verify, given the manifest of the whole, names that credit. The file is written again with the one value changed,
// so that the test need not know how a writer escapes.
func stripped(t *testing.T, w edition.Writer, f document.Format) {
	whole := Make(f, samples(f)["plain"], "ko", Work("Chief Seattle", "김철수", "王小明", "محمد", "Ana"), swap)
	for _, whole.Colophon = range placements {
		m := edition.NewManifest(whole, "", edition.Tool{}, write(t, w, whole))
		for i, credit := range m.Credits {
			for _, altered := range alterations(credit) {
				e := *whole
				e.Statement = replaced(whole.Statement, i, altered)
				for _, file := range write(t, w, &e) {
					if !file.Credits {
						continue
					}
					found := edition.Verify(file.Name, file.Content, m)
					if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Rule == "verify/credit" }) {
						t.Errorf("%s: %q became %q in %s and nobody noticed:\n%s", e.Colophon, credit, altered, file.Name, tail(file.Content))
					}
				}
			}
		}
	}
}

func alterations(credit string) []string {
	runes := []rune(credit)
	all := []string{"", credit + "s", "A" + credit, string(runes[:len(runes)-1])}
	other := slices.Clone(runes)
	other[len(other)/2]++
	return append(all, string(other))
}

// replaced is s with its credit i, counted as Credits counts, reading text.
func replaced(s attribution.Statement, i int, text string) attribution.Statement {
	s.Lines, s.Notes = slices.Clone(s.Lines), slices.Clone(s.Notes)
	for k := range s.Lines {
		values := slices.Clone(s.Lines[k].Values)
		s.Lines[k].Values = values
		if i < len(values) && i >= 0 {
			if values[i].URL == values[i].Text {
				values[i].URL = text
			}
			values[i].Text = text
		}
		i -= len(values)
	}
	if i >= 0 {
		s.Notes[i] = text
	}
	return s
}

func write(t *testing.T, w edition.Writer, e *edition.Edition) []edition.File {
	t.Helper()
	files, err := w.Write(e)
	if err != nil {
		t.Fatalf("write %s: %v", w.Name(), err)
	}
	return files
}

func report(found []diag.Diagnostic) string {
	var out strings.Builder
	if err := diag.WriteText(&out, found, diag.English); err != nil {
		return err.Error()
	}
	return out.String()
}

func tail(s string) string { return s[max(0, len(s)-2500):] }

// Fuzz looks for a name that does not survive a writer: one that is not read back as it was recorded.
func Fuzz(f *testing.F, w edition.Writer, format document.Format) {
	for _, name := range Hostile {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		e := Make(format, samples(format)["plain"], "en", Work(name), nil)
		for _, e.Colophon = range placements {
			files := write(t, w, e)
			m := edition.NewManifest(e, "", edition.Tool{}, files)
			for _, file := range files {
				if found := edition.Verify(file.Name, file.Content, m); len(found) > 0 {
					t.Errorf("%q does not survive in %s:\n%s%s", name, file.Name, report(found), tail(file.Content))
				}
			}
		}
	})
}
