package markdown

import (
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// maxDepth is how many containers may be open at once, a list and its item counting two. A line costs as much as the containers it stands in, so without
// a bound a file of "> > > >" would take quadratic time.
const maxDepth = 100

// scanner reads the block structure of one file: the stack of open containers, and at most one open leaf.
type scanner struct {
	cursor
	doc   *document.Document
	stack []container
	leaf  leaf
	lines []span.Span // of the open paragraph, trimmed
	arena []span.Span // room for the Lines of finished blocks, so that a block does not cost an allocation

	ends       map[string]int // where the last closing shortcode of each name stands; nil until asked for
	lists      int            // open lists: the level of the innermost
	noMath     bool           // no "$$" follows
	directives bool           // a comment may be a directive
}

// container is an open block that holds blocks. The document itself is the first.
type container struct {
	kind   document.Kind
	block  int  // index into Blocks; -1 for the document
	marker byte // Item, List: the kind of its marker, ':' for definition lists. Container: the character of its fence
	indent int  // Item, Description, Footnote, indented Container: columns its content is indented by
	length int  // Container: length of its fence
	filled bool // something stands in it already
}

// leaf is the open block that holds lines.
type leaf struct {
	state leafState
	block int
	char  byte   // fenced code: of its fence; HTML: the kind, 1 to 7
	count int    // fenced code: length of its fence; table: columns
	name  string // code in a shortcode: the name that ends it
	first bool   // paragraph: nothing stands before it in its container
}

type leafState uint8

const (
	none leafState = iota
	paragraph
	table
	fencedCode
	indentedCode
	htmlBlock
	mathBlock
	shortcodeBlock
)

func newScanner(source string) *scanner {
	s := &scanner{doc: &document.Document{Source: source, EOL: "\n"}}
	s.source = source
	s.newline = -1
	s.returns = strings.IndexByte(source, '\r') >= 0
	if eol := eolAt(source, lineEnd(source, 0)); eol != "" {
		s.doc.EOL = eol
	}
	s.doc.Blocks = make([]document.Block, 0, len(source)/96+4)
	s.stack = append(make([]container, 0, 16), container{kind: document.Opaque, block: -1})
	return s
}

// line takes in one line as the appendix of CommonMark describes it: match the open containers, start new blocks, and
// give what is left to the open leaf.
func (s *scanner) line() {
	kept := s.match()
	s.measure()
	if kept == len(s.stack) && s.continueLeaf() {
		return
	}
	for !s.blank() {
		started := s.begin(kept)
		if started == leafBlock {
			return
		}
		if started == nothing {
			break
		}
		kept = len(s.stack)
		s.measure()
	}
	switch {
	case s.blank():
		s.closeTo(kept)
	case s.leaf.state == paragraph: // a lazy continuation line if containers are missing (§5.1)
		s.continueParagraph()
	case s.leaf.state == table && kept == len(s.stack) && isSkeleton(s.rest()): // {{< /table >}}
		s.closeTo(kept)
		s.shortcode([]span.Span{{Start: s.text, End: trimEnd(s.source, s.text, s.end)}})
	case s.leaf.state == table && kept == len(s.stack):
		s.row(s.text, trimEnd(s.source, s.text, s.end))
	default:
		s.closeTo(kept)
		s.openParagraph()
	}
}

// started is what the beginning of a line turned out to be.
type started uint8

const (
	nothing started = iota
	containerBlock
	leafBlock // it took the whole line
)

// begin starts the block that the line, after the containers it belongs to, opens. It is long because it is a table.
func (s *scanner) begin(kept int) started {
	if s.indent > 3 {
		if s.leaf.state == paragraph {
			return nothing
		}
		s.closeTo(kept)
		s.openLeaf(indentedCode, document.Code, s.pos)
		return leafBlock
	}
	inside := s.leaf.state == paragraph && kept == len(s.stack) // the line would go on with a paragraph
	line := s.rest()
	switch c := line[0]; c {
	case '>':
		return s.beginQuote(kept)
	case '#':
		if level := atxLevel(line); level > 0 {
			s.closeTo(kept)
			s.heading(level)
			return leafBlock
		}
	case '`', '~':
		if n := fenceLength(line); n > 0 {
			s.closeTo(kept)
			s.openLeaf(fencedCode, document.Code, s.text)
			s.leaf.char, s.leaf.count = c, n
			return leafBlock
		}
	case '<':
		if kind := htmlKind(line, s.leaf.state == paragraph); kind > 0 {
			s.closeTo(kept)
			s.beginHTML(kind)
			return leafBlock
		}
	case '=', '-':
		if inside && setextLevel(line) > 0 && s.setext(setextLevel(line)) {
			return leafBlock
		}
		if c == '=' {
			return s.beginContainer(kept)
		}
		fallthrough
	case '*', '_', '+':
		if isThematicBreak(line) {
			s.closeTo(kept)
			s.add(document.ThematicBreak, s.text, trimEnd(s.source, s.text, s.end))
			return leafBlock
		}
		if s.beginItem(kept, inside) {
			return containerBlock
		}
		if c == '-' && inside && s.beginTable(line) {
			return leafBlock
		}
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		if s.beginItem(kept, inside) {
			return containerBlock
		}
	case '[':
		if n := footnoteStart(line); n > 0 && len(s.stack) < maxDepth {
			s.closeTo(kept)
			s.push(document.Footnote, s.text, s.text+n, container{indent: 4})
			s.define(line[1:n-2], "") // among the labels with its "^", so that [^label] is known
			s.skip(n)
			s.advance(s.end - s.pos)
			return containerBlock
		}
	case '/', '!', '?':
		return s.beginContainer(kept)
	case ':':
		if started := s.beginContainer(kept); started != nothing {
			return started
		}
		if s.beginDescription(kept, inside, line) {
			return containerBlock
		}
		if inside && s.beginTable(line) {
			return leafBlock
		}
	case '|':
		if inside && s.beginTable(line) {
			return leafBlock
		}
	case '{':
		if name := codeShortcode(line); name != "" && s.closed(name, s.text) {
			s.closeTo(kept)
			s.openLeaf(shortcodeBlock, document.Shortcode, s.text)
			if s.leaf.name = name; endsShortcode(line, name) {
				s.closeLeaf()
			}
			return leafBlock
		}
	case '$':
		if opens, closes := mathOpens(line, s.leaf.state == paragraph); opens && (closes || s.mathFollows()) {
			s.closeTo(kept)
			s.openLeaf(mathBlock, document.Math, s.text)
			if closes {
				s.closeLeaf()
			}
			return leafBlock
		}
	}
	return nothing
}
