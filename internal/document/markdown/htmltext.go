package markdown

import (
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// The prose in HTML blocks. A README keeps its title, a table its cells and <details> its summary there, so the words
// between two tags that are not inline are a paragraph in the HTML block, with the inline tags in it. It is HTML: what
// looks like Markdown in it is not.
//
// Blocks of kind 6 and 7 are read this way. Comments, what stands in <pre>, <script> and their kin, and what stands in a
// tag with translate="no" are kept as they are; so are attributes, but for those of a tag on a line of its own (an image,
// a component), whose alt, title and label are values.

// inlineTags do not end the text they stand in (HTML Living Standard §3.2.5.2.5, phrasing content that holds words).
var inlineTags = set("a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp " +
	"small span strike strong sub sup time tt u var wbr")

// rawTags hold no prose.
var rawTags = set("pre script style textarea svg math template iframe object audio video canvas select")

// htmlText adds the paragraphs of the HTML block b, whose lines are in s.lines.
func (s *scanner) htmlText(b int) {
	if s.leaf.char == 7 { // the first line holds one tag, and must hold nothing else
		s.parameters(b, s.lines[0])
		s.lines = s.lines[1:]
	}
	if len(s.lines) == 0 {
		return
	}
	text, starts := s.joined()
	line := 0
	for _, r := range htmlRuns(text) {
		for line+1 < len(starts) && starts[line+1] <= r.Start {
			line++
		}
		lines := s.within(starts, line, r)
		s.append(document.Block{
			Kind: document.Paragraph, Parent: b, Span: span.Span{Start: lines[0].Start, End: lines[len(lines)-1].End},
		})
		s.html(len(s.doc.Blocks)-1, lines)
	}
}

// html gives block b its lines. There are no hard breaks in HTML.
func (s *scanner) html(b int, lines []span.Span) {
	if len(lines) > 1 {
		s.measureWidth(lines, nil)
	}
	s.doc.Blocks[b].Lines = s.keep(lines)
	s.doc.Blocks[b].Text = document.Fold(s.source, lines, nil)
}

// htmlRuns finds the ranges of text that hold words, without the spaces around them. It is one flat loop over the tags.
func htmlRuns(text string) (runs []span.Span) {
	from, words := 0, false // the run being read, and whether there are words in it
	code := 0               // open tags whose words are code
	flush := func(end int) {
		if r := (span.Span{Start: from, End: end}); words {
			for r.Start < r.End && isSpace(text[r.Start]) {
				r.Start++
			}
			for r.End > r.Start && isSpace(text[r.End-1]) {
				r.End--
			}
			r.End = withoutClosers(text, r)
			runs = append(runs, r)
		}
		words, code = false, 0
	}
	for i := 0; i < len(text); {
		n := strings.IndexByte(text[i:], '<')
		if n < 0 {
			n = len(text) - i
		}
		words = words || code <= 0 && strings.TrimSpace(text[i:i+n]) != ""
		if i += n; i == len(text) {
			break
		}
		if strings.HasPrefix(text[i:], "<!") || strings.HasPrefix(text[i:], "<?") {
			flush(i)
			closer := ">"
			if strings.HasPrefix(text[i:], "<!--") {
				closer = "-->"
			}
			end := strings.Index(text[i:], closer)
			if end < 0 {
				return runs
			}
			i += end + len(closer)
			from = i
			continue
		}
		n = tagLength(text[i:])
		if n == 0 { // a "<" of the prose, or a tag that HTML parsers would mend: too doubtful to touch
			if i+1 < len(text) && (isLetter(text[i+1]) || text[i+1] == '/') {
				return runs
			}
			words = true
			i++
			continue
		}
		tag := text[i : i+n]
		name := tagName(tag)
		raw := tag[1] != '/' && (rawTags[name] || strings.Contains(tag, `translate="no"`) && !strings.HasSuffix(tag, "/>"))
		if name == "code" || name == "kbd" || name == "samp" {
			if code++; tag[1] == '/' {
				code -= 2
			}
		}
		if inlineTags[name] && !raw {
			i += n
			continue
		}
		flush(i)
		i += n
		if raw {
			end := closingTag(text[i:], name)
			if end < 0 {
				return runs
			}
			i += end
		}
		from = i
	}
	flush(len(text))
	return runs
}

// withoutClosers is the end of run r without the closing tags there whose opening tags stand before it.
func withoutClosers(text string, r span.Span) int {
	for range 8 { // deeper inline markup is kept in the text
		n := strings.LastIndexByte(text[r.Start:r.End], '<')
		if n < 0 || text[r.End-1] != '>' || text[r.Start+n+1] != '/' || tagLength(text[r.Start+n:r.End]) != r.Len()-n {
			break
		}
		inside := span.Span{Start: r.Start, End: r.Start + n}.Of(text)
		if name := tagName(text[r.Start+n : r.End]); strings.Contains(strings.ToLower(inside), "<"+name) || strings.TrimSpace(inside) == "" {
			break
		}
		for r.End = r.Start + n; isSpace(text[r.End-1]); r.End-- {
		}
	}
	return r.End
}

// tagName is the name in a tag, in lower case.
func tagName(tag string) string {
	name := strings.TrimPrefix(tag[1:], "/")
	n := 0
	for n < len(name) && (isLetter(name[n]) || name[n] >= '0' && name[n] <= '9' || name[n] == '-') {
		n++
	}
	return strings.ToLower(name[:n])
}

// closingTag is the offset after the "</name>" that belongs to the tag before text, -1 if there is none.
func closingTag(text, name string) int {
	depth := 1
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '<')
		if n < 0 {
			return -1
		}
		i += n
		if n := tagLength(text[i:]); n > 0 && tagName(text[i:i+n]) == name {
			switch {
			case text[i+1] == '/':
				depth--
			case !strings.HasSuffix(text[i:i+n], "/>"):
				depth++
			}
			if depth == 0 {
				return i + n
			}
		}
		i++
	}
}

// isHTML reports whether block b is prose in an HTML block.
func isHTML(d *document.Document, b *document.Block) bool {
	return b.Kind == document.Paragraph && b.Parent >= 0 && d.Blocks[b.Parent].Kind == document.HTML
}

// writeHTML writes prose in an HTML block. A "<" that begins no inline tag becomes "&lt;", so that no element begins or
// ends in it.
func writeHTML(d *document.Document, i int, text string) string {
	var safe strings.Builder
	for k := 0; k < len(text); k++ {
		if text[k] != '<' || k+1 == len(text) || !isLetter(text[k+1]) && strings.IndexByte("/!?", text[k+1]) < 0 {
			safe.WriteByte(text[k])
			continue
		}
		n := tagLength(text[k:])
		if n == 0 || !inlineTags[tagName(text[k:k+n])] {
			safe.WriteString("&lt;")
			continue
		}
		safe.WriteString(text[k : k+n])
		k += n - 1
	}
	text = safe.String()
	w := newProse(d, i, text)
	lines := []string{text}
	if w.wrapped && d.Width > 0 {
		fixed := make([]bool, len(text)+1)
		for k := 0; k < len(text); k++ {
			for n := tagLength(text[k:]); n > 1; n-- {
				k++
				fixed[k] = true
			}
		}
		lines = document.Wrap(text, document.Wrapping{Width: d.Width, First: columns(w.first), Rest: columns(w.rest), May: func(next string) bool {
			return !fixed[len(text)-len(next)]
		}})
	}
	return strings.Join(lines, w.eol+w.rest)
}
