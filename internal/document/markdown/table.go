package markdown

import (
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// beginTable makes the last line of the open paragraph the header of a table, if line is a delimiter row with as many
// cells (GFM §4.10). The lines before it stay a paragraph.
func (s *scanner) beginTable(line string) bool {
	columns := delimiterCells(line)
	if columns == 0 {
		return false
	}
	header := s.lines[len(s.lines)-1]
	if countCells(header.Of(s.source)) != columns {
		return false
	}
	s.lines = s.lines[:len(s.lines)-1]
	s.closeLeaf()
	b := s.add(document.Table, header.Start, trimEnd(s.source, s.text, s.end))
	s.leaf = leaf{state: table, block: b, count: columns}
	s.row(header.Start, header.End)
	s.reach(trimEnd(s.source, s.text, s.end))
	return true
}

// row adds one row of the open table. Cells past the number of columns are skeleton: every renderer drops them.
func (s *scanner) row(from, to int) {
	row := len(s.doc.Blocks)
	s.append(document.Block{Kind: document.Row, Parent: s.leaf.block, Span: span.Span{Start: from, End: to}})
	s.reach(to)
	if from < to && s.source[from] == '|' {
		from++
	}
	for n := 0; n < s.leaf.count && from < to; n++ {
		end := from + cellLength(s.source[from:to])
		cell := span.Span{Start: trimStart(s.source, from, end)}
		cell.End = trimEnd(s.source, cell.Start, end)
		s.append(document.Block{Kind: document.Cell, Parent: row, Span: cell})
		if cell.Len() > 0 {
			s.prose(len(s.doc.Blocks)-1, cell)
		}
		from = end + 1
	}
}

// cellLength is the offset of the "|" that ends a cell. A "|" after a backslash does not, in code spans neither.
func cellLength(row string) int {
	for i := 0; ; {
		n := strings.IndexByte(row[i:], '|')
		if n < 0 {
			return len(row)
		}
		i += n
		if i == 0 || row[i-1] != '\\' {
			return i
		}
		i++
	}
}

// countCells is how many cells a row has; a "|" at its start or end is a border.
func countCells(row string) int {
	row = strings.TrimPrefix(row, "|")
	n := 0
	for row != "" {
		end := cellLength(row)
		n++
		if end == len(row) {
			break
		}
		row = row[end+1:]
	}
	return n
}

// delimiterCells is how many cells a delimiter row has, 0 if line is none: cells of "-" with ":" at either end, and at
// least one "|" or ":", without which it would be a setext underline.
func delimiterCells(line string) int {
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '|', ':', '-', ' ', '\t':
		default:
			return 0
		}
	}
	if !strings.ContainsAny(line, "|:") {
		return 0
	}
	line = strings.TrimPrefix(strings.Trim(line, " \t"), "|")
	n := 0
	for line != "" {
		cell, rest, _ := strings.Cut(line, "|")
		cell = strings.TrimSuffix(strings.TrimPrefix(strings.Trim(cell, " \t"), ":"), ":")
		if cell == "" || strings.Trim(cell, "-") != "" {
			return 0
		}
		n++
		line = rest
	}
	return n
}
