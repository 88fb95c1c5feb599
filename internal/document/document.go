// Package document is what colophon knows of a file: its bytes, its blocks, and where in them the prose stands.
//
// A Document never holds a re-written text. Every block points into the bytes that were read (CRLF, BOM, NUL and
// invalid UTF-8 included), so that writing nothing gives back the file and writing one text changes no byte outside it.
//
// A Format reads one kind of file. Splice is the only way a document is written: it asks the Format for the bytes of
// each replaced text, puts them into the holes, and reads the result once more to prove that no text changed the
// blocks around it. Every Format passes documenttest.Run.
package document

import "colophon/internal/span"

// Document is one file: its bytes and its blocks.
type Document struct {
	Source string // the whole file, exactly as read

	// Blocks is the block tree in preorder: a parent stands before its children, siblings in order of their bytes.
	// Blocks that hold text (Holds) have sorted, disjoint Lines.
	Blocks []Block

	// Labels are the reference labels the document defines, normalised as its format compares them, with their
	// destinations. `[label]` is a link only where the label is among them. Nil where the format has none.
	Labels map[string]string

	// Width is the column at which the file wraps its prose: the longest wrapped line, in terminal columns.
	// 0 where no paragraph has more than one line.
	Width int

	// EOL is the line ending the file uses: "\n", "\r\n" or "\r". "\n" where it has none.
	EOL string
}

// Kind is what a block is to its reader.
type Kind uint8

// The kinds of block, by the names CommonMark, GFM and HTML give them.
const (
	Opaque Kind = iota // bytes we keep and do not look into
	FrontMatter
	Value // one translatable value of front matter, or one attribute; Key says which
	Heading
	Paragraph
	Quote
	List
	Item
	Code
	HTML
	ThematicBreak
	Table
	Row
	Cell
	Definition // a link reference definition; its title may hold text
	Footnote
	Term        // of a definition list
	Description // of a definition list
	Container   // ::: and its kin
	Math
	Comment
	Shortcode // a block of template or component syntax: Hugo, MDX, directives
)

var kindNames = [...]string{"opaque", "front matter", "value", "heading", "paragraph", "quote", "list", "list item", "code",
	"html", "thematic break", "table", "table row", "table cell", "definition", "footnote", "term", "description",
	"container", "math", "comment", "shortcode"}

// String is the kind in words, as catalogs and reports show it.
func (k Kind) String() string { return kindNames[k] }

// Block is one node of the block tree.
type Block struct {
	Kind   Kind
	Level  int       // Heading: 1 to 6. Item, List: 1 for the outermost list. Otherwise 0.
	Parent int       // index into Blocks; -1 at the root
	Span   span.Span // all its bytes, markers and prefixes included, without the line ending after it

	// Lines are the ranges of its text, one for each line of the file it stands on, without block prefixes and line
	// endings. Not one range but several: in a quoted paragraph the "> " of the second line lies between two runs of
	// text (CommonMark 0.31.2 §5.1), and joining them would swallow the marker. Nil where there is nothing to translate.
	Lines []span.Span

	// Text is what a translator sees: the lines with soft line breaks folded (see Fold) and hard ones as "\n".
	Text string

	Key  string // Value: the key or attribute it belongs to
	ID   string // the message ID its author pinned, or ""
	Note string // what the author tells the translator, or ""
}

// Holds reports whether the block holds text that can be replaced.
func (b *Block) Holds() bool { return len(b.Lines) > 0 }

// Extent is the hole a replaced text fills: from the first byte of its first line to the last of its last, the
// prefixes between its lines included. Only for blocks that hold text.
func (b *Block) Extent() span.Span {
	return span.Span{Start: b.Lines[0].Start, End: b.Lines[len(b.Lines)-1].End}
}

// Format reads and writes one kind of document. Formats are values without state, safe for concurrent use.
type Format interface {
	// Name is how configuration and reports call the format: "markdown", "text".
	Name() string

	// Parse finds the blocks of source. It never fails: what it does not understand is an Opaque block.
	// It takes time linear in len(source).
	Parse(source string) *Document

	// Write returns the bytes that fill the Extent of block i so that it reads target: line endings, prefixes and
	// wrapping as in the source, and whatever would start another block escaped. target is never the block's own Text;
	// "\n" in it is a hard line break where the format and the block have such a thing, and a space otherwise.
	// Splice checks the outcome, so Write may miss a rare case but never needs to look at the other blocks.
	Write(d *Document, i int, target string) string
}

// Inliner is a Format whose texts carry inline markup.
type Inliner interface {
	// Inlines returns the markup of a text (a Block's Text, or a target for it) in order of Start, parents before
	// children. Labels of d decide which bracketed words are links. Time is linear in len(text).
	Inlines(d *Document, text string) []Inline
}

// Anchorer is a Format whose headings can be linked to.
type Anchorer interface {
	// Anchors returns the id of each heading as readers of the source know it, by index of its block.
	Anchors(d *Document) map[int]string
}

// InlineKind is what a piece of inline markup is.
type InlineKind uint8

// The kinds of inline markup.
const (
	Emphasis InlineKind = iota
	Strong
	Strikethrough
	CodeSpan
	Link      // [text](dest "title"), [text][label], [label]
	Image     // the same with !
	Autolink  // <https://…>, and bare URLs as GFM finds them
	RawHTML   // one tag, comment or declaration
	Entity    // &amp; &#44;
	HardBreak // "\n" in a text
	FootnoteReference
	InlineMath
	Placeholder // template or component syntax: {{< … >}}, {name}, {{ … }}
)

var inlineNames = [...]string{"emphasis", "strong emphasis", "strikethrough", "code", "link", "image", "autolink", "html",
	"entity", "line break", "footnote", "math", "placeholder"}

// String is the kind in words.
func (k InlineKind) String() string { return inlineNames[k] }

// Inline is one piece of inline markup. Its ranges are bytes of the text it was found in, not of the file.
type Inline struct {
	Kind    InlineKind
	Parent  int       // index of the markup it stands in; -1 outside any
	Span    span.Span // all of it
	Content span.Span // what a translator may change inside: link text, emphasised words, alt text; empty for code, HTML, entities
	Dest    string    // Link, Image, Autolink: the destination as written, or that of its label
	Title   string    // Link, Image: the title as written, without its quotes
	Label   string    // reference links and footnotes: the label as written
}
