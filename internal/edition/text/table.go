package text

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
	extast "github.com/yuin/goldmark/extension/ast"

	"colophon/internal/document"
)

// table prints aligned columns, the header underlined. Where they are too wide for the line, the widest column is
// wrapped; where that does not help, each row becomes a paragraph of "header: cell" lines.
func (p *printer) table(n *extast.Table) {
	rows := p.rows(n)
	if len(rows) == 0 {
		return
	}
	p.begin()
	widths, ok := fit(rows, columns-displaywidth.String(p.prefix))
	if !ok {
		p.records(rows)
		p.end()
		return
	}
	for i, row := range rows {
		p.row(row, widths, n.Alignments)
		if i == 0 {
			rule := make([]string, len(widths))
			for k, width := range widths {
				rule[k] = strings.Repeat("-", width)
			}
			p.line(strings.Join(rule, gap))
		}
	}
	p.end()
}

const gap = "  "

func (p *printer) rows(n *extast.Table) [][]string {
	var rows [][]string
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		var row []string
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			row = append(row, p.inline(c))
		}
		rows = append(rows, row)
	}
	return rows
}

// fit finds the widths of the columns, narrowing the widest until the table fits; no column gets less than twelve for
// that.
func fit(rows [][]string, room int) ([]int, bool) {
	widths := make([]int, len(rows[0]))
	total := len(gap) * (len(widths) - 1)
	for k := range widths {
		for _, row := range rows {
			if k < len(row) {
				for line := range strings.SplitSeq(row[k], "\n") {
					widths[k] = max(widths[k], displaywidth.String(line))
				}
			}
		}
		total += widths[k]
	}
	for total > room {
		widest := 0
		for k := range widths {
			if widths[k] > widths[widest] {
				widest = k
			}
		}
		if widths[widest] <= 12 {
			return nil, false
		}
		widths[widest]--
		total--
	}
	return widths, true
}

func (p *printer) row(row []string, widths []int, alignments []extast.Alignment) {
	cells := make([][]string, len(widths))
	height := 1
	for k := range cells {
		if k < len(row) {
			cells[k] = document.Wrap(row[k], document.Wrapping{Width: widths[k]})
			height = max(height, len(cells[k]))
		}
	}
	for i := range height {
		line := make([]string, len(widths))
		for k, cell := range cells {
			text := ""
			if i < len(cell) {
				text = cell[i]
			}
			line[k] = pad(text, widths[k], alignments[k])
		}
		p.line(strings.Join(line, gap))
	}
}

func pad(text string, width int, alignment extast.Alignment) string {
	space := max(0, width-displaywidth.String(text))
	left := 0
	switch alignment {
	case extast.AlignRight:
		left = space
	case extast.AlignCenter:
		left = space / 2
	}
	return strings.Repeat(" ", left) + text + strings.Repeat(" ", space-left)
}

// records prints a table that is wider than any line.
func (p *printer) records(rows [][]string) {
	for i, row := range rows[1:] {
		if i > 0 {
			p.line("")
		}
		for k, cell := range row {
			if cell != "" {
				p.prose(rows[0][k] + ": " + cell)
			}
		}
	}
}
