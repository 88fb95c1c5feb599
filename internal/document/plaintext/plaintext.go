// Package plaintext reads text as people write it where there is no markup: README files, letters, mails, books, web
// pages saved as text.
//
// Blocks are what the eye finds: paragraphs between blank lines, lists with any common mark, nested by indentation,
// headings with a line under them, rules, quoted lines, tables made of spaces, and header lines at the very top.
//
// Plain text has no escapes, and every reading must survive translation: into a script without capitals, into a text
// half as long. One principle decides all rules here:
//
//	What makes a block is never in its text. It is in the skeleton: blank lines, indentation, marks, lines of signs.
//
// So a line in capitals between blank lines is a paragraph, because in Korean it could not be told from one. And what
// looks like a mark but is not taken for one (a year at the start of a wrapped line) has no influence on what is: it
// is gone as soon as its paragraph is translated.
//
// Three readings do depend on the words, and none of them can change the tree. Which line breaks of a paragraph are
// meant (setting.hard) decides only its text, and Write tries layouts until one reads as the target. Tables are
// recognised by gaps, but a gap is never in a text: runs of spaces are layout and read as one. Code and drawings are
// opaque, nobody replaces them, and Write avoids a layout that looks like them.
//
// A target that would begin like a list item ("1. Januar") is tied: its first space becomes a no-break space, as
// typography asks for anyway, and reads back as a space. The few that cannot be tied ("> x") Splice refuses.
package plaintext

import (
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// Format reads and writes plain text.
type Format struct{}

// Name is "text".
func (Format) Name() string { return "text" }

// Parse finds the blocks of source: lines first, then which of them begin with a mark, then the tree.
func (Format) Parse(source string) *document.Document {
	p := &parser{source: source, lines: scan(source)}
	p.doc = &document.Document{Source: source, EOL: ending(source, p.lines)}
	top := p.header()
	settle(p.lines[top:])
	p.spans = make([]span.Span, 0, len(p.lines))
	p.doc.Blocks = make([]document.Block, 0, count(p.lines)+top)
	p.front(top)
	p.run(top, len(p.lines), 0, -1)
	p.enclose()
	return p.doc
}

// parser is one walk over one file.
type parser struct {
	source string
	lines  []line
	doc    *document.Document
	spans  []span.Span // backs the Lines of all blocks, so that a block costs no allocation
	set    setting     // of the paragraph at hand
}

// count is how many blocks lines make, but for the cells of tables. Growing a slice of them costs more than all else.
func count(lines []line) int {
	n := 1
	for i := range lines {
		switch l := &lines[i]; {
		case l.blank():
		case l.item:
			n += 3
		case l.rule || l.begins || fresh(lines, i):
			n++
		}
	}
	return n
}

// add appends a block and returns its index.
func (p *parser) add(b document.Block) int {
	p.doc.Blocks = append(p.doc.Blocks, b)
	return len(p.doc.Blocks) - 1
}

// enclose makes every block end where its last descendant ends. Blocks stand in preorder, so one walk back is enough.
func (p *parser) enclose() {
	blocks := p.doc.Blocks
	for i := len(blocks) - 1; i > 0; i-- {
		if up := blocks[i].Parent; up >= 0 {
			blocks[up].Span.End = max(blocks[up].Span.End, blocks[i].Span.End)
		}
	}
}

// ending is the line ending of the first line.
func ending(source string, lines []line) string {
	if len(lines) == 0 {
		return "\n"
	}
	rest := source[lines[0].stop:]
	switch {
	case strings.HasPrefix(rest, "\r\n"):
		return "\r\n"
	case strings.HasPrefix(rest, "\r"):
		return "\r"
	}
	return "\n"
}
