package markdown

import (
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// maxTagLines is how many lines one shortcode or component tag may take: looking further for its end from every line
// would be quadratic.
const maxTagLines = 32

// skeletonLines is how many lines from i on hold nothing but shortcodes or component tags: templates that stand on
// lines of their own within what Markdown takes for a paragraph. 0 if line i holds prose.
func (s *scanner) skeletonLines(lines []span.Span, i int) int {
	first := lines[i].Of(s.source)
	switch first[0] {
	case '{', '<':
	case 'i', 'e':
		if i == 0 && len(s.stack) == 1 && lineStart(s.source, lines[0].Start) == lines[0].Start && isModuleLine(first) {
			return len(lines) // imports and exports of MDX go on to the next blank line
		}
		return 0
	default:
		return 0
	}
	if n := skeletonLength(first); n == len(first) {
		return 1
	} else if n > 0 || !mayGoOn(first) {
		return 0
	}
	var text strings.Builder
	for n := i; n < min(len(lines), i+maxTagLines); n++ {
		if n > i {
			text.WriteByte('\n')
		}
		text.WriteString(lines[n].Of(s.source))
		if n > i && endsTag(lines[n].Of(s.source)) && skeletonLength(text.String()) == text.Len() {
			return n - i + 1
		}
	}
	return 0
}

// isSkeleton reports whether a line holds nothing but shortcodes or component tags.
func isSkeleton(line string) bool { return line != "" && skeletonLength(line) == len(line) }

// skeletonLength is how many bytes at the start of text are shortcodes, component tags and spaces.
func skeletonLength(text string) int {
	i := 0
	for i < len(text) {
		n := shortcodeLength(text[i:])
		if n > 0 && isInline(text[i:i+n]) {
			return 0
		}
		if n == 0 {
			n = componentLength(text[i:])
		}
		if n == 0 {
			break
		}
		i = trimStart(text, i+n, len(text))
	}
	return i
}

// inlineShortcodes stand for words of a sentence, wherever they happen to be wrapped: those of Hugo itself and of the
// documentation sites that use it most.
var inlineShortcodes = set("ref relref param glossary_tooltip skew latest-version latest-semver abbr icon emoji kbd badge gh issue pr")

// isInline reports whether a shortcode stands for words, so that a line of its own does not end the prose around it.
// It must not look at the prose: a translation could turn the answer. {{ }} shows a value, unless mdBook includes a file.
func isInline(code string) bool {
	if strings.HasPrefix(code, "{{<") || strings.HasPrefix(code, "{{%") {
		fields := strings.Fields(code[3 : len(code)-3])
		return len(fields) > 0 && inlineShortcodes[fields[0]] || strings.Contains(code, ` text="`)
	}
	return strings.HasPrefix(code, "{{") && !strings.HasPrefix(code, "{{#")
}

// codeShortcodes hold something else than Markdown, and so does every shortcode that names the language of its code.
var codeShortcodes = set("highlight mermaid katex math chem plantuml diagram")

// codeShortcode is the name of the shortcode that line opens if all up to its end is code, or "".
func codeShortcode(line string) string {
	n := shortcodeLength(line)
	if n < 6 || line[2] != '<' && line[2] != '%' {
		return ""
	}
	inside := line[3 : n-3]
	fields := strings.Fields(inside)
	if len(fields) == 0 || !codeShortcodes[fields[0]] && !strings.Contains(inside, " codelang=") {
		return ""
	}
	return fields[0]
}

// closed reports whether the shortcode of that name ends somewhere after offset i. All ends are looked for once.
func (s *scanner) closed(name string, i int) bool {
	if s.ends == nil {
		s.ends = map[string]int{}
		for at := 0; ; {
			n := strings.Index(s.source[at:], "{{")
			if n < 0 {
				break
			}
			at += n + 2
			if end := closingName(s.source[at-2:]); end != "" {
				s.ends[end] = at
			}
		}
	}
	return s.ends[name] > i
}

// closingName is the name in the closing shortcode at the start of s, {{< /name >}} or {{% /name %}}, or "".
func closingName(s string) string {
	if !strings.HasPrefix(s, "{{<") && !strings.HasPrefix(s, "{{%") {
		return ""
	}
	s = strings.TrimLeft(s[3:min(len(s), 128)], " ")
	if s == "" || s[0] != '/' {
		return ""
	}
	s = strings.TrimLeft(s[1:], " ")
	n := strings.IndexAny(s, " >%")
	return s[:max(n, 0)]
}

// endsShortcode reports whether line closes the shortcode of that name.
func endsShortcode(line, name string) bool {
	for {
		n := strings.Index(line, "{{")
		if n < 0 {
			return false
		}
		if closingName(line[n:]) == name {
			return true
		}
		line = line[n+2:]
	}
}

// attributeKeys are the parameters of shortcodes and component tags that are shown to the reader.
var attributeKeys = set("title caption alt label summary header subtitle description")

// shortcode adds lines that are shortcodes or tags as a block, with the parameters that are prose as values in it.
func (s *scanner) shortcode(lines []span.Span) {
	b := s.add(document.Shortcode, lines[0].Start, lines[len(lines)-1].End)
	for _, l := range lines {
		s.parameters(b, l)
	}
}

// parameters adds the parameters key="value" on line l that are shown to the reader as values in block b.
func (s *scanner) parameters(b int, l span.Span) {
	line := l.Of(s.source)
	tab := strings.HasPrefix(line, "{{< tab ") || strings.HasPrefix(line, "{{% tab ")
	for at := 0; ; {
		n := strings.Index(line[at:], `="`)
		if n < 0 {
			return
		}
		key := line[at : at+n]
		key = key[strings.LastIndexAny(key, " \t")+1:]
		from := at + n + len(`="`)
		end := from
		for end < len(line) && line[end] != '"' {
			if line[end] == '\\' {
				end++
			}
			end++
		}
		if end >= len(line) {
			return
		}
		at = end + 1
		text := strings.ReplaceAll(line[from:end], `\"`, `"`)
		if !attributeKeys[key] && !(tab && key == "name") || strings.TrimSpace(text) == "" || strings.IndexByte(text, '\\') >= 0 {
			continue
		}
		value := span.Span{Start: l.Start + from, End: l.Start + end}
		s.append(document.Block{Kind: document.Value, Parent: b, Span: value, Lines: s.keep([]span.Span{value}), Text: text, Key: key})
	}
}

// mayGoOn reports whether line opens a shortcode or tag that it does not close.
func mayGoOn(line string) bool {
	return strings.HasPrefix(line, "{{") || strings.HasPrefix(line, "{%") || len(line) > 1 && line[0] == '<' && line[1] >= 'A' && line[1] <= 'Z'
}

func endsTag(line string) bool { return strings.HasSuffix(line, "}") || strings.HasSuffix(line, ">") }

// shortcodeLength is the length of the shortcode at the start of s, or 0: {{< >}} and {{% %}} of Hugo, {{ }} and {% %}
// of Jinja and Liquid, {/* */} of MDX.
func shortcodeLength(s string) int {
	if len(s) < 4 || s[0] != '{' {
		return 0
	}
	closer := "}}"
	switch {
	case strings.HasPrefix(s, "{{<"):
		closer = ">}}"
	case strings.HasPrefix(s, "{{%"):
		closer = "%}}"
	case strings.HasPrefix(s, "{{"):
	case s[1] == '%':
		closer = "%}"
	case strings.HasPrefix(s, "{/*"):
		closer = "*/}"
	default:
		return 0
	}
	open := len(closer)
	// Nothing of the kind is longer; the bound keeps a file of openers linear.
	if n := strings.Index(s[open:min(len(s), 4096)], closer); n >= 0 {
		return open + n + len(closer)
	}
	return 0
}
