package html

import (
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// parseDirective reads a comment, with its marks.
func parseDirective(source string) (do document.Directive, argument string) {
	inside, opens := strings.CutPrefix(source, "<!--")
	inside, closes := strings.CutSuffix(inside, "-->")
	if !opens || !closes {
		return document.NoDirective, ""
	}
	return document.ParseDirective(inside)
}

// speaking is what directives have said about the blocks to come.
type speaking struct {
	skip, skipping bool
	nextNote       string
	nextID         string
}

// comment reads a comment. Inside a text it is part of it, unless it is a directive, which ends the text before it;
// elsewhere it is a block.
func (p *parser) comment(t token) {
	raw := p.src[t.start:t.end]
	do, argument := parseDirective(raw)
	if do == document.NoDirective && p.run.active {
		p.run.items[p.addItem(t)].loose = true
		return
	}
	p.flush()
	if strings.HasPrefix(raw, "<!--") {
		p.add(document.Block{Kind: document.Comment, Span: span.Span{Start: t.start, End: t.end}})
	}
	switch do {
	case document.SkipNext:
		p.skip = true
	case document.SkipStart:
		p.skipping = true
	case document.SkipEnd:
		p.skipping = false
	case document.NoteNext:
		p.nextNote = join(p.nextNote, argument)
	case document.IDNext:
		p.nextID = argument
	}
}

// skipped reports whether a directive skips what comes now; skipping the next counts once.
func (p *parser) skipped() bool {
	skip := p.skip
	p.skip = false
	return skip
}

// speak gives a block that holds text what was said about it.
func (p *parser) speak(b *document.Block, note string) {
	b.Note, p.nextNote = join(p.nextNote, note), ""
	if p.nextID != "" {
		b.ID, p.nextID = p.nextID, ""
	}
}
