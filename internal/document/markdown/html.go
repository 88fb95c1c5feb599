package markdown

import (
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// HTML blocks (CommonMark 0.31.2 §4.6) are kept but for the prose in them (htmltext.go). Kinds are numbered as there: 1 to 5 end with a string of their
// own, 6 and 7 with a blank line.

// blockTags are the tags that begin an HTML block of kind 6.
var blockTags = set("address article aside base basefont blockquote body caption center col colgroup dd details dialog dir " +
	"div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li " +
	"link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead " +
	"title tr track ul")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// htmlKind is the kind of HTML block that begins with line, or 0. Kind 7 cannot interrupt a paragraph.
func htmlKind(line string, paragraph bool) byte {
	switch {
	case len(line) < 2 || line[0] != '<':
		return 0
	case strings.HasPrefix(line, "<!--"):
		return 2
	case line[1] == '?':
		return 3
	case strings.HasPrefix(line, "<![CDATA["):
		return 5
	case line[1] == '!':
		if len(line) > 2 && isLetter(line[2]) {
			return 4
		}
		return 0
	}
	i := 1
	if line[1] == '/' {
		i = 2
	}
	n := i
	for n < len(line) && (isLetter(line[n]) || line[n] >= '0' && line[n] <= '9') {
		n++
	}
	if name := line[i:n]; len(name) > 0 && len(name) <= 10 && (n == len(line) || strings.IndexByte(" \t>", line[n]) >= 0 || strings.HasPrefix(line[n:], "/>")) {
		name = strings.ToLower(name)
		if (name == "pre" || name == "script" || name == "style" || name == "textarea") && i == 1 && !strings.HasPrefix(line[n:], "/>") {
			return 1
		}
		if blockTags[name] {
			return 6
		}
	}
	if !paragraph {
		if n := tagLength(line); n > 0 && strings.Trim(line[n:], " \t") == "" {
			return 7
		}
	}
	return 0
}

// htmlEnds reports whether an HTML block of the given kind ends with line. Kinds 6 and 7 end before a blank one.
func htmlEnds(line string, kind byte) bool {
	switch kind {
	case 1:
		for rest := line; ; {
			n := strings.Index(rest, "</")
			if n < 0 {
				return false
			}
			rest = rest[n+2:]
			if hasPrefixFold(rest, "pre>") || hasPrefixFold(rest, "script>") || hasPrefixFold(rest, "style>") || hasPrefixFold(rest, "textarea>") {
				return true
			}
		}
	case 2:
		return strings.Contains(line, "-->")
	case 3:
		return strings.Contains(line, "?>")
	case 4:
		return strings.Contains(line, ">")
	case 5:
		return strings.Contains(line, "]]>")
	}
	return false
}

func (s *scanner) beginHTML(kind byte) {
	s.openLeaf(htmlBlock, document.HTML, s.text)
	s.leaf.char = kind
	s.lines = append(s.lines[:0], span.Span{Start: s.text, End: s.end})
	if htmlEnds(s.rest(), kind) {
		s.closeLeaf()
	}
}

// closeHTML calls a block that holds nothing but one comment a comment; it may be a directive (directive.go).
func (s *scanner) closeHTML() {
	if s.leaf.char >= 6 {
		s.htmlText(s.leaf.block)
		s.lines = s.lines[:0]
		return
	}
	b := &s.doc.Blocks[s.leaf.block]
	if _, ok := comment(b.Span.Of(s.source)); ok && s.leaf.char == 2 {
		b.Kind = document.Comment
		s.directives = true
	}
}

// comment is what stands inside text, if text is one comment and nothing else.
func comment(text string) (inside string, ok bool) {
	text, ok = strings.CutPrefix(text, "<!--")
	if !ok {
		return "", false
	}
	inside, after, ok := strings.Cut(text, "-->")
	return inside, ok && strings.TrimSpace(after) == ""
}

// tagLength is the length of the open or closing tag at the start of s, or 0 (§6.6). Newlines count as spaces.
func tagLength(s string) int {
	if len(s) < 3 || s[0] != '<' {
		return 0
	}
	i := 1
	closing := s[1] == '/'
	if closing {
		i = 2
	}
	if !isLetter(s[i]) {
		return 0
	}
	for i < len(s) && (isLetter(s[i]) || s[i] >= '0' && s[i] <= '9' || s[i] == '-') {
		i++
	}
	for {
		at := i
		for i < len(s) && isSpace(s[i]) {
			i++
		}
		if i == len(s) {
			return 0
		}
		switch {
		case s[i] == '>':
			return i + 1
		case closing:
			return 0
		case strings.HasPrefix(s[i:], "/>"):
			return i + 2
		case at == i:
			return 0 // attributes are set apart by spaces
		}
		if i = attribute(s, i); i < 0 {
			return 0
		}
	}
}

// attribute moves past one attribute, its value included, or returns -1.
func attribute(s string, i int) int {
	if c := s[i]; !isLetter(c) && c != '_' && c != ':' {
		return -1
	}
	for i < len(s) && (isLetter(s[i]) || s[i] >= '0' && s[i] <= '9' || strings.IndexByte("_.:-", s[i]) >= 0) {
		i++
	}
	j := i
	for j < len(s) && isSpace(s[j]) {
		j++
	}
	if j == len(s) || s[j] != '=' {
		return i
	}
	for j++; j < len(s) && isSpace(s[j]); j++ {
	}
	if j == len(s) {
		return -1
	}
	if q := s[j]; q == '"' || q == '\'' {
		n := strings.IndexByte(s[j+1:], q)
		if n < 0 {
			return -1
		}
		return j + n + 2
	}
	from := j
	for j < len(s) && !isSpace(s[j]) && strings.IndexByte("\"'=<>`", s[j]) < 0 {
		j++
	}
	if j == from {
		return -1
	}
	return j
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// isPunctuation: the ASCII punctuation a backslash can escape (§2.4).
func isPunctuation(c byte) bool {
	return c > ' ' && c < 0x7F && !isLetter(c) && (c < '0' || c > '9')
}
