package html

import (
	"net/url"
	"strconv"
	"strings"

	"colophon/internal/diag"
	"colophon/internal/document"
	"colophon/internal/lang"
)

// langAttributes is ` lang="ar" dir="rtl"`.
func langAttributes(t lang.Tag) string {
	return ` lang="` + text(t.String()) + `" dir="` + t.Direction() + `"`
}

// voiceAttributes are the language attributes of the page's own words, where those are not in the page's language: the
// program does not speak all languages that documents are translated to.
func (p *page) voiceAttributes() string {
	if p.foreignVoice() {
		return langAttributes(p.e.Statement.Language)
	}
	return ""
}

// voiceLanguage is the same without a direction, for what is laid out as the page is.
func (p *page) voiceLanguage() string {
	if p.foreignVoice() {
		return ` lang="` + text(p.e.Statement.Language.String()) + `"`
	}
	return ""
}

func (p *page) foreignVoice() bool {
	return p.e.Statement.Language != p.e.Language && !p.e.Statement.Language.IsZero()
}

// reference is a relative path as a URL. A colon in its first element would make that a scheme (RFC 3986 §4.2).
func reference(path string) string {
	return (&url.URL{Path: path}).String()
}

// marking is how a block that is not what it should be is marked.
type marking struct {
	class string
	lang  lang.Tag // zero where the language is the page's
	title string   // not escaped
}

// marking is that of block i of the text, and whether it has one.
func (p *page) marking(i int) (marking, bool) {
	switch {
	case i < 0:
	case p.e.Fallback[i]:
		return marking{"fallback", p.e.From, p.e.Voice.Say(diag.T("edition-fallback-title", "not translated yet"))}, true
	case p.e.Stale[i]:
		return marking{"stale", lang.Tag{}, p.e.Voice.Say(diag.T("edition-stale-title", "translated from an earlier version of the original"))}, true
	}
	return marking{}, false
}

func (m marking) attributes() string {
	out := ` class="` + m.class + `"`
	if !m.lang.IsZero() {
		out += langAttributes(m.lang)
	}
	return out + ` title="` + text(m.title) + `"`
}

// anchors are the ids of the headings by block: those of the source, so that every link to a heading finds it.
func (p *page) anchors() map[int]string {
	format, ok := p.e.Format.(document.Anchorer)
	if !ok {
		return nil
	}
	anchors := format.Anchors(p.e.Source)
	for _, id := range anchors {
		p.ids[id] = true
	}
	return anchors
}

// own is an id of the page that no heading of the document has.
func (p *page) own(id string) string {
	free := id
	for n := 2; p.ids[free]; n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	p.ids[free] = true
	return free
}

// linked is where a link of the document leads: a link to another document of the project leads to its page.
func linked(destination string) string {
	path, fragment, _ := strings.Cut(destination, "#")
	if strings.ContainsAny(path, ":?") || strings.HasPrefix(path, "/") {
		return destination
	}
	stem, ok := strings.CutSuffix(path, ".md")
	if !ok {
		stem, ok = strings.CutSuffix(path, ".markdown")
	}
	if !ok || stem == "" {
		return destination
	}
	if fragment != "" {
		fragment = "#" + fragment
	}
	return stem + ".html" + fragment
}
