package html

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"colophon/internal/document"
	"colophon/internal/span"
)

// Values are texts that are not in the flow: the title, and attributes that people read or hear. They stand before the
// block whose tag they are in. The attributes of an inline tag are part of the text the tag is in, where a translator
// moves and changes them; only where there is no such text, as around an image that stands alone, are they values.

// readable are the attributes people read (§3.2.6.4, translatable attributes), by element where not on any.
var readable = map[string]string{
	"title": "", "alt": "", "placeholder": "", "label": "", "aria-label": "", "aria-description": "", "aria-placeholder": "",
	"aria-roledescription": "", "aria-valuetext": "", "summary": "table", "abbr": "td th", "value": "input", "content": "meta",
}

// fields are the <meta> fields people read. Those that name people, places and machines are not among them.
var fields = func() map[string]bool {
	m := map[string]bool{}
	for f := range strings.FieldsSeq("description keywords abstract subject title og:title og:description og:image:alt og:site_name " +
		"twitter:title twitter:description twitter:image:alt dc.title dc.description dc.subject dcterms.title dcterms.description " +
		"dcterms.abstract application-name apple-mobile-web-app-title") {
		m[f] = true
	}
	return m
}()

// values adds the attributes of tag t that people read, and reports whether there are any. s says whether they are to be
// translated.
func (p *parser) values(t token, s speech) (any bool) {
	var seen []string // names; browsers drop attributes that come again (§13.2.5.33)
	for _, a := range p.attrs {
		name := lower(a.name.Of(p.src))
		on, ok := readable[name]
		if !ok || on != "" && !hasClass(on, t.name) || slices.Contains(seen, name) || t.name == "link" || t.name == "style" {
			continue // the title of a style sheet is the name of a set of them (§4.6.7.26)
		}
		seen = append(seen, name)
		key, ok := p.key(name)
		if !ok || !whole(a.value.Of(p.src)) {
			continue
		}
		any = p.addValue(key, span.Span{Start: t.start, End: a.end}, a.value, s) || any
	}
	return any
}

// key is what an attribute is called in a catalog: its name, or that of its <meta> field.
func (p *parser) key(name string) (key string, ok bool) {
	switch name {
	case "content":
		for _, by := range []string{"name", "property", "itemprop"} {
			if field, ok := p.value(by); ok {
				field = strings.ToLower(strings.TrimSpace(field))
				return field, fields[field]
			}
		}
		return "", false
	case "value": // what stands on a button; elsewhere it is data (§4.10.5.1.18 to 21)
		kind, _ := p.value("type")
		kind = strings.ToLower(kind)
		return name, kind == "submit" || kind == "button" || kind == "reset"
	}
	return name, true
}

// whole reports whether all templates in an attribute end in it. In title="{{ t "key" }}" they do not: to HTML the
// attribute ends at the second quote.
func whole(value string) bool {
	return strings.Count(value, "{{") == strings.Count(value, "}}") && strings.Count(value, "{%") == strings.Count(value, "%}")
}

// addValue adds a value, if there are words in it, and reports whether there are.
func (p *parser) addValue(key string, all, text span.Span, s speech) bool {
	text = trim(p.src, text)
	if text.Len() == 0 || !hasWords(text.Of(p.src)) {
		return false
	}
	if !s.silent() && !p.skipping {
		p.hold(p.add(document.Block{Kind: document.Value, Key: key, Span: all}), text, s.note)
	}
	return true
}

// hasWords reports whether a reader finds something to translate in s: a letter, a digit or a pictograph, outside of
// templates, as such or as an entity. Bullets, arrows and bars between links are none.
func hasWords(s string) bool {
	vain := false
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case isLetter(c) || c >= '0' && c <= '9':
			return true
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s[i:])
			if isWord(r) {
				return true
			}
			i += size
		case c == '&':
			n := entityLength(s[i:])
			if n > 0 && isWord(firstRune(html.UnescapeString(s[i:i+n]))) {
				return true
			}
			i += max(n, 1)
		case c == '{' && !vain && i+1 < len(s) && (s[i+1] == '{' || s[i+1] == '%'):
			n := strings.Index(s[i:], map[byte]string{'{': "}}", '%': "%}"}[s[i+1]])
			if vain = n < 0; vain {
				n = 0
			}
			i += n + 2
		default:
			i++
		}
	}
	return false
}

func isWord(r rune) bool {
	const pictographs = 0x1F000
	return unicode.IsLetter(r) || unicode.IsNumber(r) || r >= pictographs && r != unicode.MaxRune
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// entityLength is the length of the character reference at the start of s, or 0 (§13.5). Those without a semicolon,
// which browsers still read, are words to us.
func entityLength(s string) int {
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return 0
	}
	if name := s[1:end]; name[0] == '#' {
		digits, set := name[1:], "0123456789"
		if digits != "" && digits[0]|0x20 == 'x' {
			digits, set = digits[1:], "0123456789abcdefABCDEF"
		}
		if digits == "" || len(digits) > 7 || strings.Trim(digits, set) != "" {
			return 0
		}
		return end + 1
	}
	for i := 1; i < end; i++ {
		if c := s[i]; !isLetter(c) && (c < '0' || c > '9') {
			return 0
		}
	}
	ref := s[:end+1]
	if plain := html.UnescapeString(ref); plain == ref || strings.HasSuffix(plain, ";") && ref != "&semi;" {
		return 0
	}
	return end + 1
}
