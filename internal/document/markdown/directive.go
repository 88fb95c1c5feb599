package markdown

import (
	"strings"

	"colophon/internal/document"
)

// Directives are comments in which authors speak to translation tools. Understood are our own and those of
// mdbook-i18n-helpers, mdpo, gettext and Okapi:
//
//	<!-- colophon: skip -->   <!-- i18n:skip -->   <!-- mdpo-disable-next-line -->    the next block is not translated
//	<!-- colophon: skip-start -->  <!-- i18n:skip-start -->  <!-- mdpo-disable -->  <!-- translate:off -->   from here on
//	<!-- colophon: skip-end -->    <!-- i18n:skip-end -->    <!-- mdpo-enable -->   <!-- translate:on -->    to here
//	<!-- colophon: note text -->   <!-- i18n:comment: text -->  <!-- mdpo-translator text -->  <!-- TRANSLATORS: text -->
//	<!-- colophon: id some-id -->                                                     pins the ID of the next text
//
// An HTML block that opens a tag with translate="no" and does not close it skips to the block that closes it.

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
	inside, ok := comment(source)
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

// obeyDirectives walks the finished blocks once and takes the text from those their author does not want translated.
func (s *scanner) obeyDirectives() {
	if !s.directives && !strings.Contains(s.source, `translate="no"`) {
		return
	}
	var note, id, tag string
	skipping, skip, root := false, false, -1 // root: the block whose subtree is skipped
	for i := range s.doc.Blocks {
		b := &s.doc.Blocks[i]
		if root >= 0 && b.Parent < root {
			root = -1
		}
		switch b.Kind {
		case document.Comment:
			switch do, argument := parseDirective(b.Span.Of(s.source)); do {
			case skipNext:
				skip = true
			case skipStart:
				skipping = true
			case skipEnd:
				skipping = false
			case noteNext:
				note = strings.TrimSpace(note + "\n" + argument)
			case idNext:
				id = argument
			}
			continue
		case document.HTML:
			if tag == "" {
				tag = untranslated(b.Span.Of(s.source))
			} else if strings.Contains(strings.ToLower(b.Span.Of(s.source)), "</"+tag+">") {
				tag = ""
			}
			continue
		}
		if skip && root < 0 {
			skip, root = false, i
		}
		if skipping || root >= 0 || tag != "" {
			b.Lines, b.Text = nil, ""
		} else if b.Holds() {
			b.Note, note = note, ""
			if id != "" {
				b.ID, id = id, ""
			}
		}
	}
}

// untranslated is the name of the tag that an HTML block opens with translate="no" and leaves open, or "".
func untranslated(html string) string {
	n := tagLength(html)
	if n == 0 || !strings.Contains(html[:n], `translate="no"`) {
		return ""
	}
	name := strings.ToLower(html[1 : 1+strings.IndexAny(html[1:n], " \t\r\n>/")])
	if name == "" || strings.Contains(strings.ToLower(html[n:]), "</"+name) {
		return ""
	}
	return name
}
