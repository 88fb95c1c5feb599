package edition

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"colophon/internal/diag"
)

// Verify reads one file of an edition as a stranger would and compares it with its manifest. No finding means that
// the bytes are those that were bound, and that every credit can be read in it.
//
//	verify/digest  the bytes differ, or the manifest does not know the file; an error
//	verify/credit  a credit is not in the colophon, or reads differently; an error
//	verify/hidden  a credit is in the colophon but its reader does not see it; an error
//
// Credits are sought in order, after the heading of the colophon, and as whole words, so that a name elsewhere in the
// document, within a longer name, or credited twice cannot stand in for one that was taken away. White space is folded.
//
// How the file is read: HTML with a parser of its own, without what its elements, attributes or style sheet hide (see
// visible and cascade); Markdown with CommonMark and GFM rules, rendered and then read as HTML, and the strings of its
// front matter where the manifest says that the colophon stands there; text as it stands, wrapped lines joined.
// Nobody computes a layout: text covered by another element, or pushed out of sight by scripts or by a style sheet the
// page only links to, counts as seen. Such a page does not have the digest of ours.
//
// A name within the folder of the language, or its last element, identifies the file.
func Verify(fileName, content string, m *Manifest) []diag.Diagnostic {
	v := verifier{file: fileName, m: m}
	entry, known := m.file(fileName)
	switch {
	case !known:
		v.find("verify/digest", diag.T("verify-unknown", "{{.File}} is not a file of this edition", "File", fileName), "",
			diag.T("verify-unknown-fix", "compare its name with those in {{.Manifest}}", "Manifest", m.FileName()))
	case entry.SHA256 != Digest(content):
		v.find("verify/digest", diag.T("verify-digest", "the file is not the one that was published: its SHA-256 is {{.Digest}}", "Digest", Digest(content)), "",
			diag.T("verify-digest-fix", "get the file again from where it was published, or build the edition again"))
	}
	if entry.Credits {
		v.credits(read(fileName, content, m.Placement))
	}
	return v.found
}

// Shows reports whether the reader that verifies editions sees every credit of e in f, whose colophon stands on the page
// and not in front matter. A writer asks it where a document may swallow what is put at its end.
func Shows(e *Edition, f File) bool {
	f.Credits = true
	bound := *e
	bound.Colophon = Section
	return len(Verify(f.Name, f.Content, NewManifest(&bound, "", Tool{}, []File{f}))) == 0
}

type verifier struct {
	file  string
	m     *Manifest
	found []diag.Diagnostic
}

func (v *verifier) find(rule string, text diag.Text, quoted string, fix diag.Text) {
	v.found = append(v.found, diag.Diagnostic{Rule: rule, Severity: diag.Error, At: diag.Place{File: v.file},
		Language: v.m.Language, Text: text, Target: quoted, Fix: fix})
}

// credits reports the credits that are missing from what is seen, telling those that are there but hidden.
func (v *verifier) credits(r reading) {
	missing := v.m.missing(r.seen)
	if len(missing) == 0 {
		return
	}
	gone := map[int]bool{}
	for _, i := range v.m.missing(r.all) {
		gone[i] = true
	}
	for _, i := range missing {
		if gone[i] {
			v.find("verify/credit", diag.T("verify-credit", "this credit is missing from the colophon, or was changed"), v.m.Credits[i],
				diag.T("verify-credit-fix", "put it back: the licence or the people who share this text ask for it"))
		} else {
			v.find("verify/hidden", diag.T("verify-hidden", "this credit is in the file, but its reader does not see it"), v.m.Credits[i],
				diag.T("verify-hidden-fix", "show it where the colophon stands"))
		}
	}
}

// missing lists the credits that are not in text, by index. The colophon is what follows a line that reads like its
// heading; where several do, the one after which most credits stand, of the last few: it is at the end of a document, and
// a page of nothing but headings must not keep us.
func (m *Manifest) missing(text string) []int {
	best := absent(m.Credits, "")
	heading := folded(m.Heading)
	for end, tries := len(text), 0; end > 0 && tries < 8 && len(best) > 0; {
		start := strings.LastIndexByte(text[:end], '\n') + 1
		if text[start:end] == heading {
			tries++
			if now := absent(m.Credits, text[end:]); len(now) < len(best) {
				best = now
			}
		}
		end = start - 1
	}
	return best
}

// absent lists the credits that do not stand in text in their order, by index. Taking each at its first place after
// the one before it finds all that are there. A credit that is absent is passed over, so that one stripped name is
// one finding.
func absent(credits []string, text string) []int {
	var all []int
	at := 0
	for i, c := range credits {
		c = folded(c)
		if n := word(text[at:], c); n >= 0 {
			at += n + len(c)
		} else {
			all = append(all, i)
		}
	}
	return all
}

// word is the offset of the first c in text that no letter touches, or -1.
func word(text, c string) int {
	for from := 0; ; {
		n := strings.Index(text[from:], c)
		if n < 0 {
			return -1
		}
		n += from
		before, _ := utf8.DecodeLastRuneInString(text[:n])
		after, _ := utf8.DecodeRuneInString(text[n+len(c):])
		if !letter(before) && !letter(after) {
			return n
		}
		_, step := utf8.DecodeRuneInString(text[n:])
		from = n + max(step, 1)
		if from > len(text) {
			return -1
		}
	}
}

func letter(r rune) bool { return unicode.In(r, unicode.Letter, unicode.Number, unicode.Mark) }

// reading is the text of a file, one line for each block, each folded: what is in it, and what of that is seen.
type reading struct{ all, seen string }

func read(fileName, content string, placement Placement) reading {
	switch strings.ToLower(path.Ext(fileName)) {
	case ".html", ".htm", ".xhtml":
		return readHTML(content)
	case ".md", ".markdown":
		return readMarkdown(content, placement == FrontMatter && !strings.HasSuffix(fileName, ".colophon.md"))
	}
	return readText(content)
}
