package goi18n

import (
	"fmt"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"

	"colophon/internal/catalog"
	"colophon/internal/catalog/catalogtest"
	"colophon/internal/message"
)

func TestLaws(t *testing.T) { catalogtest.Run(t, TOML{}) }

// What go-i18n reads from a file we write, or from one we accept, is what we read.
func agree(t *testing.T, source string) {
	t.Helper()
	ours, f := TOML{}.Decode("a.ko.toml", source)
	if f != nil {
		return
	}
	file, err := i18n.ParseMessageFileBytes([]byte(source), "a.ko.toml", map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
	if err != nil {
		// go-i18n refuses a file that is one message or none, and what it takes for a message beside others.
		for _, e := range ours.Entries {
			if !message.ValidID(e.ID) {
				return
			}
		}
		t.Fatalf("go-i18n cannot read what we can: %v\n%s", err, source)
	}
	theirs := map[string]string{}
	for _, m := range file.Messages {
		theirs[m.ID] = strings.ReplaceAll(m.Other, "\r\n", "\n")
	}
	for _, e := range ours.Entries {
		if !message.ValidID(e.ID) {
			return
		}
		if theirs[e.ID] != e.Target {
			t.Fatalf("%s: we read %q, go-i18n %q\n%s", e.ID, e.Target, theirs[e.ID], source)
		}
	}
}

func TestAgreesWithGoI18n(t *testing.T) {
	for _, text := range catalogtest.Texts {
		agree(t, TOML{}.Encode(catalogtest.Sample(text, "old", "id")))
	}
}

// goi18n computes the hash it calls stale by from description and other (goi18n merge_command.go hash); ours is the same.
func TestFingerprintIsGoI18ns(t *testing.T) {
	if got, want := message.Fingerprint("hello"), "sha1-aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func FuzzDecode(f *testing.F) {
	for _, text := range catalogtest.Texts {
		f.Add(TOML{}.Encode(catalogtest.Sample(text, "old", "id")))
	}
	for _, r := range refusals {
		f.Add(r.source)
	}
	f.Fuzz(func(t *testing.T, source string) {
		agree(t, source)
		c, fail := TOML{}.Decode("a.ko.toml", source)
		if fail != nil {
			if fail.At.Line < 1 || fail.At.Column < 1 || fail.Text.IsZero() || fail.Fix.IsZero() {
				t.Fatalf("a refusal says where, what and how: %v", fail)
			}
			return
		}
		canonical := TOML{}.Encode(c)
		again, fail := TOML{}.Decode("a.ko.toml", canonical)
		if fail != nil {
			t.Fatalf("cannot read back: %v\n%s", fail, canonical)
		}
		if got := (TOML{}).Encode(again); got != canonical {
			t.Fatalf("not canonical:\n%q\nthen\n%q", canonical, got)
		}
		if len(again.Entries) != len(c.Entries) || len(again.Obsolete) != len(c.Obsolete) {
			t.Fatalf("lost entries: %d+%d, want %d+%d", len(again.Entries), len(again.Obsolete), len(c.Entries), len(c.Obsolete))
		}
		for i := range c.Entries {
			if again.Entries[i].Target != c.Entries[i].Target || again.Entries[i].ID != c.Entries[i].ID {
				t.Fatalf("entry %d became %+v, was %+v", i, again.Entries[i], c.Entries[i])
			}
		}
	})
}

var refusals = []struct{ name, source, want string }{
	{"quotes inside quotes", "[a]\nother = \"say \"hi\"\"\n", `a.toml:2:15: there is text after the closing quote; where a translation has quotes in it, write it between ''' and '''`},
	{"unclosed", "[a]\nother = \"say\n", `a.toml:2:9: the quote that opens here is not closed; put " at the end of the text`},
	{"unclosed lines", "[a]\n\nother = '''x\n\n", `a.toml:3:9: the quote that opens here is not closed; put ''' at the end of the text`},
	{"no quotes", "[a]\nother = say\n", `a.toml:2:9: a value stands between quotes; write other = "…", or between ''' and ''' where the text has quotes in it`},
	{"prose", "[a]\n안녕\n", `a.toml:2:1: this line is neither an ID in brackets, nor hash or other, nor a comment; a comment begins with #; a translation of several lines stands between ''' and '''`},
	{"near key", "[a]\nothr = \"x\"\n", `a.toml:2:1: an entry has no key othr; did you mean other?`},
	{"far key", "[a]\nplural = \"x\"\n", `a.toml:2:1: an entry has no key plural; an entry has the keys hash and other, nothing else`},
	{"twice", "[a]\nother = \"x\"\n[a]\nother = \"y\"\n", `a.toml:3:1: the ID a stands here a second time; the first is on line 1; keep the entry that is right and remove the other`},
	{"escape", "[a]\nother = \"C:\\dir\"\n", `a.toml:2:12: a backslash between double quotes begins an escape, and this is none; write the text between ''' and ''', or the backslash twice`},
	{"utf-8", "[a]\nother = \"\xff\"\n", `a.toml:2:10: the catalog is not UTF-8 here; save it again as UTF-8`},
	{"dotted", "[a.b]\n", `a.toml:1:3: an ID has no dots and no tables inside it; write the ID as the source catalog does`},
	{"conflict", "<<<<<<< HEAD\n[a]\n", `a.toml:1:1: git has left a merge conflict here; keep what is right of both sides, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>`},
	{"obsolete", "#~ [a]\n#~ other = 3\n", `a.toml:2:12: a value stands between quotes; write other = "…", or between ''' and ''' where the text has quotes in it`},
}

func TestRefusals(t *testing.T) {
	for _, r := range refusals {
		t.Run(r.name, func(t *testing.T) {
			_, f := TOML{}.Decode("a.toml", r.source)
			if f == nil {
				t.Fatalf("accepted %q", r.source)
			}
			if got := f.Error(); got != r.want {
				t.Errorf("got  %s\nwant %s", got, r.want)
			}
		})
	}
}

// A translator's comments are kept wherever they were written, and the values are right.
func TestKeepsComments(t *testing.T) {
	c, f := TOML{}.Decode("a.toml", "\ufeff# head\r\n\r\n#. heading 1\r\n# one\r\n#> Source\r\n[a] # two\r\n# three\r\nother = '''\r\nx\r\ny''' # four\r\n# five\r\n")
	if f != nil {
		t.Fatal(f)
	}
	got := fmt.Sprintf("%q %+v %q", c.Header, c.Entries, c.Trailer)
	want := fmt.Sprintf("%q %+v %q", []string{" head"}, []catalog.Entry{{ID: "a", Kind: "heading 1", Source: "Source", Target: "x\ny", Line: 6,
		Comments: []string{" one", " two", " three", " four"}}}, []string{" five"})
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Decoding and encoding a catalog are each one pass over its bytes; time grows with the size and nothing else.
func benchmarkCatalog(entries int) *catalog.Catalog {
	c := &catalog.Catalog{}
	for i := range entries {
		source := fmt.Sprintf("Message %d says in about a hundred and fifty bytes what one paragraph of a book would say, neither more nor less than that, and ends.", i)
		c.Entries = append(c.Entries, catalog.Entry{ID: fmt.Sprintf("message-%d-says-in-about", i), Kind: "paragraph", Source: source,
			Hash: message.Fingerprint(source), Target: strings.ToUpper(source)})
	}
	return c
}

func BenchmarkDecode(b *testing.B) {
	for _, n := range []int{1_000, 20_000} {
		source := TOML{}.Encode(benchmarkCatalog(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(source)))
			b.ReportAllocs()
			for b.Loop() {
				if _, f := (TOML{}).Decode("a.toml", source); f != nil {
					b.Fatal(f)
				}
			}
		})
	}
}

func BenchmarkEncode(b *testing.B) {
	for _, n := range []int{1_000, 20_000} {
		c := benchmarkCatalog(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(TOML{}.Encode(c))))
			b.ReportAllocs()
			for b.Loop() {
				TOML{}.Encode(c)
			}
		})
	}
}
