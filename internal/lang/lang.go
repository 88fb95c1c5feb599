// Package lang is what colophon knows of a language tag (BCP 47): whether it is one, which way its script runs, what
// it is called. Plural rules are asked of go-i18n, whose CLDR is newer.
package lang

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Tag is a BCP 47 language tag in canonical form.
type Tag struct{ tag language.Tag }

// Undetermined is the zero Tag, "und".
var Undetermined Tag

// Parse reads a well-formed tag whose language is registered: "ko", "pt-BR", "zh-Hant".
//
// x/text accepts "pt_BR" and, with an error it calls partial, unknown subtags; both are refused here, because a
// catalog's folder name is a promise to other tools. "und", "und-Arab", "x-private", "mul", "mis" and "zxx" are refused:
// a catalog is in some language.
func Parse(s string) (Tag, error) {
	if strings.Contains(s, "_") {
		if t, err := Parse(strings.ReplaceAll(s, "_", "-")); err == nil {
			return Tag{}, fmt.Errorf("%q is spelled %q in BCP 47", s, t)
		}
		return Tag{}, fmt.Errorf("%q is not a language tag", s)
	}
	tag, err := language.Parse(s)
	if err == nil {
		// Raw does not guess: what the base of "und-KR" would be, Base is happy to say.
		switch base, _, _ := tag.Raw(); base.String() {
		case "und", "mul", "mis", "zxx":
		default:
			return Tag{tag}, nil
		}
	}
	return Tag{}, fmt.Errorf("%q is not a language tag", s)
}

// MustParse is Parse for tags in code. It panics on one that is not a tag.
func MustParse(s string) Tag {
	t, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return t
}

// String is the tag in canonical form.
func (t Tag) String() string { return t.tag.String() }

// IsZero reports whether t is no language at all.
func (t Tag) IsZero() bool { return t.tag == language.Und }

// MarshalText writes the tag.
func (t Tag) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// Base is the language without script and region: "pt" of "pt-BR".
func (t Tag) Base() string {
	base, _ := t.tag.Base()
	return base.String()
}

// Script is the ISO 15924 code of the script the language is written in by default: "Hang" or "Kore" for Korean.
func (t Tag) Script() string {
	script, _ := t.tag.Script()
	return script.String()
}

// rightToLeft are the scripts whose letters have the Bidi_Class R or AL (Unicode 17), by their ISO 15924 codes; Aran is
// Arabic in another hand.
var rightToLeft = map[string]bool{"Adlm": true, "Arab": true, "Aran": true, "Armi": true, "Avst": true, "Chrs": true,
	"Cprt": true, "Elym": true, "Gara": true, "Hatr": true, "Hebr": true, "Hung": true, "Khar": true, "Lydi": true,
	"Mand": true, "Mani": true, "Mend": true, "Merc": true, "Mero": true, "Narb": true, "Nbat": true, "Nkoo": true,
	"Orkh": true, "Ougr": true, "Palm": true, "Phli": true, "Phlp": true, "Phnx": true, "Prti": true, "Rohg": true,
	"Samr": true, "Sarb": true, "Sidt": true, "Sogd": true, "Sogo": true, "Syrc": true, "Thaa": true, "Yezi": true}

// Direction is "rtl" for languages written in a script that runs from right to left, otherwise "ltr".
// The values are those of the dir attribute in HTML.
func (t Tag) Direction() string {
	if rightToLeft[t.Script()] {
		return "rtl"
	}
	return "ltr"
}

// Autonym is what the language calls itself: "한국어". For a tag CLDR has no name for it is the tag.
func (t Tag) Autonym() string {
	if outdated[t.String()] {
		return t.compose(t)
	}
	if name := display.Self.Name(t.tag); name != "" {
		return name
	}
	return t.String()
}

// Name is what the language is called in another: "Korean" for ko in en. Where that language has no name for it, it is
// the tag; where x/text has no names in that language at all, it is English.
func (t Tag) Name(in Tag) string {
	if namer := display.Tags(in.tag); namer != nil {
		if name := namer.Name(t.tag); name != "" && !outdated[t.String()] {
			return name
		}
		if name := t.compose(in); name != "" {
			return name
		}
	}
	return t.String()
}

// outdated are tags that the CLDR in x/text (32) still calls Serbo-Croatian and Moldavian, which those who speak them
// do not.
var outdated = map[string]bool{"sr-Latn": true, "ro-MD": true}

// compose names the language, and what else the tag says in parentheses, as CLDR's localePattern does. x/text gives up
// on zh-Hant in languages that have no word of their own for it.
func (t Tag) compose(in Tag) string {
	base, script, region := t.tag.Raw()
	name := display.Languages(in.tag).Name(base)
	if name == "" {
		return ""
	}
	var more []string
	if script.String() != "Zzzz" {
		more = append(more, display.Scripts(in.tag).Name(script))
	}
	if region.String() != "ZZ" {
		more = append(more, display.Regions(in.tag).Name(region))
	}
	if len(more) == 0 || slices.Contains(more, "") {
		return ""
	}
	return name + " (" + strings.Join(more, ", ") + ")"
}

// Known reports whether s is a registered primary language, to tell a catalog's folder from any other.
func Known(s string) bool {
	_, err := Parse(s)
	return err == nil
}
