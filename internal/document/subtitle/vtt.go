package subtitle

import (
	"strings"

	"colophon/internal/document"
)

// vtt finds the blocks of a WebVTT file (§6.1): the header, if the file is signed, then blocks up to blank lines.
// A browser reads nothing of a file without a signature; we read its blocks.
func (p *parser) vtt() {
	if begins(p.text(), "WEBVTT") {
		p.header()
	}
	for p.ok {
		if p.line.Len() == 0 {
			p.advance()
		} else {
			p.block()
		}
	}
}

// begins reports whether line is word, or begins with it and a space.
func begins(line, word string) bool {
	rest, ok := strings.CutPrefix(line, word)
	return ok && (rest == "" || space(rest[0]))
}

// inside reports whether the line at hand belongs to the block above: it is not empty and has no arrow. A line of
// spaces is not empty.
func (p *parser) inside() bool { return p.line.Len() > 0 && !p.arrowed() }

func (p *parser) header() {
	at := p.line
	for p.advance(); p.inside(); p.advance() {
		at.End = p.line.End
	}
	p.opaque(document.Opaque, at)
}

// block adds the block that begins at the line at hand: a cue if its first or second line is one of times. The first
// line is then its identifier, even if it is "NOTE". Any other arrow ends the block and begins the next.
func (p *parser) block() {
	at, kind := p.line, document.Opaque
	if begins(p.text(), "NOTE") {
		kind = document.Comment
	}
	if p.inside() {
		p.advance()
	}
	if p.arrowed() {
		line := p.line
		at.End = line.End
		p.advance()
		if timed(line.Of(p.source)) {
			first := len(p.spans)
			for ; p.inside(); p.advance() {
				at.End = p.line.End
				p.collect()
			}
			p.cue(at, first)
			return
		}
	}
	for ; p.inside(); p.advance() {
		at.End = p.line.End
	}
	p.opaque(kind, at)
}
