package markdown

import (
	"strings"

	"colophon/internal/attribution"
	"colophon/internal/document"
	"colophon/internal/edition"
)

// atEnd appends the colophon to text as a section of its own, and reports whether it can be read there: a fence or a
// comment that the document never closes would swallow it. Those we close after the document's last byte; where that
// does not help, nothing does.
func atEnd(e *edition.Edition, text string) (string, bool) {
	eol := e.Text.EOL
	gap := eol + eol
	switch {
	case text == "" || strings.HasSuffix(text, eol+eol):
		gap = ""
	case strings.HasSuffix(text, eol):
		gap = eol
	}
	section := "---" + eol + eol + statement(e, "## ")
	if !mayHide(e) {
		return text + gap + section, true
	}
	for _, closer := range closers(e) {
		between := gap
		if closer != "" {
			between = strings.TrimPrefix(gap, eol) + closer + eol + eol
			if strings.HasSuffix(text, eol) {
				between = closer + eol + eol
			}
		}
		if with := text + between + section; edition.Shows(e, edition.File{Name: e.Name + ".md", Content: with}) {
			return with, true
		}
	}
	return "", false
}

// mayHide reports whether text may hide what comes after it: its last block may be open, or it has HTML of a kind that
// hides. It may say yes too often, which costs a reading of the page.
func mayHide(e *edition.Edition) bool {
	if last, ok := lastBlock(e); ok {
		switch last.Kind {
		case document.Paragraph, document.Heading, document.Cell, document.Value, document.ThematicBreak, document.Definition:
		default:
			return true
		}
	}
	source := strings.ToLower(e.Text.Source)
	if !strings.Contains(source, "<") {
		return false
	}
	if strings.LastIndex(source, "<!--") > strings.LastIndex(source, "-->") {
		return true
	}
	for _, word := range hiding {
		if strings.Contains(source, word) {
			return true
		}
	}
	return false
}

// hiding is what HTML that keeps text from its reader has in it: attributes, and the tags of elements that show nothing
// of their text, or swallow the tags after them.
var hiding = []string{"hidden", "inert", "style", "<script", "<textarea", "<title", "<pre", "<xmp", "<template", "<noscript", "<noembed",
	"<noframes", "<details", "<dialog", "<iframe", "<object", "<audio", "<video", "<canvas", "<datalist", "<select", "<svg", "<math",
	"<plaintext", "<head", "<frameset", "<rp", "<?", "<!["}

func lastBlock(e *edition.Edition) (*document.Block, bool) {
	if n := len(e.Text.Blocks); n > 0 {
		return &e.Text.Blocks[n-1], true
	}
	return nil, false
}

// closers are what may close the end of the document: nothing, the fence that is open, the ends of HTML blocks 1 to 5
// (CommonMark 0.31.2 §4.6).
func closers(e *edition.Edition) []string {
	all := []string{""}
	if last, ok := lastBlock(e); ok && last.Kind == document.Code {
		fence := last.Span.Of(e.Text.Source)
		if n := len(fence) - len(strings.TrimLeft(fence, "`")); n >= 3 {
			all = append(all, fence[:n])
		} else if n := len(fence) - len(strings.TrimLeft(fence, "~")); n >= 3 {
			all = append(all, fence[:n])
		}
	}
	return append(all, "-->", "?>", ">", "]]>", "</script>", "</style>", "</textarea>", "</pre>", "</details>", "</div>")
}

// statement is the colophon as Markdown, under a heading with the given mark, in the document's line endings.
func statement(e *edition.Edition, mark string) string {
	s := &e.Statement
	lines := []string{mark + escape(s.Heading), "", escape(s.Intro), ""}
	for _, l := range s.Lines {
		values := make([]string, len(l.Values))
		for i, v := range l.Values {
			values[i] = value(v)
		}
		lines = append(lines, "- **"+escape(l.Label)+":** "+strings.Join(values, " · "))
	}
	for _, n := range s.Notes {
		lines = append(lines, "", escape(n))
	}
	return strings.Join(lines, e.Text.EOL) + e.Text.EOL
}

// value is a name, linked where its URL is one to follow. A URL that is its own name stands in angle brackets.
func value(v attribution.Value) string {
	url, ok := edition.Link(v.URL)
	switch {
	case v.URL == "" || v.URL == v.Text && !ok:
		return escape(v.Text)
	case !ok:
		return escape(v.Text) + " (" + escape(v.URL) + ")"
	case url == v.Text && !strings.ContainsAny(url, "<>"):
		return "<" + url + ">"
	}
	if strings.Contains(url, ";") { // "&copy;" in a destination would be a character reference (CommonMark 0.31.2 §6.3)
		url = strings.ReplaceAll(url, "&", "&amp;")
	}
	return "[" + escape(v.Text) + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C").Replace(url) + ">)"
}

// escape makes text stand for itself wherever in a line it stands: the characters that may begin inline markup of
// CommonMark, GFM, math, MDX and template languages have a backslash before them, and so has a mark at the start.
func escape(text string) string {
	text = edition.Readable(text)
	var out strings.Builder
	for i := range len(text) {
		if strings.IndexByte("\\`*_{}[]<>#|~&!$^@", text[i]) >= 0 || starts(text, i) {
			out.WriteByte('\\')
		}
		out.WriteByte(text[i])
	}
	return out.String()
}

// starts reports whether the character at i would make a block of a line that begins with text: a list, a rule, a
// definition, a container. Of a number that is its dot.
func starts(text string, i int) bool {
	switch text[i] {
	case '-', '+', '=', ':', '%', '/', '"':
		return i == 0
	case '.', ')':
		return i > 0 && strings.Trim(text[:i], "0123456789") == ""
	}
	return false
}
