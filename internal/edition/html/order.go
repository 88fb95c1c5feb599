package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// inOrder reads body as the content of <main> and writes it again with every element closed, so that the page after it
// stands where it stands: an author's unclosed <div hidden> or <!-- ends with the document. The page has no script,
// and what is in the body must not dress or hide what is outside, so scripts, style sheets and their kin go.
// It reports false where the elements nest deeper than the parser follows.
func (p *page) inOrder(body string) (string, bool) {
	context := &html.Node{Type: html.ElementNode, DataAtom: atom.Main, Data: "main"}
	nodes, err := html.ParseFragment(strings.NewReader(body), context)
	if err != nil {
		return "", false
	}
	var out strings.Builder
	out.Grow(len(body) + len(body)/16)
	for _, n := range nodes {
		if p.clean(n) {
			if err := html.Render(&out, n); err != nil {
				return "", false
			}
		}
	}
	return out.String(), true
}

// clean takes scripts and handlers out of n and reports whether n itself may stay.
func (p *page) clean(n *html.Node) bool {
	if n.Type == html.ElementNode {
		switch n.DataAtom {
		case atom.Script, atom.Style, atom.Link, atom.Meta, atom.Base, atom.Title, atom.Plaintext, atom.Iframe, atom.Object, atom.Embed,
			atom.Noscript, atom.Noframes, atom.Xmp, atom.Noembed:
			return false
		}
		kept := n.Attr[:0]
		for _, a := range n.Attr {
			if a.Key == "id" {
				p.ids[a.Val] = true
			}
			if !runs(a) {
				kept = append(kept, a)
			}
		}
		n.Attr = kept
	}
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		if !p.clean(child) {
			n.RemoveChild(child)
		}
		child = next
	}
	return true
}

// runs reports whether an attribute is an event handler or a URL that is a program.
func runs(a html.Attribute) bool {
	if strings.HasPrefix(a.Key, "on") || a.Key == "srcdoc" {
		return true
	}
	switch a.Key {
	case "href", "src", "action", "formaction", "xlink:href", "poster", "data":
		// White space and control characters within a scheme are passed over by browsers (URL Standard §4.4).
		url := strings.ToLower(strings.Map(func(r rune) rune {
			if r <= ' ' {
				return -1
			}
			return r
		}, a.Val))
		return strings.HasPrefix(url, "javascript:") || strings.HasPrefix(url, "vbscript:") ||
			strings.HasPrefix(url, "data:") && !strings.HasPrefix(url, "data:image/") || strings.HasPrefix(url, "data:image/svg")
	}
	return false
}
