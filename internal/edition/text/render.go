package text

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"colophon/internal/document"
	"colophon/internal/edition"
)

// render is a Markdown edition as plain text: blocks apart by a blank line, wrapped at columns.
func render(e *edition.Edition) string {
	t := edition.Markdown(e)
	p := &printer{tree: t, e: e}
	p.blocks(t.Root)
	return p.out.String()
}

// printer prints the blocks of a tree, each line behind the prefixes of the containers it stands in.
type printer struct {
	tree *edition.Tree
	e    *edition.Edition
	out  strings.Builder

	prefix string // before every line
	first  string // instead of prefix, before the next line only: the mark of an item
	apart  bool   // a blank line is due before the next block
	tight  bool   // blocks follow each other without one
}

func (p *printer) line(text string) {
	prefix := p.prefix
	if p.first != "" {
		prefix, p.first = p.first, ""
	}
	p.out.WriteString(strings.TrimRight(prefix+text, " "))
	p.out.WriteByte('\n')
}

// begin puts the blank line before a block.
func (p *printer) begin() {
	if p.apart && p.first == "" {
		p.line("")
	}
	p.apart = false
}

func (p *printer) end() { p.apart = !p.tight }

// prose wraps text behind the prefix.
func (p *printer) prose(text string) {
	rest := displaywidth.String(p.prefix)
	first := rest
	if p.first != "" {
		first = displaywidth.String(p.first)
	}
	for _, l := range document.Wrap(text, document.Wrapping{Width: max(columns, rest+20), First: first, Rest: rest}) {
		p.line(l)
	}
}

func (p *printer) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		p.block(n)
	}
}

// inside prints the children of n with prefix before their lines; first is before the first of them.
func (p *printer) inside(n ast.Node, first, prefix string) {
	p.begin()
	before := p.prefix
	if first != "" {
		if p.first == "" {
			p.first = before
		}
		p.first += first
	}
	p.prefix = before + prefix
	p.blocks(n)
	if first != "" && p.first != "" { // an empty item
		p.line("")
	}
	p.prefix = before
	p.end()
}

// block prints one block. It is long because it is a table.
func (p *printer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		p.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		if text := p.inline(n); text != "" {
			p.begin()
			p.prose(text)
			p.end()
		}
	case *ast.Blockquote:
		p.inside(n, "", "> ")
	case *ast.List:
		p.list(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		p.verbatim(lines(n, p.tree.Source), "    ")
	case *ast.ThematicBreak:
		p.begin()
		p.line("* * *")
		p.end()
	case *extast.Table:
		p.table(n)
	case *extast.DefinitionList:
		p.definitions(n)
	case *extast.FootnoteList:
		p.footnotes(n)
	case *ast.HTMLBlock:
		p.html(n)
	case *edition.Foreign:
		p.foreign(n)
	}
}

// html prints the texts that the document's Format found in a block of HTML, each as a paragraph.
func (p *printer) html(n *ast.HTMLBlock) {
	from, to := n.Lines().At(0).Start, n.Lines().At(n.Lines().Len()-1).Stop
	blocks := p.e.Text.Blocks
	first := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.Start >= from })
	for _, b := range blocks[first:] {
		if b.Span.Start >= to {
			return
		}
		if b.Holds() {
			p.begin()
			p.prose(document.PlainText(p.e.Format, p.e.Text.Document, b.Text))
			p.end()
		}
	}
}

func lines(n ast.Node, source []byte) string {
	var out strings.Builder
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		out.Write(s.Value(source))
	}
	return out.String()
}

func (p *printer) verbatim(text, indent string) {
	p.begin()
	for line := range strings.SplitSeq(strings.TrimRight(text, "\r\n"), "\n") {
		p.line(indent + strings.TrimRight(line, "\r"))
	}
	p.end()
}

// heading is underlined: "=" for the first level, "-" for the second. Deeper ones stand alone.
func (p *printer) heading(n *ast.Heading) {
	text := strings.ReplaceAll(p.inline(n), "\n", " ")
	p.begin()
	at := p.out.Len()
	p.prose(text)
	width := 0
	for line := range strings.Lines(p.out.String()[at:]) {
		width = max(width, displaywidth.String(strings.TrimRight(line, "\n"))-displaywidth.String(p.prefix))
	}
	switch n.Level {
	case 1:
		p.line(strings.Repeat("=", max(width, 1)))
	case 2:
		p.line(strings.Repeat("-", max(width, 1)))
	}
	p.end()
}

func (p *printer) list(n *ast.List) {
	p.begin()
	tight := p.tight
	p.tight = n.IsTight
	number := n.Start
	widest := len(strconv.Itoa(number + max(n.ChildCount()-1, 0)))
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		mark := "•"
		if n.IsOrdered() {
			mark = strconv.Itoa(number) + "."
			mark = strings.Repeat(" ", widest+1-len(mark)) + mark
			number++
		}
		mark += " "
		p.inside(item, mark, strings.Repeat(" ", utf8.RuneCountInString(mark)))
	}
	p.tight = tight
	p.end()
}

func (p *printer) definitions(n *extast.DefinitionList) {
	tight := p.tight
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == extast.KindDefinitionTerm {
			p.begin()
			p.prose(p.inline(c))
			continue
		}
		p.tight = true
		p.inside(c, "    ", "    ")
		p.tight = tight
		p.end()
	}
}

func (p *printer) footnotes(n *extast.FootnoteList) {
	p.begin()
	p.line("* * *")
	p.apart = true
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		mark := "[" + strconv.Itoa(c.(*extast.Footnote).Index) + "] "
		p.inside(c, mark, strings.Repeat(" ", len(mark)))
	}
}

func (p *printer) foreign(n *edition.Foreign) {
	switch n.Block.Kind {
	case document.Math:
		p.verbatim(n.Block.Span.Of(p.e.Text.Source), "    ")
	case document.Container:
		if n.Block.Holds() {
			p.begin()
			p.prose(document.PlainText(p.e.Format, p.e.Text.Document, n.Block.Text))
			p.end()
		}
		p.inside(n, "", "  ")
	}
}
