package catalog

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"colophon/internal/lang"
	"colophon/internal/message"
)

func same(a, b *Catalog) string {
	return cmp.Diff(a, b, cmpopts.EquateEmpty(), cmp.Comparer(func(a, b lang.Tag) bool { return a == b }))
}

// show prints a catalog for a failure, one entry to a line.
func show(c *Catalog) string {
	out := ""
	for _, e := range c.Entries {
		out += fmt.Sprintf("  %+v\n", e)
	}
	for _, e := range c.Obsolete {
		out += fmt.Sprintf("  #~ %+v\n", e)
	}
	return out
}

func showMessages(msgs []message.Message) string {
	out := ""
	for _, m := range msgs {
		out += fmt.Sprintf("  %s %q\n", m.ID, m.Text)
	}
	return out
}

var (
	someIDs     = []string{"a", "b", "c", "d", "e", "f"}
	someSources = []string{"", "one", "two", "three", "four"}
)

// drawCatalog makes a catalog as a stranger's file may hold one: any ID among obsolete entries again, hashes of today's
// source, of the previous one, of nothing anybody knows, or none. Targets and comments tell entries apart.
func drawCatalog(t *rapid.T) *Catalog {
	n := 0
	entry := func(id string) Entry {
		n++
		source, previous := rapid.SampledFrom(someSources).Draw(t, "source"), rapid.SampledFrom(someSources).Draw(t, "previous")
		e := Entry{ID: id, Kind: "paragraph", Source: source, Previous: previous, Line: n,
			Hash:   rapid.SampledFrom([]string{"", message.Fingerprint(source), message.Fingerprint(previous), "sha1-x"}).Draw(t, "hash"),
			Target: rapid.SampledFrom([]string{fmt.Sprint("target ", n), "", " \n"}).Draw(t, "target")}
		for range rapid.IntRange(0, 2).Draw(t, "comments") {
			n++
			e.Comments = append(e.Comments, fmt.Sprint(" comment ", n))
		}
		return e
	}
	c := &Catalog{Header: []string{" theirs"}, Trailer: []string{" the end"}}
	for _, id := range rapid.SliceOfDistinct(rapid.SampledFrom(someIDs), rapid.ID).Draw(t, "live") {
		c.Entries = append(c.Entries, entry(id))
	}
	for _, id := range rapid.SliceOf(rapid.SampledFrom(someIDs)).Draw(t, "obsolete") {
		c.Obsolete = append(c.Obsolete, entry(id))
	}
	return c
}

func drawMessages(t *rapid.T) []message.Message {
	var msgs []message.Message
	for _, id := range rapid.SliceOfDistinct(rapid.SampledFrom(someIDs), rapid.ID).Draw(t, "messages") {
		msgs = append(msgs, message.Message{ID: id, Text: rapid.SampledFrom(someSources[1:]).Draw(t, "text"), Kind: "heading 1", Note: "a note"})
	}
	return msgs
}

// written are the targets and comments of people in a catalog, sorted.
func written(c *Catalog) (list []string) {
	for _, entries := range [][]Entry{c.Entries, c.Obsolete} {
		for _, e := range entries {
			if !e.Blank() {
				list = append(list, e.Target)
			}
			list = append(list, e.Comments...)
		}
	}
	slices.Sort(list)
	return list
}

// Nothing is lost: what people wrote before a merge, targets and comments, is after it in the catalog exactly once. The
// result follows the messages, the state of each entry is what its hash says, and merging again changes nothing.
func TestMergeLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		old, msgs := drawCatalog(t), drawMessages(t)
		before := show(old)
		merged := Merge(old, msgs)
		fail := func(format string, args ...any) {
			t.Helper()
			t.Fatalf("%s\nold\n%smessages\n%smerged\n%s", fmt.Sprintf(format, args...), before, showMessages(msgs), show(merged))
		}
		if show(old) != before {
			fail("the old catalog was changed")
		}
		if got, want := written(merged), written(old); !slices.Equal(got, want) {
			fail("got %q\nwant %q", got, want)
		}
		if !slices.Equal(merged.Header, old.Header) || !slices.Equal(merged.Trailer, old.Trailer) {
			fail("header %q, trailer %q", merged.Header, merged.Trailer)
		}
		if len(merged.Entries) != len(msgs) {
			fail("%d entries for %d messages", len(merged.Entries), len(msgs))
		}
		was := old.ever()
		for i, m := range msgs {
			e := &merged.Entries[i]
			if e.ID != m.ID || e.Source != m.Text || e.Kind != m.Kind || e.Note != m.Note {
				fail("entry %d is %+v, of message %+v", i, *e, m)
			}
			lawfulState(fail, was[m.ID], e, message.Fingerprint(m.Text))
		}
		if diff := same(merged, Merge(merged, msgs)); diff != "" {
			fail("merging again (-once +twice):\n%s", diff)
		}
	})
}

func lawfulState(fail func(string, ...any), was, e *Entry, today string) {
	switch state := e.State(today); {
	case was == nil:
		if state != Untranslated || e.Hash != today {
			fail("a new entry is %v: %+v", state, *e)
		}
	case state != was.State(today):
		fail("%s was %v and is %v", e.ID, was.State(today), state)
	case state == Stale:
		if e.Hash != was.made() || e.Previous != "" && message.Fingerprint(e.Previous) != e.Hash {
			fail("%s is stale, and its hash is %s, its previous source %q", e.ID, e.Hash, e.Previous)
		}
		if e.Previous == "" && e.Hash != message.Fingerprint("") && (message.Fingerprint(was.Source) == e.Hash || message.Fingerprint(was.Previous) == e.Hash) {
			fail("%s forgot its previous source", e.ID)
		}
	default:
		if e.Hash != today || e.Previous != "" {
			fail("%s is %v, and its hash is %s, its previous source %q", e.ID, state, e.Hash, e.Previous)
		}
	}
}

// Through any number of revisions of the source, a target knows the source it was made from, wherever it stands.
func TestTargetsRememberTheirSource(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, madeFrom := &Catalog{}, map[string]string{}
		history := ""
		for range rapid.IntRange(1, 8).Draw(t, "revisions") {
			msgs := drawMessages(t)
			c = Merge(c, msgs)
			history += "revision\n" + showMessages(msgs)
			check := func(e *Entry, source, where string) {
				if want, ok := madeFrom[e.Target]; ok && (source != want || e.Hash != message.Fingerprint(want)) {
					t.Fatalf("%s %q was made from %q and says %q, hash %s\nhistory\n%scatalog\n%s", where, e.Target, want, source, e.Hash, history, show(c))
				}
			}
			seen := 0
			for i := range c.Entries {
				e := &c.Entries[i]
				switch e.State(message.Fingerprint(e.Source)) {
				case Stale:
					check(e, e.Previous, "stale")
					seen++
				case Translated:
					check(e, e.Source, "translated")
					seen++
				}
			}
			for i := range c.Obsolete {
				check(&c.Obsolete[i], c.Obsolete[i].Source, "obsolete")
				seen++
			}
			if seen != len(madeFrom) {
				t.Fatalf("%d of %d targets\nhistory\n%scatalog\n%s", seen, len(madeFrom), history, show(c))
			}
			translate(t, c, madeFrom)
			// A target without hash is taken for one of today's source, so the day does not end without an update.
			c = Merge(c, msgs)
		}
	})
}

// translate fills in some blank entries, as a person who may also remove the hash.
func translate(t *rapid.T, c *Catalog, madeFrom map[string]string) {
	for i := range c.Entries {
		if e := &c.Entries[i]; e.Blank() && rapid.Bool().Draw(t, "translate") {
			e.Target = fmt.Sprint("target ", len(madeFrom))
			madeFrom[e.Target] = e.Source
			if rapid.Bool().Draw(t, "without hash") {
				e.Hash = ""
			}
		}
	}
}

func TestMerge(t *testing.T) {
	fp := message.Fingerprint
	today := message.Message{ID: "a", Text: "today", Kind: "heading 1", Note: "short"}
	for _, c := range []struct {
		name string
		old  Catalog
		msgs []message.Message
		want Catalog
	}{
		{"new", Catalog{}, []message.Message{today},
			Catalog{Entries: []Entry{{ID: "a", Kind: "heading 1", Note: "short", Source: "today", Hash: fp("today")}}}},
		{"unchanged", Catalog{Entries: []Entry{{ID: "a", Source: "today", Hash: fp("today"), Target: "오늘", Line: 3}}}, []message.Message{today},
			Catalog{Entries: []Entry{{ID: "a", Kind: "heading 1", Note: "short", Source: "today", Hash: fp("today"), Target: "오늘", Line: 3}}}},
		{"stale keeps the previous source", Catalog{Entries: []Entry{{ID: "a", Source: "then", Hash: fp("then"), Target: "그때", Comments: []string{" mine"}}}}, []message.Message{today},
			Catalog{Entries: []Entry{{ID: "a", Kind: "heading 1", Note: "short", Source: "today", Previous: "then", Hash: fp("then"), Target: "그때", Comments: []string{" mine"}}}}},
		{"stale for the second time", Catalog{Entries: []Entry{{ID: "a", Source: "then", Previous: "long ago", Hash: fp("long ago"), Target: "옛날"}}}, []message.Message{today},
			Catalog{Entries: []Entry{{ID: "a", Kind: "heading 1", Note: "short", Source: "today", Previous: "long ago", Hash: fp("long ago"), Target: "옛날"}}}},
		{"the source was changed back", Catalog{Entries: []Entry{{ID: "a", Source: "then", Previous: "today", Hash: fp("today"), Target: "오늘"}}}, []message.Message{today},
			Catalog{Entries: []Entry{{ID: "a", Kind: "heading 1", Note: "short", Source: "today", Hash: fp("today"), Target: "오늘"}}}},
		{"stale without any record of the source", Catalog{Entries: []Entry{{ID: "a", Hash: fp("then"), Target: "그때"}}}, []message.Message{today},
			Catalog{Entries: []Entry{{ID: "a", Kind: "heading 1", Note: "short", Source: "today", Hash: fp("then"), Target: "그때"}}}},
		{"a target without hash or source gets today's", Catalog{Entries: []Entry{{ID: "a", Target: "오늘"}}}, []message.Message{today},
			Catalog{Entries: []Entry{{ID: "a", Kind: "heading 1", Note: "short", Source: "today", Hash: fp("today"), Target: "오늘"}}}},
		{"a hash taken away says that it fits the source shown", Catalog{Entries: []Entry{{ID: "a", Source: "then", Target: "그때"}}}, []message.Message{today},
			Catalog{Entries: []Entry{{ID: "a", Kind: "heading 1", Note: "short", Source: "today", Previous: "then", Hash: fp("then"), Target: "그때"}}}},
		{"an untranslated one is never stale", Catalog{Entries: []Entry{{ID: "a", Source: "then", Hash: fp("then"), Target: " "}}}, []message.Message{today},
			Catalog{Entries: []Entry{{ID: "a", Kind: "heading 1", Note: "short", Source: "today", Hash: fp("today"), Target: " "}}}},
		{"gone", Catalog{Entries: []Entry{{ID: "a", Kind: "heading 1", Note: "short", Source: "today", Hash: fp("today"), Target: "오늘", Comments: []string{" mine"}}}}, nil,
			Catalog{Obsolete: []Entry{{ID: "a", Source: "today", Hash: fp("today"), Target: "오늘", Comments: []string{" mine"}}}}},
		{"stale and gone", Catalog{Entries: []Entry{{ID: "a", Source: "today", Previous: "then", Hash: fp("then"), Target: "그때"}}}, nil,
			Catalog{Obsolete: []Entry{{ID: "a", Source: "then", Hash: fp("then"), Target: "그때"}}}},
		{"without hash and gone", Catalog{Entries: []Entry{{ID: "a", Source: "today", Target: "오늘"}}}, nil,
			Catalog{Obsolete: []Entry{{ID: "a", Source: "today", Hash: fp("today"), Target: "오늘"}}}},
		{"without hash, its source unknown, and gone", Catalog{Entries: []Entry{{ID: "a", Target: "오늘"}}}, nil,
			Catalog{Obsolete: []Entry{{ID: "a", Target: "오늘"}}}},
		{"untranslated and gone", Catalog{Entries: []Entry{{ID: "a", Source: "today", Hash: fp("today")}}}, nil, Catalog{}},
		{"untranslated with a comment and gone", Catalog{Entries: []Entry{{ID: "a", Source: "today", Hash: fp("today"), Comments: []string{" hard"}}}}, nil,
			Catalog{Obsolete: []Entry{{ID: "a", Source: "today", Hash: fp("today"), Comments: []string{" hard"}}}}},
		{"comes back", Catalog{Obsolete: []Entry{{ID: "a", Source: "today", Hash: fp("today"), Target: "오늘", Comments: []string{" mine"}}}}, []message.Message{today},
			Catalog{Entries: []Entry{{ID: "a", Kind: "heading 1", Note: "short", Source: "today", Hash: fp("today"), Target: "오늘", Comments: []string{" mine"}}}}},
		{"comes back with another text", Catalog{Obsolete: []Entry{{ID: "a", Source: "then", Hash: fp("then"), Target: "그때"}}}, []message.Message{today},
			Catalog{Entries: []Entry{{ID: "a", Kind: "heading 1", Note: "short", Source: "today", Previous: "then", Hash: fp("then"), Target: "그때"}}}},
		{"twice obsolete: the later comes back", Catalog{Obsolete: []Entry{{ID: "a", Source: "today", Hash: fp("today"), Target: "하나"}, {ID: "a", Source: "today", Hash: fp("today"), Target: "둘"}}}, []message.Message{today},
			Catalog{Entries: []Entry{{ID: "a", Kind: "heading 1", Note: "short", Source: "today", Hash: fp("today"), Target: "둘"}}, Obsolete: []Entry{{ID: "a", Source: "today", Hash: fp("today"), Target: "하나"}}}},
		{"live and obsolete: the live one stays", Catalog{Entries: []Entry{{ID: "a", Source: "today", Hash: fp("today"), Target: "하나"}}, Obsolete: []Entry{{ID: "a", Source: "today", Hash: fp("today"), Target: "둘"}}}, []message.Message{today},
			Catalog{Entries: []Entry{{ID: "a", Kind: "heading 1", Note: "short", Source: "today", Hash: fp("today"), Target: "하나"}}, Obsolete: []Entry{{ID: "a", Source: "today", Hash: fp("today"), Target: "둘"}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Merge(&c.old, c.msgs)
			if diff := same(&c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s\nold\n%smessages\n%s", diff, show(&c.old), showMessages(c.msgs))
			}
		})
	}
}

func TestMergePanicsOnEqualIDs(t *testing.T) {
	defer func() {
		if got, want := recover(), "catalog: two messages have the ID a"; got != want {
			t.Errorf("got %v, want %s", got, want)
		}
	}()
	Merge(&Catalog{}, []message.Message{{ID: "a"}, {ID: "b"}, {ID: "a"}})
}

// Merging is one pass over the messages and the catalog; time grows with their number and nothing else.
func BenchmarkMerge(b *testing.B) {
	for _, n := range []int{1_000, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			msgs := make([]message.Message, n)
			bytes := 0
			for i := range msgs {
				msgs[i] = message.Message{ID: fmt.Sprint("message-", i), Text: fmt.Sprintf("Message %d says in some hundred bytes what a paragraph of a book would say, neither more nor less.", i)}
				bytes += len(msgs[i].Text)
			}
			old := Merge(&Catalog{}, msgs)
			for i := range msgs {
				old.Entries[i].Target = "번역"
				if i%20 == 0 {
					msgs[i].Text += " And more."
				}
			}
			b.SetBytes(int64(bytes))
			b.ReportAllocs()
			for b.Loop() {
				Merge(old, msgs)
			}
		})
	}
}
