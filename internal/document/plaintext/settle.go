package plaintext

import "sort"

// settle decides which marks are marks, and which lines begin a paragraph without a blank line before them.
//
// A mark is taken for one
//   - at the start of a paragraph, unless it is a letter ("A. Smith", "o senhor") or the number of a heading;
//   - anywhere, if it is a bullet no sentence uses, or an asterisk;
//   - if it has a neighbour: one that is written the same way in the same column, counts on from it, and no paragraph
//     begins between them at that column or left of it, and no rule stands there;
//   - in the middle of a paragraph, if it is indented deeper than the paragraph, and in the middle of an item (see
//     nests).
//
// None of these looks at a word, nor at a mark that is not taken. So replacing any text changes nothing here, as long
// as no line of the new text begins like an item; Write sees to that.
func settle(lines []line) {
	neighbours(lines)
	leader := &line{}
	for i := range lines {
		l := &lines[i]
		if l.blank() || l.rule {
			continue
		}
		first := fresh(lines, i)
		switch {
		case l.item || l.mark.class.kind == none:
		case first:
			l.item = l.mark.strong(true) && !(l.mark.number() && heads(lines[i:]))
		default:
			l.item = l.mark.strong(false) || l.nests(leader)
		}
		if first || l.item {
			leader = l
		}
	}
	for i := 0; i < len(lines); {
		n := chunk(lines[i:])
		if n > 1 {
			indented(lines[i : i+n])
		}
		i += max(n, 1)
	}
}

// heads reports whether a paragraph that begins with a number, and is not one of several, is underlined: the heading
// "1. Introduction". It must not ask how many lines that has, for its translation may have more or fewer.
func heads(lines []line) bool {
	n := chunk(lines)
	if n == len(lines) || !lines[n].under {
		return false
	}
	asItem := lines[0]
	asItem.item = true
	for i := 1; i < n; i++ {
		if l := &lines[i]; l.item || l.mark.strong(false) || l.nests(&asItem) {
			return false
		}
	}
	return true
}

func (m mark) strong(first bool) bool {
	switch m.class.kind {
	case bullet:
		return true
	case ascii:
		return first || m.class.sign == '*'
	case dash, digits:
		return first
	}
	return false
}

// nests reports whether a line in the middle of a paragraph is an item because of where it stands: deeper than the
// line the paragraph begins with or, for those that are rarely a minus, anywhere after an item.
// A dash must stand deeper than the text, too: at the hanging indent of an item it may be the dash of a sentence.
func (l *line) nests(leader *line) bool {
	switch l.mark.class.kind {
	case ascii:
		return leader.item || l.col > leader.col
	case digits:
		return l.mark.value == 1 && (leader.item || l.col > leader.col)
	case dash:
		return l.col > leader.col && (!leader.item || l.col > leader.hang)
	}
	return false
}

// neighbours finds the marks that have one. Every mark is looked up by the number before its own, in one pass.
func neighbours(lines []line) {
	seen := map[sighting]int32{} // the last line with such a mark
	var starts []int             // lines that begin a paragraph, each further right than the one before
	part := 0                    // where the quote depth changed last
	for i := range lines {
		l := &lines[i]
		if i > 0 && l.depth != lines[i-1].depth {
			part = i
			starts = starts[:0]
		}
		if l.blank() {
			continue
		}
		if l.mark.class.kind != none {
			since := part
			if k := right(lines, starts, l.col); k > 0 {
				since = starts[k-1]
			}
			look(lines, i, since, seen)
		}
		if l.rule || fresh(lines, i) {
			starts = append(starts[:right(lines, starts, l.col-1)], i)
		}
	}
}

// look takes the mark of line i for one if a neighbour was seen at line since or later, and that, too.
func look(lines []line, i, since int, seen map[sighting]int32) {
	m, col := lines[i].mark, lines[i].col
	meet := func(value int16, col int32) {
		if j, ok := seen[sight(m.class, value, col)]; ok && int(j) >= since {
			lines[j].item, lines[i].item = true, true
		}
	}
	if m.value > 0 || !m.number() {
		meet(max(m.value-1, 0), col)
	}
	if m.class.kind == digits {
		meet(m.value, col)     // "1." before every item
		meet(m.value-1, col+1) // "9." above "10."
	}
	if m.other > 1 {
		meet(1-m.other, col)
	}
	if m.value > 0 || !m.number() {
		seen[sight(m.class, m.value, col)] = int32(i)
	}
	if m.other > 0 {
		seen[sight(m.class, -m.other, col)] = int32(i)
	}
}

// sighting is a mark and its column, packed: hashing it is most of what a list costs.
type sighting uint64

// sight packs a mark of some class and value. Roman numbers count for themselves, below zero.
func sight(c class, value int16, col int32) sighting {
	return sighting(c.sign)<<43 | sighting(c.kind)<<39 | sighting(c.set)<<35 | sighting(uint64(value+64)&0x7FF)<<24 | sighting(col&0xFFFFFF)
}

// right is the index of the first of starts that stands right of column col.
func right(lines []line, starts []int, col int32) int {
	return sort.Search(len(starts), func(k int) bool { return lines[starts[k]].col > col })
}

// chunk is the number of lines before the next blank line, rule or change of quote depth.
func chunk(lines []line) int {
	for i := range lines {
		if lines[i].blank() || lines[i].rule || lines[i].depth != lines[0].depth {
			return i
		}
	}
	return len(lines)
}

// indented finds paragraphs that are told apart by the indentation of their first line, as books have them.
//
// An ideographic space is always such an indentation. Spaces are where all lines begin in one of two columns, the first
// and one two to eight left of it, and a line in the first follows one in the other. Write keeps the lines that show it.
func indented(lines []line) {
	first, left, book, again := lines[0].col, lines[0].col, true, false
	for i := range lines {
		l := &lines[i]
		l.begins = l.wide && i > 0
		again = again || left < first && l.col == first
		if left == first {
			left = min(left, l.col)
		}
		book = book && !l.item && (l.col == first || l.col == left)
	}
	if !book || !again || !indent(first-left) {
		return
	}
	for i := 1; i < len(lines); i++ {
		lines[i].begins = lines[i].begins || lines[i].col == first
	}
}

// indent reports whether the first line of a paragraph may be indented by so many columns. One is an accident, nine
// are a title set in the middle.
func indent[Columns int | int32](columns Columns) bool { return columns >= 2 && columns <= 8 }
