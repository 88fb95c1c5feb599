package diag

import (
	"slices"
	"testing"
)

// Findings come in the order in which people mend them; those that differ in nothing stay as they came.
func TestSort(t *testing.T) {
	finding := func(file string, line, column int, language, rule, message string) Diagnostic {
		return Diagnostic{At: Place{file, line, column}, Language: language, Rule: rule, Message: message}
	}
	want := []Diagnostic{
		finding("", 0, 0, "fr", "b/b", ""),
		finding("a.md", 0, 0, "", "z/z", ""),
		finding("a.md", 2, 9, "", "z/z", ""),
		finding("a.md", 10, 1, "", "z/z", ""),
		finding("a.md", 10, 2, "de", "z/z", "z"),
		finding("a.md", 10, 2, "fr", "a/a", "z"),
		finding("a.md", 10, 2, "fr", "b/b", "a"),
		finding("a.md", 10, 2, "fr", "b/b", "b"),
		finding("b.md", 1, 1, "", "a/a", ""),
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	Sort(got)
	for i := range want {
		if got[i].At != want[i].At || got[i].Language != want[i].Language || got[i].Rule != want[i].Rule || got[i].Message != want[i].Message {
			t.Errorf("%d: got %+v, want %+v", i, got[i], want[i])
		}
	}
	equal := []Diagnostic{{Source: "1"}, {Source: "2"}, {Source: "3"}}
	Sort(equal)
	if equal[0].Source != "1" || equal[1].Source != "2" || equal[2].Source != "3" {
		t.Errorf("equal findings were moved: %+v", equal)
	}
}

func TestWorst(t *testing.T) {
	warning, failure := Diagnostic{Severity: Warning}, Diagnostic{Severity: Error}
	for _, c := range []struct {
		name  string
		ds    []Diagnostic
		least Severity
		want  bool
	}{
		{"nothing", nil, Warning, false},
		{"a warning where errors close the gate", []Diagnostic{warning}, Error, false},
		{"a warning where warnings do", []Diagnostic{warning}, Warning, true},
		{"an error among warnings", []Diagnostic{warning, failure}, Error, true},
		{"an error where warnings close the gate", []Diagnostic{failure}, Warning, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Worst(c.ds, c.least); got != c.want {
				t.Errorf("got %v, want %v for %v at %v", got, c.want, c.ds, c.least)
			}
		})
	}
	if got := Warning.String() + " " + Error.String(); got != "warning error" {
		t.Errorf("got %q", got)
	}
}

func TestNearest(t *testing.T) {
	keys := []string{"hash", "other", "languages", "documents", "editions"}
	for _, c := range []struct {
		name, word string
		candidates []string
		want       string
	}{
		{"itself", "other", keys, "other"},
		{"a letter missing", "othr", keys, "other"},
		{"a letter too much", "hashh", keys, "hash"},
		{"two letters in a short word", "hsah", keys, "hash"},
		{"three letters in a short word", "xxah", keys[1:], ""},
		{"three letters in a word of nine", "langwadjes", keys, "languages"},
		{"nothing like it", "plural", keys, ""},
		{"of two the first", "cat", []string{"bat", "rat"}, "bat"},
		{"of two the nearer", "bats", []string{"cat", "bat"}, "bat"},
		{"no candidates", "cat", nil, ""},
		{"no word", "", keys, ""},
		{"Korean, where a syllable is three bytes", "번역가", []string{"번역자"}, "번역자"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Nearest(c.word, c.candidates); got != c.want {
				t.Errorf("got %q, want %q for %q in %q", got, c.want, c.word, c.candidates)
			}
		})
	}
}

// naive is Levenshtein's distance by its definition.
func naive(a, b string) int {
	switch {
	case a == "":
		return len(b)
	case b == "":
		return len(a)
	case a[0] == b[0]:
		return naive(a[1:], b[1:])
	}
	return 1 + min(naive(a[1:], b), naive(a, b[1:]), naive(a[1:], b[1:]))
}

func FuzzDistance(f *testing.F) {
	f.Add("kitten", "sitting", uint8(9))
	f.Add("", "abc", uint8(2))
	f.Add("abc", "abc", uint8(0))
	f.Add("ab", "ba", uint8(1))
	f.Fuzz(func(t *testing.T, a, b string, limit uint8) {
		a, b = a[:min(len(a), 6)], b[:min(len(b), 6)]
		if got, want := distance(a, b, int(limit)), min(naive(a, b), int(limit)); got != want {
			t.Fatalf("got %d, want %d for %q and %q up to %d", got, want, a, b, limit)
		}
	})
}
