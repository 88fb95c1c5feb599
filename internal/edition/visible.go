package edition

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML reads a page the way a person with a browser does, as far as markup and the page's own style sheet tell.
// What is hidden in the light or in the dark scheme is hidden: half of the readers do not see it.
func readHTML(content string) reading {
	root, err := html.Parse(strings.NewReader(content))
	if err != nil { // nested too deep for the parser, so for a reader, too
		return reading{}
	}
	sheet := parseSheet(styles(root))
	all := pageText(root, nil)
	if len(sheet)*strings.Count(content, "<") > matchLimit {
		return reading{all: all}
	}
	seen := pageText(root, &cascade{sheet: sheet})
	if dark := pageText(root, &cascade{sheet: sheet, dark: true}); dark != seen {
		seen = common(seen, dark)
	}
	return reading{all, seen}
}

// matchLimit bounds how often a rule is asked about an element. Our pages have about a hundred rules. Of a page that needs
// more than this, which takes seconds, nothing counts as seen.
const matchLimit = 1 << 27

// common keeps the lines of a that b has as well.
func common(a, b string) string {
	left := map[string]int{}
	for line := range strings.SplitSeq(b, "\n") {
		left[line]++
	}
	var kept []string
	for line := range strings.SplitSeq(a, "\n") {
		if left[line] > 0 {
			left[line]--
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

func styles(n *html.Node) string {
	var css strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.DataAtom == atom.Style {
			css.WriteString(d.Data)
			css.WriteByte('\n')
		}
	}
	return css.String()
}

// pageText is the text of a page, one folded line for each block: all of it where c is nil, else what c shows.
func pageText(root *html.Node, c *cascade) string {
	w := textWalk{cascade: c}
	w.walk(root, look{custom: map[string]string{}})
	var lines []string
	for line := range strings.SplitSeq(w.out.String(), "\x00") {
		if line = folded(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

type textWalk struct {
	cascade *cascade
	out     strings.Builder // NUL ends a line: html.Parse leaves none in text
}

func (w *textWalk) walk(n *html.Node, l look) {
	switch n.Type {
	case html.TextNode:
		if w.cascade == nil || !l.unseen {
			w.out.WriteString(n.Data)
		}
		return
	case html.CommentNode, html.DoctypeNode:
		return
	case html.ElementNode:
		if silent[n.DataAtom] {
			return
		}
		if w.cascade != nil {
			if inert(n) {
				return
			}
			if l = w.cascade.style(n, l); l.gone {
				return
			}
		}
	}
	apart := n.Type == html.ElementNode && !phrasing[n.DataAtom]
	if apart {
		w.out.WriteByte(0)
	}
	for child := range n.ChildNodes() {
		w.walk(child, l)
	}
	if apart {
		w.out.WriteByte(0)
	}
}

// silent elements never show their text.
var silent = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Head: true, atom.Title: true, atom.Object: true,
	atom.Iframe: true, atom.Audio: true, atom.Video: true, atom.Canvas: true, atom.Datalist: true, atom.Noframes: true}

// inert reports whether markup alone keeps n from its reader (HTML Living Standard §6.1, §4.11.1, §4.11.4, §4.12.2,
// §4.12.3; WAI-ARIA 1.2 aria-hidden: a reader who listens is a reader).
func inert(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Template, atom.Noscript, atom.Rp:
		return true
	case atom.Dialog:
		return !has(n, "open")
	}
	if p := n.Parent; p != nil && p.DataAtom == atom.Details && !has(p, "open") && n.DataAtom != atom.Summary {
		return true
	}
	return has(n, "hidden") || has(n, "inert") || strings.EqualFold(attribute(n, "aria-hidden"), "true")
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// phrasing elements stand within a line; all others begin and end one.
var phrasing = map[atom.Atom]bool{atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true,
	atom.Code: true, atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true,
	atom.Img: true, atom.Ins: true, atom.Kbd: true, atom.Mark: true, atom.Q: true, atom.Rb: true, atom.Rt: true, atom.Ruby: true,
	atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true,
	atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true}
