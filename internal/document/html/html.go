// Package html reads HTML documents and fragments.
//
// The source is lexed once, by byte offsets, as the HTML Living Standard §13.2.5 says; a stack of open elements closes
// what authors leave open (§13.2.6). Elements that browsers lay out as blocks are blocks. Every run of words between two
// of their tags is one text, with the inline tags in it as they are written:
//
//	<h1>, <p>, <td>, <th>, <dt>     hold their text themselves; what follows a block inside them is a paragraph
//	<ul>, <li>, <blockquote>, <div> hold paragraphs
//	<title>, alt="", title="" …     are values (values.go); so are the fields of <meta> that people read
//	<pre>, <script>, <svg> …        are kept as they are
//
// Entities stay as written. A <br> is markup like any other and ends no text. Lines are folded, for HTML does not tell
// them from spaces.
package html

import (
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// Format reads HTML.
type Format struct{}

// Name is "html".
func (Format) Name() string { return "html" }

// Parse finds the blocks of source.
func (Format) Parse(source string) *document.Document {
	p := &parser{lexer: lexer{src: source, vain: map[string]int{}}, doc: &document.Document{Source: source, EOL: lineEnding(source)}}
	p.pos = len(source) - len(strings.TrimPrefix(source, "\ufeff"))
	p.xml = strings.HasPrefix(source[p.pos:], "<?xml")
	p.doc.Blocks = make([]document.Block, 0, 4+min(strings.Count(source, "<")/3, len(source)/40))
	p.stack = append(p.stack, frame{block: -1, owner: -1})
	for {
		t, ok := p.next()
		if !ok {
			break
		}
		p.token(t)
	}
	p.flush()
	p.closeTo(1, p.last)
	return p.doc
}

// parser is the walk over the tokens of one document.
type parser struct {
	lexer
	doc   *document.Document
	stack []frame // open elements; the first is no element and holds everything
	over  int     // open elements that are nested too deep to be on the stack
	run   run     // the phrasing content at hand
	last  int     // the end of the last token that is not space

	lang string // primary language of the document, as <html lang> has it, in lower case
	head int    // where <head> is on the stack, or 0
	speaking

	arena []span.Span // backs the Lines of all blocks
}

// token adds one token to the document.
func (p *parser) token(t token) {
	switch t.kind {
	case text:
		p.text(t)
	case startTag:
		p.start(t)
	case endTag:
		p.end(t)
	case comment:
		p.comment(t)
	case template:
		p.addItem(t)
	case unfinished: // browsers drop a tag that does not end (§13.2.5.6, eof-in-tag)
		p.flush()
	}
	if t.kind != text {
		p.last = max(p.last, t.end)
	}
}

// add appends a block inside the element at hand.
func (p *parser) add(b document.Block) int {
	b.Parent = -1
	if owner := p.top().owner; owner >= 0 {
		b.Parent = p.stack[owner].block
		switch b.Kind {
		case document.Comment, document.Opaque, document.ThematicBreak:
		default:
			p.stack[owner].filled = true
		}
	}
	p.doc.Blocks = append(p.doc.Blocks, b)
	return len(p.doc.Blocks) - 1
}

// hold gives block b the text of r, which has no space at either end.
func (p *parser) hold(b int, r span.Span, note string) {
	block := &p.doc.Blocks[b]
	block.Lines = p.lines(r)
	if block.Text = document.Fold(p.src, block.Lines, nil); block.Kind != document.Value {
		p.measure(block.Lines)
	}
	p.speak(block, note)
}

// lines are the ranges of r on each of its lines, without the spaces around them. Blank lines have none: HTML folds
// them like any other space (CSS Text 3 §4.1.1).
func (p *parser) lines(r span.Span) []span.Span {
	if cap(p.arena)-len(p.arena) < 16 {
		p.arena = make([]span.Span, 0, 1024)
	}
	from := len(p.arena)
	for r.Start < r.End {
		n := strings.IndexAny(r.Of(p.src), "\r\n")
		if n < 0 {
			n = r.Len()
		}
		if l := trim(p.src, span.Span{Start: r.Start, End: r.Start + n}); l.Len() > 0 {
			p.arena = append(p.arena, l)
		}
		r.Start += n + 1
	}
	return p.arena[from:len(p.arena):len(p.arena)]
}

// trim is r without the spaces at either end.
func trim(source string, r span.Span) span.Span {
	for r.Start < r.End && isSpace(source[r.Start]) {
		r.Start++
	}
	for r.End > r.Start && isSpace(source[r.End-1]) {
		r.End--
	}
	return r
}

// lineEnding is the first line ending of source.
func lineEnding(source string) string {
	i := strings.IndexAny(source, "\r\n")
	switch {
	case i < 0 || source[i] == '\n':
		return "\n"
	case strings.HasPrefix(source[i:], "\r\n"):
		return "\r\n"
	}
	return "\r"
}
