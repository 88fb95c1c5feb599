package span

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Position is a place as people and editors name it. Lines and columns start at 1.
type Position struct {
	Line   int
	Column int // code points before it in its line, plus 1; a byte that is not UTF-8 counts as one
	UTF16  int // UTF-16 code units before it in its line, plus 1 (LSP 3.17 §Position counts from 0)
}

const bom = "\ufeff"

// Mapper turns byte offsets of one file into positions.
// Lines end with LF, CRLF or a lone CR, as in CommonMark 0.31.2 §2.1. A BOM at the start has no column of its own.
type Mapper struct {
	source string
	starts []int // offset of the first byte of each line
}

// NewMapper reads source once to find its lines.
func NewMapper(source string) *Mapper {
	starts := append(make([]int, 0, 1+strings.Count(source, "\n")), 0)
	for i := 0; i < len(source); i++ {
		switch source[i] {
		case '\n':
			starts = append(starts, i+1)
		case '\r':
			if i+1 == len(source) || source[i+1] != '\n' {
				starts = append(starts, i+1)
			}
		}
	}
	return &Mapper{source, starts}
}

// Position names the place of the byte at offset; a byte inside a character is where the character is, and one inside
// the BOM where the line begins. Offsets outside the file are moved to its nearest end.
func (m *Mapper) Position(offset int) Position {
	offset = min(max(offset, 0), len(m.source))
	line := sort.SearchInts(m.starts, offset+1) - 1
	at := m.starts[line]
	if line == 0 && strings.HasPrefix(m.source, bom) {
		at = len(bom)
	}
	p := Position{Line: line + 1, Column: 1, UTF16: 1}
	for at < offset {
		r, size := utf8.DecodeRuneInString(m.source[at:])
		if at += size; at > offset {
			break
		}
		p.Column++
		p.UTF16++
		if r > 0xFFFF {
			p.UTF16++
		}
	}
	return p
}
