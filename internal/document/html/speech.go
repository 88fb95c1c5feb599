package html

import (
	"html"
	"strings"
)

// What authors say about translation in attributes: translate (HTML Living Standard §3.2.6.4), lang (§3.2.6.2), the class
// notranslate that machine translators obey, and the local markup of ITS 2.0 §6 as HTML (its-…) and XHTML (its:…) write it.
//
// The language of a document is that of its <html>. A part whose lang has another primary subtag (BCP 47 §2.2.1) is not
// translated: it is a quotation, or the name of another edition. Where <html> says nothing, or there is none, all parts are.

// speech is what holds for an element and what it contains.
type speech struct {
	off     bool   // translate="no"
	foreign bool   // in another language than the document
	mute    bool   // a directive skips it
	note    string // for the translator
}

func (s *speech) silent() bool { return s.off || s.foreign || s.mute }

// attention is what one tag says.
type attention struct {
	translate string // "yes", "no" or ""
	lang      string // primary subtag in lower case, or ""
	note      string
	within    withinText
}

type withinText uint8

const (
	asElement withinText = iota
	within               // the element is part of the text around it
	apart                // it is not
)

// listen reads the attributes of the tag at hand.
func (p *parser) listen() (said attention) {
	for i := range p.attrs {
		a := &p.attrs[i]
		name, value := a.name.Of(p.src), a.value.Of(p.src)
		switch len(name) {
		case len("lang"):
			if same(name, "lang") {
				said.lang = primary(value)
			}
		case len("class"):
			if same(name, "class") && strings.Contains(value, "notranslate") && said.translate == "" && hasClass(value, "notranslate") {
				said.translate = "no"
			}
		case len("xml:lang"):
			if same(name, "xml:lang") && said.lang == "" {
				said.lang = primary(value)
			}
		case len("translate"):
			if same(name, "translate") {
				said.translate = yesOrNo(value)
			}
		default:
			if len(name) > 4 && same(name[:3], "its") {
				said.its(strings.ToLower(name[4:]), value)
			}
		}
	}
	return said
}

// its reads an attribute of ITS 2.0; in XHTML its name is in camel case.
func (said *attention) its(name, value string) {
	switch name {
	case "translate":
		said.translate = yesOrNo(value)
	case "loc-note", "locnote":
		said.note = strings.Join(strings.Fields(html.UnescapeString(value)), " ")
	case "within-text", "withintext":
		switch strings.ToLower(strings.TrimSpace(value)) {
		case "yes":
			said.within = within
		case "no":
			said.within = apart
		}
	}
}

// hear is what holds inside an element that stands at the top of the stack and says said.
func (p *parser) hear(said attention) speech {
	s := p.top().speech
	if said.translate != "" {
		s.off = said.translate == "no"
	}
	if said.lang != "" {
		s.foreign = p.lang != "" && said.lang != p.lang
	}
	s.note = join(s.note, said.note)
	return s
}

// language reads <html>, the first of which says in which language the document is and whether it is XHTML.
func (p *parser) language() {
	if lang, ok := p.value("lang"); ok && p.lang == "" {
		p.lang = primary(lang)
	} else if lang, ok := p.value("xml:lang"); ok && p.lang == "" {
		p.lang = primary(lang)
	}
	if _, ok := p.value("xmlns"); ok {
		p.xml = true
	}
}

func primary(tag string) string {
	tag = strings.ToLower(strings.TrimSpace(tag))
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	return tag
}

// yesOrNo is the state of a translate attribute; translate="" is yes.
func yesOrNo(value string) string {
	switch strings.ToLower(strings.TrimSpace(value)) {
	case "no":
		return "no"
	case "yes", "":
		return "yes"
	}
	return ""
}

func hasClass(value, class string) bool {
	for c := range strings.FieldsSeq(value) {
		if c == class {
			return true
		}
	}
	return false
}

// join is two notes on two lines.
func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n" + b
}
