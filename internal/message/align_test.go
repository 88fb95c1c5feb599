package message

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// texts makes messages nobody has given IDs; a text "…{#id}" is pinned, as by its author.
func texts(list ...string) []Message {
	msgs := make([]Message, len(list))
	for i, text := range list {
		msgs[i].Text = text
		if at := strings.Index(text, "{#"); at >= 0 {
			msgs[i] = Message{Text: text[:at], ID: strings.TrimSuffix(text[at+2:], "}"), pinned: true}
		}
	}
	return msgs
}

func idsOf(msgs []Message) []string {
	list := make([]string, len(msgs))
	for i, m := range msgs {
		list[i] = m.ID
	}
	return list
}

func knownOf(msgs []Message) []Known {
	list := make([]Known, len(msgs))
	for i, m := range msgs {
		list[i] = Known{m.ID, m.Text}
	}
	return list
}

// retire is what catalog.Ledger does with IDs whose texts are gone.
func retire(current, retired []Known, msgs []Message) []Known {
	now := map[string]bool{}
	for _, m := range msgs {
		now[m.ID] = true
	}
	var gone []Known
	for _, k := range append(slices.Clone(retired), current...) {
		if !now[k.ID] {
			gone = append(gone, k)
		}
	}
	return gone
}

// What a person calls the same message keeps its ID. Each edit is made of the document that was before, whose ledger
// is its texts with the IDs in the first column.
var edits = []struct {
	name   string
	before [][2]string // ID, text
	after  [][2]string
}{
	{"nothing",
		[][2]string{{"a", "One text."}, {"b", "Another."}},
		[][2]string{{"a", "One text."}, {"b", "Another."}}},
	{"typo",
		[][2]string{{"a", "We lisen more than we speak."}, {"b", "Then we act."}},
		[][2]string{{"a", "We listen more than we speak."}, {"b", "Then we act."}}},
	{"typo in a word that stands alone",
		[][2]string{{"a", "Introduction"}, {"b", "Instalation"}, {"c", "Usage"}},
		[][2]string{{"a", "Introduction"}, {"b", "Installation"}, {"c", "Usage"}}},
	{"capitals",
		[][2]string{{"a", "HOW TO HELP"}, {"b", "We act."}},
		[][2]string{{"a", "How to help"}, {"b", "We act."}}},
	{"rewording",
		[][2]string{{"a", "First."}, {"b", "Allies listen more than they speak, and they act on what they hear."}, {"c", "Last."}},
		[][2]string{{"a", "First."}, {"b", "An ally listens more than she speaks and acts on what she has heard."}, {"c", "Last."}}},
	{"written anew in the same place",
		[][2]string{{"a", "First."}, {"b", "Bring your own cup."}, {"c", "Last."}},
		[][2]string{{"a", "First."}, {"the-doors-open-at-seven", "The doors open at seven."}, {"c", "Last."}}},
	{"insertion",
		[][2]string{{"a", "One."}, {"b", "Two."}},
		[][2]string{{"zero-text", "Zero."}, {"a", "One."}, {"one-and-a-half", "One and a half."}, {"b", "Two."}, {"three", "Three."}}},
	{"deletion",
		[][2]string{{"a", "One."}, {"b", "Two."}, {"c", "Three."}},
		[][2]string{{"a", "One."}, {"c", "Three."}}},
	{"move",
		[][2]string{{"a", "One."}, {"b", "Two."}, {"c", "Three."}, {"d", "Four."}},
		[][2]string{{"d", "Four."}, {"a", "One."}, {"b", "Two."}, {"c", "Three."}}},
	{"move and rewording",
		[][2]string{{"a", "One thing comes first."}, {"b", "We bought this land and we care for it."}, {"c", "Nobody knows."}, {"d", "It rains."}},
		[][2]string{{"a", "One thing comes first."}, {"c", "Nobody knows."}, {"d", "It rains."}, {"b", "We bought this land, and we will care for it."}}},
	{"swap",
		[][2]string{{"a", "One."}, {"b", "Two."}},
		[][2]string{{"b", "Two."}, {"a", "One."}}},
	{"split: the longer half is the message",
		[][2]string{{"a", "Before."}, {"b", "Listen to the people whose land it is. Then act with them, not for them."}, {"c", "After."}},
		[][2]string{{"a", "Before."}, {"b", "Listen to the people whose land it is."}, {"then-act-with-them-not-for", "Then act with them, not for them."}, {"c", "After."}}},
	{"merge: the longer half is the message",
		[][2]string{{"a", "Before."}, {"b", "Then act."}, {"c", "Listen to the people whose land it is."}, {"d", "After."}},
		[][2]string{{"a", "Before."}, {"c", "Then act. Listen to the people whose land it is."}, {"d", "After."}}},
	{"heading renamed",
		[][2]string{{"a", "Text above."}, {"links", "Links"}, {"c", "Text below."}},
		[][2]string{{"a", "Text above."}, {"links", "Useful links"}, {"c", "Text below."}}},
	{"heading pinned and renamed",
		[][2]string{{"a", "Text above."}, {"links", "Links"}, {"c", "Text below."}},
		[][2]string{{"a", "Text above."}, {"links", "Where to go from here{#links}"}, {"c", "Text below."}}},
	{"pin removed",
		[][2]string{{"here", "Where to go from here"}},
		[][2]string{{"here", "Where to go from here"}}},
	{"pin of an ID that another text had",
		[][2]string{{"a", "One."}, {"b", "Two."}},
		[][2]string{{"one-text", "One."}, {"b", "Two."}, {"a", "Three.{#a}"}}},
	{"pinned twice: the first has it",
		[][2]string{{"a", "One."}},
		[][2]string{{"x", "New.{#x}"}, {"a", "One.{#x}"}}},
	{"pinned with a reserved word",
		[][2]string{{"a", "One."}},
		[][2]string{{"a", "One.{#Other}"}}},
	{"list reordered",
		[][2]string{{"a", "Apples"}, {"b", "Bread"}, {"c", "Cheese"}, {"d", "Dates"}, {"e", "Eggs"}},
		[][2]string{{"e", "Eggs"}, {"c", "Cheese"}, {"a", "Apples"}, {"d", "Dates"}, {"b", "Bread"}}},
	{"rows of a table reordered: each cell stays with its row",
		[][2]string{{"a", "Apples"}, {"y", "yes"}, {"b", "Bread"}, {"y-2", "yes"}, {"c", "Cheese"}, {"y-3", "yes"}},
		[][2]string{{"c", "Cheese"}, {"y-3", "yes"}, {"a", "Apples"}, {"y", "yes"}, {"b", "Bread"}, {"y-2", "yes"}}},
	{"paragraph copied: the first keeps its ID",
		[][2]string{{"a", "One."}, {"b", "Two."}, {"c", "Three."}},
		[][2]string{{"a", "One."}, {"b", "Two."}, {"two-text", "Two."}, {"c", "Three."}}},
	{"paragraph copied to the top: the one in its place keeps its ID",
		[][2]string{{"a", "One."}, {"b", "Two."}, {"c", "Three."}},
		[][2]string{{"two-text", "Two."}, {"a", "One."}, {"b", "Two."}, {"c", "Three."}}},
	{"paragraph copied twice",
		[][2]string{{"a", "One."}, {"two", "Two."}, {"c", "Three."}},
		[][2]string{{"two-text", "Two."}, {"a", "One."}, {"two", "Two."}, {"c", "Three."}, {"two-text-2", "Two."}}},
	{"one of two copies reworded",
		[][2]string{{"a", "Read the guide first."}, {"b", "Then."}, {"c", "Read the guide first."}},
		[][2]string{{"a", "Read the guide first."}, {"b", "Then."}, {"c", "Read the whole guide first."}}},
	{"a row goes in between rows of equal cells",
		[][2]string{{"l", "Linux"}, {"y", "yes"}, {"y-2", "yes"}, {"m", "macOS"}, {"y-3", "yes"}, {"n", "no"}},
		[][2]string{{"l", "Linux"}, {"y", "yes"}, {"y-2", "yes"}, {"freebsd", "FreeBSD"}, {"yes", "yes"}, {"no", "no"}, {"m", "macOS"}, {"y-3", "yes"}, {"n", "no"}}},
	{"a row of equal cells moves with its head",
		[][2]string{{"l", "Linux"}, {"y", "yes"}, {"y-2", "yes"}, {"m", "macOS"}, {"y-3", "yes"}, {"y-4", "yes"}, {"w", "Windows"}, {"y-5", "yes"}, {"y-6", "yes"}},
		[][2]string{{"m", "macOS"}, {"y-3", "yes"}, {"y-4", "yes"}, {"w", "Windows"}, {"y-5", "yes"}, {"y-6", "yes"}, {"l", "Linux"}, {"y", "yes"}, {"y-2", "yes"}}},
	{"one block moves past equal texts and leaves them alone",
		[][2]string{{"u", "Unrelated."}, {"y", "yes"}, {"a", "One."}, {"b", "Two."}, {"y-2", "yes"}, {"c", "Three."}},
		[][2]string{{"y", "yes"}, {"a", "One."}, {"b", "Two."}, {"u", "Unrelated."}, {"y-2", "yes"}, {"c", "Three."}}},
	{"of equally similar texts the nearer is the same",
		[][2]string{{"a", "Row 1 of the table"}, {"b", "Row 1 of the table"}, {"c", "Row 1 of the table"}},
		[][2]string{{"a", "Row 2 of the table"}, {"b", "Row 2 of the table"}, {"c", "Row 2 of the table"}}},
	{"Korean particles",
		[][2]string{{"a", "우리는 말하기보다 더 많이 듣습니다."}, {"b", "그리고 행동합니다."}},
		[][2]string{{"a", "우리는 말하는 것보다 더 많이 듣는다."}, {"b", "그리고 행동한다."}}},
}

func TestEdits(t *testing.T) {
	for _, e := range edits {
		t.Run(e.name, func(t *testing.T) {
			var ledger []Known
			for _, k := range e.before {
				ledger = append(ledger, Known{k[0], k[1]})
			}
			var after, want []string
			for _, k := range e.after {
				want, after = append(want, k[0]), append(after, k[1])
			}
			msgs := texts(after...)
			Align(ledger, nil, msgs)
			if got := idsOf(msgs); !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q\nbefore %q\nafter  %q", got, want, e.before, after)
			}
		})
	}
}

// An ID that was retired comes back with its text, even where a similar text stood in between, and with no other.
func TestRetiredIDs(t *testing.T) {
	for _, c := range []struct {
		name             string
		current, retired []Known
		texts, want      []string
	}{
		{"comes back", nil, []Known{{"x", "Gone."}}, []string{"Gone."}, []string{"x"}},
		{"not to a similar text", nil, []Known{{"gone-today", "Gone today."}}, []string{"Gone today"}, []string{"gone-today-2"}},
		{"in the place of a similar text", []Known{{"a", "One."}, {"b", "Go home at ten."}}, []Known{{"x", "Go home at six."}},
			[]string{"One.", "Go home at six."}, []string{"a", "x"}},
		{"two of one text, the older first", nil, []Known{{"x", "Gone."}, {"y", "Gone."}}, []string{"Gone.", "Gone.", "Gone."}, []string{"x", "y", "gone"}},
		{"the ledger's own text comes first", []Known{{"a", "Text."}}, []Known{{"x", "Text."}}, []string{"Text.", "Text."}, []string{"a", "x"}},
		{"an author may pin it", nil, []Known{{"x", "Gone."}}, []string{"New.{#x}", "Gone."}, []string{"x", "gone"}},
		{"an ID that is in the ledger twice is given once", []Known{{"a", "One two three four."}, {"a", "Five six seven."}}, []Known{{"a", "Eight nine ten."}},
			[]string{"One two three four.", "Five six seven.", "Eight nine ten."}, []string{"a", "five-six-seven", "eight-nine-ten"}},
		{"an ID retired and in use is given once", []Known{{"a", "One two three four."}}, []Known{{"a", "Eight nine ten."}},
			[]string{"Eight nine ten.", "Zero.", "One two three four five."}, []string{"eight-nine-ten", "zero-text", "a"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			msgs := texts(c.texts...)
			Align(c.current, c.retired, msgs)
			if got := idsOf(msgs); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q\ncurrent %q\nretired %q\ntexts %q", got, c.want, c.current, c.retired, c.texts)
			}
		})
	}
}

// Texts as documents have them: sentences of their own, and the short ones that tables repeat.
var (
	words    = []string{"listen", "to", "the", "people", "whose", "land", "it", "is", "before", "you", "act", "우리는", "듣는다", "نحن", "more", "than", "colophon"}
	cells    = []string{"yes", "no", "Yes", "예", "n/a", "ok"}
	sentence = rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 12).Draw(t, "words"), " ")
	})
	anyText = rapid.OneOf(sentence, rapid.SampledFrom(cells), rapid.SampledFrom(cells), rapid.String())
)

// edit makes one edit of a document as a person might.
func edit(t *rapid.T, doc []string) []string {
	doc = slices.Clone(doc)
	at := func(name string) int { return rapid.IntRange(0, len(doc)-1).Draw(t, name) }
	kind := rapid.SampledFrom([]string{"insert", "insert", "delete", "move", "reword", "copy", "swap", "split", "merge", "turn"}).Draw(t, "edit")
	if len(doc) < 2 {
		kind = "insert"
	}
	switch kind {
	case "insert":
		return slices.Insert(doc, rapid.IntRange(0, len(doc)).Draw(t, "at"), anyText.Draw(t, "text"))
	case "delete":
		i := at("from")
		return slices.Delete(doc, i, min(i+rapid.IntRange(1, 4).Draw(t, "count"), len(doc)))
	case "move":
		i := at("from")
		text := doc[i]
		doc = slices.Delete(doc, i, i+1)
		return slices.Insert(doc, rapid.IntRange(0, len(doc)).Draw(t, "to"), text)
	case "reword":
		i := at("text")
		fields := strings.Fields(doc[i])
		fields = slices.Insert(fields, rapid.IntRange(0, len(fields)).Draw(t, "word"), rapid.SampledFrom(words).Draw(t, "new"))
		doc[i] = strings.Join(fields, " ")
	case "copy":
		return slices.Insert(doc, rapid.IntRange(0, len(doc)).Draw(t, "to"), doc[at("from")])
	case "swap":
		i, j := at("one"), at("other")
		doc[i], doc[j] = doc[j], doc[i]
	case "split":
		i := at("text")
		if one, two, ok := strings.Cut(doc[i], " "); ok {
			doc[i] = one
			return slices.Insert(doc, i+1, two)
		}
	case "merge":
		i := rapid.IntRange(0, len(doc)-2).Draw(t, "text")
		doc[i] += " " + doc[i+1]
		return slices.Delete(doc, i+1, i+2)
	case "turn":
		slices.Reverse(doc)
	}
	return doc
}

func count(list []string) map[string]int {
	n := map[string]int{}
	for _, s := range list {
		n[s]++
	}
	return n
}

// The laws of Align, held over random edit scripts: every message has a valid ID that no other has; a text that stands
// once before and after keeps its ID; equal texts keep theirs among themselves; a retired ID comes back with its text
// and is given to no other; aligning with today's ledger changes nothing; and all this the same way each time.
func TestAlignLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := rapid.SliceOfN(anyText, 0, 20).Draw(t, "document")
		var current, retired []Known
		for range rapid.IntRange(1, 6).Draw(t, "revisions") {
			msgs, again := texts(doc...), texts(doc...)
			// A text may look like a pin to the helper; these laws are about unpinned messages.
			for i := range msgs {
				msgs[i], again[i] = Message{Text: doc[i]}, Message{Text: doc[i]}
			}
			Align(current, retired, msgs)
			Align(current, retired, again)
			if got, want := idsOf(again), idsOf(msgs); !slices.Equal(got, want) {
				t.Fatalf("not deterministic: %q, then %q\nledger %q\nretired %q\ntexts %q", want, got, current, retired, doc)
			}
			lawful(t, current, retired, msgs)
			retired, current = retire(current, retired, msgs), knownOf(msgs)
			for range rapid.IntRange(1, 5).Draw(t, "edits") {
				doc = edit(t, doc)
			}
		}
	})
}

func lawful(t *rapid.T, current, retired []Known, msgs []Message) {
	fail := func(format string, args ...any) {
		t.Helper()
		t.Fatalf("%s\nledger %q\nretired %q\nmessages %q", fmt.Sprintf(format, args...), current, retired, knownOf(msgs))
	}
	var before, after []string
	was, gone := map[string]string{}, map[string]string{}
	for _, k := range current {
		before, was[k.ID] = append(before, k.Text), k.Text
	}
	for _, k := range retired {
		gone[k.ID] = k.Text
	}
	seen := map[string]bool{}
	kept := map[string]int{}
	for _, m := range msgs {
		after = append(after, m.Text)
		if seen[m.ID] {
			fail("%q is given twice", m.ID)
		}
		if seen[m.ID] = true; !ValidID(m.ID) {
			fail("%q is no valid ID", m.ID)
		}
		if text, ok := gone[m.ID]; ok && text != m.Text {
			fail("the retired ID %q of %q is given to %q", m.ID, text, m.Text)
		}
		if text, ok := was[m.ID]; ok && text == m.Text {
			kept[text]++
		}
	}
	then, now, ever := count(before), count(after), map[string]int{}
	for _, text := range gone {
		ever[text]++
	}
	for text, n := range now {
		if kept[text] != min(n, then[text]) {
			fail("%d of %d messages %q that did not change have kept their IDs", kept[text], min(n, then[text]), text)
		}
	}
	returned := map[string]int{}
	for _, m := range msgs {
		if _, ok := gone[m.ID]; ok {
			returned[m.Text]++
		}
	}
	for text, n := range now {
		if want := min(max(n-then[text], 0), ever[text]); returned[text] != want {
			fail("%d of %d IDs of %q came back", returned[text], want, text)
		}
	}
	same := make([]Message, len(msgs))
	for i, m := range msgs {
		same[i].Text = m.Text
	}
	Align(knownOf(msgs), retire(current, retired, msgs), same)
	if got, want := idsOf(same), idsOf(msgs); !slices.Equal(got, want) {
		fail("aligned with a ledger of exactly these texts: got %q, want %q", got, want)
	}
}

// Inserting and deleting blocks moves no ID of any other block, repeated texts included; moving a block moves no ID of
// another text.
func TestIDsSurviveUnrelatedEdits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := rapid.SliceOfN(rapid.OneOf(sentence, rapid.SampledFrom(cells)), 1, 40).Draw(t, "document")
		msgs := texts(doc...)
		Align(nil, nil, msgs)
		ledger := knownOf(msgs)

		// What is unrelated stands once, so that nobody could take it for another.
		n, after, want := count(doc), []string{}, []string{}
		for i, k := range ledger {
			if rapid.IntRange(0, 3).Draw(t, "insert") == 0 {
				after, want = append(after, fmt.Sprint("fresh ", i, " ", sentence.Draw(t, "text"))), append(want, "")
			}
			if n[k.Text] == 1 && rapid.IntRange(0, 3).Draw(t, "delete") == 0 {
				continue
			}
			after, want = append(after, k.Text), append(want, k.ID)
		}
		msgs = texts(after...)
		Align(ledger, nil, msgs)
		for i, m := range msgs {
			if want[i] != "" && m.ID != want[i] {
				t.Fatalf("%q had the ID %q and has %q\nledger %q\nafter %q", m.Text, want[i], m.ID, ledger, after)
			}
		}

		for range rapid.IntRange(1, 4).Draw(t, "moves") {
			i := rapid.IntRange(0, len(doc)-1).Draw(t, "from")
			text := doc[i]
			doc = slices.Delete(slices.Clone(doc), i, i+1)
			doc = slices.Insert(doc, rapid.IntRange(0, len(doc)).Draw(t, "to"), text)
		}
		msgs = texts(doc...)
		Align(ledger, nil, msgs)
		text := map[string]string{}
		for _, k := range ledger {
			text[k.ID] = k.Text
		}
		for _, m := range msgs {
			if text[m.ID] != m.Text {
				t.Fatalf("%q has the ID of %q\nledger %q\nafter %q", m.Text, text[m.ID], ledger, doc)
			}
		}
	})
}

// The author's pins stand as written, and whatever they take, no ID is given twice.
func TestPinsWin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pin := rapid.SampledFrom([]string{"yes", "yes-2", "no", "listen", "pin", "other", "a.b", ""})
		draw := func(name string) []Message {
			var msgs []Message
			for _, text := range rapid.SliceOfN(rapid.OneOf(sentence, rapid.SampledFrom(cells)), 0, 12).Draw(t, name) {
				id := pin.Draw(t, "pin")
				msgs = append(msgs, Message{Text: text, ID: id, pinned: id != ""})
			}
			return msgs
		}
		before, after := draw("before"), draw("after")
		Align(nil, nil, before)
		wanted := slices.Clone(after)
		Align(knownOf(before), nil, after)
		given, seen := map[string]bool{}, map[string]bool{}
		for i, m := range after {
			if pinned := wanted[i]; pinned.pinned && ValidID(pinned.ID) && !given[pinned.ID] {
				if given[pinned.ID] = true; m.ID != pinned.ID {
					t.Fatalf("pinned %q, has %q\nledger %q\nafter %q", pinned.ID, m.ID, knownOf(before), knownOf(after))
				}
			}
			if seen[m.ID] || !ValidID(m.ID) {
				t.Fatalf("%q is given twice or not valid\nledger %q\nafter %q", m.ID, knownOf(before), knownOf(after))
			}
			seen[m.ID] = true
		}
	})
}

// A document in which every message was edited, as by search and replace, keeps its IDs, however short its texts are.
func TestEditedThroughout(t *testing.T) {
	for _, c := range []struct {
		name string
		text func(i int, name string) string
	}{
		{"paragraphs", func(i int, name string) string {
			return fmt.Sprintf("Paragraph %d tells how %s cares for what the %dth reader brings.", i, name, i*7%1000)
		}},
		{"cells", func(i int, name string) string { return fmt.Sprintf("%s row %d", name, i) }},
		{"equal texts", func(_ int, name string) string { return "Written for " + name + "." }},
	} {
		t.Run(c.name, func(t *testing.T) {
			var before, after []string
			for i := range 2000 {
				before, after = append(before, c.text(i, "Colophon")), append(after, c.text(i, "the colophon"))
			}
			msgs, edited := texts(before...), texts(after...)
			Align(nil, nil, msgs)
			Align(knownOf(msgs), nil, edited)
			same := 0
			for i := range msgs {
				if msgs[i].ID == edited[i].ID {
					same++
				}
			}
			if same != len(msgs) {
				t.Errorf("%d of %d messages kept their IDs; for instance %q became %q", same, len(msgs), before[1000], after[1000])
			}
		})
	}
}

// book is a document of n paragraphs of about 150 bytes, with a repeated short text after every third, and the same
// with every step-th paragraph reworded, an insertion and a deletion in every hundred, and a section moved to the end.
func book(n, step int) (ledger []Known, edited []string) {
	pick := func(i, salt int) string { return words[(i*2654435761+salt*40503)>>7%len(words)] }
	var doc []string
	for i := range n {
		if i%4 == 3 {
			doc = append(doc, cells[i%len(cells)])
			continue
		}
		var text strings.Builder
		fmt.Fprintf(&text, "Paragraph %d", i)
		for w := range 24 {
			text.WriteString(" " + pick(i+w*w, w))
		}
		doc = append(doc, text.String())
	}
	msgs := texts(doc...)
	Align(nil, nil, msgs)
	for i, text := range doc {
		switch {
		case i%100 == 50:
			edited = append(edited, fmt.Sprint("Inserted before ", i), text)
		case i%100 == 80:
		case i%step == 0 && i%4 != 3:
			edited = append(edited, strings.Replace(text, " ", " that was reworded here ", 1)+" and there")
		default:
			edited = append(edited, text)
		}
	}
	section := slices.Clone(edited[len(edited)/4 : len(edited)/4+len(edited)/50])
	edited = slices.Delete(edited, len(edited)/4, len(edited)/4+len(edited)/50)
	return knownOf(msgs), append(edited, section...)
}

func benchmarkAlign(b *testing.B, ledger []Known, edited []string) {
	b.ReportAllocs()
	msgs := make([]Message, len(edited))
	for b.Loop() {
		for i, text := range edited {
			msgs[i] = Message{Text: text}
		}
		Align(ledger, nil, msgs)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(edited)), "ns/message")
}

// Aligning takes time near linear in the number of messages, whatever share of them was edited.
func BenchmarkAlign(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 20_000, 100_000} {
		for _, step := range []int{20, 5} {
			b.Run(fmt.Sprintf("%d messages %d%% edited", n, 100/step), func(b *testing.B) {
				ledger, edited := book(n, step)
				benchmarkAlign(b, ledger, edited)
			})
		}
	}
}

// No document makes aligning quadratic: one text repeated, all texts new, all texts edited, all texts turned around.
func BenchmarkAlignWorst(b *testing.B) {
	for _, n := range []int{2_000, 20_000} {
		var equal, other, similar, edited []string
		for i := range n {
			equal, other = append(equal, "yes"), append(other, fmt.Sprintf("%x %x", i*2654435761, i*40503))
			similar = append(similar, fmt.Sprintf("Row %d of the very long table of similar rows", i))
			edited = append(edited, fmt.Sprintf("Row %d of the very long table of edited rows", i))
		}
		turned := slices.Clone(edited)
		slices.Reverse(turned)
		for _, c := range []struct {
			name          string
			before, after []string
		}{{"equal texts", equal, equal}, {"new texts", equal, other}, {"edited", similar, edited}, {"edited and turned", similar, turned}} {
			b.Run(fmt.Sprintf("%s %d", c.name, n), func(b *testing.B) {
				msgs := texts(c.before...)
				Align(nil, nil, msgs)
				benchmarkAlign(b, knownOf(msgs), c.after)
			})
		}
	}
}
