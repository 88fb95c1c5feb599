package markdown

import (
	"html"
	"strconv"
	"strings"
	"unicode"

	"colophon/internal/document"
)

// Anchors returns the ids of the headings: those their author wrote in braces, and for the others what GitHub makes of
// their text. An id that is taken gets "-1", "-2" and so on.
func (f Format) Anchors(d *document.Document) map[int]string {
	anchors := map[int]string{}
	taken := map[string]int{}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != document.Heading {
			continue
		}
		id := explicitID(d, b)
		if id == "" {
			id = Slug(f.plain(d, b))
			unique := id
			for {
				n, used := taken[unique]
				if !used {
					break
				}
				_ = n
				taken[id]++
				unique = id + "-" + strconv.Itoa(taken[id])
			}
			id = unique
		}
		taken[id] += 0
		anchors[i] = id
	}
	return anchors
}

// explicitID is the id in the attributes of a heading. Block.ID will not do: a directive may have set it.
func explicitID(d *document.Document, b *document.Block) string {
	line := b.Span.Of(d.Source)
	if n := strings.LastIndexAny(line, "\r\n"); n >= 0 && b.Holds() { // setext: the last line of its text
		end := b.Lines[len(b.Lines)-1].End
		line = d.Source[b.Span.Start:lineEnd(d.Source, end)]
	}
	line = strings.TrimRight(line, " \t")
	line, _ = strings.CutSuffix(line, strings.Repeat("#", trailing(line, '#')))
	line = strings.TrimRight(line, " \t")
	_, id := attributes(line, 0, len(line))
	return id
}

// plain is the text of a heading as it is shown, without markup.
func (f Format) plain(d *document.Document, b *document.Block) string {
	text := b.Text
	var out strings.Builder
	at := 0
	copyTo := func(end int) {
		if at < end {
			out.WriteString(unescapeText(text[at:end]))
			at = end
		}
	}
	var ends []document.Inline // markup whose text is being copied
	closeTo := func(start int) {
		for len(ends) > 0 && ends[len(ends)-1].Span.End <= start {
			in := ends[len(ends)-1]
			ends = ends[:len(ends)-1]
			copyTo(in.Content.End)
			at = max(at, in.Span.End)
		}
	}
	for _, in := range f.Inlines(d, text) {
		closeTo(in.Span.Start)
		if in.Span.Start < at {
			continue // inside what was dropped
		}
		copyTo(in.Span.Start)
		whole := in.Span.Of(text)
		switch in.Kind {
		case document.Emphasis, document.Strong, document.Strikethrough, document.Link:
			at = in.Content.Start
			ends = append(ends, in)
			continue
		case document.CodeSpan:
			n := run(whole, '`')
			out.WriteString(strings.TrimSpace(whole[n : len(whole)-n]))
		case document.Autolink:
			out.WriteString(in.Dest)
		case document.Entity:
			out.WriteString(html.UnescapeString(whole))
		case document.InlineMath, document.Placeholder:
			out.WriteString(whole)
		case document.HardBreak:
			out.WriteByte(' ')
		}
		at = in.Span.End
	}
	closeTo(len(text))
	copyTo(len(text))
	return out.String()
}

// unescapeText drops the backslashes of escaped punctuation.
func unescapeText(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && isPunctuation(s[i+1]) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// Slug is the id GitHub gives a heading that reads text (without markup): lower case, letters, marks, numbers, "_" and
// "-" of any script, and "-" for each space.
func Slug(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.Nd, r) || unicode.Is(unicode.Pc, r):
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(text))
}
