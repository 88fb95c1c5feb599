package markdown

import "strings"

// The recognisers of block starts. Each looks at one line from its first byte that is not indentation; the scanner
// asks them while reading and Write asks them of the lines it is about to write, so the two cannot disagree.

// isThematicBreak: three or more of one of "*-_", with any spaces (CommonMark 0.31.2 §4.1).
func isThematicBreak(line string) bool {
	count := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case line[0]:
			count++
		case ' ', '\t':
		default:
			return false
		}
	}
	return count >= 3 && (line[0] == '*' || line[0] == '-' || line[0] == '_')
}

// atxLevel is the level of an ATX heading, or 0 (§4.2).
func atxLevel(line string) int {
	n := run(line, '#')
	if n == 0 || n > 6 || n < len(line) && line[n] != ' ' && line[n] != '\t' {
		return 0
	}
	return n
}

// setextLevel is the level a line of "=" or "-" gives the paragraph above it, or 0 (§4.3).
func setextLevel(line string) int {
	if line == "" || line[0] != '=' && line[0] != '-' {
		return 0
	}
	if strings.Trim(line[run(line, line[0]):], " \t") != "" {
		return 0
	}
	if line[0] == '=' {
		return 1
	}
	return 2
}

// fenceLength is how many characters open a code fence, or 0 (§4.5).
func fenceLength(line string) int {
	n := run(line, line[0])
	if n < 3 || line[0] == '`' && strings.IndexByte(line[n:], '`') >= 0 {
		return 0
	}
	return n
}

// marker is the start of a list item.
type marker struct {
	kind  byte // "-", "+", "*", or the delimiter of a number; items of other kinds are other lists (§5.3)
	width int  // bytes of the marker itself
	empty bool // nothing follows it on its line
	one   bool // not a number, or the number 1: it may interrupt a paragraph
}

// listMarker finds a list marker at the start of line (§5.2).
func listMarker(line string) (m marker, ok bool) {
	if line == "" {
		return m, false
	}
	switch c := line[0]; {
	case c == '-' || c == '+' || c == '*':
		m = marker{kind: c, width: 1, one: true}
	case c >= '0' && c <= '9':
		n := 1
		for n < len(line) && n < 10 && line[n] >= '0' && line[n] <= '9' {
			n++
		}
		if n > 9 || n == len(line) || line[n] != '.' && line[n] != ')' {
			return m, false
		}
		m = marker{kind: line[n], width: n + 1, one: strings.TrimLeft(line[:n-1], "0") == "" && line[n-1] == '1'}
	default:
		return m, false
	}
	if m.width < len(line) && line[m.width] != ' ' && line[m.width] != '\t' {
		return m, false
	}
	m.empty = strings.Trim(line[m.width:], " \t") == ""
	return m, true
}

// footnoteStart is the length of "[^label]:" at the start of line, or 0 (GFM footnotes).
func footnoteStart(line string) int {
	if !strings.HasPrefix(line, "[^") {
		return 0
	}
	n := strings.IndexByte(line, ']')
	if n < 3 || n+1 >= len(line) || line[n+1] != ':' || strings.ContainsAny(line[2:n], " \t[") {
		return 0
	}
	return n + 2
}

// isDescription: ":" and a space, under a term (PHP Markdown Extra).
func isDescription(line string) bool {
	return len(line) > 2 && line[0] == ':' && (line[1] == ' ' || line[1] == '\t') && strings.Trim(line[1:], " \t") != ""
}

// mathOpens reports whether a line that starts with "$$" opens display math, and whether it also closes it.
func mathOpens(line string, paragraph bool) (opens, closes bool) {
	if !strings.HasPrefix(line, "$$") {
		return false, false
	}
	inside := strings.TrimRight(line[2:], " \t")
	n := strings.Index(inside, "$$")
	switch {
	case inside == "":
		return true, false
	case n == 0:
		return false, false
	case n < 0: // "$$ a" may begin a block and never ends a paragraph
		return !paragraph, false
	}
	return n == len(inside)-2, true
}

// mathCloses reports whether display math ends with line.
func mathCloses(line string) bool { return strings.HasSuffix(strings.TrimRight(line, " \t"), "$$") }

// opens finds what the line would start if it stood as the first line of a paragraph, or, with paragraph, as a later
// one. disarm is where a backslash makes it text; -1 if it is text already.
func opens(line string, paragraph bool) (disarm int) {
	if line == "" {
		return -1
	}
	found := false
	switch c := line[0]; c {
	case '>':
		found = true
	case '#':
		found = atxLevel(line) > 0
	case '`', '~':
		found = fenceLength(line) > 0
	case '<':
		found = htmlKind(line, paragraph) > 0
	case '[':
		found = footnoteStart(line) > 0
	case '$':
		found, _ = mathOpens(line, paragraph)
	case '/', '!', '?':
		found = containerStart(line, paragraph).ok || isContainerEnd(line)
	case ':':
		found = containerStart(line, paragraph).ok || isContainerEnd(line) || isDescription(line) || paragraph && delimiterCells(line) > 0
	case '|':
		found = paragraph && delimiterCells(line) > 0
	case '=':
		found = paragraph && setextLevel(line) > 0 || containerStart(line, paragraph).ok
	case '_', '*', '-', '+':
		m, ok := listMarker(line)
		found = isThematicBreak(line) || ok && !(paragraph && m.empty) ||
			paragraph && c == '-' && (setextLevel(line) > 0 || delimiterCells(line) > 0)
	default:
		if m, ok := listMarker(line); ok && !(paragraph && (m.empty || !m.one)) {
			return m.width - 1
		}
	}
	if found {
		return 0
	}
	return -1
}

// run is how many times c stands at the start of s.
func run(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}
