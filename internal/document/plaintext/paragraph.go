package plaintext

import (
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// text reads lines [from, end) as their translator sees them.
func (p *parser) text(from, end int) ([]span.Span, string) {
	first := len(p.spans)
	for i := from; i < end; i++ {
		p.spans = append(p.spans, span.Span{Start: p.first(i), End: p.lines[i].end})
	}
	lines := p.spans[first:len(p.spans):len(p.spans)]
	var hard func(int) bool
	if len(lines) > 1 {
		p.measure(from, end)
		hard = p.set.hard
	}
	text := untie(squeeze(document.Fold(p.source, lines, hard)), !p.lines[from].item)
	if len(lines) > 1 && p.set.wraps() && !coded(text) {
		p.wrapped(from, end)
	}
	return lines, text
}

// coded reports whether a text is code, a shell session or a drawing: at least half of its lines look like it, or the
// first begins with a box. It asks the text, not the lines of the file, which are others after wrapping.
func coded(text string) bool {
	if boxed(text) {
		return true
	}
	if strings.IndexByte(text, '\n') < 0 {
		return false
	}
	lines, codes := 0, 0
	for line := range strings.SplitSeq(text, "\n") {
		lines++
		if codeLine(line) {
			codes++
		}
	}
	return 2*codes >= lines
}

// boxed reports whether text begins with a box drawing character (U+2500 to U+257F).
func boxed(text string) bool {
	return strings.HasPrefix(text, "\xe2\x94") || strings.HasPrefix(text, "\xe2\x95")
}

// codeLine reports whether one line looks like code. A semicolon is not enough: verse has many.
func codeLine(line string) bool {
	for _, end := range [...]string{"{", "}", "\\", ");", "};", "*/"} {
		if strings.HasSuffix(line, end) {
			return true
		}
	}
	for _, start := range [...]string{"$ ", "//", "/*", "#!", "#include", "#define"} {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return strings.Contains(line, "\xe2\x94") || strings.Contains(line, "\xe2\x95")
}

// wrapped makes the width of the document that of lines [from, end), if they are wider.
func (p *parser) wrapped(from, end int) {
	for i := from; i < end; i++ {
		l := &p.lines[i]
		// No character takes more columns than bytes, but tabs do.
		if s := p.source[l.start:l.end]; len(s) > p.doc.Width || strings.IndexByte(s, '\t') >= 0 {
			p.doc.Width = max(p.doc.Width, columns(s))
		}
	}
}

// setting is how the lines of one paragraph stand on the page: what tells breaks that are meant from wrapping.
type setting struct {
	lines  []place
	widest int
	book   bool // the first line is indented as paragraphs in books are
}

// place is where one line of it stands.
type place struct {
	left, right, word int  // columns where its text begins and ends, width of its first word
	two               bool // two spaces at its end
}

func (p *parser) measure(from, end int) {
	p.set.lines, p.set.widest = p.set.lines[:0], 0
	for i := from; i < end; i++ {
		l := &p.lines[i]
		first := p.first(i)
		text := p.source[first:l.end]
		left := columns(p.source[l.start:first])
		s := place{left, left + columns(text), firstWord(text), p.source[l.end:l.stop] == "  "}
		p.set.lines = append(p.set.lines, s)
		p.set.widest = max(p.set.widest, s.right)
	}
	p.set.book = !p.lines[from].item && indent(p.set.lines[0].left-p.set.lines[1].left)
}

// narrow is the column that lines of verse and addresses do not reach, and wrapped prose always does.
const narrow = 50

// hard reports whether the break after line i is meant: it stays a line break for the translator.
//
//   - Exactly two spaces stand before it, as in Markdown. (More are padding.)
//   - All lines are narrow: verse, an address. Not where the first line is indented as paragraphs in books are.
//   - The next word would have fitted in half the width of the paragraph: "Dear Ms. Moreau,".
//   - The indentation changes after it, other than from the first line to the second.
//
// The rule looks at the lines of one paragraph only, never at the document: translating another paragraph must not
// change this one.
func (s *setting) hard(i int) bool {
	this, next := s.lines[i], s.lines[i+1]
	shift := next.left - this.left
	return this.two ||
		s.widest <= narrow && !s.book ||
		2*(this.right+1+next.word) <= s.widest ||
		i > 0 && (shift > 1 || shift < -1)
}

// wraps reports whether any break is not hard.
func (s *setting) wraps() bool {
	for i := range len(s.lines) - 1 {
		if !s.hard(i) {
			return true
		}
	}
	return false
}
