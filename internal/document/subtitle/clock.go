package subtitle

import "strings"

// arrow stands between two times. WebVTT allows it nowhere else (§4.1).
const arrow = "-->"

// timed reports whether a line is one of times: two of them, an arrow between, and settings or coordinates after.
func timed(line string) bool {
	line = line[blanks(line):]
	n := clock(line)
	if n == 0 {
		return false
	}
	n += blanks(line[n:])
	line, ok := strings.CutPrefix(line[n:], arrow)
	return ok && clock(line[blanks(line):]) > 0
}

// clock is the length of the time at the start of s, or 0: "00:00:01,000", "00:01.000", and what programs and people
// make of them: no fraction, one after a colon, a sign before a file was shifted too far, a space read by OCR.
func clock(s string) int {
	i := 0
	if strings.HasPrefix(s, "-") {
		i++
	}
	n := digits(s[i:])
	for parts := 1; n > 0; parts++ {
		i += n
		if parts == 4 || i == len(s) || s[i] != ':' {
			if parts > 1 {
				return i + fraction(s[i:])
			}
			break
		}
		i++
		i += blanks(s[i:])
		n = digits(s[i:])
	}
	return 0
}

// fraction is the length of the fraction of a second at the start of s.
func fraction(s string) int {
	if s == "" || s[0] != ',' && s[0] != '.' {
		return 0
	}
	blank := blanks(s[1:])
	n := digits(s[1+blank:])
	if n == 0 {
		return 0
	}
	return 1 + blank + n
}

func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// number reports whether s is nothing but digits, as the number of a SubRip cue is.
func number(s string) bool { return s != "" && digits(s) == len(s) }
