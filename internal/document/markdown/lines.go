package markdown

import "strings"

// cursor stands on one line of the file and counts in bytes and in columns, which differ where there are tabs
// (CommonMark 0.31.2 §2.2: a tab counts as the spaces up to the next multiple of four).
type cursor struct {
	source string

	start, end, next int // the line, without its line ending; the first byte of the line after it
	newline          int // offset of the next LF at or after start: a file of lone CRs is not searched again for each line
	returns          bool

	pos, column int // how far block prefixes have been read; column may lie inside the tab at pos
	text        int // first byte at or after pos that is neither space nor tab; end on a blank line
	indent      int // columns from pos to text
}

// read moves to the next line and reports whether there is one.
func (c *cursor) read() bool {
	if c.next >= len(c.source) {
		return false
	}
	c.start = c.next
	if c.newline < c.start {
		c.newline = len(c.source)
		if n := strings.IndexByte(c.source[c.start:], '\n'); n >= 0 {
			c.newline = c.start + n
		}
	}
	c.end, c.next = c.newline, min(c.newline+1, len(c.source))
	if c.returns {
		if n := strings.IndexByte(c.source[c.start:c.end], '\r'); n >= 0 {
			if c.start+n < c.end-1 || c.end == len(c.source) {
				c.next = c.start + n + 1 // a lone CR ends a line too (§2.1)
			}
			c.end = c.start + n
		}
	}
	c.pos, c.column = c.start, 0
	return true
}

// measure finds the first byte of the line that is not indentation.
func (c *cursor) measure() {
	i, column := c.pos, c.column
	for ; i < c.end; i++ {
		if c.source[i] == ' ' {
			column++
		} else if c.source[i] == '\t' {
			column += 4 - column%4
		} else {
			break
		}
	}
	c.text, c.indent = i, column-c.column
}

func (c *cursor) blank() bool { return c.text == c.end }

// rest is the line from its first byte that is not indentation.
func (c *cursor) rest() string { return c.source[c.text:c.end] }

// advance moves over n columns of indentation, or fewer if there are not as many. It may stop inside a tab.
func (c *cursor) advance(n int) {
	for n > 0 && c.pos < c.end {
		width := 1
		switch c.source[c.pos] {
		case ' ':
		case '\t':
			width = 4 - c.column%4
		default:
			return
		}
		if width > n {
			c.column += n
			return
		}
		c.column += width
		c.pos++
		n -= width
	}
}

// skip moves past the indentation and the marker of n bytes after it.
func (c *cursor) skip(n int) {
	c.column += c.indent + n
	c.pos = c.text + n
}

// space reports whether the line goes on with a space or tab.
func (c *cursor) space() bool {
	return c.pos < c.end && (c.source[c.pos] == ' ' || c.source[c.pos] == '\t')
}

// eolAt is the line ending at offset i of source, or "".
func eolAt(source string, i int) string {
	switch {
	case i >= len(source):
		return ""
	case source[i] == '\n':
		return "\n"
	case source[i] == '\r' && i+1 < len(source) && source[i+1] == '\n':
		return "\r\n"
	case source[i] == '\r':
		return "\r"
	}
	return ""
}

// lineEnd is the offset of the first line ending in source at or after i, or len(source).
func lineEnd(source string, i int) int {
	if n := strings.IndexAny(source[i:], "\r\n"); n >= 0 {
		return i + n
	}
	return len(source)
}

// lineStart is the offset of the first byte of the line that holds i. A BOM belongs to no line.
func lineStart(source string, i int) int {
	return max(strings.LastIndexAny(source[:i], "\r\n")+1, len(bom(source)))
}

// trimEnd moves end back over spaces and tabs, not past start.
func trimEnd(source string, start, end int) int {
	for end > start && (source[end-1] == ' ' || source[end-1] == '\t') {
		end--
	}
	return end
}

// trimStart moves start over spaces and tabs, not past end.
func trimStart(source string, start, end int) int {
	for start < end && (source[start] == ' ' || source[start] == '\t') {
		start++
	}
	return start
}
