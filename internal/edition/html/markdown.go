package html

import (
	"fmt"
	stdhtml "html"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"colophon/internal/diag"
	"colophon/internal/document"
	"colophon/internal/edition"
)

// rendering are two renderers: one keeps the author's HTML, the other drops it. Made on first use.
var rendering = sync.OnceValue(func() (r struct{ whole, safe renderer.Renderer }) {
	of := func(options ...renderer.Option) renderer.Renderer {
		options = append(options, renderer.WithNodeRenderers(util.Prioritized(nodes{}, 100)))
		return goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
			goldmark.WithRendererOptions(options...)).Renderer()
	}
	r.whole, r.safe = of(html.WithUnsafe()), of()
	return r
})

// markdown renders the text of the edition. HTML in it is its author's (check refuses targets that bring any), and yet
// it is put in order, so that nothing the author left open reaches the colophon.
func (p *page) markdown() (string, error) {
	t := edition.Markdown(p.e)
	raw, err := p.dress(t)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	r := rendering()
	if err := r.whole.Render(&out, t.Source, t.Root); err != nil {
		return "", fmt.Errorf("render: %w", err)
	}
	if !raw {
		return out.String(), nil
	}
	if ordered, ok := p.inOrder(out.String()); ok {
		return ordered, nil
	}
	out.Reset()
	if err := r.safe.Render(&out, t.Source, t.Root); err != nil {
		return "", fmt.Errorf("render: %w", err)
	}
	return out.String(), nil
}

// dress gives the nodes their ids, markings and destinations, and reports whether there is raw HTML among them.
func (p *page) dress(t *edition.Tree) (raw bool, err error) {
	anchors := p.anchors()
	err = ast.Walk(t.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.HTMLBlock, *ast.RawHTML:
			raw = true
		case *ast.Link:
			n.Destination = []byte(linked(safe(n.Destination)))
		case *ast.Image:
			n.Destination = []byte(safe(n.Destination))
		case *ast.Heading:
			i := t.Block(n)
			id, _ := n.AttributeString("id")
			class, _ := n.AttributeString("class")
			n.RemoveAttributes() // of {…} the id is pinned below, a class is kept, and the rest is another program's
			if class != nil {
				n.SetAttributeString("class", class)
			}
			if a := anchors[i]; a != "" {
				n.SetAttributeString("id", a)
			} else if id != nil {
				n.SetAttributeString("id", id)
			}
			p.mark(n, i)
		case *ast.Paragraph, *extast.DefinitionTerm:
			p.mark(n, t.Block(n))
		case *ast.TextBlock:
			p.wrap(n, t.Block(n))
		case *extast.TableCell:
			align(n)
			p.wrap(n, t.Block(n))
		case *ast.Text:
			if n.SoftLineBreak() && edition.Joins(string(n.Value(t.Source)), next(n, t.Source)) {
				n.SetSoftLineBreak(false)
			}
		case *ast.Blockquote:
			p.alert(n)
		case *edition.Foreign:
			p.title(n)
		}
		return ast.WalkContinue, nil
	})
	return raw, err
}

func (p *page) mark(n ast.Node, i int) {
	m, ok := p.marking(i)
	if !ok {
		return
	}
	n.SetAttributeString("class", m.class)
	if !m.lang.IsZero() {
		n.SetAttributeString("lang", m.lang.String())
		n.SetAttributeString("dir", m.lang.Direction())
	}
	n.SetAttributeString("title", edition.Readable(m.title))
}

// wrap marks the text of a tight list item, which is no element, and of a cell, whose direction decides the alignment of
// the column: an element within carries the mark. A task box stays outside.
func (p *page) wrap(n ast.Node, i int) {
	if _, ok := p.marking(i); !ok {
		return
	}
	m := &marked{}
	child := n.FirstChild()
	if child != nil && child.Kind() == extast.KindTaskCheckBox {
		child = child.NextSibling()
	}
	for child != nil {
		following := child.NextSibling()
		m.AppendChild(m, child)
		child = following
	}
	n.AppendChild(n, m)
	p.mark(m, i)
}

// align makes the columns of a table follow the direction of the page: what its author aligned left, in a language that
// runs to the right, is aligned where lines begin.
func align(cell *extast.TableCell) {
	switch cell.Alignment {
	case extast.AlignRight:
		cell.SetAttributeString("style", "text-align:end")
	case extast.AlignCenter:
		cell.SetAttributeString("style", "text-align:center")
	}
	cell.Alignment = extast.AlignNone
}

// next is the text that follows n on the next line, or "".
func next(n ast.Node, source []byte) string {
	following := n.NextSibling()
	for following != nil && following.Kind() != ast.KindText {
		following = following.FirstChild()
	}
	if t, ok := following.(*ast.Text); ok {
		return string(t.Value(source))
	}
	return ""
}

// safe is a destination that runs nothing. goldmark itself makes this choice only for those who forbid all HTML.
func safe(destination []byte) string {
	if html.IsDangerousURL(util.URLEscape(destination, true)) {
		return ""
	}
	return string(destination)
}

// alert puts a label before an alert, in the reader's language. Kinds that GitHub does not know keep their name.
func (p *page) alert(quote *ast.Blockquote) {
	value, ok := quote.AttributeString(edition.Alert)
	if !ok {
		return
	}
	kind, _ := value.(string)
	label := kind
	switch kind {
	case "note":
		label = p.e.Voice.Say(diag.T("alert-note", "Note"))
	case "tip":
		label = p.e.Voice.Say(diag.T("alert-tip", "Tip"))
	case "important":
		label = p.e.Voice.Say(diag.T("alert-important", "Important"))
	case "warning":
		label = p.e.Voice.Say(diag.T("alert-warning", "Warning"))
	case "caution":
		label = p.e.Voice.Say(diag.T("alert-caution", "Caution"))
	}
	paragraph := p.label(label)
	if p.foreignVoice() {
		paragraph.SetAttributeString("lang", p.e.Statement.Language.String())
	}
	quote.InsertBefore(quote, quote.FirstChild(), paragraph)
}

// title puts the title of a container before its content.
func (p *page) title(n *edition.Foreign) {
	if n.Block.Kind == document.Container && n.Block.Holds() {
		label := p.label(document.PlainText(p.e.Format, p.e.Text.Document, n.Block.Text))
		n.InsertBefore(n, n.FirstChild(), label)
		if m, ok := p.marking(n.Index); ok {
			p.mark(label, n.Index)
			label.SetAttributeString("class", "label "+m.class)
		}
	}
}

// label is a paragraph above the content of a box.
func (p *page) label(words string) *ast.Paragraph {
	s := ast.NewString([]byte(text(words)))
	s.SetCode(true) // written as it is: text has escaped it
	paragraph := ast.NewParagraph()
	paragraph.SetAttributeString("class", "label")
	paragraph.AppendChild(paragraph, s)
	return paragraph
}

// marked is an inline element that carries a mark.
type marked struct{ ast.BaseInline }

var kindMarked = ast.NewNodeKind("Marked")

func (n *marked) Kind() ast.NodeKind            { return kindMarked }
func (n *marked) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// nodes renders what goldmark does not, or not well enough.
type nodes struct{}

func (nodes) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(kindMarked, span)
	reg.Register(extast.KindTable, table)
	reg.Register(edition.KindForeign, foreign)
}

func span(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.WriteString("<span")
		html.RenderAttributes(w, n, html.GlobalAttributeFilter)
		w.WriteByte('>')
	} else {
		w.WriteString("</span>")
	}
	return ast.WalkContinue, nil
}

// table stands in a box that scrolls by itself, by keyboard as well: a wide table must not widen the page.
func table(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.WriteString("<div class=\"scroll\" tabindex=\"0\">\n<table>\n")
	} else {
		w.WriteString("</table>\n</div>\n")
	}
	return ast.WalkContinue, nil
}

// foreign renders blocks of other languages: math as it was written, for no renderer of it is without script, and
// containers. Front matter is not text, and a shortcode speaks to a program the reader does not have.
func foreign(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	switch b := node.(*edition.Foreign).Block; {
	case b.Kind == document.Container && entering:
		w.WriteString("<aside class=\"container\">\n")
	case b.Kind == document.Container:
		w.WriteString("</aside>\n")
	case b.Kind == document.Math && entering:
		w.WriteString("<pre class=\"math\">" + stdhtml.EscapeString(string(source[b.Span.Start:b.Span.End])) + "</pre>\n")
	}
	return ast.WalkContinue, nil
}
