package document

import "strings"

// Directive is what an author tells translation tools in a comment. Understood are our own and those of
// mdbook-i18n-helpers, mdpo, gettext and Okapi:
//
//	<!-- colophon: skip -->   <!-- i18n:skip -->   <!-- mdpo-disable-next-line -->    the next block is not translated
//	<!-- colophon: skip-start -->  <!-- i18n:skip-start -->  <!-- mdpo-disable -->  <!-- translate:off -->   from here on
//	<!-- colophon: skip-end -->    <!-- i18n:skip-end -->    <!-- mdpo-enable -->   <!-- translate:on -->    to here
//	<!-- colophon: note text -->   <!-- i18n:comment: text -->  <!-- mdpo-translator text -->  <!-- TRANSLATORS: text -->
//	<!-- colophon: id some-id -->                                                     pins the ID of the next text
type Directive uint8

// The directives.
const (
	NoDirective Directive = iota
	SkipNext
	SkipStart
	SkipEnd
	NoteNext
	IDNext
)

var directives = []struct {
	prefix    string
	directive Directive
}{
	{"colophon: skip-start", SkipStart}, {"colophon: skip-end", SkipEnd}, {"colophon: skip", SkipNext},
	{"colophon: note ", NoteNext}, {"colophon: id ", IDNext},
	{"i18n:skip-start", SkipStart}, {"i18n:skip-end", SkipEnd}, {"i18n:skip", SkipNext}, {"i18n:comment:", NoteNext},
	{"mdpo-disable-next-line", SkipNext}, {"mdpo-disable-next-block", SkipNext}, {"mdpo-disable", SkipStart}, {"mdpo-enable-next", NoDirective},
	{"mdpo-enable", SkipEnd}, {"mdpo-translator ", NoteNext}, {"translate:off", SkipStart}, {"translate:on", SkipEnd}, {"TRANSLATORS:", NoteNext},
}

// ParseDirective reads what stands in a comment, without the marks of the comment itself. The space after the colon is
// optional. The argument is the note or the ID, its white space folded, and "" with all others.
func ParseDirective(comment string) (directive Directive, argument string) {
	comment = strings.TrimSpace(comment)
	if head, rest, ok := strings.Cut(comment, ":"); ok && (head == "colophon" || head == "i18n" || head == "translate") {
		separator := ":"
		if head == "colophon" {
			separator = ": "
		}
		comment = head + separator + strings.TrimLeft(rest, " \t")
	}
	for _, d := range directives {
		argument, ok := strings.CutPrefix(comment, d.prefix)
		if !ok {
			continue
		}
		argument = strings.Join(strings.Fields(argument), " ")
		if takes := d.directive == NoteNext || d.directive == IDNext; takes == (argument != "") {
			return d.directive, argument
		}
	}
	return NoDirective, ""
}
