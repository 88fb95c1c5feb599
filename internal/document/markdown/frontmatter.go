package markdown

import (
	"slices"
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// frontMatter reads the metadata at the start of the file: YAML between "---" (Jekyll, Hugo, Pandoc), TOML between
// "+++" or one JSON object (Hugo). It is one block, kept as it is but for the values of keys: strings on one line at the
// top level are Value blocks. Values on several lines, lists and nested keys are kept. Without a closing line, or where
// the first line is no key, there is no front matter and nothing is read.
func (s *scanner) frontMatter(keys []string) {
	from := s.next
	head := s.source[from:lineEnd(s.source, from)]
	var values []value
	end := -1
	switch trimmed := strings.TrimRight(head, " \t"); {
	case trimmed == "---" || trimmed == "+++":
		lines, closed := s.metadata(trimmed)
		if trimmed == "---" && closed && startsWithKey(s.source, lines) {
			values, end = yamlValues(s.source, lines, keys), s.end
		} else if trimmed == "+++" && closed {
			values, end = tomlValues(s.source, lines, keys), s.end
		}
	case strings.HasPrefix(head, "{"):
		values, end = jsonValues(s.source, from, keys)
		for end >= 0 && s.next <= end && s.read() {
		}
	}
	if end < 0 {
		s.next, s.newline = from, -1
		return
	}
	b := s.add(document.FrontMatter, from, trimEnd(s.source, from, end))
	for _, v := range values {
		if strings.TrimSpace(v.text) != "" {
			s.append(document.Block{
				Kind: document.Value, Parent: b, Span: v.span, Lines: s.keep([]span.Span{v.span}), Text: v.text, Key: v.key,
			})
		}
	}
}

// value is one scalar of front matter: its range, quotes included, and what it says.
type value struct {
	key  string
	span span.Span
	text string
}

// metadata reads up to the line that closes front matter and returns the lines before it.
func (s *scanner) metadata(fence string) (lines []span.Span, closed bool) {
	s.read()
	for s.read() {
		line := strings.TrimRight(s.source[s.start:s.end], " \t")
		if line == fence || line == "..." && fence == "---" {
			return lines, true
		}
		lines = append(lines, span.Span{Start: s.start, End: s.end})
	}
	return nil, false
}

// startsWithKey reports whether the first line that says something has a key, so that "---", a heading and "---" at the
// start of a plain Markdown file stay what CommonMark says they are.
func startsWithKey(source string, lines []span.Span) bool {
	for _, l := range lines {
		line := strings.TrimSpace(l.Of(source))
		if line == "" || line[0] == '#' {
			continue
		}
		key, at := keyOf(line, ':')
		return at > 0 && (at == len(line) || line[at] == ' ' || line[at] == '\t') && (line[0] == '"' || line[0] == '\'' || !strings.ContainsAny(key, " \t`*[<"))
	}
	return true
}

// yamlValues finds the scalars of keys in the top-level mapping of YAML 1.2 front matter.
func yamlValues(source string, lines []span.Span, keys []string) (values []value) {
	for i, l := range lines {
		key, at := keyOf(l.Of(source), ':')
		if !slices.Contains(keys, key) {
			continue
		}
		from := trimStart(source, l.Start+at, l.End)
		if from == l.End || from == l.Start+at {
			continue
		}
		if text, n, ok := quotedScalar(source[from:l.End], true); ok {
			values = append(values, value{key, span.Span{Start: from, End: from + n}, text})
			continue
		}
		rest := source[from:l.End]
		if n := strings.Index(rest, " #"); n >= 0 {
			rest = rest[:n]
		}
		rest = strings.TrimRight(rest, " \t")
		if goesOn(source, lines[i+1:]) || !isPlainStart(rest) {
			continue
		}
		values = append(values, value{key, span.Span{Start: from, End: from + len(rest)}, rest})
	}
	return values
}

// goesOn reports whether the value above lines goes on there: the next line that is not blank is indented.
func goesOn(source string, lines []span.Span) bool {
	for _, l := range lines {
		line := l.Of(source)
		if strings.TrimSpace(line) != "" {
			return line[0] == ' ' || line[0] == '\t'
		}
	}
	return false
}

// tomlValues finds the strings of keys in TOML 1.0 front matter, before its first table.
func tomlValues(source string, lines []span.Span, keys []string) (values []value) {
	open := "" // the quotes of a string on several lines
	for _, l := range lines {
		line := l.Of(source)
		if open != "" {
			if strings.Contains(line, open) {
				open = ""
			}
			continue
		}
		if strings.HasPrefix(line, "[") {
			break
		}
		key, at := keyOf(line, '=')
		from := trimStart(source, l.Start+at, l.End)
		for _, quotes := range []string{`"""`, "'''"} {
			if after, ok := strings.CutPrefix(source[from:l.End], quotes); ok && at > 0 && !strings.Contains(after, quotes) {
				open = quotes
			}
		}
		if open != "" || !slices.Contains(keys, key) {
			continue
		}
		if text, n, ok := quotedScalar(source[from:l.End], false); ok {
			values = append(values, value{key, span.Span{Start: from, End: from + n}, text})
		}
	}
	return values
}

// keyOf splits a line at the separator after a plain or quoted key that is not indented; at is the offset after it.
func keyOf(line string, separator byte) (key string, at int) {
	if line == "" || line[0] == ' ' || line[0] == '\t' {
		return "", 0
	}
	if q := line[0]; q == '"' || q == '\'' {
		n := strings.IndexByte(line[1:], q)
		if n < 0 {
			return "", 0
		}
		key, at = line[1:n+1], n+2
		at = trimStart(line, at, len(line))
		if at == len(line) || line[at] != separator {
			return "", 0
		}
		return key, at + 1
	}
	n := strings.IndexByte(line, separator)
	if n < 0 {
		return "", 0
	}
	return strings.TrimRight(line[:n], " \t"), n + 1
}

// quotedScalar reads a string in quotes at the start of s, after which only a comment may follow. n is its length with
// its quotes. In YAML a single quote is doubled; in TOML single quotes hold no escapes at all.
func quotedScalar(s string, yaml bool) (text string, n int, ok bool) {
	if len(s) < 2 || s[0] != '"' && s[0] != '\'' {
		return "", 0, false
	}
	q := s[0]
	for n = 1; n < len(s); n++ {
		if s[n] == '\\' && q == '"' {
			n++
		} else if s[n] == q && q == '\'' && yaml && n+1 < len(s) && s[n+1] == q {
			n++
		} else if s[n] == q {
			break
		}
	}
	if n >= len(s) {
		return "", 0, false
	}
	inside := s[1:n]
	n++
	if after := strings.TrimLeft(s[n:], " \t"); after != "" && (after[0] != '#' || yaml && len(after) == len(s[n:])) {
		return "", 0, false
	}
	if q == '\'' {
		if yaml {
			inside = strings.ReplaceAll(inside, "''", "'")
		}
		return inside, n, true
	}
	text, ok = unescape(inside)
	return text, n, ok
}

// isPlainStart reports whether s is a plain YAML scalar of prose (YAML 1.2.2 §7.3.3) rather than an alias, a tag, a
// list, a block scalar or a broken string.
func isPlainStart(s string) bool {
	if s == "" || strings.IndexByte("|>[]{}&*!%@`\"',#", s[0]) >= 0 {
		return false
	}
	return strings.IndexByte("-?:", s[0]) < 0 || len(s) > 1 && s[1] != ' ' && s[1] != '\t'
}

// jsonValues finds the strings of keys at the top level of the JSON object at offset from; end is where the object
// ends, -1 if there is none that stands alone.
func jsonValues(source string, from int, keys []string) (values []value, end int) {
	if first := strings.TrimLeft(source[from+1:], " \t\r\n"); !strings.HasPrefix(first, `"`) && !strings.HasPrefix(first, "}") {
		return nil, -1
	}
	depth, key := 0, ""
	for i := from; i < len(source); i++ {
		switch source[i] {
		case '{', '[':
			depth++
			key = ""
		case '}', ']':
			if depth--; depth == 0 {
				line := lineEnd(source, i)
				if strings.Trim(source[i+1:line], " \t") != "" {
					return nil, -1
				}
				return values, line
			}
		case ',':
			key = ""
		case '"':
			n := i + 1
			for n < len(source) && source[n] != '"' && source[n] != '\n' {
				if source[n] == '\\' {
					n++
				}
				n++
			}
			if n >= len(source) || source[n] == '\n' {
				return nil, -1
			}
			text, ok := unescape(source[i+1 : n])
			if depth == 1 && key == "" && strings.HasPrefix(strings.TrimLeft(source[n+1:], " \t\r\n"), ":") {
				key = text
			} else if depth == 1 && ok && slices.Contains(keys, key) && !strings.ContainsAny(source[i:n], "\r") {
				values = append(values, value{key, span.Span{Start: i, End: n + 1}, text})
			}
			i = n
		}
	}
	return nil, -1
}
