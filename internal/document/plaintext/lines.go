package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of the file, and all that can be said of it alone.
type line struct {
	start, stop int   // all of it, without its ending
	text, end   int   // what stands between its quote prefix and indentation and its trailing space; empty if blank
	body        int   // where the text after the mark begins
	col, hang   int32 // columns of text and body, counted from the end of the quote prefix
	mark        mark  // what it begins with, if that could be the mark of a list item
	depth       uint8 // how many ">" it is quoted by
	wide        bool  // indented by ideographic space, as Chinese and Japanese paragraphs are
	rule        bool  // nothing but one sign, repeated: "---", "* * *"
	under       bool  // a rule that underlines the heading above it

	item   bool // the mark is one (see settle)
	begins bool // begins a paragraph, although no blank line stands before it (see settle)
}

func (l *line) blank() bool { return l.text == l.end }

// deepest bounds nested quotes: a line of ten thousand ">" is not a conversation. What follows is text.
const deepest = 9

// scan cuts source into lines and reads each by itself. Lines end with LF, CRLF or a lone CR, as in span.Mapper.
func scan(source string) []line {
	lines := make([]line, 0, strings.Count(source, "\n")+1)
	start := 0
	if strings.HasPrefix(source, "\ufeff") {
		start = len("\ufeff")
	}
	feed, carriage := next(source, start, '\n'), next(source, start, '\r')
	for start < len(source) {
		stop := min(feed, carriage)
		lines = append(lines, read(source, start, stop))
		start = stop + 1
		if stop == carriage && feed == carriage+1 {
			start++
		}
		if feed < start {
			feed = next(source, start, '\n')
		}
		if carriage < start {
			carriage = next(source, start, '\r')
		}
	}
	return lines
}

// next is the offset of the first c in source at or after start, or the end.
func next(source string, start int, c byte) int {
	if start < len(source) {
		if i := strings.IndexByte(source[start:], c); i >= 0 {
			return start + i
		}
	}
	return len(source)
}

// fresh reports whether line i follows none it could continue.
func fresh(lines []line, i int) bool {
	if i == 0 {
		return true
	}
	above := &lines[i-1]
	return above.blank() || above.rule || above.depth != lines[i].depth
}

func read(source string, start, stop int) line {
	l := line{start: start, stop: stop}
	at := start
	for l.depth < deepest {
		after := quoted(source[at:stop])
		if after == 0 {
			break
		}
		at += after
		l.depth++
	}
	l.indent(source, at)
	l.end = l.text + len(trimRight(source[l.text:stop]))
	if l.blank() {
		return l
	}
	text := source[l.text:l.end]
	l.rule, l.under = signs(text)
	if !l.rule {
		var after int
		l.mark, after = marked(text)
		l.body, l.hang = l.text+after, l.col+int32(columns(text[:after]))
	}
	return l
}

// quoted is the length of one level of quote prefix at the start of s: up to three spaces, ">" and a space.
func quoted(s string) int {
	i := 0
	for i < len(s) && i < 3 && s[i] == ' ' {
		i++
	}
	if i == len(s) || s[i] != '>' {
		return 0
	}
	if i++; i < len(s) && s[i] == ' ' {
		i++
	}
	return i
}

// indent finds where the text begins. Tabs stop at every eighth column, as terminals have them.
func (l *line) indent(source string, at int) {
	for at < l.stop {
		r, size := rune(source[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(source[at:l.stop])
		}
		switch {
		case r == ' ':
			l.col++
		case r == '\t':
			l.col = l.col/8*8 + 8
		case r == '\v' || r == '\f': // a page break takes no column
		case r == ideographic:
			l.col += 2
			l.wide = true
		case r >= utf8.RuneSelf && unicode.IsSpace(r):
			l.col++
		default:
			l.text = at
			return
		}
		at += size
	}
	l.text = at
}

const (
	noBreak     = '\u00a0'
	ideographic = '\u3000'
)

func trimRight(s string) string {
	for n := len(s); n > 0; n-- {
		switch c := s[n-1]; {
		case c == ' ' || c == '\t' || c == '\v' || c == '\f':
		case c < utf8.RuneSelf:
			return s[:n]
		default:
			return strings.TrimRightFunc(s[:n], unicode.IsSpace)
		}
	}
	return ""
}

// ruleSigns are what people draw lines with. Not the full stop: "..." is something people say.
const ruleSigns = "-=~*_#+–—―─━═＊★☆◆◇●"

// signs reports whether text is a rule, and whether that can underline a heading.
// The two dashes above a signature (RFC 3676 §4.3) are a rule, too.
func signs(text string) (rule, under bool) {
	sign, size := utf8.DecodeRuneInString(text)
	if !strings.ContainsRune(ruleSigns, sign) {
		return false, false
	}
	count, spaced := 0, false
	for len(text) > 0 {
		r, n := utf8.DecodeRuneInString(text)
		switch {
		case r == sign && n == size:
			count++
		case unicode.IsSpace(r):
			spaced = true
		default:
			return false, false
		}
		text = text[n:]
	}
	rule = count >= 3 || count == 2 && sign == '-' && !spaced
	return rule, count >= 3 && !spaced && strings.ContainsRune("=-~", sign)
}
