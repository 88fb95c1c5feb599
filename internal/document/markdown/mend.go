package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"colophon/internal/document"
)

// joiner is written where emphasis would not end or begin: the word joiner, which nobody sees, as a character reference.
// Its "&" and ";" are punctuation, so that every program that keeps CommonMark's rule, and every one that does not,
// reads the emphasis.
const joiner = "&#8288;"

// mend makes emphasis of a target work that its source has too. The "**" after "**마크다운(Markdown)**을" closes nothing in
// CommonMark, because punctuation stands before it and a letter after it (0.31.2 §6.2; commonmark-spec issue 650): the
// rule tells words apart by spaces, and a Korean particle follows without one, as does all of Chinese and Japanese.
//
// Only where the target lacks emphasis that its source has, and no more than that: asterisks that mean themselves stay.
// What mend returns has the emphasis, or is target itself.
func (f Format) mend(d *document.Document, source, target string) string {
	if !strings.ContainsAny(target, "*_~") || strings.IndexFunc(target, cjk) < 0 {
		return target
	}
	strict := emphases(f.Inlines(d, target))
	missing := len(emphases(f.Inlines(d, source))) - len(strict)
	if missing <= 0 {
		return target
	}
	meant := emphases(inlines(d, target, true))
	if len(meant) <= len(strict) || len(meant) > len(strict)+missing {
		return target
	}
	at := map[int]bool{}
	for _, in := range meant {
		if touches(target[:in.Span.Start], false) && punctuated(in.Content.Of(target), true) {
			at[in.Span.Start] = true
		}
		if touches(target[in.Span.End:], true) && (punctuated(in.Content.Of(target), false) || target[in.Span.Start] == '_') {
			at[in.Span.End] = true
		}
	}
	mended := insert(target, at)
	if len(emphases(f.Inlines(d, mended))) != len(meant) {
		return target
	}
	return mended
}

// emphases are those of the inlines that asterisks and their kin make.
func emphases(all []document.Inline) []document.Inline {
	var found []document.Inline
	for _, in := range all {
		switch in.Kind {
		case document.Emphasis, document.Strong, document.Strikethrough:
			found = append(found, in)
		}
	}
	return found
}

// touches reports whether the text beside a delimiter, after or before it, begins or ends in a CJK letter.
func touches(beside string, after bool) bool {
	r := edge(beside, after)
	return cjk(r) && !isPunct(r)
}

// punctuated reports whether emphasised words begin or end in punctuation, marks of emphasis inside them included.
func punctuated(content string, atStart bool) bool { return isPunct(edge(content, atStart)) }

func edge(s string, first bool) rune {
	if first {
		r, _ := utf8.DecodeRuneInString(s)
		return r
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func insert(text string, at map[int]bool) string {
	var out strings.Builder
	for i := 0; i <= len(text); i++ {
		if at[i] {
			out.WriteString(joiner)
		}
		if i < len(text) {
			out.WriteByte(text[i])
		}
	}
	return out.String()
}

// cjk reports whether r belongs to Chinese, Japanese or Korean writing, its punctuation and full-width forms included.
func cjk(r rune) bool {
	return r >= 0x1100 && (unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Yi) ||
		r >= 0x3000 && r <= 0x303F || r >= 0xFE30 && r <= 0xFE4F || r >= 0xFF00 && r <= 0xFFEF)
}
