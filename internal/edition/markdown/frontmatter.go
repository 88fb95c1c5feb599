package markdown

import (
	"bytes"
	"encoding/json"
	"strings"

	"colophon/internal/document"
	"colophon/internal/edition"
)

// printed is the colophon as front matter has it. Order matters to readers that go through it from the top.
type printed struct {
	Heading string        `json:"heading"`
	Intro   string        `json:"intro"`
	Lines   []printedLine `json:"lines"`
	Notes   []string      `json:"notes"`
}

type printedLine struct {
	Name   string         `json:"name"`
	Label  string         `json:"label"`
	Values []printedValue `json:"values"`
}

type printedValue struct {
	Text string `json:"text"`
	URL  string `json:"url,omitempty"`
	Lang string `json:"lang,omitempty"`
}

func print(e *edition.Edition) printed {
	s := &e.Statement
	p := printed{edition.Readable(s.Heading), edition.Readable(s.Intro), []printedLine{}, []string{}}
	for _, l := range s.Lines {
		line := printedLine{Name: edition.Readable(l.Name), Label: edition.Readable(l.Label)}
		for _, v := range l.Values {
			value := printedValue{Text: edition.Readable(v.Text), URL: edition.Readable(v.URL)}
			if !v.Lang.IsZero() {
				value.Lang = v.Lang.String()
			}
			line.Values = append(line.Values, value)
		}
		p.Lines = append(p.Lines, line)
	}
	for _, n := range s.Notes {
		p.Notes = append(p.Notes, edition.Readable(n))
	}
	return p
}

// inFrontMatter adds the colophon to the front matter of text in its own language, as the last key "colophon", or puts
// YAML front matter before a text that has none. It reports false where the front matter is no mapping or has such a
// key. Strings are written as JSON has them, which YAML 1.2 and TOML 1.0 read alike.
func inFrontMatter(e *edition.Edition, text string) (string, bool) {
	eol := e.Text.EOL
	block, ok := frontMatter(e)
	if !ok {
		bom := ""
		if strings.HasPrefix(text, "\ufeff") {
			bom, text = text[:3], text[3:]
		}
		return bom + "---" + eol + yaml(print(e), eol) + "---" + eol + text, true
	}
	at, end := block.Span.Start, block.Span.End
	front := text[at:end] // anchors are pinned after it, so it stands where it stood
	if hasKey(front) {
		return "", false
	}
	var with string
	switch {
	case strings.HasPrefix(front, "---"):
		if !isMapping(front) {
			return "", false
		}
		cut := lastLine(front)
		with = front[:cut] + yaml(print(e), eol) + front[cut:]
	case strings.HasPrefix(front, "+++"):
		cut := lastLine(front)
		with = front[:cut] + toml(print(e), eol) + front[cut:]
	default:
		if with, ok = jsonWith(front, print(e), eol); !ok {
			return "", false
		}
	}
	return text[:at] + with + text[end:], true
}

func frontMatter(e *edition.Edition) (*document.Block, bool) {
	if len(e.Text.Blocks) > 0 && e.Text.Blocks[0].Kind == document.FrontMatter {
		return &e.Text.Blocks[0], true
	}
	return nil, false
}

// lastLine is where the last line of front matter, its fence, begins.
func lastLine(front string) int {
	return strings.LastIndexAny(strings.TrimRight(front, "\r\n"), "\r\n") + 1
}

// hasKey reports whether front matter has a key "colophon", or may have.
func hasKey(front string) bool {
	for line := range strings.FieldsFuncSeq(front, func(r rune) bool { return r == '\n' || r == '\r' || r == ',' || r == '{' }) {
		key := strings.Trim(strings.TrimLeft(line, " \t["), `"'`)
		if rest, ok := strings.CutPrefix(key, "colophon"); ok && strings.IndexAny(strings.TrimLeft(rest, `"' `), ":=].") == 0 {
			return true
		}
	}
	return false
}

// isMapping reports whether every line of YAML front matter that begins in the first column is a key or a comment: a
// flow mapping, a list or a lone string takes no further key.
func isMapping(front string) bool {
	for i, line := range strings.FieldsFunc(front, func(r rune) bool { return r == '\n' || r == '\r' }) {
		switch {
		case i == 0 || strings.HasPrefix(line, "---") || strings.HasPrefix(line, "..."):
		case strings.ContainsAny(line[:1], " \t#-"): // a list may stand unindented under its key
		case !strings.Contains(line, ":") || strings.ContainsAny(line[:1], "{["):
			return false
		}
	}
	return true
}

// str is a string of JSON, YAML and TOML.
func str(s string) string {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic("markdown: a string did not encode: " + err.Error())
	}
	return strings.TrimSuffix(out.String(), "\n")
}

func yaml(p printed, eol string) string {
	lines := []string{"colophon:", "  heading: " + str(p.Heading), "  intro: " + str(p.Intro), "  lines:"}
	for _, l := range p.Lines {
		lines = append(lines, "    - name: "+str(l.Name), "      label: "+str(l.Label), "      values:")
		for _, v := range l.Values {
			lines = append(lines, "        - text: "+str(v.Text))
			if v.URL != "" {
				lines = append(lines, "          url: "+str(v.URL))
			}
			if v.Lang != "" {
				lines = append(lines, "          lang: "+str(v.Lang))
			}
		}
	}
	if len(p.Notes) > 0 {
		lines = append(lines, "  notes:")
	}
	for _, n := range p.Notes {
		lines = append(lines, "    - "+str(n))
	}
	return strings.Join(lines, eol) + eol
}

// toml is a table, the last of the front matter. Inline tables stand on one line (TOML 1.0).
func toml(p printed, eol string) string {
	lines := []string{"[colophon]", "heading = " + str(p.Heading), "intro = " + str(p.Intro), "lines = ["}
	for _, l := range p.Lines {
		values := make([]string, len(l.Values))
		for i, v := range l.Values {
			values[i] = "{ text = " + str(v.Text)
			if v.URL != "" {
				values[i] += ", url = " + str(v.URL)
			}
			if v.Lang != "" {
				values[i] += ", lang = " + str(v.Lang)
			}
			values[i] += " }"
		}
		lines = append(lines, "  { name = "+str(l.Name)+", label = "+str(l.Label)+", values = [ "+strings.Join(values, ", ")+" ] },")
	}
	lines = append(lines, "]", "notes = [")
	for _, n := range p.Notes {
		lines = append(lines, "  "+str(n)+",")
	}
	return strings.Join(append(lines, "]"), eol) + eol
}

// jsonWith puts the colophon before the brace that closes the object.
func jsonWith(front string, p printed, eol string) (string, bool) {
	closing := strings.LastIndexByte(front, '}')
	if closing < 0 || !json.Valid([]byte(front)) {
		return "", false
	}
	var body bytes.Buffer
	enc := json.NewEncoder(&body)
	enc.SetEscapeHTML(false)
	enc.SetIndent("  ", "  ")
	if err := enc.Encode(p); err != nil {
		return "", false
	}
	before := strings.TrimRight(front[:closing], " \t\r\n")
	comma := ","
	if strings.HasSuffix(before, "{") {
		comma = ""
	}
	object := strings.ReplaceAll(strings.TrimSuffix(body.String(), "\n"), "\n", eol)
	return before + comma + eol + `  "colophon": ` + object + eol + front[closing:], true
}
