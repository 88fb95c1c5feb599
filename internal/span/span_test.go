package span

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// naive makes one edit after the other, from the last to the first, so that no offset shifts.
// It is "" and false where the edits are not sorted, disjoint and inside source.
func naive(source string, edits []Edit) (string, bool) {
	for i, e := range edits {
		if e.Start < 0 || e.Start > e.End || e.End > len(source) || i > 0 && e.Start < edits[i-1].End {
			return "", false
		}
	}
	for i := len(edits) - 1; i >= 0; i-- {
		e := edits[i]
		source = source[:e.Start] + e.Text + source[e.End:]
	}
	return source, true
}

// decodeEdits reads edits from fuzzed bytes: start, end and length of the text, which follows. Offsets reach a little
// outside of a short source on both sides.
func decodeEdits(script string) []Edit {
	var edits []Edit
	for len(script) >= 3 {
		e := Edit{Span: Span{int(script[0]) - 2, int(script[1]) - 2}}
		n := min(int(script[2])%8, len(script)-3)
		e.Text, script = script[3:3+n], script[3+n:]
		edits = append(edits, e)
	}
	return edits
}

// Edits applied at once give what they give one by one; edits that are unsorted, overlapping or outside are refused.
func FuzzApply(f *testing.F) {
	f.Add("", "")
	f.Add("hello", "\x02\x02\x03new")
	f.Add("hello", "\x02\x04\x00\x04\x06\x01x")
	f.Add("hello", "\x03\x03\x01a\x03\x03\x01b")
	f.Add("hello", "\x05\x06\x00\x02\x03\x00")
	f.Add("hello", "\x00\x03\x00")
	f.Add("hello", "\x04\x03\x00")
	f.Add("hello", "\x02\xff\x00")
	f.Add("\xff\x00\r\n", "\x03\x05\x02\r\n")
	f.Fuzz(func(t *testing.T, source, script string) {
		edits := decodeEdits(script)
		want, ok := naive(source, edits)
		got, err := Apply(source, edits)
		if ok != (err == nil) {
			t.Fatalf("error %v, want one: %v\nsource %q\nedits %v", err, !ok, source, edits)
		}
		if got != want {
			t.Fatalf("got  %q\nwant %q\nsource %q\nedits %v", got, want, source, edits)
		}
	})
}

func TestApply(t *testing.T) {
	at := func(start, end int, text string) Edit { return Edit{Span{start, end}, text} }
	for _, c := range []struct {
		name   string
		source string
		edits  []Edit
		want   string
		err    string
	}{
		{"nothing", "abc", nil, "abc", ""},
		{"replace", "abc", []Edit{at(1, 2, "xyz")}, "axyzc", ""},
		{"delete all", "abc", []Edit{at(0, 3, "")}, "", ""},
		{"insert at both ends", "abc", []Edit{at(0, 0, "<"), at(3, 3, ">")}, "<abc>", ""},
		{"insert twice in one place", "abc", []Edit{at(1, 1, "1"), at(1, 1, "2")}, "a12bc", ""},
		{"touching", "abc", []Edit{at(0, 1, "x"), at(1, 2, "y")}, "xyc", ""},
		{"insert before a replacement", "abc", []Edit{at(1, 1, "+"), at(1, 2, "y")}, "a+yc", ""},
		{"unsorted", "abc", []Edit{at(2, 3, ""), at(0, 1, "")}, "", "edit of bytes 0 to 1 is out of order or outside a file of 3 bytes"},
		{"overlapping", "abc", []Edit{at(0, 2, ""), at(1, 3, "")}, "", "edit of bytes 1 to 3 is out of order or outside a file of 3 bytes"},
		{"backwards", "abc", []Edit{at(2, 1, "")}, "", "edit of bytes 2 to 1 is out of order or outside a file of 3 bytes"},
		{"outside", "abc", []Edit{at(3, 4, "")}, "", "edit of bytes 3 to 4 is out of order or outside a file of 3 bytes"},
		{"before the start", "abc", []Edit{at(-1, 0, "")}, "", "edit of bytes -1 to 0 is out of order or outside a file of 3 bytes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Apply(c.source, c.edits)
			if said := said(err); got != c.want || said != c.err {
				t.Errorf("got  %q, %q\nwant %q, %q\nsource %q\nedits %v", got, said, c.want, c.err, c.source, c.edits)
			}
		})
	}
}

func said(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// naivePosition walks source character by character up to the one that holds the byte at offset.
func naivePosition(source string, offset int) Position {
	p := Position{1, 1, 1}
	for at := 0; at < len(source); {
		r, size := utf8.DecodeRuneInString(source[at:])
		if at+size > offset {
			break
		}
		at += size
		switch {
		case r == '\n' || r == '\r' && !strings.HasPrefix(source[at:], "\n"):
			p = Position{p.Line + 1, 1, 1}
		case r == '\ufeff' && at == size:
		case r > 0xFFFF:
			p.Column, p.UTF16 = p.Column+1, p.UTF16+2
		default:
			p.Column, p.UTF16 = p.Column+1, p.UTF16+1
		}
	}
	return p
}

// Every offset of every file has the position that counting by hand gives it, and positions never run backwards.
func FuzzPosition(f *testing.F) {
	for _, s := range []string{"", "a", "a\nb", "a\r\nb\r\n", "a\rb\r", "\r\r\n\n\r", "\ufeffa\nb", "\ufeff", "a\ufeffb", "\n\ufeffx",
		"\xef\xbb", "한국어\n", "a\U0001F600b", "\xff\xfe", "\xf0\x9f\x98", "e\u0301", "\x00\n\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > 200 {
			source = source[:200]
		}
		m, last := NewMapper(source), Position{}
		for offset := range len(source) + 1 {
			got, want := m.Position(offset), naivePosition(source, offset)
			if got != want {
				t.Fatalf("offset %d: got %+v, want %+v\nsource %q", offset, got, want, source)
			}
			if got.Line < last.Line || got.Line == last.Line && (got.Column < last.Column || got.UTF16 < last.UTF16) {
				t.Fatalf("offset %d: %+v after %+v\nsource %q", offset, got, last, source)
			}
			last = got
		}
		if got := m.Position(-1); got != m.Position(0) {
			t.Fatalf("before the start: %+v\nsource %q", got, source)
		}
		if got := m.Position(len(source) + 1); got != m.Position(len(source)) {
			t.Fatalf("after the end: %+v\nsource %q", got, source)
		}
	})
}

func TestPosition(t *testing.T) {
	for _, c := range []struct {
		name   string
		source string
		offset int
		want   Position
	}{
		{"start", "abc", 0, Position{1, 1, 1}},
		{"end", "abc", 3, Position{1, 4, 4}},
		{"LF belongs to its line", "a\nb", 1, Position{1, 2, 2}},
		{"after LF", "a\nb", 2, Position{2, 1, 1}},
		{"between CR and LF", "a\r\nb", 2, Position{1, 3, 3}},
		{"after CRLF", "a\r\nb", 3, Position{2, 1, 1}},
		{"after a lone CR", "a\rb", 2, Position{2, 1, 1}},
		{"CR at the end", "a\r", 2, Position{2, 1, 1}},
		{"the BOM has no column", "\ufeffab", 4, Position{1, 2, 2}},
		{"inside the BOM", "\ufeffab", 2, Position{1, 1, 1}},
		{"a BOM elsewhere has one", "a\ufeffb", 4, Position{1, 3, 3}},
		{"Korean counts characters", "한국어", 6, Position{1, 3, 3}},
		{"inside a character", "한국어", 4, Position{1, 2, 2}},
		{"astral", "\U0001F600b", 4, Position{1, 2, 3}},
		{"inside an astral character", "\U0001F600b", 3, Position{1, 1, 1}},
		{"invalid bytes count as one each", "\xff\xf0\x9fb", 3, Position{1, 4, 4}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := NewMapper(c.source).Position(c.offset); got != c.want {
				t.Errorf("got %+v, want %+v\nsource %q, offset %d", got, c.want, c.source, c.offset)
			}
		})
	}
}
