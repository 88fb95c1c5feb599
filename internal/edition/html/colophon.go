package html

import (
	"strings"

	"colophon/internal/attribution"
	"colophon/internal/edition"
)

// colophon prints the statement: a list of facts, and the sentences after it. Values are isolated from each other and
// from what is around them (<bdi>), so that names in several scripts stay in their places.
//
// What machines read of it beside the JSON-LD is CC REL (RDFa): the licence, the title, whom to credit.
func (p *page) colophon() {
	s := &p.e.Statement
	heading := p.own("colophon-heading")
	p.write(`<footer id="`, p.own("colophon"), `" class="colophon"`, p.voiceAttributes(), ` aria-labelledby="`, heading,
		`" prefix="cc: http://creativecommons.org/ns# dct: http://purl.org/dc/terms/">`, "\n")
	p.write(`<h2 id="`, heading, `">`, text(s.Heading), "</h2>\n<p>", text(s.Intro), "</p>\n")
	if len(s.Lines) > 0 {
		p.write("<dl>\n")
		for _, l := range s.Lines {
			p.write("<div>\n<dt>", text(l.Label), "</dt>\n")
			for i, v := range l.Values {
				p.write("<dd>", p.value(l.Name, i == 0, v), "</dd>\n")
			}
			p.write("</div>\n")
		}
		p.write("</dl>\n")
	}
	for _, n := range s.Notes {
		p.write("<p>", text(n), "</p>\n")
	}
	p.write("</footer>\n")
}

// value is a name in an element that says its language, within a link where its URL is one to follow. Only the first of
// a line is the licence itself; after it stands who holds the rights.
func (p *page) value(name string, first bool, v attribution.Value) string {
	attributes := property(name)
	if !v.Lang.IsZero() {
		attributes += langAttributes(v.Lang)
	}
	shown := "<bdi" + attributes + ">" + text(v.Text) + "</bdi>"
	url, ok := edition.Link(v.URL)
	switch {
	case ok && first && relation(name) != "":
		return `<a href="` + text(url) + `" rel="` + relation(name) + `"` + address(v) + ">" + shown + "</a>"
	case ok:
		return `<a href="` + text(url) + `"` + address(v) + ">" + shown + "</a>"
	case v.URL != "" && v.URL != v.Text:
		return shown + " (<bdi>" + text(v.URL) + "</bdi>)"
	}
	return shown
}

// address marks a link whose text is its address: print, which adds addresses, has it there already.
func address(v attribution.Value) string {
	if v.Text == v.URL {
		return ` class="address"`
	}
	return ""
}

// relation is the link type of a line's URL. Only the licence of what is on this page is a "license" (HTML Living
// Standard §4.6.7.6), not that of the page it was found on.
func relation(name string) string {
	switch name {
	case "license", "license-translation":
		return "license"
	case string(attribution.FoundAt):
		return "dct:source"
	}
	return ""
}

func property(name string) string {
	switch name {
	case "title":
		return ` property="dct:title"`
	case string(attribution.Text):
		return ` property="cc:attributionName"`
	}
	return ""
}

// license is the URL of the licence the page is under, or "": that of the translation where it has its own.
func (p *page) license() string {
	found := ""
	for _, l := range p.e.Statement.Lines {
		if (l.Name == "license" || l.Name == "license-translation") && len(l.Values) > 0 {
			if url, ok := edition.Link(l.Values[0].URL); ok {
				found = url
			}
		}
	}
	return found
}

// creditText is the statement on one line, for whoever quotes the page.
func (p *page) creditText() string {
	var parts []string
	for _, l := range p.e.Statement.Lines {
		var values []string
		for _, v := range l.Values {
			values = append(values, edition.Readable(v.Text))
		}
		parts = append(parts, edition.Readable(l.Label)+": "+strings.Join(values, ", "))
	}
	return strings.Join(parts, "; ")
}
