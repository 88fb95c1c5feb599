package markdown

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The strings of YAML, TOML and JSON. Their escapes are close enough for one reader and one writer: everything written
// here means the same in all three.

var escapes = map[byte]string{'0': "\x00", 'a': "\a", 'b': "\b", 't': "\t", '\t': "\t", 'n': "\n", 'v': "\v", 'f': "\f", 'r': "\r",
	'e': "\x1b", ' ': " ", '"': `"`, '/': "/", '\\': `\`, 'N': "\u0085", '_': "\u00a0", 'L': "\u2028", 'P': "\u2029"}

// unescape reads the inside of a double-quoted string; false where an escape is unknown.
func unescape(s string) (string, bool) {
	if strings.IndexByte(s, '\\') < 0 {
		return s, true
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			b.WriteByte(s[i])
			continue
		}
		i++
		if i == len(s) {
			return "", false
		}
		if plain, ok := escapes[s[i]]; ok {
			b.WriteString(plain)
			continue
		}
		r, n := codePoint(s[i:])
		if n == 0 {
			return "", false
		}
		if utf16.IsSurrogate(r) && strings.HasPrefix(s[i+n:], `\u`) {
			low, m := codePoint(s[i+n+1:])
			if pair := utf16.DecodeRune(r, low); m > 0 && pair != utf8.RuneError {
				r, n = pair, n+1+m
			}
		}
		b.WriteRune(r)
		i += n - 1
	}
	return b.String(), true
}

// codePoint reads "x41", "u0041" or "U00000041"; n is its length, 0 if s is none of them.
func codePoint(s string) (r rune, n int) {
	switch s[0] {
	case 'x':
		n = 3
	case 'u':
		n = 5
	case 'U':
		n = 9
	}
	if n == 0 || len(s) < n {
		return 0, 0
	}
	v, err := strconv.ParseUint(s[1:n], 16, 32)
	if err != nil || v > utf8.MaxRune {
		return 0, 0
	}
	return rune(v), n
}

// escape writes s in double quotes.
func escape(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteByte(byte(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case r < ' ' || r >= 0x7F && r < 0xA0 || r == 0x2028 || r == 0x2029 || r == 0xFEFF:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	b.WriteByte('"')
	return b.String()
}

// yamlPlain reports whether s can stand without quotes in YAML and is read as this string (YAML 1.2.2 §7.3.3, §10.3, and
// the words that YAML 1.1 readers take for booleans and dates).
func yamlPlain(s string) bool {
	if !isPlainStart(s) || strings.ContainsAny(s, "\n\r\t") || strings.TrimSpace(s) != s || strings.Contains(s, ": ") ||
		strings.Contains(s, " #") || strings.HasSuffix(s, ":") || strings.HasPrefix(s, "---") || strings.HasPrefix(s, "...") {
		return false
	}
	for _, r := range s {
		if r < ' ' || r >= 0x7F && r < 0xA0 || r == 0x2028 || r == 0x2029 || r == 0xFEFF {
			return false
		}
	}
	switch strings.ToLower(s) {
	case "true", "false", "yes", "no", "on", "off", "y", "n", "null", "~", ".inf", "-.inf", "+.inf", ".nan", "=", "<<":
		return false
	}
	return strings.Trim(s, "0123456789.,:+-_xXoOabcdefABCDEFTZ ") != "" || s[0] > '9' || !strings.ContainsAny(s, "0123456789")
}
