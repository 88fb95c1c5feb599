package text

import (
	"bytes"
	"html"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"colophon/internal/edition"
)

// inline is the text of a block without markup, its soft line breaks folded, hard ones as "\n".
func (p *printer) inline(n ast.Node) string {
	w := inlineWriter{source: p.tree.Source}
	w.children(n)
	return strings.Trim(w.out.String(), " \n")
}

type inlineWriter struct {
	source []byte
	out    strings.Builder
	soft   bool // a line ended here; whether a space stands for it depends on what follows
}

func (w *inlineWriter) put(s string) {
	if s == "" {
		return
	}
	if w.soft {
		w.soft = false
		if before := w.out.String(); !strings.HasSuffix(before, " ") && !edition.Joins(before, s) {
			w.out.WriteByte(' ')
		}
	}
	w.out.WriteString(s)
}

func (w *inlineWriter) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c)
	}
}

// node prints one inline node. It is long because it is a table. What it does not name is its children.
func (w *inlineWriter) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.put(unescape(n.Segment.Value(w.source), n.IsRaw()))
		switch {
		case n.HardLineBreak():
			w.put("\n")
		case n.SoftLineBreak():
			w.soft = w.out.Len() > 0
		}
	case *ast.String:
		w.put(string(n.Value))
	case *ast.CodeSpan:
		w.put(code(n, w.source))
	case *ast.AutoLink:
		w.put(string(n.Label(w.source)))
	case *ast.RawHTML:
		w.tag(n)
	case *ast.Link:
		w.link(n)
	case *ast.Image:
		w.children(n)
	case *extast.TaskCheckBox:
		if n.IsChecked {
			w.put("[x] ")
		} else {
			w.put("[ ] ")
		}
	case *extast.FootnoteLink:
		w.put("[" + strconv.Itoa(n.Index) + "]")
	case *extast.FootnoteBacklink:
	default:
		w.children(n)
	}
}

// unescape resolves what renders as something else: backslashes and character references. The word joiner that the
// Markdown format writes beside emphasis (see mend there) has no emphasis to hold here, and goes.
func unescape(value []byte, raw bool) string {
	if raw {
		return string(value)
	}
	value = bytes.ReplaceAll(value, []byte("&#8288;"), nil)
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value))))
}

func code(n ast.Node, source []byte) string {
	var out strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			out.Write(t.Segment.Value(source))
		}
	}
	return strings.NewReplacer("\r\n", " ", "\n", " ").Replace(out.String())
}

// tag drops a tag, but for one that breaks the line.
func (w *inlineWriter) tag(n *ast.RawHTML) {
	first := n.Segments.At(0)
	if t := strings.ToLower(string(first.Value(w.source))); strings.HasPrefix(t, "<br") && len(t) > 3 && strings.IndexByte(" />", t[3]) >= 0 {
		w.put("\n")
	}
}

// link prints where a link leads, if that is another site: this page is here, and the documents beside it are linked by
// names that they have in another form.
func (w *inlineWriter) link(n *ast.Link) {
	before := w.out.Len()
	w.children(n)
	shown := strings.TrimSpace(w.out.String()[before:])
	destination := html.UnescapeString(string(n.Destination))
	if url, ok := edition.Link(destination); ok && url != shown && strings.TrimPrefix(url, "mailto:") != shown {
		w.put(" (" + url + ")")
	}
}
