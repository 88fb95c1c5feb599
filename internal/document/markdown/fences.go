package markdown

import "strings"

// Containers that are not CommonMark's: ":::" (Pandoc, Docusaurus, VitePress, MyST), "///" (PyMdown blocks), which end
// with a line of the same characters, and "!!!", "???", "===" (Python-Markdown admonitions, collapsibles and tabs), whose
// content is indented by four. Only the title is text.

// fence is the opening line of such a container.
type fence struct {
	ok         bool
	char       byte
	length     int // of the run of char
	from, to   int // the title, as offsets into the line; equal where there is none
	indented   bool
	terminator byte // what closes the title: a quote or a bracket; 0 where the line does
}

// containerStart reads an opening line. None of the indented kind interrupts a paragraph unless its title is quoted.
func containerStart(line string, paragraph bool) fence {
	if len(line) < 4 {
		return fence{}
	}
	f := fence{char: line[0], length: run(line, line[0])}
	if f.length < 3 {
		return fence{}
	}
	end := trimEnd(line, 0, len(line))
	switch i := f.length; f.char {
	case ':':
		f.colons(line, trimStart(line, i, end), end)
	case '/':
		f.slashes(line, trimStart(line, i, end), end)
	case '!', '?', '=':
		if f.length == 3 {
			f.marks(line, i, end, paragraph)
		}
	}
	return f
}

// colons: "::: name", "::: name Title", ":::name[Title]", "::: {.name} Title", with "{#id .class}" and more colons after.
func (f *fence) colons(line string, i, end int) {
	for end > i && line[end-1] == ':' { // Pandoc allows colons at the end for symmetry
		end--
	}
	end = trimEnd(line, i, end)
	name := i + nameLength(line[i:end])
	if i < end && line[i] == '{' {
		n := strings.IndexByte(line[i:end], '}')
		if n < 0 {
			return
		}
		name = i + n + 1
	}
	if name == i {
		return
	}
	f.ok, f.from, f.to = true, name, name
	if name < end && line[name] == '[' {
		if n := closingBracket(line[name:end]); n > 0 {
			f.from, f.to, f.terminator = name+1, name+n, ']'
		}
		return
	}
	if name < end && line[name] != ' ' && line[name] != '\t' && line[name] != '{' {
		f.ok = line[i] == '{'
	}
	if end > name && line[end-1] == '}' { // attributes after the title
		if n := strings.LastIndexByte(line[name:end], '{'); n >= 0 {
			end = name + n
		}
	}
	f.from = trimStart(line, name, end)
	f.to = trimEnd(line, f.from, end)
}

// slashes: "/// name" and "/// name | Title".
func (f *fence) slashes(line string, i, end int) {
	name := i + nameLength(line[i:end])
	bar := trimStart(line, name, end)
	if name == i || bar < end && line[bar] != '|' {
		return
	}
	f.ok = true
	f.from = trimStart(line, min(bar+1, end), end)
	f.to = end
}

// marks: `!!! name`, `!!! name "Title"`, `???+ name "Title"`, `=== "Title"`.
func (f *fence) marks(line string, i, end int, paragraph bool) {
	if i < end && line[i] == '+' && f.char != '!' {
		i++
	}
	if i == end || line[i] != ' ' {
		return
	}
	quote := strings.IndexByte(line[:end], '"')
	words := line[i:end]
	if quote >= 0 {
		if line[end-1] != '"' || quote == end-1 || strings.IndexByte(line[quote+1:end-1], '"') >= 0 {
			return
		}
		words = line[i:quote]
		f.from, f.to, f.terminator = quote+1, end-1, '"'
	}
	named := false
	for i := 0; i < len(words); i++ {
		c := words[i]
		if c != ' ' && c != '-' && c != '_' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return
		}
		named = named || c != ' '
	}
	f.indented = true
	f.ok = named != (f.char == '=') && (quote >= 0 || !paragraph && f.char != '=')
}

// isContainerEnd: three or more ":" or "/" and nothing else.
func isContainerEnd(line string) bool {
	if line == "" || line[0] != ':' && line[0] != '/' {
		return false
	}
	n := run(line, line[0])
	return n >= 3 && strings.Trim(line[n:], " \t") == ""
}

// nameLength is the length of the name at the start of s: a letter, then letters, digits, "-", "_", ".", ":".
func nameLength(s string) int {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case isLetter(c):
		case i > 0 && (c >= '0' && c <= '9' || c == '-' || c == '_'):
		default:
			return i
		}
	}
	return len(s)
}

// closingBracket is the offset of the "]" that belongs to the "[" at the start of s, or 0.
func closingBracket(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return 0
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
