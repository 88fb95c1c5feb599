package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"colophon/internal/document"
	"colophon/internal/span"
)

// header finds the lines at the very top that look like a mail's (RFC 822 §3.1): "Title: …", "Author: …", their
// continuation lines indented. It returns how many lines they are: all up to the first blank line, or none.
//
// One such line alone may be a sentence ("Note: …"), and a name that comes twice is somebody in a play.
func (p *parser) header() int {
	n := chunk(p.lines)
	if n < 2 || p.lines[0].depth > 0 {
		return 0
	}
	keys := map[string]bool{}
	for i := range n {
		l := &p.lines[i]
		if l.col > 0 && i > 0 {
			continue
		}
		key, _ := p.key(l)
		if key == "" || keys[key] || l.col > 0 {
			return 0
		}
		keys[key] = true
	}
	if len(keys) < 2 {
		return 0
	}
	return n
}

// front adds the first n lines as front matter.
func (p *parser) front(n int) {
	if n == 0 {
		return
	}
	front := p.add(document.Block{Kind: document.FrontMatter, Parent: -1,
		Span: span.Span{Start: p.lines[0].text, End: p.lines[n-1].end}})
	for from := 0; from < n; {
		to := from + 1
		for to < n && p.lines[to].col > 0 {
			to++
		}
		p.value(front, from, to)
		from = to
	}
}

// key is the name a header line begins with, and where its value begins.
func (p *parser) key(l *line) (string, int) {
	text := p.source[l.text:l.end]
	n := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_' })
	if n <= 0 || n > 40 {
		return "", 0
	}
	key, rest := text[:n], strings.TrimLeftFunc(text[n:], unicode.IsSpace)
	colon, size := utf8.DecodeRuneInString(rest)
	if colon != ':' && colon != '：' {
		return "", 0
	}
	value := strings.TrimLeftFunc(rest[size:], unicode.IsSpace)
	if colon == ':' && value != "" && len(value) == len(rest)-size {
		return "", 0 // a URL
	}
	return key, l.end - len(value)
}

// value adds the lines [from, to) as one value.
func (p *parser) value(front, from, to int) {
	key, start := p.key(&p.lines[from])
	b := document.Block{Kind: document.Value, Parent: front, Key: key,
		Span: span.Span{Start: p.lines[from].text, End: p.lines[to-1].end}}
	first := len(p.spans)
	if start < p.lines[from].end {
		p.spans = append(p.spans, span.Span{Start: start, End: p.lines[from].end})
	}
	for _, l := range p.lines[from+1 : to] {
		p.spans = append(p.spans, span.Span{Start: l.text, End: l.end})
	}
	if first < len(p.spans) {
		b.Lines = p.spans[first:len(p.spans):len(p.spans)]
		b.Text = squeeze(document.Fold(p.source, b.Lines, nil))
		if len(b.Lines) > 1 {
			p.wrapped(from, to)
		}
	}
	p.add(b)
}
