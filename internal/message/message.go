// Package message decides what of a document is translatable and what each piece is called.
//
// A Message is the smallest thing with an ID that is translated: a PO entry, an XLIFF unit. Its text is that of one
// block; its ID is minted once, kept in the ledger (the source catalog), and found again by Align after every edit of
// the source. Its Fingerprint says which source a target was made from.
package message

import (
	"crypto/sha1"
	"encoding/hex"
	"strings"
	"unicode"

	"colophon/internal/document"
)

// Message is one translatable text of a document.
type Message struct {
	ID    string // "" until Align has given it one
	Text  string // as document.Block.Text
	Block int    // index into the document's Blocks
	Kind  string // what it is to its reader: "heading 2", "list item", "table cell"
	Note  string // from the author to the translator, or ""

	pinned bool
	of     *origin // nil for a message made by hand
}

// origin is the document a message was extracted from.
type origin struct {
	format   document.Format
	document *document.Document
}

// plain is the text without markup, from which an ID is minted.
func (m *Message) plain() string {
	if m.of == nil {
		return m.Text
	}
	return document.PlainText(m.of.format, m.of.document, m.Text)
}

// Fingerprint identifies a source text in a catalog: "sha1-" and the SHA-1 of the text in hexadecimal, which is what
// goi18n v2 computes for a message without description, so that both agree on what is stale.
// It tells texts apart; it protects nothing.
func Fingerprint(text string) string {
	sum := sha1.Sum([]byte(text))
	var b [5 + 2*sha1.Size]byte
	copy(b[:], "sha1-")
	hex.Encode(b[5:], sum[:])
	return string(b[:])
}

// Extract returns the messages of d in the order of their blocks. IDs are those its author pinned; give the others
// theirs with Align. A block whose text holds no word of prose (a number, a rule, a bare code span or URL) is none.
func Extract(f document.Format, d *document.Document) []Message {
	of := &origin{f, d}
	msgs := make([]Message, 0, len(d.Blocks)/2)
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if !b.Holds() || !prose(f, d, b.Text) {
			continue
		}
		msgs = append(msgs, Message{ID: b.ID, Text: b.Text, Block: i, Kind: kind(d, b), Note: b.Note, pinned: b.ID != "", of: of})
	}
	return msgs
}

// prose reports whether text has a letter outside of code, addresses and template syntax.
func prose(f document.Format, d *document.Document, text string) bool {
	if strings.IndexFunc(text, unicode.IsLetter) < 0 {
		return false
	}
	inliner, ok := f.(document.Inliner)
	if !ok || !strings.ContainsAny(text, "`<{:$") {
		return true
	}
	at := 0
	for _, in := range inliner.Inlines(d, text) {
		if in.Span.Start < at || in.Content.Len() > 0 {
			continue
		}
		if strings.IndexFunc(text[at:in.Span.Start], unicode.IsLetter) >= 0 {
			return true
		}
		at = in.Span.End
	}
	return strings.IndexFunc(text[at:], unicode.IsLetter) >= 0
}

func kind(d *document.Document, b *document.Block) string {
	switch b.Kind {
	case document.Heading:
		return "heading " + string(rune('0'+b.Level))
	case document.Value:
		return b.Key
	case document.Paragraph:
		for p := b.Parent; p >= 0; p = d.Blocks[p].Parent {
			switch k := d.Blocks[p].Kind; k {
			case document.Item, document.Quote, document.Footnote, document.Description:
				return k.String()
			}
		}
	}
	return b.Kind.String()
}

// Words counts the words of a text, as the measure of work: runs between spaces that hold a letter or digit, and each
// character of writing without spaces.
func Words(text string) int {
	n, inside := 0, false
	for _, r := range text {
		switch {
		case r < 0x80 && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'):
			if !inside {
				n++
			}
			inside = true
		case r == ' ' || r == '\n' || unicode.IsSpace(r):
			inside = false
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			n++
			inside = false
		case r >= 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			if !inside {
				n++
			}
			inside = true
		}
	}
	return n
}
