package html

// End tags that authors leave out (HTML Living Standard §13.1.2.4) and those that the tree builder reads into a page
// (§13.2.6.4). All searches end at the first element that bounds them, and the stack is not deep.

// imply closes what the start tag of el closes.
func (p *parser) imply(el *element) {
	if el.closeP {
		p.closeParagraph()
	}
	switch el.closes {
	case items, terms:
		p.closeItem(el.closes)
	case headings, options:
		p.closeIf(el.closes)
	case optgroups:
		p.closeIf(options)
		p.closeIf(optgroups)
	case cells, rows, sections:
		p.closeInTable(el.closes)
	}
}

// closeParagraph closes a <p> that is open in button scope (§13.2.4.2).
func (p *parser) closeParagraph() {
	for k := len(p.stack) - 1; k > 0; k-- {
		if el := p.stack[k].el; el.group == paragraphs && !p.stack[k].inline {
			p.closeTo(k, p.last)
			return
		} else if el.scope {
			return
		}
	}
}

// closeItem closes an open item or term. Those of an outer list stay open: any block but <address>, <div> and <p> bounds
// the search (§13.2.6.4.7).
func (p *parser) closeItem(g group) {
	for k := len(p.stack) - 1; k > 0; k-- {
		f := &p.stack[k]
		switch {
		case f.el.group == g:
			p.closeTo(k, p.last)
			return
		case !f.inline && f.name != "address" && f.name != "div" && f.name != "p":
			return
		}
	}
}

// closeIf closes the innermost block if it is of group g.
func (p *parser) closeIf(g group) {
	for k := len(p.stack) - 1; k > 0; k-- {
		if f := &p.stack[k]; f.el.group == g {
			p.closeTo(k, p.last)
			return
		} else if !f.inline {
			return
		}
	}
}

// closeInTable closes the outermost part of the innermost table that cannot hold a part of group g: groups are ordered.
func (p *parser) closeInTable(g group) {
	at := 0
	for k := len(p.stack) - 1; k > 0; k-- {
		in := p.stack[k].el.group
		if in == tables {
			break
		}
		if in >= cells && in <= sections && in <= g {
			at = k
		}
	}
	if at > 0 {
		p.closeTo(at, p.last)
	}
}

// find is where on the stack the element stands that an end tag closes, or -1.
func (p *parser) find(name string, el *element) int {
	tabular := el.group >= cells && el.group <= tables
	for k := len(p.stack) - 1; k > 0; k-- {
		f := &p.stack[k]
		switch {
		case f.name == name || el.group == headings && f.el.group == headings: // "</h3>" ends an <h2> as well
			return k
		case f.inline:
		case el.class == inline:
			return -1
		case tabular && f.el.group == tables, !tabular && f.el.scope, el.group == items && f.lists > p.stack[k-1].lists:
			return -1
		}
	}
	return -1
}

// closeHead closes <head>, which ends where something begins that it cannot hold (§13.2.6.4.4).
func (p *parser) closeHead() {
	p.flush()
	p.closeTo(p.head, p.last)
}

// closeBody closes all but <html> and <body>.
func (p *parser) closeBody() {
	k := 1
	for k < len(p.stack) && p.stack[k].el.class == bare && p.stack[k].el.group == noGroup {
		k++
	}
	if k < len(p.stack) {
		p.closeTo(k, p.last)
	}
}
