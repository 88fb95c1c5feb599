package markdown

import (
	"strings"

	"colophon/internal/document"
)

// Write returns the bytes with which block i reads target.
//
// Prose that was wrapped in the source is wrapped to the width of the file, prose on one line stays on one; hard breaks
// are written as the block writes its own. What would start another block at the start of the text gets a backslash;
// after a hard break it is indented by four, which keeps it text without changing it (CommonMark 0.31.2 §4.4).
func (f Format) Write(d *document.Document, i int, target string) string {
	b := &d.Blocks[i]
	raw := unifyEOL.Replace(target)
	text := tidy(raw)
	if text == "" {
		return b.Extent().Of(d.Source)
	}
	if !isHTML(d, b) && b.Kind != document.Value {
		text = f.mend(d, b.Text, text)
	}
	switch {
	case b.Kind == document.Value:
		return writeValue(d, b, raw)
	case isHTML(d, b):
		return writeHTML(d, i, oneLine(text))
	case b.Kind == document.Definition:
		return writeTitle(d, b, text)
	case b.Kind == document.Container:
		return writeContainerTitle(d, b, oneLine(text))
	case b.Kind == document.Cell:
		return writeCell(d, i, oneLine(text))
	case b.Kind == document.Term || isCalloutTitle(d, b):
		return guard(d, i, oneLine(text))
	case b.Kind == document.Heading && !strings.ContainsAny(b.Span.Of(d.Source), "\r\n"):
		return writeHeading(d, b, oneLine(text))
	}
	return writeProse(d, i, text)
}

var unifyEOL = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// tidy makes a target one paragraph: no blank lines, and no spaces at either end of a line.
func tidy(text string) string {
	text = strings.Trim(text, " \t\n")
	if strings.IndexByte(text, '\n') < 0 {
		return text
	}
	lines := strings.Split(text, "\n")
	kept := lines[:0]
	for _, l := range lines {
		if l = strings.Trim(l, " \t"); l != "" {
			kept = append(kept, l)
		}
	}
	return strings.Join(kept, "\n")
}

func oneLine(text string) string { return strings.ReplaceAll(text, "\n", " ") }

// isCalloutTitle: the text after "[!name]" at the start of a quote, which ends with its line.
func isCalloutTitle(d *document.Document, b *document.Block) bool {
	start := b.Lines[0].Start
	return strings.Contains(d.Source[lineStart(d.Source, start):start], "[!")
}

// writeProse writes a paragraph or setext heading.
func writeProse(d *document.Document, i int, text string) string {
	w := newProse(d, i, text)
	var out strings.Builder
	for k, part := range w.parts {
		if k > 0 {
			out.WriteString(w.hardBreak(w.parts[k-1]))
			out.WriteString(w.eol)
		}
		for n, line := range w.wrap(part, k == 0) {
			if n > 0 {
				out.WriteString(w.eol)
			}
			switch {
			case k == 0 && n == 0:
				line = guard(d, i, line)
			case opens(line, true) >= 0:
				out.WriteString(w.safe + "    ")
			case opens(line, false) >= 0 || footnoteStart(line) > 0:
				out.WriteString(w.safe) // a lazy continuation line must not look like a block of its own (§5.1)
			default:
				out.WriteString(w.rest)
			}
			out.WriteString(line)
		}
	}
	return out.String()
}

// prose is what writeProse knows of the block it fills.
type prose struct {
	d       *document.Document
	b       *document.Block
	parts   []string // of the text, between its hard breaks
	wrapped bool     // whether the source breaks lines where it need not
	eol     string
	style   string // of hard breaks: a backslash, or spaces
	first   string // what stands before the first line
	safe    string // the same with markers of items as spaces: what any other line may have before it
	rest    string // what the source has before its second line, or else safe
}

func newProse(d *document.Document, i int, text string) *prose {
	b := &d.Blocks[i]
	w := &prose{d: d, b: b, eol: d.EOL, style: "  "}
	start := b.Lines[0].Start
	w.first = d.Source[lineStart(d.Source, start):start]
	w.safe = continuation(w.first)
	w.rest = w.safe
	for n, l := range b.Lines[:len(b.Lines)-1] {
		glue := d.Source[l.End:b.Lines[n+1].Start]
		end := strings.IndexAny(glue, "\r\n")
		eol := eolAt(glue, end)
		if n == 0 {
			w.eol = eol
			w.rest = glue[end+len(eol):]
		}
		if style := glue[:end]; style == `\` || strings.HasSuffix(style, "  ") {
			if n == 0 || w.style == "  " {
				w.style = style
			}
			w.wrapped = w.wrapped || !strings.Contains(b.Text, "\n")
		} else {
			w.wrapped = true
		}
	}
	w.parts = hardParts(d, text)
	return w
}

// hardParts splits text at its hard breaks. In code, tags and destinations there are none, and "\n" is a space.
func hardParts(d *document.Document, text string) []string {
	if strings.IndexByte(text, '\n') < 0 {
		return []string{text}
	}
	var parts []string
	from := 0
	for _, in := range (Format{}).Inlines(d, text) {
		if in.Kind == document.HardBreak {
			parts = append(parts, oneLine(text[from:in.Span.Start]))
			from = in.Span.End
		}
	}
	return append(parts, oneLine(text[from:]))
}

// hardBreak is what ends a line that reads line. After a backslash another one would be a character.
func (w *prose) hardBreak(line string) string {
	if w.style == `\` && trailing(line, '\\')%2 == 1 {
		return "  "
	}
	return w.style
}

// continuation is the prefix for further lines of a block whose first line has prefix before it: the ">" of quotes and
// tabs stay, markers and task boxes become spaces. The content of a footnote is indented by four whatever its label.
func continuation(prefix string) string {
	out := []byte(prefix)
	for i := 0; i < len(out); {
		if n := footnoteStart(prefix[i:]); n > 0 {
			after := trimStart(prefix, i+n, len(prefix))
			return string(out[:i]) + "    " + continuation(prefix[after:])
		}
		if out[i] != '>' && out[i] != '\t' {
			out[i] = ' '
		}
		i++
	}
	return string(out)
}
