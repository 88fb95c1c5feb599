package html

import (
	"strings"

	"colophon/internal/span"
)

// The lexer cuts a source into tokens that stand side by side and together are the source. It reads what browsers read
// (HTML Living Standard §13.2.5), and the tokenizer of golang.org/x/net/html is its oracle in the tests. Beyond them it
// knows the templates that HTML files are full of: <?php … ?>, <?= … ?>, <% … %>, and {{ … }} between attributes.

type tokenKind uint8

const (
	text       tokenKind = iota
	startTag             // <name …>
	endTag               // </name …>
	comment              // <!-- … -->, and what browsers take for one: <!DOCTYPE …>, <? … >, </ …>
	template             // <?php … ?>, <% … %>
	unfinished           // a tag that the source ends in
)

type token struct {
	kind       tokenKind
	start, end int
	name       string // of a tag, in lower case
	self       bool   // the tag ends in "/>"
	open       bool   // a comment or template that the source ends in
}

// attribute is one attribute of the last tag. Its ranges are bytes of the source.
type attribute struct {
	name, value span.Span // the value without its quotes
	end         int       // after the closing quote
	quote       byte      // 0 for none
}

type lexer struct {
	src   string
	pos   int
	attrs []attribute // of the tag that next returned last

	xml  bool           // <![CDATA[ … ]]> is a token of its own
	vain map[string]int // what was looked for and does not come from that offset on
}

// next is the token at pos, and moves past it.
func (l *lexer) next() (token, bool) {
	from := l.pos
	if from >= len(l.src) {
		return token{}, false
	}
	for i := from; ; i++ {
		n := strings.IndexByte(l.src[i:], '<')
		if n < 0 || i+n+1 >= len(l.src) {
			l.pos = len(l.src)
			return token{kind: text, start: from, end: l.pos}, true
		}
		i += n
		if !l.markup(i) {
			continue
		}
		if i > from {
			l.pos = i
			return token{kind: text, start: from, end: i}, true
		}
		return l.angle(i), true
	}
}

// markup reports whether the "<" at i begins something other than text (§13.2.5.6). The source goes on after it.
func (l *lexer) markup(i int) bool {
	c := l.src[i+1]
	switch {
	case isLetter(c) || c == '!' || c == '?':
		return true
	case c == '/':
		return i+2 < len(l.src)
	case c == '%':
		return l.find(i+2, "%>") >= 0
	}
	return false
}

// angle reads the markup that begins at i.
func (l *lexer) angle(i int) token {
	rest := l.src[i:]
	switch {
	case isLetter(rest[1]):
		return l.tag(startTag, i, i+1)
	case rest[1] == '/' && isLetter(rest[2]):
		return l.tag(endTag, i, i+2)
	case rest[1] == '%':
		return l.until(template, i, i+2, "%>")
	case strings.HasPrefix(rest, "<?php") || strings.HasPrefix(rest, "<?="):
		return l.until(template, i, i+2, "?>")
	case strings.HasPrefix(rest, "<!--"):
		return l.comment(i)
	case l.xml && strings.HasPrefix(rest, cdata):
		return l.until(comment, i, i, "]]>")
	}
	return l.until(comment, i, i+1, ">")
}

// until is the token from i to the end of the first closer at or after from.
func (l *lexer) until(kind tokenKind, i, from int, closer string) token {
	n := l.find(from, closer)
	if n < 0 {
		l.pos = len(l.src)
		return token{kind: kind, start: i, end: l.pos, open: true}
	}
	l.pos = n + len(closer)
	return token{kind: kind, start: i, end: l.pos}
}

// find is the offset of s at or after i, or -1. What was looked for in vain is not looked for again.
func (l *lexer) find(i int, s string) int {
	if l.isVain(i, s) {
		return -1
	}
	if n := strings.Index(l.src[i:], s); n >= 0 {
		return i + n
	}
	l.giveUp(i, s)
	return -1
}

func (l *lexer) isVain(i int, s string) bool {
	from, ok := l.vain[s]
	return ok && i >= from
}

func (l *lexer) giveUp(i int, s string) {
	if l.vain == nil {
		l.vain = map[string]int{}
	}
	l.vain[s] = i
}

// comment reads "<!--" up to "-->" or "--!>"; "<!-->" and "<!--->" are whole comments (§13.2.5.43 to 51).
func (l *lexer) comment(i int) token {
	rest := l.src[i+4:]
	for _, whole := range []string{">", "->"} {
		if strings.HasPrefix(rest, whole) {
			l.pos = i + 4 + len(whole)
			return token{kind: comment, start: i, end: l.pos}
		}
	}
	for k := i + 4; ; {
		n := strings.Index(l.src[k:], "--")
		if n < 0 {
			l.pos = len(l.src)
			return token{kind: comment, start: i, end: l.pos, open: true}
		}
		k += n
		for _, closer := range []string{"-->", "--!>"} {
			if strings.HasPrefix(l.src[k:], closer) {
				l.pos = k + len(closer)
				return token{kind: comment, start: i, end: l.pos}
			}
		}
		k++
	}
}

const cdata = "<![CDATA["

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
