package html

import (
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// Directives are comments in which authors speak to translation tools. They are those the markdown format knows:
//
//	<!-- colophon: skip -->   <!-- i18n:skip -->   <!-- mdpo-disable-next-line -->    the next element or text is not translated
//	<!-- colophon: skip-start -->  <!-- i18n:skip-start -->  <!-- mdpo-disable -->  <!-- translate:off -->   from here on
//	<!-- colophon: skip-end -->    <!-- i18n:skip-end -->    <!-- mdpo-enable -->   <!-- translate:on -->    to here
//	<!-- colophon: note text -->   <!-- i18n:comment: text -->  <!-- mdpo-translator text -->  <!-- TRANSLATORS: text -->
//	<!-- colophon: id some-id -->                                                     pins the ID of the next text
//
// A directive ends the text before it.

type action uint8

const (
	noAction action = iota
	skipNext
	skipStart
	skipEnd
	noteNext
	idNext
)

var directives = []struct {
	prefix string
	action action
}{
	{"colophon: skip-start", skipStart}, {"colophon: skip-end", skipEnd}, {"colophon: skip", skipNext},
	{"colophon: note ", noteNext}, {"colophon: id ", idNext},
	{"i18n:skip-start", skipStart}, {"i18n:skip-end", skipEnd}, {"i18n:skip", skipNext}, {"i18n:comment:", noteNext},
	{"mdpo-disable-next-line", skipNext}, {"mdpo-disable-next-block", skipNext}, {"mdpo-disable", skipStart}, {"mdpo-enable-next", noAction},
	{"mdpo-enable", skipEnd}, {"mdpo-translator ", noteNext}, {"translate:off", skipStart}, {"translate:on", skipEnd}, {"TRANSLATORS:", noteNext},
}

// parseDirective reads a comment. The space after the colon is optional.
func parseDirective(source string) (do action, argument string) {
	inside, ok := strings.CutPrefix(source, "<!--")
	if !ok {
		return noAction, ""
	}
	inside, ok = strings.CutSuffix(inside, "-->")
	if !ok {
		return noAction, ""
	}
	inside = strings.TrimSpace(inside)
	if head, rest, ok := strings.Cut(inside, ":"); ok && (head == "colophon" || head == "i18n" || head == "translate") {
		separator := ":"
		if head == "colophon" {
			separator = ": "
		}
		inside = head + separator + strings.TrimLeft(rest, " \t")
	}
	for _, d := range directives {
		argument, ok := strings.CutPrefix(inside, d.prefix)
		if !ok {
			continue
		}
		argument = strings.Join(strings.Fields(argument), " ")
		if takes := d.action == noteNext || d.action == idNext; takes != (argument != "") {
			continue
		}
		return d.action, argument
	}
	return noAction, ""
}

// speaking is what directives have said about the blocks to come.
type speaking struct {
	skip, skipping bool
	nextNote       string
	nextID         string
}

// comment reads a comment. Inside a text it is part of it; elsewhere it is a block.
func (p *parser) comment(t token) {
	raw := p.src[t.start:t.end]
	do, argument := parseDirective(raw)
	if do == noAction && p.run.active {
		p.run.items[p.addItem(t)].loose = true
		return
	}
	p.flush()
	if strings.HasPrefix(raw, "<!--") {
		p.add(document.Block{Kind: document.Comment, Span: span.Span{Start: t.start, End: t.end}})
	}
	switch do {
	case skipNext:
		p.skip = true
	case skipStart:
		p.skipping = true
	case skipEnd:
		p.skipping = false
	case noteNext:
		p.nextNote = join(p.nextNote, argument)
	case idNext:
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
