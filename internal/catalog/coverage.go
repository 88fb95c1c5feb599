package catalog

import "colophon/internal/message"

// Coverage counts how far a language is with a document, or with several added up.
type Coverage struct {
	Messages     int `json:"messages"`
	Translated   int `json:"translated"` // made from today's source
	Stale        int `json:"stale"`
	Untranslated int `json:"untranslated"`
	Words        int `json:"words"`
	WordsToGo    int `json:"wordsToGo"` // of the source, in stale and untranslated messages
}

// Of counts the messages by their state in c; c may be nil for a language that has not begun.
func Of(c *Catalog, msgs []message.Message) Coverage {
	var cover Coverage
	var entries map[string]*Entry
	if c != nil {
		entries = c.ByID()
	}
	for i := range msgs {
		cover.count(entries[msgs[i].ID], &msgs[i])
	}
	return cover
}

func (v *Coverage) count(e *Entry, m *message.Message) {
	words := message.Words(m.Text)
	v.Messages++
	v.Words += words
	state := Untranslated
	if e != nil {
		state = e.State(message.Fingerprint(m.Text))
	}
	switch state {
	case Translated:
		v.Translated++
		return
	case Stale:
		v.Stale++
	case Untranslated:
		v.Untranslated++
	}
	v.WordsToGo += words
}

// Add returns both coverages together.
func (v Coverage) Add(w Coverage) Coverage {
	return Coverage{v.Messages + w.Messages, v.Translated + w.Translated, v.Stale + w.Stale,
		v.Untranslated + w.Untranslated, v.Words + w.Words, v.WordsToGo + w.WordsToGo}
}

// ToGo is the number of messages that need somebody.
func (v Coverage) ToGo() int { return v.Stale + v.Untranslated }

// Percent is the translated share of messages from 0 to 100, rounded down, so that 100 means all. No messages are 100.
func (v Coverage) Percent() int {
	if v.Messages == 0 {
		return 100
	}
	return v.Translated * 100 / v.Messages
}

// WordsPercent is the translated share of words, rounded down.
func (v Coverage) WordsPercent() int {
	if v.Words == 0 {
		return 100
	}
	return (v.Words - v.WordsToGo) * 100 / v.Words
}
