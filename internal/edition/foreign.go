package edition

import (
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"colophon/internal/document"
)

// Foreign is a block that is not CommonMark: front matter, math, a shortcode, or a container, which has children.
type Foreign struct {
	ast.BaseBlock
	Block *document.Block // of the edition's text
	Index int             // of Block
}

// KindForeign is the kind of Foreign.
var KindForeign = ast.NewNodeKind("Foreign")

// Kind is KindForeign.
func (n *Foreign) Kind() ast.NodeKind { return KindForeign }

// IsRaw says that goldmark finds no inline markup here.
func (n *Foreign) IsRaw() bool { return true }

// Dump prints the node for debugging.
func (n *Foreign) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// foreignParser opens a Foreign wherever the document.Format found such a block.
type foreignParser struct{}

// Trigger lists what front matter, math, containers, shortcodes, components and MDX modules begin with. goldmark asks
// a parser without triggers last, whatever its priority.
func (foreignParser) Trigger() []byte             { return []byte("-+{$:/!?=<ie") }
func (foreignParser) CanInterruptParagraph() bool { return true }
func (foreignParser) CanAcceptIndentedLine() bool { return true }

func (foreignParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	t, _ := pc.Get(treeKey).(*Tree)
	if t == nil || len(t.foreign) == 0 || pc.BlockOffset() < 0 {
		return nil, parser.NoChildren
	}
	_, segment := reader.PeekLine()
	at := segment.Start + pc.BlockOffset()
	k := sort.Search(len(t.foreign), func(k int) bool { return t.e.Text.Blocks[t.foreign[k]].Span.Start >= at })
	if k == len(t.foreign) || t.e.Text.Blocks[t.foreign[k]].Span.Start != at {
		return nil, parser.NoChildren
	}
	n := &Foreign{Block: &t.e.Text.Blocks[t.foreign[k]], Index: t.foreign[k]}
	reader.AdvanceToEOL()
	if n.Block.Kind == document.Container {
		return n, parser.HasChildren
	}
	return n, parser.NoChildren
}

func (foreignParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	b := node.(*Foreign).Block
	line, segment := reader.PeekLine()
	if segment.Start >= b.Span.End {
		return parser.Close
	}
	if b.Kind != document.Container {
		reader.AdvanceToEOL()
		return parser.Continue | parser.NoChildren
	}
	switch marker := string(reader.Source()[b.Span.Start : b.Span.Start+1]); {
	case strings.Contains(":/", marker):
		// The last line closes it, unless a child does not: an unclosed container ends with the file.
		rest := strings.TrimSpace(string(line))
		if segment.Stop >= b.Span.End && len(rest) >= 3 && strings.Trim(rest, marker) == "" {
			reader.AdvanceToEOL()
			return parser.Close
		}
	case !util.IsBlank(line):
		if at, padding := util.IndentPosition(line, reader.LineOffset(), 4); at >= 0 {
			reader.AdvanceAndSetPadding(at, padding)
		}
	}
	return parser.Continue | parser.HasChildren
}

func (foreignParser) Close(ast.Node, text.Reader, parser.Context) {}

// alerts takes "[!NOTE]" off the first line of a quote (GFM alerts, Obsidian callouts) and notes it on the quote as
// the attribute Alert. A title after it becomes a paragraph of its own, as the document's Format has it.
type alerts struct{}

// Alert is the attribute of a quote that is an alert; its value is the kind in lower case: "note".
const Alert = "data-alert"

func (alerts) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	quote, ok := node.Parent().(*ast.Blockquote)
	if !ok || quote.FirstChild() != node {
		return
	}
	lines := node.Lines()
	first := lines.At(0)
	kind, title, ok := alert(string(first.Value(reader.Source())))
	if !ok {
		return
	}
	quote.SetAttributeString(Alert, kind)
	if title != "" {
		p := ast.NewParagraph()
		rest := first.WithStart(first.Stop - len(title))
		p.Lines().Append(rest.TrimRightSpace(reader.Source()))
		quote.InsertBefore(quote, node, p)
	}
	if lines.Len() == 1 {
		quote.RemoveChild(quote, node)
		return
	}
	lines.SetSliced(1, lines.Len())
}

// alert splits "[!kind]+ title"; title keeps the line ending.
func alert(line string) (kind, title string, ok bool) {
	rest, ok := strings.CutPrefix(line, "[!")
	if !ok {
		return "", "", false
	}
	kind, rest, ok = strings.Cut(rest, "]")
	if !ok || kind == "" || strings.ContainsFunc(kind, func(r rune) bool { return r != '-' && (r|0x20 < 'a' || r|0x20 > 'z') }) {
		return "", "", false
	}
	if rest != "" && (rest[0] == '+' || rest[0] == '-') {
		rest = rest[1:]
	}
	title = strings.TrimLeft(rest, " \t")
	if title == rest && strings.TrimSpace(rest) != "" {
		return "", "", false
	}
	if strings.TrimSpace(title) == "" {
		title = ""
	}
	return strings.ToLower(kind), title, true
}
