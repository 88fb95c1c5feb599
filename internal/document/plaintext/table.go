package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"colophon/internal/document"
	"colophon/internal/span"
)

// tabular reports whether lines [from, end) are a table: most of them have a gap, for any one may have a single
// cell, or the first begins as a grid does.
func (p *parser) tabular(from, end int) bool {
	gaps := 0
	for i := from; i < end; i++ {
		if gap(p.source[p.first(i):p.lines[i].end]) {
			gaps++
		}
	}
	first := p.source[p.first(from):p.lines[from].end]
	return 2*gaps > end-from || first[0] == '|' || strings.HasPrefix(first, "+-") || strings.HasPrefix(first, "+=")
}

// table adds lines [from, end) as rows of cells, line by line: they are never wrapped.
//
// What tells cells apart is in the skeleton, three spaces or a bar, so no text can merge or split them. Spaces beyond
// those belong to the cell before: Write fills or frees them, and the columns stay where they are.
func (p *parser) table(from, end, parent int) {
	t := p.add(document.Block{Kind: document.Table, Parent: parent, Span: p.extent(from, end)})
	for i := from; i < end; i++ {
		l := &p.lines[i]
		start := p.first(i)
		row := p.add(document.Block{Kind: document.Row, Parent: t, Span: span.Span{Start: start, End: l.end}})
		for at := start; ; {
			cell, next := cell(p.source[start:l.end], at-start)
			if cell.Len() == 0 {
				break
			}
			s := span.Span{Start: start + cell.Start, End: start + cell.End}
			at = start + next
			if grid(s.Of(p.source)) {
				continue
			}
			p.spans = append(p.spans, s)
			p.add(document.Block{Kind: document.Cell, Parent: row, Span: s, Lines: p.spans[len(p.spans)-1 : len(p.spans) : len(p.spans)],
				Text: untie(squeeze(strings.TrimRightFunc(s.Of(p.source), unicode.IsSpace)), s.Start == l.text)})
		}
	}
}

// grid reports whether a piece of a row only draws lines.
func grid(piece string) bool {
	return len(piece) > 1 && strings.Trim(piece, "+-=_| ") == ""
}

// cell finds the next cell of a row at or after at, and where to look for the one after it. It is empty at the end.
func cell(row string, at int) (span.Span, int) {
	bars := row[0] == '|'
	start := at
	for start < len(row) {
		r, size := utf8.DecodeRuneInString(row[start:])
		if !unicode.IsSpace(r) && (!bars || r != '|') {
			break
		}
		start += size
	}
	for i := start; i < len(row); {
		r, size := utf8.DecodeRuneInString(row[i:])
		if bars && r == '|' {
			return span.Span{Start: start, End: i}, i
		}
		if !unicode.IsSpace(r) {
			i += size
			continue
		}
		end := len(row) - len(strings.TrimLeftFunc(row[i:], unicode.IsSpace))
		bar := bars && row[end] == '|'
		if bar || gap(row[i:end]) {
			return span.Span{Start: start, End: slack(row, i, end, bar)}, end
		}
		i = end
	}
	return span.Span{Start: start, End: len(row)}, len(row)
}

// slack is how far a cell that ends at i may reach into the gap [i, end): up to the three spaces that make a gap, or
// the one before a bar. Tabs align by themselves.
func slack(row string, i, end int, bar bool) int {
	keep := 3
	if bar {
		keep = 1
	}
	if strings.Trim(row[i:end], " ") != "" {
		return i
	}
	return max(i, end-keep)
}
