package edition

import (
	"strings"

	"golang.org/x/net/html"
)

// compound is a compound selector (Selectors 4 §3.2).
type compound struct {
	tag     string
	classes []string
	ids     []string
	attrs   []string // names
	lang    string   // of :lang()
	root    bool     // :root
	not     []compound
	child   bool // the compound before it is the parent, not any ancestor
	never   bool // a pseudo-element, or a state the page is not in when it is opened
}

// parseSelector reads a complex selector, its compounds outermost first.
func parseSelector(s string) (chain []compound, specificity int) {
	child := false
	for _, part := range strings.Fields(spaced(s)) {
		switch part {
		case ">":
			child = true
		case "+", "~":
			// Whatever stands before it is a sibling; we ask for nothing of it.
			if len(chain) > 0 {
				chain = chain[:len(chain)-1]
			}
		default:
			c, n := parseCompound(part)
			c.child = child && len(chain) > 0
			chain = append(chain, c)
			specificity += n
			child = false
		}
	}
	return chain, specificity
}

// spaced puts spaces around combinators, and takes them out of brackets.
func spaced(s string) string {
	var out strings.Builder
	depth := 0
	for _, r := range s {
		switch {
		case r == '(' || r == '[':
			depth++
		case r == ')' || r == ']':
			depth--
		case depth > 0 && r == ' ':
			continue
		case depth == 0 && (r == '>' || r == '+' || r == '~'):
			out.WriteString(" " + string(r) + " ")
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}

// parseCompound reads a compound selector; n is its specificity with base 100.
func parseCompound(s string) (c compound, n int) {
	for s != "" {
		kind := s[0]
		if strings.IndexByte(".#:[", kind) >= 0 {
			s = s[1:]
		}
		var name string
		switch kind {
		case '[':
			name, s, _ = strings.Cut(s, "]")
			name, _, _ = strings.Cut(strings.TrimRight(name, "~|^$*"), "=")
			c.attrs = append(c.attrs, strings.ToLower(strings.TrimRight(name, "~|^$*")))
			n += 100
		case ':':
			s = c.pseudo(s)
			n += 100
		default:
			end := strings.IndexAny(s, ".#:[")
			if end < 0 {
				end = len(s)
			}
			name, s = s[:end], s[end:]
			n += c.simple(kind, name)
		}
	}
	return c, n
}

func (c *compound) simple(kind byte, name string) int {
	switch kind {
	case '.':
		c.classes = append(c.classes, name)
		return 100
	case '#':
		c.ids = append(c.ids, name)
		return 10000
	}
	if name != "*" {
		c.tag = strings.ToLower(name)
		return 1
	}
	return 0
}

// pseudo reads what follows a colon and returns the rest.
func (c *compound) pseudo(s string) string {
	if strings.HasPrefix(s, ":") {
		c.never = true
		s = s[1:]
	}
	end := strings.IndexAny(s, ".#:[(")
	if end < 0 {
		end = len(s)
	}
	name, rest := s[:end], s[end:]
	var inside string
	if strings.HasPrefix(rest, "(") {
		inside, rest = closing(rest[1:])
	}
	switch strings.ToLower(name) {
	case "root":
		c.root = true
	case "lang":
		c.lang, _, _ = strings.Cut(strings.Trim(inside, `"'`), ",")
	case "not":
		for _, part := range splitTop(inside, ',') {
			inner, _ := parseCompound(part)
			c.not = append(c.not, inner)
		}
	case "hover", "focus", "focus-visible", "focus-within", "active", "target", "checked", "disabled", "visited",
		"before", "after", "first-line", "first-letter":
		c.never = true
	}
	return rest
}

// matches reports whether the rule applies to n.
func (r *cssRule) matches(n *html.Node) (specificity int, ok bool) {
	last := len(r.selector) - 1
	if last < 0 || !r.selector[last].matches(n) {
		return 0, false
	}
	return r.specificity, ancestors(r.selector, last, n.Parent)
}

// ancestors reports whether the compounds before k match n or its ancestors, each the nearest that does. Going back to
// try a farther one would tell a few selectors with ">" better, and cost a hostile page exponential time.
func ancestors(selector []compound, k int, n *html.Node) bool {
	for k > 0 && n != nil {
		switch {
		case selector[k-1].matches(n):
			k--
		case selector[k].child:
			return false
		}
		n = n.Parent
	}
	return k == 0
}

func (c *compound) matches(n *html.Node) bool {
	if c.never || n.Type != html.ElementNode || c.tag != "" && c.tag != n.Data || c.root && n.Data != "html" ||
		c.lang != "" && !strings.HasPrefix(strings.ToLower(language(n)), strings.ToLower(c.lang)) {
		return false
	}
	for _, class := range c.classes {
		if !hasWord(attribute(n, "class"), class) {
			return false
		}
	}
	for _, id := range c.ids {
		if attribute(n, "id") != id {
			return false
		}
	}
	for _, a := range c.attrs {
		if !has(n, a) {
			return false
		}
	}
	for i := range c.not {
		if c.not[i].matches(n) {
			return false
		}
	}
	return true
}

func hasWord(words, word string) bool {
	for w := range strings.FieldsSeq(words) {
		if w == word {
			return true
		}
	}
	return false
}

// language is that of the nearest lang attribute.
func language(n *html.Node) string {
	for ; n != nil; n = n.Parent {
		if v := attribute(n, "lang"); v != "" {
			return v
		}
	}
	return ""
}
