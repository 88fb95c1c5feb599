package subtitle

import (
	"colophon/internal/document"
	"colophon/internal/span"
)

// reading is the SubRip cue at hand.
type reading struct {
	at    span.Span // from its number to its line of times; close finds the end
	first int       // the first of its lines in spans
	timed bool      // it has a line of times: what stands before the first is no cue
	gap   bool      // a blank line stands above the line at hand
	apart bool      // one stands above the last line collected
}

// srt finds the cues: each begins at a line of times or the number above it and goes on to the next.
func (p *parser) srt() {
	r := reading{gap: true}
	for ; p.ok; p.advance() {
		words, some := p.words()
		switch {
		case !some:
			r.gap = true
		case p.arrowed() && timed(words.Of(p.source)):
			at := p.line
			if n, ok := p.number(r); ok && (r.apart || !r.gap) {
				at.Start = n.Start
				p.spans = p.spans[:len(p.spans)-1]
			}
			p.close(r)
			r = reading{at: at, first: len(p.spans), timed: true}
		default:
			p.spans = append(p.spans, words)
			r.apart, r.gap = r.gap, false
		}
	}
	// The last cue was cut off after its number. FFmpeg would show it.
	if _, ok := p.number(r); ok && r.apart && r.timed {
		p.spans = p.spans[:len(p.spans)-1]
	}
	p.close(r)
}

// number is the last line collected, if it is nothing but digits.
func (p *parser) number(r reading) (span.Span, bool) {
	if len(p.spans) == r.first {
		return span.Span{}, false
	}
	last := p.spans[len(p.spans)-1]
	return last, number(last.Of(p.source))
}

// close ends the cue at hand after its last line.
func (p *parser) close(r reading) {
	if len(p.spans) > r.first {
		r.at.End = p.spans[len(p.spans)-1].End
	}
	switch {
	case r.timed:
		p.cue(r.at, r.first)
	case len(p.spans) > r.first:
		r.at.Start = p.spans[r.first].Start
		p.spans = p.spans[:r.first]
		p.opaque(document.Opaque, r.at)
	}
}
