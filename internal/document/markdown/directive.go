package markdown

import (
	"strings"

	"colophon/internal/document"
)

// parseDirective reads a comment, with its marks.
func parseDirective(source string) (do document.Directive, argument string) {
	inside, ok := comment(source)
	if !ok {
		return document.NoDirective, ""
	}
	return document.ParseDirective(inside)
}

// obeyDirectives walks the finished blocks once and takes the text from those their author does not want translated. An
// HTML block that opens a tag with translate="no" and does not close it skips to the block that closes it.
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
			case document.SkipNext:
				skip = true
			case document.SkipStart:
				skipping = true
			case document.SkipEnd:
				skipping = false
			case document.NoteNext:
				note = strings.TrimSpace(note + "\n" + argument)
			case document.IDNext:
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
