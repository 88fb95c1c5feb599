package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is what a list item may begin with. The zero mark is none.
type mark struct {
	class class
	value int16 // of a number
	other int16 // its value if its letters are a Roman number: "i." follows "h." and comes before "ii."
}

// class says which marks belong to one list: the bullet, or the way its numbers are written and set off.
type class struct {
	sign rune // a bullet; for numbers how many parts they have ("1.2." has two)
	kind kind
	set  set
}

// set is how a number is set off from the text. The sets of East Asian writing come last.
type set uint8

const (
	unset set = iota
	point
	paren
	parens
	brackets
	widePoint
	wideParen
	wideParens
	wideComma
)

// kind says how sure a mark is.
type kind uint8

const (
	none   kind = iota
	bullet      // • and its like: a mark wherever a line begins with it
	ascii       // - * +: a mark at the start of a paragraph; elsewhere - and + may be a minus and a plus
	dash        // – — ·: the same, and more often the dash of a sentence
	letter      // o: only with another one
	digits      // 1. 1) (1) [1] 1.2.: as ascii
	lower       // a) iv.: only with a neighbour that counts on
	upper
	script // 가. 一、 б): letters of other writings that are counted with
)

func (m mark) number() bool { return m.class.kind >= digits }

var (
	bullets = "•‣◦▪▫●○■□◆◇・⁃∙"
	dashes  = "–—―·"
	letters = [][]rune{ // in the order people count with them
		[]rune("가나다라마바사아자차카타파하"),
		[]rune("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
		[]rune("一二三四五六七八九十"),
		[]rune("甲乙丙丁戊己庚辛壬癸"),
		[]rune("абвгдежзиклмнопрст"),
		[]rune("αβγδεζηθικλμνξοπρστυφχψω"),
		[]rune("אבגדהוזחטי"),
		[]rune("أبجدهوزحطي"),
	}
)

// marked returns the mark text begins with and where the text after it begins. A mark needs a space and some text
// after it; those of East Asian writing need only the text.
func marked(text string) (mark, int) {
	m, size := glyph(text)
	if m.class.kind == none {
		return mark{}, 0
	}
	body := strings.TrimLeftFunc(text[size:], unicode.IsSpace)
	r, _ := utf8.DecodeRuneInString(text[size:])
	apart := len(body) > 0 && len(body) < len(text)-size && r != noBreak
	if apart || m.class.tight() && (unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune("「『（“‘", r)) {
		return m, len(text) - len(body)
	}
	return mark{}, 0
}

// tight reports whether the mark may touch its text.
func (c class) tight() bool {
	return c.kind == bullet || c.kind >= digits && (c.set == unset || c.set >= widePoint)
}

// glyph returns the mark itself, whatever follows it, and its length.
func glyph(text string) (mark, int) {
	if text == "" {
		return mark{}, 0
	}
	switch c := text[0]; {
	case c == '-' || c == '*' || c == '+':
		return mark{class: class{kind: ascii, sign: rune(c)}}, 1
	case c == 'o' && len(text) > 1 && text[1] != '.' && text[1] != ')':
		if r, _ := utf8.DecodeRuneInString(text[1:]); !unicode.IsSpace(r) {
			return mark{}, 0
		}
		return mark{class: class{kind: letter, sign: 'o'}}, 1
	case c < utf8.RuneSelf:
		return number(text)
	}
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case strings.ContainsRune(bullets, r):
		return mark{class: class{kind: bullet, sign: r}}, size
	case strings.ContainsRune(dashes, r):
		return mark{class: class{kind: dash, sign: r}}, size
	case r >= '①' && r <= '⑳':
		return mark{class: class{kind: digits}, value: int16(r - '①' + 1)}, size
	}
	return number(text)
}

// number reads a counter with what sets it off.
func number(text string) (mark, int) {
	var m mark
	open, at := utf8.DecodeRuneInString(text)
	if open != '(' && open != '[' && open != '（' {
		open, at = 0, 0
	}
	size := m.count(text[at:])
	if size == 0 {
		return mark{}, 0
	}
	at += size
	close, size := utf8.DecodeRuneInString(text[at:])
	if m.class.set = setOf(open, close); m.class.set == unset {
		return mark{}, 0
	}
	return m, at + size
}

func setOf(open, close rune) set {
	switch {
	case open == 0 && close == '.':
		return point
	case open == 0 && close == ')':
		return paren
	case open == '(' && close == ')':
		return parens
	case open == '[' && close == ']':
		return brackets
	case open == 0 && close == '．':
		return widePoint
	case open == 0 && close == '）':
		return wideParen
	case open == '（' && close == '）':
		return wideParens
	case open == 0 && close == '、':
		return wideComma
	}
	return unset
}

// count reads the counter at the start of text and returns its length, or 0.
func (m *mark) count(text string) int {
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case r >= '0' && r <= '9' || r >= '０' && r <= '９':
		return m.decimal(text)
	case r >= 'a' && r <= 'z':
		m.class.kind = lower
		return m.latin(text, 'a')
	case r >= 'A' && r <= 'Z':
		m.class.kind = upper
		return m.latin(text, 'A')
	case r >= utf8.RuneSelf && m.foreign(r):
		return size
	}
	return 0
}

// decimal reads 1, 12, 1.2. Numbers of more than three digits are years.
func (m *mark) decimal(text string) int {
	at, parts, length, value := 0, rune(1), 0, int16(0)
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case r >= '0' && r <= '9':
			value = value*10 + int16(r-'0')
		case r >= '０' && r <= '９':
			value = value*10 + int16(r-'０')
		case r == '.' && at+1 < len(text) && text[at+1] >= '0' && text[at+1] <= '9' && parts < deepest:
			parts, length, value = parts+1, -1, 0
		default:
			m.class.kind, m.class.sign, m.value = digits, parts, value
			return at
		}
		if length++; length > 3 {
			return 0
		}
		at += size
	}
	return 0
}

// latin reads one letter, or a Roman number below forty.
func (m *mark) latin(text string, a byte) int {
	n := 1
	for n < len(text) && n < len("xxxviii") && strings.IndexByte("ivx", text[n]-a+'a') >= 0 {
		n++
	}
	m.other = roman(strings.ToLower(text[:n]))
	if n == 1 {
		m.value = int16(text[0]-a) + 1
	} else if m.other == 0 {
		return 0
	}
	return n
}

// roman is the value of the Roman number s, or 0.
func roman(s string) int16 {
	value := int16(0)
	for strings.HasPrefix(s, "x") && value < 30 {
		value, s = value+10, s[1:]
	}
	for i, ones := range [...]string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"} {
		if s == ones {
			return value + int16(i)
		}
	}
	return 0
}

// foreign reads one letter of another writing.
func (m *mark) foreign(r rune) bool {
	for _, order := range letters {
		for i, l := range order {
			if l == r {
				m.class.kind, m.class.sign, m.value = script, order[0], int16(i+1)
				return true
			}
		}
	}
	return false
}
