package html

import "strings"

// What stands in <script>, <style> and their kin is no markup (HTML Living Standard §13.2.5.2 to 31); what stands in
// <svg>, <math>, <template> and <pre> is markup that holds no prose of ours.

// rawEnd is the offset of the "</name" that ends the raw text from i on, or the end of the source.
func (l *lexer) rawEnd(i int, name string) int {
	switch name {
	case "plaintext":
		return len(l.src)
	case "script":
		return l.scriptEnd(i)
	}
	for {
		n := strings.Index(l.src[i:], "</")
		if n < 0 {
			return len(l.src)
		}
		i += n
		if l.named(i+2, name) {
			return i
		}
		i += 2
	}
}

// named reports whether a tag's name at i is name.
func (l *lexer) named(i int, name string) bool {
	end := i + len(name)
	return end < len(l.src) && same(l.src[i:end], name) &&
		(isSpace(l.src[end]) || l.src[end] == '/' || l.src[end] == '>')
}

// scriptEnd is rawEnd for scripts. In "<!-- <script> … </script> -->" the end tag ends nothing: pages once hid their
// scripts so from browsers that knew none (§13.2.5.20 to 31).
func (l *lexer) scriptEnd(i int) int {
	hidden, double := false, false
	for dashes := 0; i < len(l.src); {
		if !hidden {
			n := strings.IndexByte(l.src[i:], '<')
			if n < 0 {
				break
			}
			i += n
		}
		c := l.src[i]
		switch {
		case c == '<' && !double && i+1 < len(l.src) && l.src[i+1] == '/' && l.named(i+2, "script"):
			return i
		case c == '<' && double && i+1 < len(l.src) && l.src[i+1] == '/' && l.named(i+2, "script"):
			double = false
		case c == '<' && !hidden && strings.HasPrefix(l.src[i:], "<!--"):
			hidden, dashes = true, 2
			i += 4
			continue
		case c == '<' && hidden && l.named(i+1, "script"):
			double = true
		case c == '>' && hidden && dashes >= 2:
			hidden, double = false, false
		}
		if dashes++; c != '-' {
			dashes = 0
		}
		i++
	}
	return len(l.src)
}

// elementEnd is the offset after the end tag that closes the element name, whose start tag ends at i; -1 if none does.
// When one element of a name does not end, no later one is looked after either: it would be looked for again and again.
func (l *lexer) elementEnd(i int, name string) int {
	if l.isVain(i, name) {
		return -1
	}
	foreign := name == "svg" || name == "math"
	in := lexer{src: l.src, pos: i, xml: l.xml || foreign, vain: l.vain}
	for depth := 1; ; {
		t, ok := in.next()
		if !ok {
			break
		}
		switch {
		case t.kind == endTag && t.name == name:
			if depth--; depth == 0 {
				return t.end
			}
		case t.kind == startTag && t.name == name && !(t.self && foreign):
			depth++
		case t.kind == startTag && !foreign && lookup(t.name).class == raw:
			in.pos = in.rawEnd(t.end, t.name)
		}
	}
	l.giveUp(i, name)
	return -1
}
