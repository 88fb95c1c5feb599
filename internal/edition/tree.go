package edition

import (
	"sort"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"colophon/internal/document"
)

// Tree is the text of a Markdown edition as goldmark reads it, for writers that render. Its nodes point into Source.
//
// The block tree of the document.Format stays the authority: it says what belongs to other languages (front matter,
// math, containers, shortcodes), which stand in the tree as Foreign, and which block a node is (Block), so that
// writers can tell translated from untranslated.
type Tree struct {
	Root   ast.Node
	Source []byte // as many bytes as the edition's text, with the BOM blanked and lone CRs as LFs, which goldmark wants

	e        *Edition
	holders  []int // blocks that hold text, in order
	foreign  []int // blocks that goldmark must not read
	headings map[int]int
}

var treeKey = parser.NewContextKey()

// markdown is the parser of all trees; it is made on first use, because most commands render nothing.
var markdown = sync.OnceValue(func() parser.Parser {
	p := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
		goldmark.WithParserOptions(parser.WithHeadingAttribute())).Parser()
	p.AddOptions(
		parser.WithBlockParsers(util.Prioritized(foreignParser{}, 50)),
		parser.WithParagraphTransformers(util.Prioritized(alerts{}, 50)),
	)
	return p
})

// Markdown reads the text of e, whose format must be Markdown.
func Markdown(e *Edition) *Tree {
	t := &Tree{Source: readable(e.Text.Source), e: e, headings: map[int]int{}}
	for i := range e.Text.Blocks {
		b := &e.Text.Blocks[i]
		if b.Holds() {
			t.holders = append(t.holders, i)
		}
		switch b.Kind {
		case document.Heading:
			t.headings[b.Span.Start] = i
		case document.FrontMatter, document.Math, document.Shortcode, document.Container:
			t.foreign = append(t.foreign, i)
		}
	}
	pc := parser.NewContext()
	pc.Set(treeKey, t)
	t.Root = markdown().Parse(text.NewReader(t.Source), parser.WithContext(pc))
	return t
}

// readable copies source for goldmark, which takes a BOM for a letter and does not end lines at a lone CR.
func readable(source string) []byte {
	b := []byte(source)
	if strings.HasPrefix(source, "\ufeff") {
		copy(b, "\n\n\n")
	}
	if strings.Contains(source, "\r") {
		for i, c := range b {
			if c == '\r' && (i+1 == len(b) || b[i+1] != '\n') {
				b[i] = '\n'
			}
		}
	}
	return b
}

// Block is the block of the edition's text that a node renders, or -1: that of a heading by where it stands, that of
// any other by where its text begins.
func (t *Tree) Block(n ast.Node) int {
	if n.Kind() == ast.KindHeading {
		if i, ok := t.headings[n.Pos()]; ok {
			return i
		}
	}
	if n.Type() != ast.TypeBlock || n.Lines().Len() == 0 {
		return -1
	}
	lines := n.Lines()
	k := t.holder(lines.At(0).Start)
	if k == len(t.holders) || t.e.Text.Blocks[t.holders[k]].Extent().Start >= lines.At(lines.Len()-1).Stop {
		return -1
	}
	return t.holders[k]
}

// holder is the first of holders whose text ends after pos.
func (t *Tree) holder(pos int) int {
	return sort.Search(len(t.holders), func(k int) bool { return t.e.Text.Blocks[t.holders[k]].Extent().End > pos })
}
