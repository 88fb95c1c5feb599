package edition

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"colophon/internal/document"
	"colophon/internal/span"
)

// Readable is a stranger's name, title or sentence as an edition prints it: on one line, without what cannot be seen
// but changes what is: control characters, and the embeddings, overrides and isolates of Unicode Bidi (UAX #9 §2), of
// which one unclosed would turn the rest of the page around. Writers isolate values by markup instead.
// Joiners, variation selectors and the three bidi marks stay: Persian, Hindi, emoji and Arabic need them.
func Readable(text string) string {
	if !strings.ContainsFunc(text, unseen) {
		return strings.ToValidUTF8(strings.Trim(text, " "), "\uFFFD")
	}
	var out strings.Builder
	for _, r := range strings.ToValidUTF8(text, "\uFFFD") {
		switch {
		case breaks(r):
			if s := out.String(); s != "" && !strings.HasSuffix(s, " ") {
				out.WriteByte(' ')
			}
		case !unseen(r):
			out.WriteRune(r)
		}
	}
	return strings.Trim(out.String(), " ")
}

// breaks reports whether r ends a line or moves the column (UAX #14 class BK, CR, LF, NL; the tab).
func breaks(r rune) bool {
	return r >= '\t' && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}

func unseen(r rune) bool {
	return unicode.IsControl(r) || r == 0x2028 || r == 0x2029 || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0xFEFF
}

// Link is a URL a colophon may link to, and whether url is one: http, https or mailto, of printable ASCII or IRI
// characters (RFC 3987). All others are printed as text, because the next program in the chain may follow them.
func Link(url string) (string, bool) {
	scheme, rest, ok := strings.Cut(url, ":")
	if !ok || rest == "" || strings.ContainsFunc(url, func(r rune) bool {
		return unseen(r) || unicode.IsSpace(r) || r == unicode.ReplacementChar
	}) {
		return "", false
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		return url, strings.HasPrefix(rest, "//") && len(rest) > 2
	case "mailto":
		return url, true
	}
	return "", false
}

// Joins reports whether a soft line break between before and after stands for nothing, as document.Fold has it: between
// Chinese or Japanese characters. Hangul is spaced, so goldmark's own rule for East Asian text would join Korean words.
func Joins(before, after string) bool {
	last, n := utf8.DecodeLastRuneInString(before)
	first, m := utf8.DecodeRuneInString(after)
	if last < utf8.RuneSelf || first < utf8.RuneSelf {
		return false
	}
	both := before[len(before)-n:] + "\n" + after[:m]
	return len(document.Fold(both, []span.Span{{Start: 0, End: n}, {Start: n + 1, End: n + 1 + m}}, nil)) == n+m
}

// folded is what two readings of a text are compared by: readable, with any run of white space as one space.
func folded(text string) string {
	return strings.Join(strings.Fields(Readable(text)), " ")
}
