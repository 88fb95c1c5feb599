package edition

import "strings"

// cssRule is one selector of a style rule with its declarations.
type cssRule struct {
	selector     []compound // outermost first
	specificity  int
	declarations []declaration
	light, dark  bool // only in one colour scheme
}

type declaration struct {
	property, value string
	important       bool
}

// parseSheet reads a style sheet. Sibling combinators and structural pseudo-classes count as fulfilled: a rule that
// may hide is a rule that hides. Rules for print and speech, and those within unknown at-rules, are passed over.
func parseSheet(css string) []cssRule {
	var rules []cssRule
	parseRules(uncomment(css), cssRule{}, &rules, 0)
	return rules
}

func uncomment(css string) string {
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(css, "/*")
		out.WriteString(before)
		if !ok {
			return out.String()
		}
		_, css, _ = strings.Cut(rest, "*/")
		out.WriteByte(' ')
	}
}

func parseRules(css string, in cssRule, rules *[]cssRule, depth int) {
	for depth < 8 {
		i := strings.IndexAny(css, "{;}")
		if i < 0 {
			return
		}
		prelude := strings.TrimSpace(css[:i])
		if css[i] != '{' {
			css = css[i+1:]
			continue
		}
		var body string
		body, css = block(css[i+1:])
		if !strings.HasPrefix(prelude, "@") {
			for _, s := range splitTop(prelude, ',') {
				r := in
				r.selector, r.specificity = parseSelector(s)
				r.declarations = parseDeclarations(body)
				*rules = append(*rules, r)
			}
		} else if inner, ok := in.within(strings.ToLower(prelude)); ok {
			parseRules(body, inner, rules, depth+1)
		}
	}
}

// within is what rules inside an at-rule inherit, and whether they apply to a screen at all.
func (r cssRule) within(prelude string) (cssRule, bool) {
	name, condition, _ := strings.Cut(prelude, " ")
	switch name {
	case "@media":
		if strings.Contains(condition, "print") && !strings.Contains(condition, "not print") && !strings.Contains(condition, "screen") ||
			strings.Contains(condition, "speech") {
			return r, false
		}
		r.dark = r.dark || strings.Contains(condition, "dark")
		r.light = r.light || strings.Contains(condition, "light")
		return r, true
	case "@supports", "@layer", "@container", "@scope":
		return r, true
	}
	return r, false
}

// block cuts css after the brace that closes the one before it.
func block(css string) (inside, after string) {
	depth := 1
	for i := range len(css) {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return css[:i], css[i+1:]
			}
		}
	}
	return css, ""
}

// splitTop splits at separators that stand in no brackets and no quotes.
func splitTop(s string, separator byte) []string {
	var parts []string
	depth, from := 0, 0
	var quote byte
	for i := range len(s) {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth--
		case c == separator && depth == 0:
			parts = append(parts, s[from:i])
			from = i + 1
		}
	}
	return append(parts, s[from:])
}

func parseDeclarations(css string) []declaration {
	var all []declaration
	for _, part := range splitTop(css, ';') {
		property, value, ok := strings.Cut(part, ":")
		if !ok || strings.ContainsAny(property, "{}&") {
			continue
		}
		d := declaration{property: strings.ToLower(strings.TrimSpace(property)), value: strings.TrimSpace(value)}
		if v, cut := strings.CutSuffix(strings.ToLower(d.value), "!important"); cut {
			d.important, d.value = true, strings.TrimSpace(v)
		}
		all = append(all, d)
	}
	return all
}
