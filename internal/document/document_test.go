package document

import (
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"

	"colophon/internal/span"
)

// lines are the ranges of a text's lines, as a format would find them.
func lines(source string) []span.Span {
	var all []span.Span
	start := 0
	for line := range strings.Lines(source) {
		all = append(all, span.Span{Start: start, End: start + len(strings.TrimSuffix(line, "\n"))})
		start += len(line)
	}
	return all
}

func TestFold(t *testing.T) {
	for _, row := range []struct{ name, source, want string }{
		{"one line is as it is", "  a  b ", "  a  b "},
		{"English", "one\ntwo", "one two"},
		{"spaces at the break", "one  \n   two", "one two"},
		{"Korean has spaces", "가나\n다라", "가나 다라"},
		{"Chinese has none", "中文\n文本", "中文文本"},
		{"Japanese punctuation", "です。\n次", "です。次"},
		{"Chinese beside Latin", "中文\nword", "中文 word"},
		{"Korean beside Chinese", "한국\n中文", "한국 中文"},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := Fold(row.source, lines(row.source), nil); got != row.want {
				t.Errorf("%q folds to %q, want %q", row.source, got, row.want)
			}
		})
	}
	source := "one\ntwo\nthree"
	if got := Fold(source, lines(source), func(i int) bool { return i == 0 }); got != "one\ntwo three" {
		t.Errorf("a hard break is a line feed: got %q", got)
	}
}

func TestWrap(t *testing.T) {
	notStart := func(next string) bool { return !strings.HasPrefix(next, "- ") }
	for _, row := range []struct {
		name, text, want string
		w                Wrapping
	}{
		{"not at all", "a b c", "a b c", Wrapping{}},
		{"at spaces", "aaa bbb ccc", "aaa bbb|ccc", Wrapping{Width: 7}},
		{"room before the first line", "aaa bbb ccc", "aaa|bbb ccc", Wrapping{Width: 7, First: 1}},
		{"room before the others", "aaa bbb ccc", "aaa bbb|ccc", Wrapping{Width: 7, Rest: 4}},
		{"Korean is two columns wide", "가나 다라 마바", "가나|다라|마바", Wrapping{Width: 6}},
		{"Chinese anywhere", "中文中文中文", "中文|中文|中文", Wrapping{Width: 5}},
		{"no line begins with a full stop", "中文中文。", "中文|中|文。", Wrapping{Width: 4}},
		{"a long word stands alone", "a bbbbbbbbbb c", "a|bbbbbbbbbb|c", Wrapping{Width: 4}},
		{"not where a list would begin", "aa - bbb ccc", "aa -|bbb|ccc", Wrapping{Width: 4, May: notStart}},
		{"line feeds always", "a\nb c", "a|b c", Wrapping{Width: 9}},
		{"two spaces are not a break", "aaa  bbb ccc", "aaa  bbb|ccc", Wrapping{Width: 5}},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := strings.Join(Wrap(row.text, row.w), "|"); got != row.want {
				t.Errorf("%q wraps to %q, want %q", row.text, got, row.want)
			}
		})
	}
}

// What Wrap breaks, Fold joins to the very same text; and a line is wider than allowed only where it had no place to break.
func FuzzWrapFold(f *testing.F) {
	for _, s := range []string{"one two three", "가나 다라 마바사", "中文。中文「引」文", "a  b   c", " a ", "한국 中文 word", "x\u3000y", "\xff \xfe"} {
		f.Add(s, 5, 1, 2)
	}
	f.Fuzz(func(t *testing.T, text string, width, first, rest int) {
		if strings.ContainsAny(text, "\n\t") || width < 1 || width > 200 || first < 0 || rest < 0 || first > width || rest > width {
			return
		}
		wrapped := Wrap(text, Wrapping{Width: width, First: first, Rest: rest})
		source := strings.Join(wrapped, "\n")
		if got := Fold(source, lines(source), nil); len(wrapped) > 1 && got != strings.TrimLeft(text, " ") && got != text {
			t.Fatalf("%q wraps to %q and folds to %q", text, wrapped, got)
		}
		for i, line := range wrapped {
			before := rest
			if i == 0 {
				before = first
			}
			if displaywidth.String(line)+before > width && strings.Contains(strings.TrimSpace(line), " ") && !strings.Contains(line, "  ") && joined(line) == 0 {
				t.Fatalf("line %q of %q is wider than %d and could be broken", line, wrapped, width)
			}
		}
	})
}

// joined counts the characters of writing without spaces, beside which a space is not always a place to break.
func joined(line string) int {
	n := 0
	for _, r := range line {
		if joins(r) {
			n++
		}
	}
	return n
}

// paragraphs is the smallest format there is: a line is a paragraph, and a line that begins with # is a heading.
type paragraphs struct{}

func (paragraphs) Name() string { return "paragraphs" }

func (paragraphs) Parse(source string) *Document {
	d := &Document{Source: source, EOL: "\n"}
	for _, l := range lines(source) {
		if text := l.Of(source); strings.HasPrefix(text, "#") {
			d.Blocks = append(d.Blocks, Block{Kind: Heading, Parent: -1, Span: l, Lines: []span.Span{l}, Text: text})
		} else if text != "" {
			d.Blocks = append(d.Blocks, Block{Kind: Paragraph, Parent: -1, Span: l, Lines: []span.Span{l}, Text: text})
		}
	}
	return d
}

// Write escapes nothing, so that everything depends on Splice.
func (paragraphs) Write(_ *Document, _ int, target string) string { return target }

// Splice refuses the targets that would change the tree, these and no others, and writes the rest.
func TestSpliceRefuses(t *testing.T) {
	d := paragraphs{}.Parse("a\nb\nc\nd\n")
	out := Splice(paragraphs{}, d, map[int]string{0: "A", 1: "# B", 2: "C\nC", 3: "D"})
	if out.Source != "A\nb\nc\nD\n" {
		t.Errorf("got %q", out.Source)
	}
	if len(out.Refused) != 2 || out.Refused[0] != 1 || out.Refused[1] != 2 {
		t.Errorf("refused %v, want [1 2]", out.Refused)
	}
}

// Two targets that undo each other's harm to the shape of the tree still change a text that is nobody's target.
func TestSpliceComparesTexts(t *testing.T) {
	d := paragraphs{}.Parse("a\nb\nc\nd\n")
	out := Splice(eater{}, d, map[int]string{0: "A EAT", 2: "C\nC"})
	if out.Source != "a\nb\nc\nd\n" || len(out.Refused) != 2 {
		t.Errorf("got %q and refused %v", out.Source, out.Refused)
	}
}

// eater is paragraphs in which a line that ends in EAT swallows the next.
type eater struct{ paragraphs }

func (eater) Parse(source string) *Document {
	d := paragraphs{}.Parse(source)
	for i := 0; i+1 < len(d.Blocks); i++ {
		if strings.HasSuffix(d.Blocks[i].Text, "EAT") {
			d.Blocks = append(d.Blocks[:i+1:i+1], d.Blocks[i+2:]...)
		}
	}
	return d
}

// A thousand hostile targets cost a bounded number of parses; past the bound nothing is written at all.
func TestSpliceIsBounded(t *testing.T) {
	d := paragraphs{}.Parse(strings.Repeat("a\n", 1000))
	targets := map[int]string{}
	for i := range d.Blocks {
		targets[i] = "# x"
	}
	out := Splice(paragraphs{}, d, targets)
	if out.Source != d.Source || len(out.Refused) != 1000 {
		t.Errorf("%d refused, source changed: %v", len(out.Refused), out.Source != d.Source)
	}
}

func TestParseDirective(t *testing.T) {
	for _, row := range []struct {
		name, comment string
		want          Directive
		argument      string
	}{
		{"skip", " colophon: skip ", SkipNext, ""}, {"no space", "colophon:skip", SkipNext, ""}, {"another tool's", "i18n:skip-start", SkipStart, ""},
		{"note", " colophon: note be  brief\n here", NoteNext, "be brief here"}, {"a note of nothing", "colophon: note ", NoDirective, ""},
		{"id", "colophon: id a-b", IDNext, "a-b"}, {"skip with words is prose", "colophon: skip this, will you", NoDirective, ""},
		{"gettext", " TRANSLATORS: x", NoteNext, "x"}, {"mdpo", "mdpo-enable", SkipEnd, ""}, {"prose", "nothing", NoDirective, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got, argument := ParseDirective(row.comment); got != row.want || argument != row.argument {
				t.Errorf("%q: got %d and %q, want %d and %q", row.comment, got, argument, row.want, row.argument)
			}
		})
	}
}
