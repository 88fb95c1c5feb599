package markdown

import (
	"html"
	"strings"

	"colophon/internal/document"
)

// The inline markup that has no text inside: tags, autolinks in brackets, entities, math, shortcodes.

// angle reads what begins with "<": an autolink (§6.5) or raw HTML (§6.6).
func (p *inliner) angle() bool {
	rest := p.text[p.pos:]
	if n := autolinkLength(rest); n > 0 {
		from := p.pos
		p.emit(document.Autolink, from, from+n).Dest = rest[1 : n-1]
		return true
	}
	n := tagLength(rest)
	if n == 0 {
		n = p.declaration(rest)
	}
	if n == 0 {
		return false
	}
	p.emit(document.RawHTML, p.pos, p.pos+n)
	return true
}

// declaration is the length of a comment, processing instruction, declaration or CDATA section at the start of s, or 0.
func (p *inliner) declaration(s string) int {
	switch {
	case strings.HasPrefix(s, "<!-->"):
		return 5
	case strings.HasPrefix(s, "<!--->"):
		return 6
	case strings.HasPrefix(s, "<!--"):
		return p.upTo(s, 4, "-->")
	case strings.HasPrefix(s, "<?"):
		return p.upTo(s, 2, "?>")
	case strings.HasPrefix(s, "<![CDATA["):
		return p.upTo(s, 9, "]]>")
	case len(s) > 2 && s[1] == '!' && isLetter(s[2]):
		return p.upTo(s, 3, ">")
	}
	return 0
}

// upTo is the offset after the first closer in s at or after i, or 0. A closer that was not found is not looked for again.
func (p *inliner) upTo(s string, i int, closer string) int {
	if p.vain[closer] {
		return 0
	}
	if n := strings.Index(s[i:], closer); n >= 0 {
		return i + n + len(closer)
	}
	if p.vain == nil {
		p.vain = map[string]bool{}
	}
	p.vain[closer] = true
	return 0
}

// autolinkLength is the length of <scheme:…> or <name@host> at the start of s, or 0.
func autolinkLength(s string) int {
	i := 1
	for i < len(s) && i < 34 && (isLetter(s[i]) || i > 1 && (s[i] >= '0' && s[i] <= '9' || s[i] == '+' || s[i] == '.' || s[i] == '-')) {
		i++
	}
	if i >= 3 && i < 34 && i < len(s) && s[i] == ':' {
		for ; i < len(s) && s[i] > ' ' && s[i] != '<' && s[i] != 0x7F; i++ {
			if s[i] == '>' {
				return i + 1
			}
		}
		return 0
	}
	at := 1
	for at < len(s) && isMailName(s[at]) {
		at++
	}
	if at == 1 || at == len(s) || s[at] != '@' {
		return 0
	}
	for i = at + 1; i < len(s); {
		from := i
		for i < len(s) && (isAlnum(s[i]) || s[i] == '-') {
			i++
		}
		if i == from || i-from > 63 || s[from] == '-' || s[i-1] == '-' || i == len(s) {
			return 0
		}
		if s[i] == '>' {
			return i + 1
		}
		if s[i] != '.' {
			return 0
		}
		i++
	}
	return 0
}

// isMailName: what may stand before the "@" (§6.5, after HTML5).
func isMailName(c byte) bool { return isAlnum(c) || strings.IndexByte(".!#$%&'*+/=?^_`{|}~-", c) >= 0 }

func isAlnum(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' }

// entity reads a character reference (§2.5).
func (p *inliner) entity() bool {
	n := entityLength(p.text[p.pos:])
	if n == 0 {
		return false
	}
	p.emit(document.Entity, p.pos, p.pos+n)
	return true
}

func entityLength(s string) int {
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return 0
	}
	if name := s[1:end]; name[0] == '#' {
		digits, limit, set := name[1:], 7, "0123456789"
		if digits != "" && digits[0]|0x20 == 'x' {
			digits, limit, set = digits[1:], 6, "0123456789abcdefABCDEF"
		}
		if digits == "" || len(digits) > limit || strings.Trim(digits, set) != "" {
			return 0
		}
		return end + 1
	}
	for i := 1; i < end; i++ {
		if !isAlnum(s[i]) {
			return 0
		}
	}
	ref := s[:end+1]
	if plain := html.UnescapeString(ref); plain == ref || strings.HasSuffix(plain, ";") && ref != "&semi;" {
		return 0
	}
	return end + 1
}

// math reads $…$ or $$…$$. As in Pandoc no space stands inside the dollars and, so that prices and shell variables stay
// prose, no letter or digit of English outside them. Only the next dollar can close.
func (p *inliner) math() bool {
	from := p.pos
	n := run(p.text[from:], '$')
	inside := from + n
	if n > 2 || inside >= len(p.text) || n == 1 && isSpace(p.text[inside]) || from > 0 && isAlnum(p.text[from-1]) {
		p.pos += n
		return true
	}
	for i := inside; i < len(p.text); i++ {
		if p.text[i] == '\\' {
			i++
			continue
		}
		if p.text[i] != '$' {
			continue
		}
		m := run(p.text[i:], '$')
		after := i + m
		if m != n || n == 1 && isSpace(p.text[i-1]) || after < len(p.text) && isAlnum(p.text[after]) {
			break
		}
		p.emit(document.InlineMath, from, after)
		return true
	}
	p.pos = inside
	return true
}

// shortcode reads {{< … >}} and its kin.
func (p *inliner) shortcode() bool {
	rest := p.text[p.pos:]
	closer := "}}"
	switch {
	case strings.HasPrefix(rest, "{{<"):
		closer = ">}}"
	case strings.HasPrefix(rest, "{{%"):
		closer = "%}}"
	case strings.HasPrefix(rest, "{%"):
		closer = "%}"
	case strings.HasPrefix(rest, "{/*"):
		closer = "*/}"
	case !strings.HasPrefix(rest, "{{"):
		return false
	}
	if p.vain[closer] {
		return false
	}
	n := shortcodeLength(rest)
	if n == 0 {
		p.upTo(rest, 0, closer)
		return false
	}
	p.emit(document.Placeholder, p.pos, p.pos+n)
	return true
}
