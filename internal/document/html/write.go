package html

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"

	"colophon/internal/document"
	"colophon/internal/span"
)

// Write returns the bytes with which block i reads target.
//
// A text that stood on several lines is wrapped to the width of the file behind the indent of its second line, one on a
// single line stays on it. Tags that a text may hold are written as they are; any other "<" that begins markup becomes
// "&lt;", and so it is read as the character it is. Line feeds are spaces.
func (Format) Write(d *document.Document, i int, target string) string {
	b := &d.Blocks[i]
	target = tidy(target)
	switch {
	case target == "":
		return b.Extent().Of(d.Source)
	case b.Kind == document.Value:
		return writeValue(d, b, target)
	}
	return wrap(d, b, escape(b.Text, target))
}

// tidy makes a target one line.
func tidy(target string) string {
	target = strings.Trim(target, " \t\r\n\f")
	if !strings.ContainsAny(target, "\r\n") {
		return target
	}
	lines := strings.FieldsFunc(target, func(r rune) bool { return r == '\r' || r == '\n' })
	kept := lines[:0]
	for _, l := range lines {
		if l = strings.Trim(l, " \t\f"); l != "" {
			kept = append(kept, l)
		}
	}
	return strings.Join(kept, " ")
}

// escape writes "&lt;" for each "<" that begins what may not stand in the text: whatever is neither an inline tag, nor a
// template, nor in the source text as it is. One that is not let pass loses all its "<", those in its attributes too.
func escape(source, target string) string {
	if !strings.Contains(target, "<") {
		return target
	}
	var out strings.Builder
	var own map[string]bool
	for l := (lexer{src: target}); ; {
		t, ok := l.next()
		if !ok {
			return out.String()
		}
		s := target[t.start:t.end]
		switch {
		case t.kind == text:
			s = defuse(source, s)
		case !passes(t):
			if own == nil {
				own = markup(source)
			}
			if !own[s] {
				s = strings.ReplaceAll(s, "<", "&lt;")
			}
		}
		out.WriteString(s)
	}
}

// defuse escapes a "<" that is text where it is, and would not be with what follows in the document.
func defuse(source, s string) string {
	if !strings.Contains(source, "<%") {
		s = strings.ReplaceAll(s, "<%", "&lt;%")
	}
	if head, ok := strings.CutSuffix(s, "</"); ok && !strings.HasSuffix(source, "</") {
		s = head + "&lt;/"
	}
	return s
}

// passes reports whether markup may stand in any text.
func passes(t token) bool {
	switch t.kind {
	case startTag, endTag:
		return lookup(t.name).class == inline
	case template:
		return !t.open
	}
	return false
}

// markup are the tags and comments in a text.
func markup(s string) map[string]bool {
	own := map[string]bool{}
	for l := (lexer{src: s}); ; {
		t, ok := l.next()
		if !ok {
			return own
		}
		if t.kind != text && t.kind != unfinished && !t.open {
			own[s[t.start:t.end]] = true
		}
	}
}

// wrap breaks a text as the source is broken, never inside a tag.
func wrap(d *document.Document, b *document.Block, text string) string {
	if len(b.Lines) < 2 || d.Width == 0 {
		return text
	}
	before := func(l span.Span) string {
		return d.Source[strings.LastIndexAny(d.Source[:l.Start], "\r\n")+1 : l.Start]
	}
	first, rest := before(b.Lines[0]), before(b.Lines[1])
	fixed := unbreakable(text)
	lines := document.Wrap(text, document.Wrapping{Width: d.Width, First: columns(first), Rest: columns(rest), May: func(next string) bool {
		at := len(text) - len(next)
		return !fixed[at] && !isSpace(next[0]) && (at < 2 || text[at-1] != ' ' || !isSpace(text[at-2]))
	}})
	return strings.Join(lines, lineEnding(d.Source[b.Lines[0].End:])+rest)
}

// unbreakable are the bytes of a text before which no line may begin: those inside tags, comments and templates.
func unbreakable(s string) []bool {
	fixed := make([]bool, len(s))
	for _, in := range (Format{}).Inlines(nil, s) {
		for i := in.Span.Start + 1; i < in.Span.End && in.Kind != document.CodeSpan; i++ {
			fixed[i] = true
		}
	}
	return fixed
}

// writeValue writes an attribute, or the title.
func writeValue(d *document.Document, b *document.Block, target string) string {
	l := lexer{src: d.Source[:b.Span.End], pos: b.Span.Start}
	if _, ok := l.next(); ok {
		for _, a := range l.attrs {
			if at := b.Extent().Start; at >= a.value.Start && at < a.value.End {
				return writeAttribute(b, a.quote, target)
			}
		}
	}
	return strings.ReplaceAll(target, "</", "&lt;/")
}

// writeAttribute writes an attribute between its quotes, and gives it quotes if it has none and needs them (§13.1.2.3).
// "<" is allowed there in HTML but not in XML.
func writeAttribute(b *document.Block, quote byte, target string) string {
	if !strings.Contains(b.Text, "<") {
		target = strings.ReplaceAll(target, "<", "&lt;")
	}
	switch {
	case quote == '\'':
		return strings.ReplaceAll(target, "'", "&#39;")
	case quote == '"':
		return strings.ReplaceAll(target, `"`, "&quot;")
	case strings.ContainsAny(target, " \t\"'=<>`/"):
		return `"` + strings.ReplaceAll(target, `"`, "&quot;") + `"`
	}
	return target
}

// measure notes the widest line that was wrapped.
func (p *parser) measure(lines []span.Span) {
	for _, l := range lines[:max(len(lines)-1, 0)] {
		from := strings.LastIndexAny(p.src[:l.Start], "\r\n") + 1
		if l.End-from > p.doc.Width { // a column is at least one byte, but for tabs
			p.doc.Width = max(p.doc.Width, columns(p.src[from:l.End]))
		}
	}
}

// columns is how many columns of a terminal s takes, counted as document.Wrap counts.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r == '\t':
			n += 8 - n%8
		case r < utf8.RuneSelf:
			n++
		default:
			n += displaywidth.Rune(r)
		}
	}
	return n
}
