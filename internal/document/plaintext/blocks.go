package plaintext

import (
	"unicode/utf8"

	"colophon/internal/document"
	"colophon/internal/span"
)

// open is an item that the next line may still belong to.
type open struct {
	list, item int   // indexes of its blocks
	col, body  int32 // columns of its mark and of the text after it
	class      class
}

// run is the walk over lines of one quote depth: the items that are open and the paragraph at hand.
type run struct {
	*parser
	parent int // the block all others are in
	items  []open
	from   int // first line of the paragraph at hand, or -1
}

// run builds the blocks of lines [lo, hi), which are all quoted at least depth times, inside parent.
func (p *parser) run(lo, hi, depth, parent int) {
	r := &run{parser: p, parent: parent, from: -1}
	for i := lo; i < hi; i++ {
		l := &p.lines[i]
		switch {
		case int(l.depth) > depth:
			i = r.quote(i, hi, depth) - 1
		case l.blank():
			r.close(i, false)
		case l.rule:
			r.rule(i)
		case l.item:
			r.close(i, false)
			r.item(l)
			r.from = i
		case !r.continues(l):
			r.close(i, false)
			r.leave(l.col)
			r.from = i
		}
	}
	r.close(hi, false)
}

// quote adds the quoted lines from i and returns the line after them. A quote ends all lists around it.
func (r *run) quote(i, hi, depth int) int {
	r.close(i, false)
	r.items = r.items[:0]
	end := i
	for end < hi && int(r.lines[end].depth) > depth {
		end++
	}
	q := r.add(document.Block{Kind: document.Quote, Parent: r.parent,
		Span: span.Span{Start: r.lines[i].start, End: r.lines[end-1].end}})
	r.parser.run(i, end, depth+1, q)
	return end
}

// rule adds the rule at line i, or takes it for the line under a heading. An item is not a heading: the line under the
// last item of a list ends the list. Nor is a table or code.
func (r *run) rule(i int) {
	l := &r.lines[i]
	if heading := r.close(i, l.under); heading {
		return
	}
	r.leave(l.col)
	r.add(document.Block{Kind: document.ThematicBreak, Parent: r.inside(), Span: span.Span{Start: l.text, End: l.end}})
}

// continues reports whether l goes on with the paragraph at hand. Inside an item it may stand anywhere but left of the
// mark: people forget the hanging indent.
func (r *run) continues(l *line) bool {
	if r.from < 0 {
		return false
	}
	if !r.lines[r.from].item {
		return !l.begins && (len(r.items) == 0 || l.col >= r.items[len(r.items)-1].col)
	}
	top := r.items[len(r.items)-1]
	return l.col >= top.col && (!l.begins || l.col >= top.body)
}

// leave closes the items that a paragraph in column col does not belong to: it stands right of the mark of its item.
func (r *run) leave(col int32) {
	for n := len(r.items); n > 0 && col <= r.items[n-1].col; n-- {
		r.items = r.items[:n-1]
	}
}

func (r *run) inside() int {
	if n := len(r.items); n > 0 {
		return r.items[n-1].item
	}
	return r.parent
}

// item opens the item l begins: the next of a list that is open, the first of a list inside the item it is indented
// under, or the first of a list of its own.
func (r *run) item(l *line) {
	at := span.Span{Start: l.text, End: l.end}
	now := open{col: l.col, body: l.hang, class: l.mark.class, list: -1}
	for n := len(r.items); n > 0 && now.list < 0; n-- {
		top := r.items[n-1]
		if now.follows(top) {
			now.list = top.list
		} else if now.col > top.col {
			break
		}
		r.items = r.items[:n-1]
	}
	level := len(r.items) + 1
	if now.list < 0 {
		now.list = r.add(document.Block{Kind: document.List, Level: level, Parent: r.inside(), Span: at})
	}
	now.item = r.add(document.Block{Kind: document.Item, Level: level, Parent: now.list, Span: at})
	r.items = append(r.items, now)
}

// follows reports whether a mark continues the list of top: the same mark in its column, or one beside it (people are
// not exact, and "10." under " 9." is not wrong), or with its text in the same column ("iii." under "  i.").
func (o open) follows(top open) bool {
	d := o.col - top.col
	return o.class == top.class && (d >= -1 && d <= 1 || o.body == top.body && d >= -4 && d <= 4)
}

// close ends the paragraph at hand before line end and adds it as what it looks like. under says that line end
// underlines it; the result is whether that made it a heading.
func (r *run) close(end int, under bool) (heading bool) {
	if r.from < 0 {
		return false
	}
	from := r.from
	r.from = -1
	if r.tabular(from, end) {
		r.table(from, end, r.inside())
		return false
	}
	b := document.Block{Kind: document.Paragraph, Parent: r.inside(), Span: r.extent(from, end)}
	b.Lines, b.Text = r.text(from, end)
	switch {
	case coded(b.Text):
		b.Kind, b.Lines, b.Text = document.Code, nil, ""
	case under && !r.lines[from].item:
		b.Kind, b.Level, b.Span.End = document.Heading, level(r.source[r.lines[end].text:]), r.lines[end].end
	}
	r.add(b)
	return b.Kind == document.Heading
}

// level of a heading by its underline.
func level(rule string) int {
	sign, _ := utf8.DecodeRuneInString(rule)
	switch sign {
	case '=':
		return 1
	case '-':
		return 2
	}
	return 3
}

// first is where the text of line i begins: after its mark, if it has one.
func (p *parser) first(i int) int {
	if l := &p.lines[i]; l.item {
		return l.body
	}
	return p.lines[i].text
}

func (p *parser) extent(from, end int) span.Span {
	return span.Span{Start: p.first(from), End: p.lines[end-1].end}
}
