package edition

import (
	"maps"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// cascade computes of CSS what it takes to tell whether text is seen. It knows the page's <style> elements and style
// attributes; specificity and order decide as CSS Cascade 4 §6 has it, but layers and nesting do not exist for it.
type cascade struct {
	sheet []cssRule
	dark  bool // whether the reader prefers a dark scheme
}

// look is the style of an element as far as it matters.
type look struct {
	gone   bool // with all it contains
	unseen bool // its own text; a descendant may show again

	invisible   bool // visibility
	tiny        bool // font-size
	color, back string
	custom      map[string]string // custom properties
}

// strength orders declarations: the greater wins.
type strength struct {
	important, inline  bool
	specificity, order int
}

func (s strength) less(t strength) bool {
	switch {
	case s.important != t.important:
		return t.important
	case s.inline != t.inline:
		return t.inline
	case s.specificity != t.specificity:
		return s.specificity < t.specificity
	}
	return s.order <= t.order
}

// style is the look of n inside a parent that looks like l.
func (c *cascade) style(n *html.Node, l look) look {
	values, won := map[string]string{}, map[string]strength{}
	declare := func(all []declaration, s strength) {
		for _, d := range all {
			s.important = d.important
			if before, ok := won[d.property]; !ok || before.less(s) {
				values[d.property], won[d.property] = d.value, s
			}
		}
	}
	for i, r := range c.sheet {
		if (!r.dark || c.dark) && (!r.light || !c.dark) {
			if s, ok := r.matches(n); ok {
				declare(r.declarations, strength{specificity: s, order: i})
			}
		}
	}
	declare(parseDeclarations(attribute(n, "style")), strength{inline: true})
	return l.with(values)
}

func (l look) with(values map[string]string) look {
	l.custom = inherit(l.custom, values)
	get := func(property string) string {
		return strings.ToLower(strings.TrimSpace(substitute(values[property], l.custom, 0)))
	}
	if v := get("visibility"); v != "" && v != "inherit" {
		l.invisible = v != "visible" && v != "initial"
	}
	if n, unit, ok := measure(get("font-size")); ok {
		l.tiny = n < 3 && unit == "px" || n < 0.2 && unit != "px" || n < 20 && unit == "%"
	}
	if v := get("-webkit-text-fill-color"); v != "" {
		l.color = color(v)
	} else if v := get("color"); v != "" && v != "inherit" {
		l.color = color(v)
	}
	for _, property := range []string{"background", "background-color"} {
		if v := color(get(property)); v != "" && v != "transparent" && v != "none" && v != "inherit" {
			l.back = v
		}
	}
	l.unseen = l.invisible || l.tiny || l.color == "transparent" || l.color != "" && l.color == l.back
	l.gone = gone(get)
	return l
}

// gone reports whether a style takes an element away with all that is in it.
func gone(get func(string) string) bool {
	if get("display") == "none" || get("content-visibility") == "hidden" || strings.Contains(get("filter"), "opacity(0") {
		return true
	}
	if n, unit, ok := measure(get("opacity")); ok && (n < 0.1 || unit == "%" && n < 10) {
		return true
	}
	if strings.Contains(get("transform"), "scale(0") || get("scale") == "0" || get("zoom") == "0" {
		return true
	}
	clip := get("clip") + get("clip-path")
	for _, nothing := range []string{"rect(0", "rect(1px", "inset(50%", "inset(100%", "circle(0"} {
		if strings.HasPrefix(clip, nothing) {
			return true
		}
	}
	if o := get("overflow") + get("overflow-x") + get("overflow-y"); strings.Contains(o, "hidden") || strings.Contains(o, "clip") {
		for _, side := range []string{"width", "height", "max-width", "max-height", "block-size", "inline-size", "max-block-size", "max-inline-size"} {
			if n, unit, ok := measure(get(side)); ok && (n == 0 || n <= 2 && unit == "px") {
				return true
			}
		}
	}
	return outside(get)
}

// outside reports whether an element is moved off the page, by a distance nobody scrolls.
func outside(get func(string) string) bool {
	moves := []string{"text-indent", "margin-left", "margin-top", "margin-inline-start", "margin-block-start"}
	if p := get("position"); p != "" && p != "static" {
		moves = append(moves, "left", "right", "top", "bottom", "inset", "inset-inline-start", "inset-block-start")
	}
	for _, m := range moves {
		if n, _, ok := measure(get(m)); ok && (n <= -500 || n >= 5000) {
			return true
		}
	}
	_, by, _ := strings.Cut(get("transform")+get("translate"), "(")
	n, _, ok := measure(by)
	return ok && (n <= -500 || n >= 5000)
}

// inherit adds the custom properties among values to those of the parent.
func inherit(custom, values map[string]string) map[string]string {
	var own map[string]string
	for property, value := range values {
		if strings.HasPrefix(property, "--") {
			if own == nil {
				own = maps.Clone(custom)
			}
			own[property] = value
		}
	}
	if own == nil {
		return custom
	}
	return own
}

// substitute replaces var(--x, fallback) in a value (CSS Variables 1 §3).
func substitute(value string, custom map[string]string, depth int) string {
	before, rest, ok := strings.Cut(value, "var(")
	if !ok || depth > 8 {
		return value
	}
	inside, after := closing(rest)
	name, fallback, _ := strings.Cut(inside, ",")
	with, known := custom[strings.TrimSpace(name)]
	if !known {
		with = fallback
	}
	return substitute(before+with+after, custom, depth+1)
}

// closing cuts s after the parenthesis that closes the one before it.
func closing(s string) (inside, after string) {
	depth := 1
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return s[:i], s[i+1:]
			}
		}
	}
	return s, ""
}

// measure reads the number at the start of a value, and its unit.
func measure(value string) (n float64, unit string, ok bool) {
	i := 0
	for i < len(value) && strings.IndexByte("+-.0123456789", value[i]) >= 0 {
		i++
	}
	n, err := strconv.ParseFloat(value[:i], 64)
	unit = value[i:]
	if end := strings.IndexAny(unit, " ,)"); end >= 0 {
		unit = unit[:end]
	}
	if n == 0 && unit == "" {
		unit = "px"
	}
	return n, unit, err == nil
}

// color is the colour of a value in one spelling, as far as colours are spelled in few ways: names and "#abc" become
// "#aabbcc", no alpha becomes "transparent". Of a background it is the first thing in it.
func color(value string) string {
	if i := strings.IndexByte(value, ' '); i > 0 && !strings.Contains(value[:i], "(") {
		value = value[:i]
	}
	value = strings.ReplaceAll(strings.TrimSpace(value), " ", "")
	switch value {
	case "white", "rgb(255,255,255)":
		return "#ffffff"
	case "black", "rgb(0,0,0)":
		return "#000000"
	}
	if strings.HasPrefix(value, "#") {
		if len(value) == 4 || len(value) == 5 {
			var long strings.Builder
			long.WriteByte('#')
			for _, c := range value[1:] {
				long.WriteRune(c)
				long.WriteRune(c)
			}
			value = long.String()
		}
		if len(value) == 9 && strings.HasSuffix(value, "00") {
			return "transparent"
		}
		return strings.TrimSuffix(value, "ff"[:max(0, min(2, len(value)-7))])
	}
	if strings.HasPrefix(value, "rgba(") || strings.HasPrefix(value, "hsla(") || strings.Contains(value, "/") {
		if alpha := strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(",/()", r) }); len(alpha) > 1 {
			if n, _, ok := measure(alpha[len(alpha)-1]); ok && n < 0.1 {
				return "transparent"
			}
		}
	}
	return value
}
