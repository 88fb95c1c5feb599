package html

import (
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// Inlines returns the markup of a text: each tag and comment as RawHTML, with the destination of links and images, each
// entity, and templates as placeholders. What stands in <code> and in elements with translate="no" is code: it is to
// stay word for word. <svg> and <math> are RawHTML as a whole. d is not looked at.
func (Format) Inlines(_ *document.Document, text string) []document.Inline {
	if !strings.ContainsAny(text, "<&{") {
		return nil
	}
	s := inliner{lexer: lexer{src: text}}
	for s.more() {
	}
	return s.finish()
}

type inliner struct {
	lexer
	out   []document.Inline
	fixed []fixed
	name  string // of the fixed element that is open
	depth int
	open  int // where in out its start tag is
	kind  document.InlineKind
}

// fixed is an element whose tags are out[first] and out[last].
type fixed struct {
	first, last int
	kind        document.InlineKind
}

// more reads one token. A tag that the text ends in is none, nor is anything after it.
func (s *inliner) more() bool {
	t, ok := s.next()
	if !ok {
		return false
	}
	switch {
	case t.kind == text || t.kind == unfinished || t.open:
		s.words(t.start, t.end)
	case t.kind == template:
		s.emit(document.Placeholder, t.start, t.end)
	default:
		s.emit(document.RawHTML, t.start, t.end)
		s.tagged(t)
	}
	return t.kind != unfinished && !t.open
}

func (s *inliner) emit(kind document.InlineKind, from, to int) {
	s.out = append(s.out, document.Inline{Kind: kind, Parent: -1, Span: span.Span{Start: from, End: to}, Content: span.Span{Start: from, End: from}})
}

// words finds the entities and placeholders in text without tags.
func (s *inliner) words(from, to int) {
	for i := from; i < to; {
		n := strings.IndexAny(s.src[i:to], "&{")
		if n < 0 {
			return
		}
		i += n
		if n = entityLength(s.src[i:to]); s.src[i] == '&' && n > 0 {
			s.emit(document.Entity, i, i+n)
		} else if n = placeholder(s.src[i:to], &s.lexer, i); n > 0 {
			s.emit(document.Placeholder, i, i+n)
		}
		i += max(n, 1)
	}
}

// placeholder is the length of the template "{{ … }}" or "{% … %}" at the start of s, which begins at i of the source.
func placeholder(s string, l *lexer, i int) int {
	for _, marks := range [][2]string{{"{{", "}}"}, {"{%", "%}"}} {
		if !strings.HasPrefix(s, marks[0]) {
			continue
		}
		if n := l.find(i+2, marks[1]); n >= 0 && n+2 <= i+len(s) {
			return n + 2 - i
		}
	}
	return 0
}

// tagged notes where a link leads, and looks for elements that are fixed.
func (s *inliner) tagged(t token) {
	last := len(s.out) - 1
	switch t.name {
	case "a":
		s.out[last].Dest, _ = s.value("href")
	case "img":
		s.out[last].Dest, _ = s.value("src")
	}
	switch {
	case s.name == "":
		if kind, ok := s.fixes(t); ok {
			s.name, s.depth, s.open, s.kind = t.name, 1, last, kind
		}
	case t.name != s.name:
	case t.kind == startTag:
		s.depth++
	case t.kind == endTag:
		if s.depth--; s.depth == 0 {
			s.fixed = append(s.fixed, fixed{s.open, last, s.kind})
			s.name = ""
		}
	}
}

// fixes reports whether what t begins stays as it is.
func (s *inliner) fixes(t token) (document.InlineKind, bool) {
	if t.kind != startTag || t.self || lookup(t.name).void {
		return 0, false
	}
	if t.name == "svg" || t.name == "math" {
		return document.RawHTML, true
	}
	if t.name == "code" {
		return document.CodeSpan, true
	}
	p := parser{lexer: s.lexer}
	return document.CodeSpan, len(s.attrs) > 0 && p.listen().translate == "no"
}

// finish puts each fixed element before the tags and entities in it, or in their place.
func (s *inliner) finish() []document.Inline {
	if len(s.fixed) == 0 {
		return s.out
	}
	out := make([]document.Inline, 0, len(s.out)+len(s.fixed))
	at := 0
	for _, f := range s.fixed {
		out = append(out, s.out[at:f.first]...)
		whole := s.out[f.first]
		whole.Kind, whole.Dest, whole.Span.End = f.kind, "", s.out[f.last].Span.End
		out = append(out, whole)
		parent := len(out) - 1
		if at = f.last + 1; f.kind == document.RawHTML {
			continue
		}
		for _, in := range s.out[f.first:at] {
			in.Parent = parent
			out = append(out, in)
		}
	}
	return append(out, s.out[at:]...)
}
