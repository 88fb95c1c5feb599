package attribution

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"colophon/internal/diag"
	"colophon/internal/lang"
)

var (
	english = lang.MustParse("en")
	korean  = lang.MustParse("ko")
)

// full is a work with everything on record that a colophon can tell.
func full() *Work {
	return &Work{
		Title: "Allyship", Version: "2", Date: "2026-11-23", Language: english, Unofficial: true,
		// Not in the order in which a colophon tells it.
		Chain: []Link{
			{Relation: FoundAt, Agents: []string{"network"}, URL: "https://example.org/allyship", Date: "2026-01-02"},
			{Relation: Text, Agents: []string{"ada", "nobody"}},
			{Relation: Idea, Agents: []string{"many"}},
			{Relation: Material, Agents: []string{"groups"}, URL: "https://example.org/zines"},
			{Relation: Compiled, Agents: []string{"network"}},
			{Relation: Published, URL: "https://example.org/book"},
			{Relation: Text, Agents: []string{"many"}},
		},
		Rights: []Rights{
			{Part: "text", License: "CC-BY-SA-4.0", Holder: "ada"},
			{Part: "original", License: Permission, URL: "https://example.org/letter"},
			{Part: "drawings", License: PublicDomain},
			{Part: "photographs", License: NoRights},
			{Part: "maps", License: ""},
		},
		Agents: map[string]*Agent{
			"ada":     {Key: "ada", Name: "Ada L.", Names: map[string]string{"ko": "에이다"}, Kind: "person", Link: "https://ada.example"},
			"many":    {Key: "many", Name: "many people", Names: map[string]string{"ko": "많은 사람들"}, Kind: "group"},
			"groups":  {Key: "groups", Name: "grassroots groups", Kind: "group"},
			"network": {Key: "network", Name: "The Network", Kind: "organisation", Link: "https://example.org"},
			"min":     {Key: "min", Name: "Min", Kind: "person"},
			"unnamed": {Key: "unnamed", Kind: "person"},
		},
	}
}

// print shows a statement as a reader of its parts would take it down.
func print(s Statement) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s [%s]\n%s\n", s.Heading, s.Language, s.Intro)
	for _, l := range s.Lines {
		fmt.Fprintf(&out, "%s: %s:", l.Name, l.Label)
		for _, v := range l.Values {
			fmt.Fprintf(&out, " %q", v.Text)
			if v.URL != "" {
				fmt.Fprintf(&out, " <%s>", v.URL)
			}
			if !v.Lang.IsZero() {
				fmt.Fprintf(&out, " [%s]", v.Lang)
			}
		}
		out.WriteString("\n")
	}
	for _, n := range s.Notes {
		fmt.Fprintf(&out, "- %s\n", n)
	}
	return out.String()
}

func TestColophon(t *testing.T) {
	for _, c := range []struct {
		name string
		work *Work
		e    Edition
		want string
	}{
		{"the source edition", full(), Edition{Language: english, Title: "Allyship", SourceEdition: true,
			// What only a translation has is not told here, even where it is set.
			Credits: Credits{Translators: []string{"min"}, Machine: "draft", License: "MIT"}, Untranslated: 3, Stale: 1}, `About this edition [en]
Where this text comes from, whom it is owed to, and what may be done with it.
title: Title: "Allyship"
version: Version of the source: "2 (2026-11-23)"
idea: Ideas: "many people"
material: Compiled from the work of: "grassroots groups" <https://example.org/zines>
compiled: Compiled by: "The Network" <https://example.org>
text: Text by: "Ada L." <https://ada.example> "nobody" "many people"
published: Published by: "https://example.org/book" <https://example.org/book>
found-at: Found at: "The Network" <https://example.org> "https://example.org/allyship" <https://example.org/allyship> "2026-01-02"
license: Licence: "CC BY-SA 4.0" <https://creativecommons.org/licenses/by-sa/4.0/> "Ada L." <https://ada.example>
license-original: Rights in the original page: "by permission" <https://example.org/letter>
license-drawings: Rights: drawings: "public domain"
license-photographs: Rights: photographs: "no permission on record"
license-maps: Rights: maps: "not on record"
`},
		{"a Korean edition told in English", full(), Edition{Language: korean, Title: "Allyship", TargetTitle: "연대",
			Credits: Credits{Translators: []string{"ada", "unnamed"}, Reviewers: []string{"min"}, Machine: "draft", License: "CC-BY-SA-4.0"}, Untranslated: 1, Stale: 2}, `About this edition [en]
Where this text comes from, whom it is owed to, and what may be done with it.
original-title: Original title: "Allyship"
title: Title: "연대" [ko]
version: Version of the source: "2 (2026-11-23)"
idea: Ideas: "많은 사람들" [ko]
material: Compiled from the work of: "grassroots groups" <https://example.org/zines>
compiled: Compiled by: "The Network" <https://example.org>
text: Text by: "에이다" <https://ada.example> [ko] "nobody" "많은 사람들" [ko]
published: Published by: "https://example.org/book" <https://example.org/book>
found-at: Found at: "The Network" <https://example.org> "https://example.org/allyship" <https://example.org/allyship> "2026-01-02"
license: Licence: "CC BY-SA 4.0" <https://creativecommons.org/licenses/by-sa/4.0/> "에이다" <https://ada.example> [ko]
license-original: Rights in the original page: "by permission" <https://example.org/letter>
license-drawings: Rights: drawings: "public domain"
license-photographs: Rights: photographs: "no permission on record"
license-maps: Rights: maps: "not on record"
translator: Translated by: "에이다" <https://ada.example> [ko] "unnamed"
reviewer: Reviewed by: "Min"
license-translation: Licence of the translation: "CC BY-SA 4.0" <https://creativecommons.org/licenses/by-sa/4.0/>
- Changes: this text was translated from English.
- A machine drafted the translation.
- 1 passage is not translated yet and stands in the original language.
- 2 passages were translated from an earlier version of the original.
- This is an unofficial translation; where it differs from the original, the original counts.
`},
		{"a translation of a work without any record", &Work{Language: english}, Edition{Language: korean, Title: "Allyship", TargetTitle: "Allyship",
			Credits: Credits{Machine: "suggestions"}}, `About this edition [en]
Where this text comes from, whom it is owed to, and what may be done with it.
original-title: Original title: "Allyship"
- Changes: this text was translated from English.
- People translated with the help of a machine's suggestions.
`},
		{"only a version", &Work{Language: korean, Version: "2"}, Edition{Language: korean, Title: "연대", SourceEdition: true}, `About this edition [en]
Where this text comes from, whom it is owed to, and what may be done with it.
title: Title: "연대" [ko]
version: Version of the source: "2"
`},
		{"only a date, and no title", &Work{Language: english, Date: "2026"}, Edition{Language: english, SourceEdition: true}, `About this edition [en]
Where this text comes from, whom it is owed to, and what may be done with it.
version: Version of the source: "2026"
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Colophon(c.work, c.e, diag.English, english)
			if diff := cmp.Diff(c.want, print(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if again := Colophon(c.work, c.e, diag.English, english); print(again) != print(got) {
				t.Errorf("composed twice:\n%s\nand\n%s", print(got), print(again))
			}
		})
	}
}

// Credits are all that an edition has to show: every value and every sentence, in order, and nothing empty.
func TestCreditsAreComplete(t *testing.T) {
	s := Colophon(full(), Edition{Language: korean, Title: "Allyship", TargetTitle: "연대", Credits: Credits{Translators: []string{"min"}}}, diag.English, english)
	var want []string
	for _, l := range s.Lines {
		for _, v := range l.Values {
			want = append(want, v.Text)
		}
	}
	want = append(want, s.Notes...)
	got := s.Credits()
	if !slices.Equal(got, want) || slices.Contains(got, "") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for _, credit := range []string{"Allyship", "연대", "에이다", "많은 사람들", "grassroots groups", "The Network", "https://example.org/allyship", "Min"} {
		if !slices.Contains(got, credit) {
			t.Errorf("%q is not among %q", credit, got)
		}
	}
}

// Two lines of one name could not be told apart by a machine that reads them.
func TestLineNamesAreUnique(t *testing.T) {
	s := Colophon(full(), Edition{Language: korean, Title: "Allyship", TargetTitle: "연대", Credits: Credits{Translators: []string{"min"}, License: "MIT"}}, diag.English, english)
	seen := map[string]bool{}
	for _, l := range s.Lines {
		if seen[l.Name] || l.Label == "" || len(l.Values) == 0 {
			t.Errorf("line %+v stands twice or is empty", l)
		}
		seen[l.Name] = true
	}
}

func TestAgentNames(t *testing.T) {
	a := &Agent{Key: "ada", Name: "Ada", Names: map[string]string{"pt": "Ada (pt)", "zh-Hant": "愛達", "ko": ""}}
	for _, c := range []struct{ name, tag, want string }{
		{"in that language", "pt", "Ada (pt)"},
		{"in its base language", "pt-BR", "Ada (pt)"},
		{"in that script", "zh-Hant", "愛達"},
		{"not in another script", "zh-Hans", "Ada"},
		{"an empty name is none", "ko", "Ada"},
		{"as they write it", "fr", "Ada"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := a.In(lang.MustParse(c.tag)); got != c.want {
				t.Errorf("got %q, want %q for %s", got, c.want, c.tag)
			}
		})
	}
	if got := (&Agent{Key: "ada"}).In(english); got != "ada" {
		t.Errorf("without a name: got %q", got)
	}
	if got := (&Work{}).Agent("ada").In(english); got != "ada" {
		t.Errorf("not defined: got %q", got)
	}
}
