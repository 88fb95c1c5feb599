package subtitle

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"colophon/internal/document"
	"colophon/internal/span"
)

// parser is one walk over one file.
type parser struct {
	lines
	syntax syntax
	doc    *document.Document
	spans  []span.Span // backs the Lines of all blocks, so that a block costs no allocation
}

func newParser(source string, s syntax) *parser {
	at := 0
	if strings.HasPrefix(source, bom) {
		at = len(bom)
	}
	p := &parser{lines: walk(source, at), syntax: s, doc: &document.Document{Source: source}}
	cues := strings.Count(source, arrow)
	blocks := cues
	if p.doc.EOL = p.ending(); s == vtt {
		blocks = max(cues, strings.Count(source, p.doc.EOL+p.doc.EOL))
	}
	p.doc.Blocks = make([]document.Block, 0, blocks+1) // growing it costs more than all else
	p.spans = make([]span.Span, 0, cues*3/2+1)
	return p
}

// collect takes the line at hand for words of a cue, if it has any.
func (p *parser) collect() {
	if s, ok := p.words(); ok {
		p.spans = append(p.spans, s)
	}
}

// opaque adds bytes that hold no words.
func (p *parser) opaque(kind document.Kind, at span.Span) {
	p.doc.Blocks = append(p.doc.Blocks, document.Block{Kind: kind, Parent: -1, Span: at})
}

// cue adds the cue at, whose words are the lines collected since first. A cue may have none.
func (p *parser) cue(at span.Span, first int) {
	b := document.Block{Kind: document.Paragraph, Parent: -1, Span: at}
	if all := p.spans[first:len(p.spans):len(p.spans)]; len(all) > 0 {
		b.Lines, b.Text = all, p.fold(all)
		if p.syntax == vtt && data(b.Text) {
			b.Kind, b.Lines, b.Text = document.Code, nil, ""
		}
	}
	p.widen(b.Lines)
	p.doc.Blocks = append(p.doc.Blocks, b)
}

// widen measures the lines of a cue that has several.
func (p *parser) widen(all []span.Span) {
	if len(all) < 2 {
		return
	}
	for _, s := range all {
		if s.Len() > p.doc.Width { // no character has more columns than bytes
			p.doc.Width = max(p.doc.Width, p.syntax.columns(s.Of(p.source)))
		}
	}
}

// fold makes one text of the lines of a cue.
func (p *parser) fold(all []span.Span) string {
	return document.Fold(p.source, all, func(i int) bool {
		return p.syntax.opening(all[i+1].Of(p.source)) > 0
	})
}

// data reports whether the words of a WebVTT cue are for a program (§4.2.1): JSON, or the part of an image that a player
// shows above its time bar (Media Fragments URI 1.0 §4.2.2).
func data(text string) bool {
	if strings.HasPrefix(text, "{") && strings.HasSuffix(text, "}") {
		return json.Valid([]byte(text))
	}
	return strings.Contains(text, "#xywh=") && !strings.Contains(text, " ")
}

// The signs that another voice begins a line with.
const (
	dashes = "‐‑‒–—―−－"
	notes  = "♪♫♬"
)

// marks bounds how much markup may stand before such a sign, so that looking for one takes constant time.
const marks = 8

// opening is the length of the sign that another voice begins line with, markup before it included; 0 if none does.
// "--" begins a sentence that was broken off, "->" is an arrow.
func (s syntax) opening(line string) int {
	m := s.markup(line)
	return m.opening(0)
}

// opening is the same at byte i of a text: the end of the sign, or 0.
func (m *markup) opening(i int) int {
	for range marks {
		for i < len(m.text) && invisible(m.text[i:]) > 0 {
			i += invisible(m.text[i:])
		}
		if i == len(m.text) {
			return 0
		}
		if m.text[i] == '-' {
			if rest := m.text[i+1:]; strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, ">") {
				return 0
			}
			return i + 1
		}
		if m.text[i] >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(m.text[i:])
			if strings.ContainsRune(dashes+notes, r) {
				return i + size
			}
			return 0
		}
		kind, end := m.at(i)
		if end == i || kind == document.Entity || kind == document.HardBreak {
			return 0
		}
		if voice(m.text[i:end]) {
			return end
		}
		i = end
	}
	return 0
}

// voice reports whether tag says who speaks (WebVTT §4.2.2).
func voice(tag string) bool {
	return len(tag) > 2 && tag[:2] == "<v" && strings.IndexByte(" \t\n.>", tag[2]) >= 0
}

// invisible is the length of the character at the start of s if it is a space or a mark of direction: Arabic and Hebrew
// subtitles begin each line with one, because old players know only one direction.
func invisible(s string) int {
	if s[0] < utf8.RuneSelf {
		if space(s[0]) {
			return 1
		}
		return 0
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == 0x061C, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0xFEFF:
		return size
	}
	return 0
}
