package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// squeeze turns runs of spaces into one: two after a full stop, those that justify a line, tabs. They are layout.
// One no-break or ideographic space is writing and stays; "\n" is a hard break and stays.
func squeeze(text string) string {
	if !uneven(text) {
		return text
	}
	var out strings.Builder
	out.Grow(len(text))
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(r) || r == '\n' {
			out.WriteString(text[i : i+size])
			i += size
			continue
		}
		end := len(text) - len(strings.TrimLeftFunc(text[i:], blankRune))
		if end == i+size && written(r) {
			out.WriteString(text[i:end])
		} else {
			out.WriteByte(' ')
		}
		i = end
	}
	return out.String()
}

// uneven reports whether there may be something to squeeze.
func uneven(text string) bool {
	space := false
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == ' ' && space, c == '\t', c == '\v', c == '\f', c == '\r', c == 0xC2, c == 0xE2, c == 0xE1 && strings.HasPrefix(text[i:], "\u1680"):
			return true
		case c == 0xE3 && strings.HasPrefix(text[i:], string(ideographic)):
			if space || i+3 < len(text) && (text[i+3] == ' ' || strings.HasPrefix(text[i+3:], string(ideographic))) {
				return true
			}
		}
		space = c == ' '
	}
	return false
}

func blankRune(r rune) bool { return unicode.IsSpace(r) && r != '\n' }

// written reports whether a space of this kind is chosen by a writer, rather than left by a terminal or a typesetter.
func written(r rune) bool {
	return r == ' ' || r == noBreak || r == ideographic || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F
}

// gap reports whether text has a gap no sentence has: three spaces, a tab, two ideographic spaces.
func gap(text string) bool {
	return strings.Contains(text, "   ") || strings.IndexByte(text, '\t') >= 0 || strings.Contains(text, "\u3000\u3000")
}

// tie keeps a text that begins a line from being an item of a list. Its first space becomes a no-break space.
func tie(text string) string {
	if m, _ := marked(text); m.class.kind == none {
		return text
	}
	_, size := glyph(text)
	r, space := utf8.DecodeRuneInString(text[size:])
	if !unicode.IsSpace(r) {
		return text // "・x" cannot be tied
	}
	return text[:size] + string(noBreak) + text[size+space:]
}

// untie undoes tie. started says whether the text begins its line or follows a mark there.
func untie(text string, started bool) string {
	if !strings.Contains(text, string(noBreak)) {
		return text
	}
	var out strings.Builder
	for part := range strings.SplitAfterSeq(text, "\n") {
		_, size := glyph(part)
		rest, tied := strings.CutPrefix(part[size:], string(noBreak))
		if started && size > 0 && tied && rest != "" {
			out.WriteString(part[:size])
			out.WriteByte(' ')
			part = rest
		}
		out.WriteString(part)
		started = true
	}
	return out.String()
}

// columns is the width of s in a terminal, from column 0 on.
func columns(s string) int {
	n := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			i++
			n++
			if c == '\t' {
				n = (n-1)/8*8 + 8
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		n += displaywidth.Rune(r)
		i += size
	}
	return n
}

// firstWord is the width of the least that can stand on a line of its own: up to a space, or one character of writing
// without spaces.
func firstWord(text string) int {
	r, size := utf8.DecodeRuneInString(text)
	if r >= 0x2E80 && r < 0xAC00 || r > 0xD7A3 {
		return columns(text[:size])
	}
	if i := strings.IndexByte(text, ' '); i >= 0 {
		text = text[:i]
	}
	return columns(text)
}
