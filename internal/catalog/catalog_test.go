package catalog

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"colophon/internal/message"
)

func TestState(t *testing.T) {
	today := message.Fingerprint("today")
	for _, c := range []struct {
		name         string
		target, hash string
		want         string
	}{
		{"no target", "", today, "untranslated"},
		{"only spaces", " \n\t", "", "untranslated"},
		{"only spaces, old hash", " ", message.Fingerprint("then"), "untranslated"},
		{"today's hash", "오늘", today, "translated"},
		{"no hash", "오늘", "", "translated"},
		{"another hash", "그때", message.Fingerprint("then"), "stale"},
		{"no hash of ours", "그때", "x", "stale"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := Entry{Target: c.target, Hash: c.hash}
			if got := e.State(today).String(); got != c.want {
				t.Errorf("got %s, want %s for %+v", got, c.want, e)
			}
		})
	}
}

// align is one update: today's texts get their IDs from the ledger, and the ledger is written anew.
func align(ledger *Catalog, texts []string) ([]message.Message, *Catalog) {
	msgs := make([]message.Message, len(texts))
	for i, text := range texts {
		msgs[i] = message.Message{Text: text, Kind: "paragraph"}
	}
	current, retired := ledger.Known()
	message.Align(current, retired, msgs)
	return msgs, Ledger(ledger, msgs)
}

// The ledger forgets no ID it ever held: each stands in it once, in use or retired, with the comment somebody wrote to
// it. Aligning with the ledger of exactly these texts, and writing it again, changes nothing.
func TestLedgerForgetsNothing(t *testing.T) {
	text := rapid.SampledFrom(strings.Fields("yes no one two three listen listened listener speak speaker 예 아니요"))
	rapid.Check(t, func(t *rapid.T) {
		ledger, ever, commented, history := &Catalog{}, map[string]bool{}, map[string]bool{}, ""
		for range rapid.IntRange(1, 6).Draw(t, "revisions") {
			texts := rapid.SliceOfN(text, 0, 10).Draw(t, "texts")
			msgs, next := align(ledger, texts)
			ledger = next
			history += fmt.Sprintf("%q\n", texts)
			for _, m := range msgs {
				ever[m.ID] = true
			}
			seen := map[string]bool{}
			for _, list := range [][]Entry{ledger.Entries, ledger.Obsolete} {
				for i := range list {
					e := &list[i]
					if seen[e.ID] {
						t.Fatalf("%s stands twice\nhistory\n%sledger\n%s", e.ID, history, show(ledger))
					}
					if seen[e.ID] = true; commented[e.ID] != (len(e.Comments) == 1) {
						t.Fatalf("%s has the comments %q\nhistory\n%sledger\n%s", e.ID, e.Comments, history, show(ledger))
					}
				}
			}
			if len(seen) != len(ever) {
				t.Fatalf("%d IDs in the ledger, %d were given\nhistory\n%sledger\n%s", len(seen), len(ever), history, show(ledger))
			}
			again, fixed := align(ledger, texts)
			if diff := same(ledger, fixed); diff != "" || !slices.Equal(again, msgs) {
				t.Fatalf("not a fixed point: (-once +twice):\n%s\nhistory\n%s", diff, history)
			}
			for i := range ledger.Entries {
				if e := &ledger.Entries[i]; !commented[e.ID] && rapid.Bool().Draw(t, "comment") {
					e.Comments, commented[e.ID] = []string{" on " + e.ID}, true
				}
			}
		}
	})
}

func TestLedger(t *testing.T) {
	old := &Catalog{
		Header: []string{". ours"}, Trailer: []string{" the end"},
		Entries:  []Entry{{ID: "a", Target: "One.", Comments: []string{" why"}}, {ID: "b", Target: "Two."}},
		Obsolete: []Entry{{ID: "x", Target: "Gone."}, {ID: "y", Target: "Back.", Comments: []string{" again"}}},
	}
	msgs := []message.Message{{ID: "y", Text: "Back.", Kind: "heading 1"}, {ID: "a", Text: "One and a half.", Note: "short"}, {ID: "c", Text: "Three."}}
	want := &Catalog{
		Header: []string{". ours"}, Trailer: []string{" the end"},
		Entries: []Entry{{ID: "y", Kind: "heading 1", Target: "Back.", Comments: []string{" again"}},
			{ID: "a", Note: "short", Target: "One and a half.", Comments: []string{" why"}}, {ID: "c", Target: "Three."}},
		Obsolete: []Entry{{ID: "x", Target: "Gone."}, {ID: "b", Target: "Two."}},
	}
	got := Ledger(old, msgs)
	if diff := same(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s\nold\n%smessages\n%s", diff, show(old), showMessages(msgs))
	}
	current, retired := got.Known()
	if want := []message.Known{{ID: "y", Text: "Back."}, {ID: "a", Text: "One and a half."}, {ID: "c", Text: "Three."}}; !slices.Equal(current, want) {
		t.Errorf("current: got %v, want %v", current, want)
	}
	if want := []message.Known{{ID: "x", Text: "Gone."}, {ID: "b", Text: "Two."}}; !slices.Equal(retired, want) {
		t.Errorf("retired: got %v, want %v", retired, want)
	}
}

func TestByIDLeavesObsoleteOut(t *testing.T) {
	c := &Catalog{Entries: []Entry{{ID: "a"}}, Obsolete: []Entry{{ID: "b"}, {ID: "a", Target: "old"}}}
	if got := c.ByID(); len(got) != 1 || got["a"] != &c.Entries[0] {
		t.Errorf("got %v of\n%s", got, show(c))
	}
}

func TestCoverage(t *testing.T) {
	msgs := []message.Message{{ID: "a", Text: "one"}, {ID: "b", Text: "one two"}, {ID: "c", Text: "one two three"}, {ID: "d", Text: "one two three four"}}
	entry := func(id, source, target string) Entry {
		return Entry{ID: id, Hash: message.Fingerprint(source), Target: target}
	}
	for _, c := range []struct {
		name           string
		catalog        *Catalog
		msgs           []message.Message
		want           Coverage
		percent, words int
	}{
		{"not begun", nil, msgs, Coverage{Messages: 4, Untranslated: 4, Words: 10, WordsToGo: 10}, 0, 0},
		{"no messages", &Catalog{}, nil, Coverage{}, 100, 100},
		{"one of each", &Catalog{Entries: []Entry{entry("a", "one", "하나"), entry("b", "then", "둘"), entry("c", "one two three", " ")}}, msgs,
			Coverage{Messages: 4, Translated: 1, Stale: 1, Untranslated: 2, Words: 10, WordsToGo: 9}, 25, 10},
		{"obsolete does not count", &Catalog{Obsolete: []Entry{entry("a", "one", "하나")}}, msgs[:1],
			Coverage{Messages: 1, Untranslated: 1, Words: 1, WordsToGo: 1}, 0, 0},
		{"what is no message does not count", &Catalog{Entries: []Entry{entry("z", "z", "끝"), entry("a", "one", "하나")}}, msgs[:1],
			Coverage{Messages: 1, Translated: 1, Words: 1}, 100, 100},
		{"rounded down", &Catalog{Entries: []Entry{entry("b", "one two", "둘"), entry("c", "one two three", "셋")}}, msgs[:3],
			Coverage{Messages: 3, Translated: 2, Untranslated: 1, Words: 6, WordsToGo: 1}, 66, 83},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Of(c.catalog, c.msgs)
			if got != c.want {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
			if got.Percent() != c.percent || got.WordsPercent() != c.words {
				t.Errorf("got %d %% and %d %% of words, want %d and %d of %+v", got.Percent(), got.WordsPercent(), c.percent, c.words, got)
			}
		})
	}
}

// Every message is in one state; parts add up to the whole; only all is a hundred percent.
func TestCoverageAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, msgs := drawCatalog(t), drawMessages(t)
		whole := Of(c, msgs)
		cut := rapid.IntRange(0, len(msgs)).Draw(t, "cut")
		if got := Of(c, msgs[:cut]).Add(Of(c, msgs[cut:])); got != whole {
			t.Fatalf("parts %+v, whole %+v\n%s%s", got, whole, show(c), showMessages(msgs))
		}
		if got := Of(Merge(c, msgs), msgs); got.Translated < whole.Translated || got.Messages != whole.Messages {
			t.Fatalf("merged %+v, before %+v\n%s%s", got, whole, show(c), showMessages(msgs))
		}
		v := whole
		if v.Messages != len(msgs) || v.Translated+v.ToGo() != v.Messages || v.WordsToGo < 0 || v.WordsToGo > v.Words ||
			(v.Percent() == 100) != (v.ToGo() == 0) || (v.WordsPercent() == 100) != (v.WordsToGo == 0) {
			t.Fatalf("%+v, %d %%, %d %% of words", v, v.Percent(), v.WordsPercent())
		}
	})
}
