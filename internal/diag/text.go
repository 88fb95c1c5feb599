package diag

import (
	"fmt"
	"strings"
)

// Text is one sentence of the program's: lower case, no full stop, no blame.
//
// Its English stands in the code where it is said; the other languages stand under locales/, by ID. A test collects
// every Text from the code into locales/en/colophon.en.toml, so an ID is a constant and unique.
type Text struct {
	ID    string
	One   string // English for a Count of one; "" where the sentence does not count
	Other string // English; {{.Name}} is replaced by Args["Name"]
	Count int
	Args  map[string]any
}

// T is a sentence with named arguments: T("word", "{{.Name}} is here", "Name", name).
func T(id, english string, args ...any) Text {
	return Text{ID: id, Other: english, Args: named(args)}
}

// N is a sentence that counts; {{.Count}} is the number.
func N(id string, count int, one, other string, args ...any) Text {
	t := Text{ID: id, One: one, Other: other, Count: count, Args: named(args)}
	if t.Args == nil {
		t.Args = map[string]any{}
	}
	t.Args["Count"] = count
	return t
}

func named(args []any) map[string]any {
	if len(args) == 0 {
		return nil
	}
	m := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		m[args[i].(string)] = args[i+1]
	}
	return m
}

// IsZero reports whether nothing is said.
func (t Text) IsZero() bool { return t.ID == "" && t.Other == "" }

// String is the sentence in English.
func (t Text) String() string {
	english := t.Other
	if t.One != "" && t.Count == 1 {
		english = t.One
	}
	return Fill(english, t.Args)
}

// Fill replaces each {{.Name}} of a sentence by its argument, once: what an argument holds is never looked into.
func Fill(sentence string, args map[string]any) string {
	if !strings.Contains(sentence, "{{") {
		return sentence
	}
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(sentence, "{{.")
		out.WriteString(before)
		if !ok {
			return out.String()
		}
		name, after, closed := strings.Cut(rest, "}}")
		value, known := args[name]
		if !closed || !known {
			out.WriteString("{{.")
			sentence = rest
			continue
		}
		fmt.Fprint(&out, value)
		sentence = after
	}
}

// Voice says sentences in a reader's language. English needs none: see English.
type Voice interface {
	Say(Text) string
}

// English is the Voice of the code itself.
var English Voice = english{}

type english struct{}

func (english) Say(t Text) string { return t.String() }
