package goi18n

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"colophon/internal/diag"
)

// scanner reads tokens of TOML v1.0.0 out of one file and knows where it is.
type scanner struct {
	file  string
	src   string
	pos   int
	line  int    // of pos, counted as restOfLine and values pass line ends
	tail  string // a comment that stood behind a value, until somebody takes it
	lines []int  // line in the file of each line of src, where src was cut out of a file; nil where it is the file
}

func (s *scanner) end() bool { return s.pos >= len(s.src) }

// peek is the next byte, or 0 at the end.
func (s *scanner) peek() byte {
	if s.end() {
		return 0
	}
	return s.src[s.pos]
}

// lineNumber turns a line of src into a line of the file.
func (s *scanner) lineNumber(line int) int {
	if s.lines == nil {
		return line
	}
	return s.lines[min(line, len(s.lines))-1]
}

func (s *scanner) fail(pos int, text, fix diag.Text) *diag.Failure {
	before := s.src[:pos]
	line := strings.Count(before, "\n") + 1
	column := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
	if s.lines != nil {
		column += len("#~ ")
	}
	return &diag.Failure{At: diag.Place{File: s.file, Line: s.lineNumber(line), Column: column}, Text: text, Fix: fix}
}

// blankLine passes a line of nothing but spaces, and leading spaces of any other.
func (s *scanner) blankLine() bool {
	s.spaces()
	if s.end() {
		return true
	}
	if s.newline() {
		s.line++
		return true
	}
	return false
}

func (s *scanner) spaces() {
	for s.pos < len(s.src) && (s.src[s.pos] == ' ' || s.src[s.pos] == '\t') {
		s.pos++
	}
}

// newline passes LF or CRLF.
func (s *scanner) newline() bool {
	rest := s.src[s.pos:]
	switch {
	case strings.HasPrefix(rest, "\n"):
		s.pos++
	case strings.HasPrefix(rest, "\r\n"):
		s.pos += 2
	default:
		return false
	}
	return true
}

// restOfLine passes the line and its end, and returns it without.
func (s *scanner) restOfLine() string {
	line, _, ended := strings.Cut(s.src[s.pos:], "\n")
	s.pos += len(line)
	if ended {
		s.pos++
	}
	s.line++
	return strings.TrimSuffix(line, "\r")
}

// endOfLine passes what may follow a table or value: spaces, a comment, the line's end.
func (s *scanner) endOfLine() *diag.Failure {
	s.spaces()
	if s.peek() == '#' {
		s.tail = s.restOfLine()
		return nil
	}
	if s.end() {
		return nil
	}
	if !s.newline() {
		return s.fail(s.pos, diag.T("catalog-after-quote", "there is text after the closing quote"),
			diag.T("catalog-after-quote-fix", "where a translation has quotes in it, write it between ''' and '''"))
	}
	s.line++
	return nil
}

// key reads a bare or quoted key.
func (s *scanner) key() (string, *diag.Failure) {
	start := s.pos
	var name string
	if c := s.peek(); c == '"' || c == '\'' {
		value, f := s.value()
		if f != nil {
			return "", f
		}
		name = value
	} else {
		for s.pos < len(s.src) && bare(s.src[s.pos]) {
			s.pos++
		}
		name = s.src[start:s.pos]
		if name == "" {
			if f := s.conflict(start); f != nil {
				return "", f
			}
			return "", s.fail(start, diag.T("catalog-line", "this line is neither an ID in brackets, nor hash or other, nor a comment"),
				diag.T("catalog-line-fix", "a comment begins with #; a translation of several lines stands between ''' and '''"))
		}
	}
	if s.peek() == '.' {
		return "", s.fail(s.pos, diag.T("catalog-dotted", "an ID has no dots and no tables inside it"),
			diag.T("catalog-dotted-fix", "write the ID as the source catalog does"))
	}
	return name, nil
}

// conflict recognises the marks that git leaves where two people have changed the same lines.
func (s *scanner) conflict(at int) *diag.Failure {
	for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if strings.HasPrefix(s.src[at:], mark) {
			return s.fail(at, diag.T("catalog-conflict", "git has left a merge conflict here"),
				diag.T("catalog-conflict-fix", "keep what is right of both sides, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"))
		}
	}
	return nil
}

// value reads a string in any of TOML's four forms.
func (s *scanner) value() (string, *diag.Failure) {
	rest := s.src[s.pos:]
	switch {
	case strings.HasPrefix(rest, `"""`):
		return s.quoted(`"""`, true)
	case strings.HasPrefix(rest, `'''`):
		return s.quoted(`'''`, false)
	case strings.HasPrefix(rest, `"`):
		return s.quoted(`"`, true)
	case strings.HasPrefix(rest, `'`):
		return s.quoted(`'`, false)
	}
	return "", s.fail(s.pos, diag.T("catalog-unquoted", "a value stands between quotes"),
		diag.T("catalog-unquoted-fix", "write other = \"…\", or between ''' and ''' where the text has quotes in it"))
}

func (s *scanner) quoted(mark string, escapes bool) (string, *diag.Failure) {
	start := s.pos
	s.pos += len(mark)
	several := len(mark) == 3
	if several && s.newline() { // a line end right after the opening quotes is not part of the string
		s.line++
	}
	var out strings.Builder
	from := s.pos // what has not been copied yet
	for s.pos < len(s.src) {
		switch c := s.src[s.pos]; {
		case c == mark[0] && strings.HasPrefix(s.src[s.pos:], mark):
			end := s.pos
			s.pos += len(mark)
			// Up to two quotes may stand before the closing three (TOML v1.0.0 §String).
			for n := 0; several && n < 2 && s.peek() == mark[0]; n++ {
				s.pos++
				end++
			}
			if out.Len() == 0 {
				return s.src[from:end], nil
			}
			out.WriteString(s.src[from:end])
			return out.String(), nil
		case c == '\\' && escapes:
			out.WriteString(s.src[from:s.pos])
			if f := s.escape(&out, several); f != nil {
				return "", f
			}
			from = s.pos
		case c == '\n' || c == '\r':
			if !several {
				return "", s.unclosed(start, mark)
			}
			out.WriteString(s.src[from:s.pos])
			s.newline()
			out.WriteByte('\n')
			s.line++
			from = s.pos
		default:
			s.pos++
		}
	}
	return "", s.unclosed(start, mark)
}

func (s *scanner) unclosed(start int, mark string) *diag.Failure {
	return s.fail(start, diag.T("catalog-unclosed", "the quote that opens here is not closed"),
		diag.T("catalog-unclosed-fix", "put {{.Mark}} at the end of the text", "Mark", mark))
}

// escape reads one escape sequence (TOML v1.0.0 §String).
func (s *scanner) escape(out *strings.Builder, several bool) *diag.Failure {
	start := s.pos
	s.pos++
	c := s.peek()
	s.pos++
	const plain = "btnfr\"\\"
	const means = "\b\t\n\f\r\"\\"
	if i := strings.IndexByte(plain, c); c != 0 && i >= 0 {
		out.WriteByte(means[i])
		return nil
	}
	digits := 0
	switch c {
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	}
	if digits > 0 && s.pos+digits <= len(s.src) {
		if r, err := strconv.ParseUint(s.src[s.pos:s.pos+digits], 16, 32); err == nil && utf8.ValidRune(rune(r)) && r <= utf8.MaxRune {
			s.pos += digits
			out.WriteRune(rune(r))
			return nil
		}
	}
	if several && s.lineEndingBackslash() {
		return nil
	}
	return s.fail(start, diag.T("catalog-escape", "a backslash between double quotes begins an escape, and this is none"),
		diag.T("catalog-escape-fix", "write the text between ''' and ''', or the backslash twice"))
}

// lineEndingBackslash passes white space up to the next line's text, after a backslash at the end of a line.
func (s *scanner) lineEndingBackslash() bool {
	at := s.pos - 1
	trimmed := strings.TrimLeft(s.src[at:], " \t\r\n")
	gone := s.src[at : len(s.src)-len(trimmed)]
	first := strings.TrimLeft(gone, " \t")
	if !strings.HasPrefix(first, "\n") && !strings.HasPrefix(first, "\r\n") {
		return false
	}
	s.line += strings.Count(gone, "\n")
	s.pos = at + len(gone)
	return true
}
