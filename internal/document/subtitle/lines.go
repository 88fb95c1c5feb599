package subtitle

import (
	"strings"

	"colophon/internal/span"
)

// lines walks over the lines of source. They end with LF, CRLF or a lone CR (WebVTT §6.1 step 1).
type lines struct {
	source         string
	line           span.Span // the line at hand, without its ending
	ok             bool      // there is one
	at             int       // where the line after it begins
	feed, carriage int       // the next of each at or after at, or the end
	arrow          int       // the next "-->" at or after the line at hand, or the end
}

const bom = "\ufeff"

// walk stands on the first line of source at or after byte at.
func walk(source string, at int) lines {
	l := lines{source: source, at: at, feed: next(source, at, '\n'), carriage: next(source, at, '\r'), arrow: -1}
	l.advance()
	return l
}

// advance goes on to the next line. After the last one ok is false, and the line is empty.
func (l *lines) advance() {
	if l.ok = l.at < len(l.source); !l.ok {
		l.line = span.Span{Start: len(l.source), End: len(l.source)}
		return
	}
	stop := min(l.feed, l.carriage)
	l.line = span.Span{Start: l.at, End: stop}
	l.at = stop + 1
	if stop == l.carriage && l.feed == stop+1 {
		l.at++
	}
	if l.feed < l.at {
		l.feed = next(l.source, l.at, '\n')
	}
	if l.carriage < l.at {
		l.carriage = next(l.source, l.at, '\r')
	}
	if l.arrow < l.line.Start {
		l.arrow = len(l.source)
		if i := strings.Index(l.source[l.line.Start:], arrow); i >= 0 {
			l.arrow = l.line.Start + i
		}
	}
}

// arrowed reports whether "-->" is in the line at hand.
func (l *lines) arrowed() bool { return l.arrow < l.line.End }

// text is the line at hand.
func (l *lines) text() string { return l.line.Of(l.source) }

// ending is how the line at hand ends: "\n" where nothing follows.
func (l *lines) ending() string {
	if end := l.source[l.line.End:min(l.at, len(l.source))]; end != "" {
		return end
	}
	return "\n"
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

// words is the line at hand without the space around it, and whether there are any.
func (l *lines) words() (span.Span, bool) {
	s := l.line
	s.Start += blanks(s.Of(l.source))
	for s.Start < s.End && space(l.source[s.End-1]) {
		s.End--
	}
	// A line of no-break spaces is as blank to the eye.
	return s, s.Start < s.End && (ascii(l.source[s.Start]) || strings.TrimSpace(s.Of(l.source)) != "")
}

// blanks is how many spaces and tabs s begins with.
func blanks(s string) int {
	n := 0
	for n < len(s) && space(s[n]) {
		n++
	}
	return n
}

func space(c byte) bool { return c == ' ' || c == '\t' }

// ascii reports whether c is a visible character of ASCII.
func ascii(c byte) bool { return c > ' ' && c < 0x7f }
