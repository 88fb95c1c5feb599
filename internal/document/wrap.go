package document

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// Wrapping says how Wrap may break a text.
type Wrapping struct {
	Width int                    // columns a line may take, East Asian wide characters counting two; 0 does not wrap
	First int                    // columns that stand before the first line
	Rest  int                    // columns that stand before every other line
	May   func(next string) bool // whether a line may start with next; nil allows every line
}

// Wrap breaks text into lines so that Fold gives it back: at spaces, and between characters of writing without spaces.
// "\n" always breaks and is not in the result. A word longer than the width stands alone on its line.
func Wrap(text string, w Wrapping) []string {
	if w.Width <= 0 {
		return strings.Split(text, "\n")
	}
	var lines []string
	before := w.First
	for part := range strings.SplitSeq(text, "\n") {
		for {
			cut, next := w.fit(part, before)
			before = w.Rest
			lines = append(lines, part[:cut])
			if next == len(part) {
				break
			}
			part = part[next:]
		}
	}
	return lines
}

// fit finds where the first line of text ends and the next begins. Both are len(text) when all of it fits.
func (w Wrapping) fit(text string, column int) (cut, next int) {
	cut, next = len(text), len(text)
	found := false
	var previous rune
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		from, to, ok := opportunity(text, i, previous, r)
		if ok && (w.May == nil || w.May(text[to:])) {
			if found && column > w.Width {
				return cut, next
			}
			cut, next, found = from, to, true
			if column > w.Width {
				return cut, next
			}
		}
		if r < 0x7f {
			column++
		} else {
			column += displaywidth.Rune(r)
		}
		previous = r
		i += size
	}
	if column <= w.Width || !found {
		return len(text), len(text)
	}
	return cut, next
}

// opportunity reports whether a line may end at byte i of text, and the space that goes with the break.
func opportunity(text string, i int, previous, r rune) (from, to int, ok bool) {
	if i == 0 || previous == ' ' {
		return 0, 0, false
	}
	if r == ' ' {
		to = i + len(text[i:]) - len(strings.TrimLeft(text[i:], " "))
		// Fold writes one space for the break, so a run of several cannot be broken, nor one at the end of the text.
		return i, to, to == i+1 && to < len(text) && !unspaced(text[:i], text[to:])
	}
	return i, i, joins(previous) && joins(r) && !strings.ContainsRune(noLineStart, r) && !strings.ContainsRune(noLineEnd, previous)
}

// Characters that may not begin or end a line (the core of JLREQ §3.1.7 and CLREQ §3.1.3). The ideographic space is
// among both: at the edge of a line it would be layout, and not read back.
const (
	noLineStart = "\u3000、。，．：；！？）〕］｝〉》」』】〗’”・ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
	noLineEnd   = "\u3000（〔［｛〈《「『【〖‘“"
)
