package message

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestMint(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
	}{
		{"words", "We listen more than we speak, always.", "we-listen-more-than-we-speak"},
		{"one word", "Links", "links"},
		{"markup", "**Read** [the guide](https://example.org)!", "read-the-guide-https-example-org"},
		{"apostrophes", "Don’t say it's done", "dont-say-its-done"},
		{"Korean", "우리는 말하기보다 더 많이 듣습니다.", "우리는-말하기보다-더-많이-듣습니다"},
		{"Korean decomposed", "\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"},
		{"Arabic with vowels", "نَحْنُ نَسْتَمِعُ", "نَحْنُ-نَسْتَمِعُ"},
		{"Chinese breaks where it is long enough", strings.Repeat("漢", 30), strings.Repeat("漢", 17)},
		{"emoji only", "🎉🎉", "text"},
		{"emoji with a variation selector", "❤️", "text"},
		{"a mark alone", "\u0301 a\u0301", "á"},
		{"letters nobody sees", "\u3164\u115f", "text"},
		{"digits", "2026 in numbers: 1.5", "2026-in-numbers-1-5"},
		{"nothing", "", "text"},
		{"invalid UTF-8", "\xff\xfe", "text"},
		{"continuation bytes only", strings.Repeat("\x80", 600), "text"},
		{"reserved", "Other", "other-text"},
		{"reserved in another case", "FEW", "few-text"},
		{"long first word", strings.Repeat("a", 600), strings.Repeat("a", 49)},
		{"hyphens", "a -- b - c", "a-b-c"},
		{"used", "taken", "taken-2"},
		{"used with a number", "gone", "gone-3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := minter{map[string]bool{"taken": true, "gone": true, "gone-2": true}, map[string]int{}}
			if got := m.mint(c.text); got != c.want || !ValidID(got) {
				t.Errorf("got %q (valid: %v), want %q\ntext %q", got, ValidID(got), c.want, c.text)
			}
		})
	}
}

// Whatever a text holds, its ID may stand in a catalog and can be seen, and a second one is another.
func FuzzMint(f *testing.F) {
	for _, s := range []string{"", "We listen", "한국어", "\u0301", "\u3164", "\xff", "a.b", "Other", "İd", "ﬁ", "'", "“"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m := minter{map[string]bool{}, map[string]int{}}
		one, two := m.mint(text), m.mint(text)
		if !ValidID(one) || !ValidID(two) || one == two {
			t.Fatalf("got %q and %q for %q", one, two, text)
		}
		if r, _ := utf8.DecodeRuneInString(one); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			t.Fatalf("%q begins with neither letter nor digit\ntext %q", one, text)
		}
	})
}

func TestValidID(t *testing.T) {
	for _, c := range []struct {
		name, id string
		want     bool
	}{
		{"words", "we-listen", true},
		{"Korean", "우리는-듣는다", true},
		{"underscore and colon", "sec:a_b", true},
		{"empty", "", false},
		{"dot", "a.b", false},
		{"space", "a b", false},
		{"no-break space", "a\u00a0b", false},
		{"line", "a\nb", false},
		{"quote", `a"b`, false},
		{"apostrophe", "a'b", false},
		{"backslash", `a\b`, false},
		{"reserved", "other", false},
		{"reserved in another case", "LeftDelim", false},
		{"a reserved word inside", "other-text", true},
		{"NUL", "a\x00", false},
		{"bidi override", "a\u202eb", false},
		{"zero width space", "a\u200bb", false},
		{"a letter nobody sees", "a\u3164", false},
		{"invalid UTF-8", "a\xff", false},
		{"replacement character", "a\ufffd", false},
		{"200 bytes", strings.Repeat("a", 200), true},
		{"201 bytes", strings.Repeat("a", 201), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ValidID(c.id); got != c.want {
				t.Errorf("got %v, want %v for %q", got, c.want, c.id)
			}
		})
	}
}

// Twenty thousand equal texts get their IDs in one pass: each next number is found without counting from the first.
// Counting anew would make a string for each number it tries, two hundred million of them.
func TestMintEqualTexts(t *testing.T) {
	const n = 20_000
	msgs := make([]Message, n)
	allocations := testing.AllocsPerRun(1, func() {
		for i := range msgs {
			msgs[i] = Message{Text: "yes"}
		}
		Align(nil, nil, msgs)
	})
	for _, i := range []int{0, 1, n - 1} {
		want := "yes"
		if i > 0 {
			want = fmt.Sprint("yes-", i+1)
		}
		if msgs[i].ID != want {
			t.Errorf("message %d: got %q, want %q", i, msgs[i].ID, want)
		}
	}
	if allocations > 20*n {
		t.Errorf("%d messages took %.0f allocations", n, allocations)
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"nothing", "", 0},
		{"spaces", " \n\t ", 0},
		{"one", "word", 1},
		{"a sentence", "We listen more than we speak.", 6},
		{"lines", "one\ntwo\nthree", 3},
		{"apostrophes", "it's don’t 'quoted'", 3},
		{"hyphens", "well-known", 1},
		{"punctuation alone", "one — two … !", 2},
		{"numbers", "3.5 km in 2026", 4},
		{"markup", "**bold** and `code`", 3},
		{"Korean", "우리는 말하기보다 더 많이 듣습니다.", 5},
		{"Japanese counts characters", "日本語のテキスト", 8},
		{"Japanese with a long vowel", "サーバー", 4},
		{"Chinese with punctuation", "你好，世界。", 4},
		{"Chinese and Latin", "使用 Go 语言", 5},
		{"Latin next to Chinese", "Go语言1.26", 4},
		{"Arabic", "نَحْنُ نَسْتَمِعُ أكثر", 3},
		{"Devanagari", "हम सुनते हैं", 3},
		{"combining marks", "cafe\u0301 na\u0308ive", 2},
		{"emoji", "🎉 party", 1},
		{"no-break space", "10\u00a0km", 2},
		{"ideographic space", "東京\u3000大阪", 4},
		{"invalid UTF-8", "a\xffb \xff", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Words(c.text); got != c.want {
				t.Errorf("got %d, want %d for %q", got, c.want, c.text)
			}
		})
	}
}
