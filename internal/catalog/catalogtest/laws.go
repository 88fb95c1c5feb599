// Package catalogtest holds the laws every catalog.Codec obeys.
package catalogtest

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"colophon/internal/catalog"
	"colophon/internal/lang"
	"colophon/internal/message"
)

// Texts are targets that have broken codecs: quotes, backslashes, lines, control characters, templates, bidi, astral.
var Texts = []string{
	"", "plain", "한국어", "العربية", `say "hi"`, `it's`, `it's "both"`, `back\slash`, "two\nlines", "ends\n", "\nbegins", "tab\there",
	"'''", "ends'", `"""`, `ends"`, "nul\x00", "\x1b[31m", "{{ .X }}", "{{< ref >}}", "# not a comment", "[not-a-table]", "#~ x",
	"other = \"x\"", " spaces ", "\u2028", "\U0001F600", "\u202e", "a\r\nb", "\v\f", "\x7f", "=", "'", `"`, `\`, "\\\n", "'\n'",
}

// Roundtrip: a codec gives back every field it claims to hold, and writes what it read as the same bytes.
func Roundtrip(t *testing.T, codec catalog.Codec, c *catalog.Catalog) {
	t.Helper()
	written := codec.Encode(c)
	read, f := codec.Decode("test"+codec.Extension(), written)
	if f != nil {
		t.Fatalf("what was written cannot be read: %v\n%s", f, written)
	}
	read.Language = c.Language
	if diff := cmp.Diff(c, read, cmpopts.IgnoreFields(catalog.Entry{}, "Line"), cmpopts.EquateEmpty(), cmp.AllowUnexported(lang.Tag{}), cmp.Comparer(func(a, b lang.Tag) bool { return a == b })); diff != "" {
		t.Errorf("round trip (-want +got):\n%s\nfile:\n%s", diff, written)
	}
	if again := codec.Encode(read); again != written {
		t.Errorf("written twice:\n%s\nand then\n%s", written, again)
	}
}

// Run holds codec to its laws on catalogs made of every text in every place.
func Run(t *testing.T, codec catalog.Codec) {
	for _, text := range Texts {
		t.Run(strings.Map(printable, text), func(t *testing.T) { Roundtrip(t, codec, Sample(text, "old "+text, "id")) })
	}
	t.Run("nothing", func(t *testing.T) { Roundtrip(t, codec, &catalog.Catalog{}) })
}

// Sample is a catalog with text wherever a catalog can hold one.
func Sample(text, previous, id string) *catalog.Catalog {
	source := "source of " + text
	return &catalog.Catalog{
		Header: []string{". ours", " theirs", ""},
		Entries: []catalog.Entry{
			{ID: id, Kind: "list item", Note: "a note", Source: source, Hash: message.Fingerprint(source), Target: text, Comments: []string{" mine", "mine too", ""}},
			{ID: id + "-2", Source: text + "x", Previous: previous, Hash: message.Fingerprint(previous), Target: text},
			{ID: id + "-3", Hash: message.Fingerprint(text)},
			{ID: "가나-" + id, Target: text},
		},
		Obsolete: []catalog.Entry{{ID: id + "-4", Source: previous, Hash: message.Fingerprint(previous), Target: text}, {ID: id + "-4", Target: text}},
		Trailer:  []string{" the end"},
	}
}

func printable(r rune) rune {
	if r < '!' || r > '~' || r == '/' {
		return '_'
	}
	return r
}
