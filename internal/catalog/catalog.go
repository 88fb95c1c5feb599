// Package catalog is the entries of one language for one document, and what follows from them.
//
// State is derived, never stored: an entry without target is untranslated, one made from another source than today's
// is stale. Nothing a person wrote is deleted: an entry whose message is gone becomes obsolete, with its source, and
// comes back when the message does.
package catalog

import (
	"strings"

	"colophon/internal/diag"
	"colophon/internal/lang"
	"colophon/internal/message"
)

// Catalog is the entries of one language for one document, in document order.
// The catalog of the source language is the ledger: its Targets are the source texts, and its Obsolete are the IDs
// whose texts are gone.
type Catalog struct {
	Language lang.Tag
	Header   []string // comment lines before the first entry, without "#": ours begin with "."
	Entries  []Entry
	Obsolete []Entry
	Trailer  []string // comment lines after the last entry
}

// Entry is one message in one language.
type Entry struct {
	ID       string
	Kind     string   // what the message is: "heading 2"; regenerated on every update
	Note     string   // from the author of the source; regenerated
	Source   string   // today's source text; regenerated
	Previous string   // the source Target was made from, where it is stale and that text is known
	Hash     string   // fingerprint of the source Target was made from; "" is a person's word that it fits Source
	Target   string   // "" or only spaces: untranslated
	Comments []string // the translator's own comment lines, as written without "#"
	Line     int      // where the entry stands in its file, from 1; 0 for a new one
}

// State is how far a message is in one language, in the words of XLIFF 2.1 §4.3.1.30 and our own.
type State uint8

// The states that texts alone can tell.
const (
	Untranslated State = iota // XLIFF "initial"
	Stale                     // translated from another source
	Translated                // XLIFF "translated"
)

// String is the state as reports spell it.
func (s State) String() string { return [...]string{"untranslated", "stale", "translated"}[s] }

// State tells how the entry stands to today's fingerprint of its message.
func (e *Entry) State(fingerprint string) State {
	switch {
	case e.Blank():
		return Untranslated
	case e.made() != "" && e.made() != fingerprint:
		return Stale
	}
	return Translated
}

// made is the fingerprint of the source the target was made from: the hash; without one, the source that the entry
// showed to the person who took the hash away, or "" where it showed none and the word is taken for today's.
func (e *Entry) made() string {
	if e.Hash == "" && e.Source != "" {
		return message.Fingerprint(e.Source)
	}
	return e.Hash
}

// Blank reports whether the entry has no target.
func (e *Entry) Blank() bool { return strings.TrimSpace(e.Target) == "" }

// ByID indexes the entries. Obsolete ones are not among them.
func (c *Catalog) ByID() map[string]*Entry {
	m := make(map[string]*Entry, len(c.Entries))
	for i := range c.Entries {
		m[c.Entries[i].ID] = &c.Entries[i]
	}
	return m
}

// ever indexes all entries by ID, obsolete ones too; a live entry wins over an obsolete one of the same ID.
func (c *Catalog) ever() map[string]*Entry {
	m := make(map[string]*Entry, len(c.Entries)+len(c.Obsolete))
	for i := range c.Obsolete {
		m[c.Obsolete[i].ID] = &c.Obsolete[i]
	}
	for i := range c.Entries {
		m[c.Entries[i].ID] = &c.Entries[i]
	}
	return m
}

// Codec reads and writes one catalog file format. It passes catalogtest.Run.
type Codec interface {
	// Name is the format as configuration calls it; Extension is the file name's end, with its dot.
	Name() string
	Extension() string

	// Decode reads a catalog. It refuses what it cannot hold, with one sentence about the first place that is wrong:
	// file names the catalog in it.
	Decode(file, source string) (*Catalog, *diag.Failure)

	// Encode writes the canonical form: Decode gives back every field but Line, and encoding that gives the same bytes.
	Encode(c *Catalog) string
}

// Ledger is the catalog of the source language: each message's ID and text. What was in old and is no longer a
// message is retired, after what was retired already, so that no ID is ever given to another text. Comments stay with
// their ID, also where it comes back.
func Ledger(old *Catalog, msgs []message.Message) *Catalog {
	l := &Catalog{Language: old.Language, Header: old.Header, Trailer: old.Trailer, Entries: make([]Entry, len(msgs))}
	now := make(map[string]bool, len(msgs))
	was := old.ever()
	for i, m := range msgs {
		now[m.ID] = true
		l.Entries[i] = Entry{ID: m.ID, Kind: m.Kind, Note: m.Note, Target: m.Text}
		if e := was[m.ID]; e != nil {
			l.Entries[i].Comments = e.Comments
		}
	}
	for _, list := range [][]Entry{old.Obsolete, old.Entries} {
		for _, e := range list {
			if !now[e.ID] {
				now[e.ID] = true
				l.Obsolete = append(l.Obsolete, e)
			}
		}
	}
	return l
}

// Known is a ledger as message.Align wants it.
func (c *Catalog) Known() (current, retired []message.Known) {
	current, retired = make([]message.Known, len(c.Entries)), make([]message.Known, len(c.Obsolete))
	for i := range c.Entries {
		current[i] = message.Known{ID: c.Entries[i].ID, Text: c.Entries[i].Target}
	}
	for i := range c.Obsolete {
		retired[i] = message.Known{ID: c.Obsolete[i].ID, Text: c.Obsolete[i].Target}
	}
	return current, retired
}
