package message

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Words and bytes of a minted ID: enough to recognise the text, short enough to read in a diff.
const (
	idWords = 6
	idBytes = 48
)

// reserved are the keys of a go-i18n message, in any case (go-i18n v2.7.0 internal.NewMessage). As an ID such a word
// can turn a whole file into one message.
var reserved = map[string]bool{"id": true, "description": true, "hash": true, "leftdelim": true, "rightdelim": true,
	"zero": true, "one": true, "two": true, "few": true, "many": true, "other": true, "translation": true}

// ValidID says whether an ID may stand in a catalog: not empty, at most 200 bytes, printable, no dot (go-i18n joins
// nested tables with dots), no space or quote, no letter that is not to be seen, and not reserved.
func ValidID(id string) bool {
	if id == "" || len(id) > 200 || reserved[strings.ToLower(id)] {
		return false
	}
	for _, r := range id {
		if r == '.' || r == '"' || r == '\'' || r == '\\' || r == unicode.ReplacementChar || !unicode.IsGraphic(r) || unicode.IsSpace(r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) {
			return false
		}
	}
	return true
}

// minter makes new IDs. It remembers how far it has counted for each base, so that thousands of equal texts stay linear.
type minter struct {
	used map[string]bool
	next map[string]int
}

// mint makes a new ID out of a text's first words, unlike any that is used.
func (m *minter) mint(text string) string {
	base := slug(text)
	if base == "" {
		base = "text"
	}
	if reserved[base] {
		base += "-text"
	}
	id, n := base, max(m.next[base], 2)
	for ; m.used[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	m.used[id], m.next[base] = true, n
	return id
}

// slug joins the first words of text, lower-cased, by hyphens. Letters and digits of any script stay.
func slug(text string) string {
	var out strings.Builder
	words, inside := 0, false
	for _, r := range norm.NFC.String(head(text)) {
		// A variation selector is a mark, and a Hangul filler a letter, but an ID made of them could not be seen;
		// nor does a mark begin a word: it would sit on the hyphen before it.
		if unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) || !inside && unicode.IsMark(r) {
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			// An apostrophe inside a word does not end it: "don't" is "dont".
			if r != '\'' && r != '’' {
				inside = false
			}
			continue
		}
		if !inside {
			if words == idWords {
				break
			}
			if words++; words > 1 {
				out.WriteByte('-')
			}
			inside = true
		}
		if out.Len() > idBytes {
			break
		}
		out.WriteRune(unicode.ToLower(r))
	}
	return strings.TrimRight(out.String(), "-")
}

// head bounds what slug looks at, at a character of the text.
func head(text string) string {
	const enough = 512
	if len(text) <= enough {
		return text
	}
	end := enough
	for end > 0 && text[end]&0xC0 == 0x80 {
		end--
	}
	return text[:end]
}
