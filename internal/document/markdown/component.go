package markdown

import "strings"

// componentLength is the length of an MDX component tag at the start of s, or 0: a tag whose name begins with a capital,
// with attributes in quotes or braces.
func componentLength(s string) int {
	i := 1
	if len(s) > 2 && s[1] == '/' {
		i = 2
	}
	if len(s) < 3 || s[0] != '<' || s[i] < 'A' || s[i] > 'Z' {
		return 0
	}
	s = s[:min(len(s), 4096)]
	depth := 0
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\'' && depth > 0:
			n := strings.IndexByte(s[i+1:], c)
			if n < 0 {
				return 0
			}
			i += n + 1
		case c == '{':
			depth++
		case c == '}':
			depth--
		case depth > 0:
		case c == '>':
			return i + 1
		case c == '<' || c == ':' || c == '@': // <https://…> and <me@…> are autolinks
			return 0
		}
	}
	return 0
}

// isModuleLine: an import or export of MDX that prose cannot be mistaken for.
func isModuleLine(line string) bool {
	line = strings.TrimSuffix(line, ";")
	if after, ok := strings.CutPrefix(line, "import "); ok {
		if quoted(after) {
			return true
		}
		i := strings.LastIndex(after, " from ")
		return i > 0 && quoted(after[i+len(" from "):])
	}
	if after, ok := strings.CutPrefix(line, "export "); ok {
		for _, word := range []string{"const ", "let ", "var "} {
			if name, ok := strings.CutPrefix(after, word); ok {
				return strings.HasPrefix(strings.TrimLeft(name[nameLength(name):], " "), "=")
			}
		}
	}
	return false
}

func quoted(s string) bool {
	return len(s) > 2 && (s[0] == '"' || s[0] == '\'') && strings.IndexByte(s[1:], s[0]) == len(s)-2
}
