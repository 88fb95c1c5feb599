package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"colophon/internal/span"
)

// Fold joins the lines of a text into one. The space at the end of a line and at the start of the next goes, and one
// space takes its place; between two characters of a script written without spaces (Chinese, Japanese) none does
// (CSS Text 3 §4.1.3). hard(i) says that line i ends in a hard break, which becomes "\n"; nil says none does.
// A text of one line is a part of source and costs nothing.
func Fold(source string, lines []span.Span, hard func(i int) bool) string {
	if len(lines) == 1 {
		return lines[0].Of(source)
	}
	size := 0
	for _, l := range lines {
		size += l.Len() + 1
	}
	var text strings.Builder
	text.Grow(size)
	for i, l := range lines {
		line := strings.TrimLeft(l.Of(source), " \t")
		if i < len(lines)-1 {
			line = strings.TrimRight(line, " \t")
		}
		text.WriteString(line)
		switch {
		case i == len(lines)-1:
		case hard != nil && hard(i):
			text.WriteByte('\n')
		case !unspaced(line, strings.TrimLeft(lines[i+1].Of(source), " \t")):
			text.WriteByte(' ')
		}
	}
	return text.String()
}

// unspaced reports whether a line break between before and after stands for nothing rather than for a space.
func unspaced(before, after string) bool {
	x, _ := utf8.DecodeLastRuneInString(before)
	y, _ := utf8.DecodeRuneInString(after)
	return joins(x) && joins(y)
}

// joins reports whether r belongs to writing without spaces: Han, kana, and their punctuation. Hangul is spaced.
func joins(r rune) bool {
	const first = 0x2E80 // CJK Radicals Supplement, the lowest of them
	return r >= first && joinsCJK(r)
}

func joinsCJK(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Yi) ||
		r >= 0x3000 && r <= 0x303F || r >= 0xFF01 && r <= 0xFF60
}
