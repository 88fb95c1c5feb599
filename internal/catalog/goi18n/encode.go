// Package goi18n reads and writes catalogs as go-i18n v2 message files in TOML.
//
// Any go-i18n program can load them. It refuses unknown keys inside a message, so what colophon adds stands in
// comments, in the manner of PO:
//
//	#. list item                 what the message is
//	#. note: …                   from the author of the source
//	# …                          the translator's own comment
//	#, stale                     the target was made from another source
//	#> We listen more.           today's source
//	#| We listen.                the source the target was made from
//	[we-listen-more]
//	hash = "sha1-…"              of the source the target was made from
//	other = "…"                  the target
//	#~ [gone]                    an obsolete entry, every line of it
//
// The canonical form, which Encode writes, is read by our own scanner, because only that sees comments and lines.
package goi18n

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"colophon/internal/catalog"
	"colophon/internal/message"
)

// TOML is the codec. It has no state.
type TOML struct{}

// Name is the format as configuration calls it.
func (TOML) Name() string { return "toml" }

// Extension is the file name's end.
func (TOML) Extension() string { return ".toml" }

// Encode writes the canonical form.
func (TOML) Encode(c *catalog.Catalog) string {
	var out strings.Builder
	out.Grow(sizeOf(c))
	for _, line := range c.Header {
		out.WriteString("#" + line + "\n")
	}
	for i := range c.Entries {
		if out.Len() > 0 {
			out.WriteByte('\n')
		}
		writeEntry(&out, &c.Entries[i])
	}
	for i := range c.Obsolete {
		var entry strings.Builder
		writeEntry(&entry, &c.Obsolete[i])
		if out.Len() > 0 {
			out.WriteByte('\n')
		}
		for line := range strings.Lines(entry.String()) {
			out.WriteString("#~ " + line)
		}
	}
	if len(c.Trailer) > 0 {
		if out.Len() > 0 {
			out.WriteByte('\n')
		}
		for _, line := range c.Trailer {
			out.WriteString("#" + line + "\n")
		}
	}
	return out.String()
}

func sizeOf(c *catalog.Catalog) int {
	size := 0
	for _, list := range [][]catalog.Entry{c.Entries, c.Obsolete} {
		for i := range list {
			e := &list[i]
			size += 2*len(e.ID) + len(e.Source) + len(e.Previous) + len(e.Target) + 120
		}
	}
	return size
}

func writeEntry(out *strings.Builder, e *catalog.Entry) {
	if e.Kind != "" {
		out.WriteString("#. " + oneLine(e.Kind) + "\n")
	}
	if e.Note != "" {
		out.WriteString("#. note: " + oneLine(e.Note) + "\n")
	}
	for _, line := range e.Comments {
		out.WriteString("#" + line + "\n")
	}
	if e.Source != "" && e.State(message.Fingerprint(e.Source)) == catalog.Stale {
		out.WriteString("#, stale\n")
	}
	writeText(out, "#>", e.Source)
	writeText(out, "#|", e.Previous)
	out.WriteByte('[')
	out.WriteString(key(e.ID))
	out.WriteString("]\n")
	if e.Hash != "" {
		out.WriteString("hash = ")
		writeBasic(out, e.Hash)
		out.WriteByte('\n')
	}
	out.WriteString("other = ")
	writeString(out, e.Target)
	out.WriteByte('\n')
}

func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == utf8.RuneError {
			return ' '
		}
		return r
	}, s)
}

// writeText writes a text as comment lines: as it is where a comment can hold it, quoted where not (TOML v1.0.0 §Comment
// allows no control characters but tab).
func writeText(out *strings.Builder, mark, text string) {
	if text == "" {
		return
	}
	if !plain(text) || strings.TrimSpace(text) != text {
		out.WriteString(mark)
		writeBasic(out, text)
		out.WriteByte('\n')
		return
	}
	for line := range strings.SplitSeq(text, "\n") {
		out.WriteString(mark + " " + line + "\n")
	}
}

// plain reports whether text has no control characters but tab and line feed, and is UTF-8.
func plain(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' && c != '\t' && c != '\n' || c == 0x7f {
			return false
		}
	}
	return utf8.ValidString(text)
}

// key is a table name, bare where TOML allows it.
func key(id string) string {
	for i := 0; i < len(id); i++ {
		if !bare(id[i]) {
			var out strings.Builder
			writeBasic(&out, id)
			return out.String()
		}
	}
	if id == "" {
		return `""`
	}
	return id
}

func bare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_'
}

// writeString chooses the form a person can edit best: "…" for plain words; '…' or ”'…”' where the text has quotes,
// backslashes or lines of its own, so that nothing in it is escaped; "…" with escapes only where nothing else can hold it.
func writeString(out *strings.Builder, s string) {
	switch {
	case !strings.ContainsAny(s, "\"\\\n") && plain(s):
		out.WriteByte('"')
		out.WriteString(s)
		out.WriteByte('"')
	case !plain(s) || strings.Contains(s, "'''") || strings.HasSuffix(s, "'"):
		writeBasic(out, s)
	case strings.Contains(s, "\n"):
		out.WriteString("'''\n" + s + "'''")
	case strings.Contains(s, "'"):
		out.WriteString("'''" + s + "'''")
	default:
		out.WriteString("'" + s + "'")
	}
}

// writeBasic writes a basic string on one line (TOML v1.0.0 §String). Bytes that are not UTF-8 become U+FFFD, because
// no TOML file can hold them; documents with such bytes are refused before they get here.
func writeBasic(out *strings.Builder, s string) {
	out.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			out.WriteByte('\\')
			out.WriteRune(r)
		case r == '\n':
			out.WriteString(`\n`)
		case r == '\r':
			out.WriteString(`\r`)
		case r == '\t':
			out.WriteString(`\t`)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(out, `\u%04X`, r)
		default:
			out.WriteRune(r)
		}
	}
	out.WriteByte('"')
}
