package html

import (
	"strings"

	"colophon/internal/document"
)

// class is what an element does to the text around it.
type class uint8

const (
	inline class = iota // stays in the text (phrasing content that holds words, §3.2.5.2.5); so do unknown elements (CSS Display 3 §2)
	atom                // stays in the text as a whole, and nothing in it is prose
	block               // ends the text before it and holds other blocks
	bare                // the same, but is no block of ours: its children belong to its parent
	raw                 // ends the text before it, and what it holds is no markup
	opaque              // ends the text before it, and holds markup without prose
	lone                // ends the text before it, and holds nothing
)

// element is what we know of the elements of one name.
type element struct {
	class  class
	kind   document.Kind
	level  int   // of a heading
	text   bool  // the block holds its first text itself
	void   bool  // has no end tag (§13.1.2, void elements)
	meta   bool  // belongs to <head>
	closes group // what its start tag closes (§13.2.6.4)
	group  group // what closes it
	closeP bool  // closes a paragraph
	scope  bool  // end tags inside do not reach outside (§13.2.4.2)
}

// group are elements of which one closes another.
type group uint8

const (
	noGroup group = iota
	items
	terms
	headings
	options
	optgroups
	cells
	rows
	sections // of a table
	tables
	paragraphs
)

// elements are those the standard knows. What is not here is inline.
var elements = func() map[string]*element {
	m := map[string]*element{}
	put := func(names string, e element) {
		for name := range strings.FieldsSeq(names) {
			own := e
			m[name] = &own
		}
	}
	put("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label map mark meter nobr output picture progress q "+
		"rb rp rt rtc ruby s samp slot small span strike strong sub sup time tt u var", element{})
	put("br wbr img image input embed source keygen", element{void: true})
	put("svg math", element{class: atom})

	put("address article aside center details dialog dir div dl fieldset figcaption figure footer form header hgroup main "+
		"nav search section summary", element{class: block, kind: document.HTML, closeP: true})
	put("legend datalist select audio video canvas", element{class: block, kind: document.HTML})
	put("button object applet marquee", element{class: block, kind: document.HTML, scope: true})
	put("caption", element{class: block, kind: document.HTML, closes: sections, group: sections, scope: true})
	put("option", element{class: block, kind: document.HTML, closes: options, group: options})
	put("optgroup", element{class: block, kind: document.HTML, closes: optgroups, group: optgroups})
	put("p", element{class: block, kind: document.Paragraph, text: true, closeP: true, group: paragraphs})
	put("blockquote", element{class: block, kind: document.Quote, closeP: true})
	put("ul ol menu", element{class: block, kind: document.List, closeP: true})
	put("li", element{class: block, kind: document.Item, closeP: true, closes: items, group: items})
	put("dt", element{class: block, kind: document.Term, text: true, closeP: true, closes: terms, group: terms})
	put("dd", element{class: block, kind: document.Description, closeP: true, closes: terms, group: terms})
	put("table", element{class: block, kind: document.Table, closeP: true, group: tables, scope: true})
	put("tr", element{class: block, kind: document.Row, closes: rows, group: rows})
	put("td th", element{class: block, kind: document.Cell, text: true, closes: cells, group: cells, scope: true})
	put("tbody thead tfoot colgroup", element{class: bare, closes: sections, group: sections})
	for i, name := range []string{"h1", "h2", "h3", "h4", "h5", "h6"} {
		put(name, element{class: block, kind: document.Heading, level: i + 1, text: true, closeP: true, closes: headings, group: headings})
	}
	put("html body frameset", element{class: bare})
	put("head", element{class: block, kind: document.FrontMatter})

	put("script style noscript title", element{class: raw, meta: true})
	put("iframe noembed noframes textarea", element{class: raw})
	put("xmp plaintext", element{class: raw, kind: document.Code, closeP: true})
	put("template", element{class: opaque, meta: true})
	put("pre listing", element{class: opaque, kind: document.Code, closeP: true})
	put("meta link base basefont bgsound", element{class: lone, void: true, meta: true})
	put("area col param track frame", element{class: lone, void: true})
	put("hr", element{class: lone, kind: document.ThematicBreak, void: true, closeP: true})
	return m
}()

var unknown = &element{}

func lookup(name string) *element {
	if e := elements[name]; e != nil {
		return e
	}
	return unknown
}
