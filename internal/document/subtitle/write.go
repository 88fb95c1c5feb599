package subtitle

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"

	"colophon/internal/document"
)

// write breaks target into lines. A target without words, or with an arrow that SubRip cannot hold, is written as
// nothing, which Splice refuses. SubRip players find times by their whole line, but those that turn the file into
// WebVTT first do not; an arrow that the source has already passed through them.
func (s syntax) write(d *document.Document, i int, target string) string {
	b := &d.Blocks[i]
	switch {
	case s == vtt:
		target = strings.ReplaceAll(target, arrow, "--&gt;")
	case strings.Contains(target, arrow) && !strings.Contains(b.Text, arrow):
		return ""
	}
	text := s.read(target)
	width, lines := s.room(d, b)
	return strings.Join(s.lay(text, width, lines), d.EOL)
}

// read is target as it will be read from the file: folded as the lines of a cue are.
func (s syntax) read(target string) string {
	if !strings.ContainsAny(target, "\r\n") {
		return strings.TrimFunc(target, func(r rune) bool { return r == ' ' || r == '\t' })
	}
	p := &parser{lines: walk(target, 0), syntax: s}
	for ; p.ok; p.advance() {
		p.collect()
	}
	if len(p.spans) == 0 {
		return ""
	}
	return p.fold(p.spans)
}

// room is how wide and how many the lines of a cue may be: as in the source. Where that is one line, a translation that
// is wider than any line of a broken cue may take two, as others of the file do.
func (s syntax) room(d *document.Document, b *document.Block) (width, lines int) {
	for _, l := range b.Lines {
		width = max(width, s.columns(l.Of(d.Source)))
	}
	lines = len(b.Lines)
	if lines == 1 && d.Width > 0 {
		return max(width, d.Width), 2
	}
	return width, lines
}

// lay sets text on lines. Each voice begins its own; what is left of the lines goes to the first that is too wide.
func (s syntax) lay(text string, width, lines int) []string {
	seen := s.seen(text)
	left := lines - 1 - strings.Count(text, "\n")
	var all []string
	for at := 0; at <= len(text); {
		end := next(text, at, '\n')
		broken := s.wrap(text[at:end], seen[at:end], width, max(left, 0)+1)
		left -= len(broken) - 1
		all = append(all, broken...)
		at = end + 1
	}
	return all
}

// wrap breaks text into lines not wider than width, as even as can be; into n lines where it would take more. It breaks
// after a comma or a full stop where the lines are then not much less even.
// seen is what a viewer sees of text.
func (s syntax) wrap(text, seen string, width, n int) []string {
	full := columns(seen)
	if n == 1 || full <= width {
		return []string{text}
	}
	may := s.may(text)
	n = min(n, len(document.Wrap(seen, document.Wrapping{Width: width, May: may})))
	even, narrow := narrowest(seen, full, n, may)
	paused, wide := narrowest(seen, full, n, func(rest string) bool {
		return pause(text[:len(text)-len(rest)]) && may(rest)
	})
	if wide <= width && wide*4 <= narrow*5 {
		even = paused
	}
	return cut(text, even)
}

// narrowest breaks seen, which is full columns wide, into at most n lines of the least width that allows it.
func narrowest(seen string, full, n int, may func(string) bool) (lines []string, width int) {
	least := max(1, full/n)
	width = least + sort.Search(full-least, func(i int) bool {
		return len(document.Wrap(seen, document.Wrapping{Width: least + i, May: may})) <= n
	})
	lines = document.Wrap(seen, document.Wrapping{Width: width, May: may})
	for _, line := range lines { // a word may be wider
		width = max(width, columns(line))
	}
	return lines, width
}

// pause reports whether a speaker would breathe after text.
func pause(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, ` "'”’»)`))
	return strings.ContainsRune(",.;:!?…،؛؟۔।，。、；：！？", r)
}

// cut breaks text where lines, which have its very bytes but for the spaces that breaks stand for, end.
func cut(text string, lines []string) []string {
	at := 0
	for i, line := range lines {
		lines[i] = text[at : at+len(line)]
		if at += len(line); at < len(text) && text[at] == ' ' {
			at++
		}
	}
	return lines
}

// may tells where a line of text may begin: not with a sign that another voice begins with, nor right after one; not
// with what is left if that is a number, which times may follow, nor with times; not beside spaces that are dropped
// there, and not so that a line has nothing else.
func (s syntax) may(text string) func(string) bool {
	m := s.markup(text)
	first := max(m.opening(0), len(text)-len(strings.TrimLeftFunc(text, unicode.IsSpace)))
	return func(rest string) bool {
		at := len(text) - len(rest)
		next := text[at:]
		r, _ := utf8.DecodeRuneInString(next)
		return at > first+1 && !unicode.IsSpace(r) && !strings.HasSuffix(text[:at], "\t ") &&
			m.opening(at) == 0 && !number(next) && !timed(next)
	}
}

// unseen takes no column, and no line breaks beside it.
const unseen = 0x7f

// seen is what a viewer sees of text, byte for byte: markup is unseen, a character reference one character.
func (s syntax) seen(text string) string {
	inlines := s.inlines(text)
	if len(inlines) == 0 {
		return text
	}
	out := []byte(text)
	for _, in := range inlines {
		for i := in.Span.Start; i < in.Span.End; i++ {
			if out[i] != '\n' {
				out[i] = unseen
			}
		}
		if in.Kind == document.Entity {
			out[in.Span.Start] = 'x'
		}
	}
	return string(out)
}

// columns is the width of text to a viewer.
func (s syntax) columns(text string) int {
	n, m := 0, s.markup(text)
	for i := 0; i < len(text); {
		kind, end := m.at(i)
		if end == i || kind == document.Entity {
			n, end = n+width(text[i:]), max(end, i+size(text[i:]))
		}
		i = end
	}
	return n
}

// columns is the width of a text whose markup is unseen.
func columns(seen string) int {
	n := 0
	for i := 0; i < len(seen); i += size(seen[i:]) {
		n += width(seen[i:])
	}
	return n
}

// width and size are the columns and the bytes of the character at the start of s, as document.Wrap counts them.
func width(s string) int {
	if s[0] < unseen {
		return 1
	}
	r, _ := utf8.DecodeRuneInString(s)
	return displaywidth.Rune(r)
}

func size(s string) int {
	if s[0] < utf8.RuneSelf {
		return 1
	}
	_, n := utf8.DecodeRuneInString(s)
	return n
}
