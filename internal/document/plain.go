package document

import "strings"

// PlainText is what a reader sees of a text: its words without markup. Code keeps its words, images their alternative
// text; raw HTML, template syntax and footnote marks go.
func PlainText(f Format, d *Document, text string) string {
	inliner, ok := f.(Inliner)
	if !ok {
		return text
	}
	inlines := inliner.Inlines(d, text)
	if len(inlines) == 0 {
		return text
	}
	const keep, drop = 0, 1
	mark := make([]byte, len(text))
	for _, in := range inlines {
		fill := byte(drop)
		if in.Kind == CodeSpan || in.Kind == Entity || in.Kind == Autolink || in.Kind == HardBreak || in.Kind == InlineMath {
			fill = keep
		}
		for i := in.Span.Start; i < in.Span.End; i++ {
			mark[i] = fill
		}
		for i := in.Content.Start; i < in.Content.End; i++ {
			mark[i] = keep
		}
		switch {
		case in.Kind == Autolink && strings.HasPrefix(in.Span.Of(text), "<"):
			mark[in.Span.Start], mark[in.Span.End-1] = drop, drop
		case in.Kind == CodeSpan:
			for i, j := in.Span.Start, in.Span.End-1; i < j && text[i] == '`' && text[j] == '`'; i, j = i+1, j-1 {
				mark[i], mark[j] = drop, drop
			}
		}
	}
	var out strings.Builder
	for i := range len(text) {
		if mark[i] == keep {
			out.WriteByte(text[i])
		}
	}
	return strings.Join(strings.Fields(out.String()), " ")
}
