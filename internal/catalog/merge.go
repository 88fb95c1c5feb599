package catalog

import "colophon/internal/message"

// Merge carries the targets of old over to the messages extracted today.
//
// Every target in old is in the result exactly once: on its message if the ID is still there, in Obsolete if not. It
// is stale there when the fingerprint has changed, and keeps the source it was made from as Previous. A target without
// hash is a person's word that it fits the source its entry shows, and gets that source's hash. Nothing is deleted.
// The result follows the order of msgs. Merge(Merge(old, msgs), msgs) equals Merge(old, msgs).
// msgs must have unique IDs, as message.Align guarantees; Merge panics otherwise.
func Merge(old *Catalog, msgs []message.Message) *Catalog {
	c := &Catalog{Language: old.Language, Header: old.Header, Trailer: old.Trailer, Entries: make([]Entry, len(msgs))}
	// Where a live entry wins over an obsolete one of the same ID, the obsolete one stays where it is.
	was := old.ever()
	taken := make(map[*Entry]bool, len(msgs))
	seen := make(map[string]bool, len(msgs))
	for i := range msgs {
		m := &msgs[i]
		if seen[m.ID] {
			panic("catalog: two messages have the ID " + m.ID)
		}
		seen[m.ID] = true
		e := was[m.ID]
		if e != nil {
			taken[e] = true
		}
		c.Entries[i] = carry(e, m)
	}
	for i := range old.Obsolete {
		if e := &old.Obsolete[i]; !taken[e] {
			c.Obsolete = append(c.Obsolete, *e)
		}
	}
	for i := range old.Entries {
		if e := &old.Entries[i]; !taken[e] && (!e.Blank() || len(e.Comments) > 0) {
			c.Obsolete = append(c.Obsolete, obsolete(*e))
		}
	}
	return c
}

// carry is the entry for m, with what old held for it; old may be nil.
func carry(old *Entry, m *message.Message) Entry {
	fingerprint := message.Fingerprint(m.Text)
	e := Entry{ID: m.ID, Kind: m.Kind, Note: m.Note, Source: m.Text, Hash: fingerprint}
	if old == nil {
		return e
	}
	e.Target, e.Comments, e.Line = old.Target, old.Comments, old.Line
	if old.State(fingerprint) == Stale {
		e.Hash = old.made()
		e.Previous = madeFrom(old)
	}
	return e
}

// madeFrom is the source text a stale target was made from, or "" where nobody kept it.
func madeFrom(e *Entry) string {
	switch e.made() {
	case message.Fingerprint(e.Source):
		return e.Source
	case message.Fingerprint(e.Previous):
		return e.Previous
	}
	return ""
}

// obsolete keeps of an entry what its target was made from; the rest would be about a message that is gone. Where that
// source is unknown no hash is made up: should the ID come back, the person's word still counts.
func obsolete(e Entry) Entry {
	e.Hash = e.made()
	if from := madeFrom(&e); from != "" {
		e.Source = from
	}
	e.Kind, e.Note, e.Previous = "", "", ""
	return e
}
