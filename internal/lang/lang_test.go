package lang

import (
	"maps"
	"slices"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ name, in, want, err string }{
		{"language", "ko", "ko", ""},
		{"three letters", "ckb", "ckb", ""},
		{"region", "pt-BR", "pt-BR", ""},
		{"region by number", "es-419", "es-419", ""},
		{"script", "zh-Hant", "zh-Hant", ""},
		{"script and region", "zh-Hant-TW", "zh-Hant-TW", ""},
		{"script against the language's habit", "ks-Deva", "ks-Deva", ""},
		{"variant", "de-1996", "de-1996", ""},
		{"extension", "en-u-hc-h12", "en-u-hc-h12", ""},
		{"private part of a language", "en-x-plain", "en-x-plain", ""},
		{"private language", "qaa", "qaa", ""},
		{"pseudo locale", "en-XA", "en-XA", ""},
		{"another case", "PT-br", "pt-BR", ""},
		{"an old code", "iw", "he", ""},
		{"a grandfathered tag", "i-klingon", "tlh", ""},
		{"underscore", "ko_KR", "", `"ko_KR" is spelled "ko-KR" in BCP 47`},
		{"underscore and more wrong", "xx_YY!!", "", `"xx_YY!!" is not a language tag`},
		{"not registered", "xx", "", `"xx" is not a language tag`},
		{"region not registered", "ko-YY", "", `"ko-YY" is not a language tag`},
		{"undetermined", "und", "", `"und" is not a language tag`},
		{"undetermined with script", "und-Arab", "", `"und-Arab" is not a language tag`},
		{"undetermined with region", "und-KR", "", `"und-KR" is not a language tag`},
		{"undetermined with underscore", "und_KR", "", `"und_KR" is not a language tag`},
		{"only private", "x-private", "", `"x-private" is not a language tag`},
		{"several languages", "mul", "", `"mul" is not a language tag`},
		{"no language", "zxx", "", `"zxx" is not a language tag`},
		{"no code", "mis", "", `"mis" is not a language tag`},
		{"nothing", "", "", `"" is not a language tag`},
		{"hyphen at the end", "en-", "", `"en-" is not a language tag`},
		{"hyphen twice", "en--US", "", `"en--US" is not a language tag`},
		{"one letter", "C", "", `"C" is not a language tag`},
		{"a word", "handbook", "", `"handbook" is not a language tag`},
		{"a short word", "dist", "", `"dist" is not a language tag`},
		{"POSIX locale", "en.UTF-8", "", `"en.UTF-8" is not a language tag`},
		{"newline", "en\n", "", `"en\n" is not a language tag`},
		{"path", "../en", "", `"../en" is not a language tag`},
		{"autonym", "한국어", "", `"한국어" is not a language tag`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Parse(c.in)
			said := ""
			if err != nil {
				said = err.Error()
			}
			if said != c.err || err == nil && got.String() != c.want || err != nil && !got.IsZero() {
				t.Errorf("got  %s, %s\nwant %s, %s", got, said, c.want, c.err)
			}
			if known := Known(c.in); known != (c.err == "") {
				t.Errorf("Known: got %v for %q", known, c.in)
			}
			if text, _ := got.MarshalText(); err == nil && string(text) != c.want {
				t.Errorf("marshalled as %q, want %q", text, c.want)
			}
		})
	}
}

// A tag that was accepted is accepted in its canonical form, and that form is canonical; it is safe as a folder's name.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"ko", "pt-BR", "zh-Hant-TW", "iw", "en-u-hc-h12", "x-private", "und-Arab", "ko_KR", "i-klingon", "sgn-ase", "en-US-POSIX"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tag, err := Parse(s)
		if err != nil {
			return
		}
		name := tag.String()
		again, err := Parse(name)
		if err != nil || again.String() != name {
			t.Fatalf("%q is %q, and that is %q, %v", s, name, again, err)
		}
		for _, r := range name {
			if r != '-' && (r >= unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)) {
				t.Fatalf("%q is %q", s, name)
			}
		}
		if tag.IsZero() || tag.Base() == "und" || tag.Autonym() == "" || tag.Name(MustParse("ko")) == "" {
			t.Fatalf("%q: base %q, autonym %q, Korean %q", s, tag.Base(), tag.Autonym(), tag.Name(MustParse("ko")))
		}
	})
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("accepted und")
		}
	}()
	MustParse("und")
}

func TestUndetermined(t *testing.T) {
	if got := Undetermined; !got.IsZero() || got.String() != "und" || got.Direction() != "ltr" || got != (Tag{}) {
		t.Errorf("got %s, zero: %v, %s", got, got.IsZero(), got.Direction())
	}
}

func TestDirection(t *testing.T) {
	for _, c := range []struct{ tag, base, script, want string }{
		{"en", "en", "Latn", "ltr"},
		{"ko", "ko", "Kore", "ltr"},
		{"ja", "ja", "Jpan", "ltr"},
		{"ar", "ar", "Arab", "rtl"},
		{"ar-EG", "ar", "Arab", "rtl"},
		{"he", "he", "Hebr", "rtl"},
		{"fa", "fa", "Arab", "rtl"},
		{"ur", "ur", "Arab", "rtl"},
		{"ps", "ps", "Arab", "rtl"},
		{"sd", "sd", "Arab", "rtl"},
		{"ug", "ug", "Arab", "rtl"},
		{"ckb", "ckb", "Arab", "rtl"},
		{"dv", "dv", "Thaa", "rtl"},
		{"syr", "syr", "Syrc", "rtl"},
		{"nqo", "nqo", "Nkoo", "rtl"},
		{"yi", "yi", "Hebr", "rtl"},
		{"ks", "ks", "Arab", "rtl"},
		{"ks-Deva", "ks", "Deva", "ltr"},
		{"az", "az", "Latn", "ltr"},
		{"az-Arab", "az", "Arab", "rtl"},
		{"az-IR", "az", "Arab", "rtl"},
		{"pa", "pa", "Guru", "ltr"},
		{"pa-Arab", "pa", "Arab", "rtl"},
		{"pa-PK", "pa", "Arab", "rtl"},
		{"ku", "ku", "Latn", "ltr"},
		{"ku-Arab", "ku", "Arab", "rtl"},
		{"ur-Latn", "ur", "Latn", "ltr"},
		{"ff-Adlm", "ff", "Adlm", "rtl"},
		{"rhg-Rohg", "rhg", "Rohg", "rtl"},
		{"hu-Hung", "hu", "Hung", "rtl"},
		{"pt-BR", "pt", "Latn", "ltr"},
	} {
		t.Run(c.tag, func(t *testing.T) {
			tag := MustParse(c.tag)
			if tag.Base() != c.base || tag.Script() != c.script || tag.Direction() != c.want {
				t.Errorf("got  %s, %s, %s\nwant %s, %s, %s", tag.Base(), tag.Script(), tag.Direction(), c.base, c.script, c.want)
			}
		})
	}
}

// isoOf are the right-to-left scripts by the names Unicode gives them; Aran has no characters of its own, and Garay and
// Sidetic are younger than the tables of Go.
var isoOf = map[string]string{"Adlam": "Adlm", "Arabic": "Arab", "Avestan": "Avst", "Chorasmian": "Chrs", "Cypriot": "Cprt",
	"Elymaic": "Elym", "Garay": "Gara", "Hanifi_Rohingya": "Rohg", "Hatran": "Hatr", "Hebrew": "Hebr", "Imperial_Aramaic": "Armi",
	"Inscriptional_Pahlavi": "Phli", "Inscriptional_Parthian": "Prti", "Kharoshthi": "Khar", "Lydian": "Lydi",
	"Mandaic": "Mand", "Manichaean": "Mani", "Mende_Kikakui": "Mend", "Meroitic_Cursive": "Merc",
	"Meroitic_Hieroglyphs": "Mero", "Nabataean": "Nbat", "Nko": "Nkoo", "Old_Hungarian": "Hung",
	"Old_North_Arabian": "Narb", "Old_Sogdian": "Sogo", "Old_South_Arabian": "Sarb", "Old_Turkic": "Orkh",
	"Old_Uyghur": "Ougr", "Palmyrene": "Palm", "Phoenician": "Phnx", "Psalter_Pahlavi": "Phlp", "Samaritan": "Samr",
	"Sidetic": "Sidt", "Sogdian": "Sogd", "Syriac": "Syrc", "Thaana": "Thaa", "Yezidi": "Yezi"}

// The scripts we call right-to-left are those whose letters are, by the Unicode data Go has.
func TestRightToLeftIsUnicodes(t *testing.T) {
	for name, table := range unicode.Scripts {
		letter := firstLetter(table)
		properties, _ := bidi.LookupRune(letter)
		rtl := letter >= 0 && (properties.Class() == bidi.R || properties.Class() == bidi.AL)
		if code, ok := isoOf[name]; rtl && !(ok && rightToLeft[code]) {
			t.Errorf("%s (%s) runs from right to left by its letter %U", name, code, letter)
		} else if !rtl && ok {
			t.Errorf("%s (%s) runs from left to right by its letter %U", name, code, letter)
		}
	}
	codes := append(slices.Collect(maps.Values(isoOf)), "Aran")
	for code := range rightToLeft {
		if !slices.Contains(codes, code) {
			t.Errorf("which script is %s?", code)
		}
	}
}

func firstLetter(table *unicode.RangeTable) rune {
	for _, r := range table.R16 {
		for c := rune(r.Lo); c <= rune(r.Hi); c += rune(r.Stride) {
			if unicode.IsLetter(c) {
				return c
			}
		}
	}
	for _, r := range table.R32 {
		for c := rune(r.Lo); c <= rune(r.Hi); c += rune(r.Stride) {
			if unicode.IsLetter(c) {
				return c
			}
		}
	}
	return -1
}

func TestAutonym(t *testing.T) {
	for _, c := range []struct{ tag, want string }{
		{"ko", "한국어"},
		{"ko-KR", "한국어"},
		{"ar", "العربية"},
		{"ja", "日本語"},
		{"zh-Hant", "繁體中文"},
		{"zh-Hans", "简体中文"},
		{"en", "English"},
		{"fr", "français"},
		{"he", "עברית"},
		{"ckb", "کوردیی ناوەندی"},
		{"sr-Latn", "srpski (latinica)"},
		{"ro-MD", "română (Republica Moldova)"},
		{"dv", "dv"},
		{"qaa", "qaa"},
	} {
		t.Run(c.tag, func(t *testing.T) {
			if got := MustParse(c.tag).Autonym(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestName(t *testing.T) {
	for _, c := range []struct{ name, tag, in, want string }{
		{"English", "ko", "en", "Korean"},
		{"Korean", "en", "ko", "영어"},
		{"Arabic", "fr", "ar", "الفرنسية"},
		{"itself", "ja", "ja", "日本語"},
		{"region", "pt-BR", "en", "Brazilian Portuguese"},
		{"script", "zh-Hant", "en", "Traditional Chinese"},
		{"script, put together", "zh-Hant", "ko", "중국어 (한자 번체)"},
		{"script and region, put together", "zh-Hant-TW", "ko", "중국어 (한자 번체, 대만)"},
		{"a language's name in a region of its own", "az-Arab", "en", "Azerbaijani (Arabic)"},
		{"Serbian is not Serbo-Croatian", "sr-Latn", "en", "Serbian (Latin)"},
		{"in a language with few names: the tag", "zh-Hant", "ckb", "zh-Hant"},
		{"in a language without names: English", "ko", "tlh", "Korean"},
		{"a language nobody named: the tag", "tok", "en", "tok"},
		{"private: the tag", "qaa", "en", "qaa"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := MustParse(c.tag).Name(MustParse(c.in)); got != c.want {
				t.Errorf("got %q, want %q for %s in %s", got, c.want, c.tag, c.in)
			}
		})
	}
	if got := MustParse("ko").Name(Undetermined); got == "" {
		t.Error("no name in an undetermined language")
	}
}
