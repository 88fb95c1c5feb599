// Package attribution is who a work is owed to and what may be done with it: the work, the agents, the chain of
// derivation from the first idea to the page where it was found, the rights, the protected passages; and the statement
// of all this, the colophon, that every edition prints in its reader's language.
//
// The facts come from colophon.toml and are never guessed. What is not on record is said to be not on record.
package attribution

import (
	"cmp"

	"colophon/internal/lang"
)

// Work is what colophon.toml records of the work a project translates.
type Work struct {
	Title      string            // of the original; "" leaves the title to the document's first heading
	Version    string            // what its publishers call this state of it, or ""
	Date       string            // of this version: ISO 8601, "2026-11-23" or "2026-11" or "2026"; or ""
	Language   lang.Tag          // the source language
	Chain      []Link            // where it comes from, oldest first
	Rights     []Rights          // one for each part that has rights of its own
	Protected  []Passage         // words that no translation may replace
	Agents     map[string]*Agent // by the key under which colophon.toml defines them
	Unofficial bool              // whether translations must say that they are not the publisher's own; true by default
}

// Agent is somebody to be credited: a person, a group, an organisation, or a machine.
type Agent struct {
	Key   string
	Name  string            // in the source language, or as they write it
	Names map[string]string // in other languages, by BCP 47 tag
	Kind  string            // "person", "group", "organisation", "machine"
	Link  string            // https URL, or ""
}

// In is the agent's name for a reader of language t: in that language, else in its base language, else as they write
// it. An agent without a name is credited by its key.
func (a *Agent) In(t lang.Tag) string {
	for _, key := range []string{t.String(), t.Base()} {
		if name := a.Names[key]; name != "" {
			return name
		}
	}
	return cmp.Or(a.Name, a.Key)
}

// Relation is how a link of the chain made the work what it is.
type Relation string

// The relations, with the MARC relator of the agents that stand in them (id.loc.gov/vocabulary/relators).
const (
	Idea      Relation = "idea"      // had the ideas (MARC ant, bibliographic antecedent)
	Material  Relation = "material"  // made what was compiled (MARC ant)
	Text      Relation = "text"      // wrote the words (MARC aut)
	Compiled  Relation = "compiled"  // chose and arranged (MARC com)
	Published Relation = "published" // published (MARC pbl)
	FoundAt   Relation = "found-at"  // where the work was found (Dublin Core source)
)

// Relations are the relations in the order in which a colophon tells them.
var Relations = []Relation{Idea, Material, Compiled, Text, Published, FoundAt}

// Link is one link of the chain of derivation.
type Link struct {
	Relation Relation
	Agents   []string // keys of Agents
	URL      string   // of the thing found or published, or ""
	Date     string   // ISO 8601, or ""
}

// Rights are the rights in one part of the work.
type Rights struct {
	Part    string // "text" for the work itself; otherwise what the part is, such as "original"
	License string // SPDX identifier, or "public-domain", "permission", "none", "unknown"; "" is unknown
	Holder  string // key of an agent, or ""
	URL     string // of the licence or the record, or "" for the licence's own
}

// Passage is a protected passage: words a community has chosen for itself.
type Passage struct {
	Rule  string   // "gloss-only": the terms stay as they are, a reading may follow in parentheses; "verbatim": the whole message stays
	Terms []string // as written in the source
}

// Credits are who brought an edition into one language.
type Credits struct {
	Translators []string // keys of agents (MARC trl)
	Reviewers   []string // keys of agents (MARC pfr)
	Machine     string   // what a machine did: "" nothing, "draft" it drafted the translation, "suggestions" people chose from its suggestions
	License     string   // of the translation; "" means that of the text
}

// TextRights are the rights of the part "text", and whether any are on record.
func (w *Work) TextRights() (Rights, bool) {
	for _, r := range w.Rights {
		if r.Part == "text" {
			return r, true
		}
	}
	return Rights{Part: "text", License: Unknown}, false
}

// Agent is the agent of a key; one nobody defined is credited by its key, and check says so.
func (w *Work) Agent(key string) *Agent {
	if a := w.Agents[key]; a != nil {
		return a
	}
	return &Agent{Key: key, Name: key}
}
