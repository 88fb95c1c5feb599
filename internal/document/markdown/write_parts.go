package markdown

import (
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// writeHeading writes an ATX heading. At its end "#" and "{…}" would be closing markers and attributes, unless the
// source has such after the text.
func writeHeading(d *document.Document, b *document.Block, text string) string {
	last := b.Lines[0].End
	if last < b.Span.End {
		return text
	}
	if to, id := attributes(text, 0, len(text)); to < len(text) || id != "" {
		at := strings.LastIndexByte(text, '{')
		return text[:at] + `\` + text[at:]
	}
	if to, closed := closingMarkers(text, 0, len(text)); closed {
		at := to + strings.IndexByte(text[to:], '#')
		return text[:at] + `\` + text[at:]
	}
	return text
}

// writeCell writes a table cell: no "|" but escaped ones, and no backslash in front of the border.
func writeCell(d *document.Document, i int, text string) string {
	b := &d.Blocks[i]
	var out strings.Builder
	for k := 0; k < len(text); k++ {
		if text[k] == '|' && (k == 0 || text[k-1] != '\\') {
			out.WriteByte('\\')
		}
		out.WriteByte(text[k])
	}
	text = out.String()
	start := b.Lines[0].Start
	if before := d.Source[lineStart(d.Source, start):start]; !strings.Contains(before, "|") { // the first cell of a row without a border
		text = guard(d, i, text)
	}
	if end := b.Lines[0].End; strings.HasSuffix(text, `\`) && end < len(d.Source) && d.Source[end] == '|' {
		text += " "
	}
	return text
}

// writeTitle writes the title of a reference definition.
func writeTitle(d *document.Document, b *document.Block, text string) string {
	closer := d.Source[b.Extent().End]
	var out strings.Builder
	text = oneLine(text)
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == closer || c == '(' && closer == ')' {
			out.WriteByte('\\')
		}
		out.WriteByte(c)
		if c == '\\' && i+1 < len(text) {
			i++
			out.WriteByte(text[i])
		}
	}
	if trailing(out.String(), '\\')%2 == 1 { // it would escape the quote
		out.WriteByte('\\')
	}
	return out.String()
}

// writeContainerTitle writes the title of a ":::" container or its kin.
func writeContainerTitle(d *document.Document, b *document.Block, text string) string {
	line := d.Source[b.Span.Start:lineEnd(d.Source, b.Span.Start)]
	f := containerStart(line, false)
	title := span.Span{Start: b.Span.Start + f.from, End: b.Span.Start + f.to}
	if title != b.Lines[0] {
		return text
	}
	switch f.terminator {
	case '"':
		return strings.ReplaceAll(text, `"`, "”")
	case ']':
		if closingBracket("["+text+"]") != len(text)+1 {
			return strings.NewReplacer("[", `\[`, "]", `\]`, `\`, `\\`).Replace(text)
		}
	}
	return text
}

// writeValue writes a scalar of front matter in the quotes it has, or in double quotes where those cannot hold it; and
// a parameter of a shortcode or component tag.
func writeValue(d *document.Document, b *document.Block, text string) string {
	parent := &d.Blocks[b.Parent]
	kind := d.Source[parent.Span.Start]
	flat := strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' }), " ")
	if parent.Kind != document.FrontMatter {
		if kind == '<' {
			return strings.ReplaceAll(flat, `"`, "&quot;")
		}
		return strings.ReplaceAll(flat, `"`, `\"`)
	}
	control := strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7F })
	switch quote := d.Source[b.Lines[0].Start]; {
	case quote == '"' || control:
		return escape(text)
	case quote == '\'' && kind == '-':
		return "'" + strings.ReplaceAll(flat, "'", "''") + "'"
	case quote == '\'' && !strings.Contains(flat, "'"):
		return "'" + flat + "'"
	case quote != '\'' && yamlPlain(strings.Trim(flat, " ")):
		return strings.Trim(flat, " ")
	}
	return escape(flat)
}
