// Package html writes HTML editions: one page for each document, complete in itself. It has no script and asks for
// nothing from elsewhere; what its reader needs to know about the text stands on it, in their language.
package html

import (
	"html"
	"strings"

	"colophon/internal/diag"
	"colophon/internal/document"
	"colophon/internal/edition"
)

// Writer makes pages of Markdown, plain text and HTML documents. The zero value is ready to use.
type Writer struct{}

// Name is "html".
func (Writer) Name() string { return "html" }

// Write returns "<Name>.html". A document that is HTML itself stays as it is where the colophon has a file of its own,
// which then is "<Name>.colophon.html"; elsewhere every page has its colophon on it.
func (Writer) Write(e *edition.Edition) ([]edition.File, error) {
	p := &page{e: e, ids: map[string]bool{}}
	var body string
	var err error
	switch e.Format.Name() {
	case "markdown":
		body, err = p.markdown()
	case "text":
		body = p.plain()
	case "html":
		return p.htmlDocument(), nil
	default:
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return []edition.File{{Name: e.Name + ".html", Content: p.bind(body), Credits: true}}, nil
}

// page is one page in the making.
type page struct {
	e   *edition.Edition
	out strings.Builder
	ids map[string]bool // of the document's own, which those of the page must not take
}

func (p *page) write(parts ...string) {
	for _, s := range parts {
		p.out.WriteString(s)
	}
}

// say is one of the page's own sentences, escaped.
func (p *page) say(t diag.Text) string { return text(p.e.Voice.Say(t)) }

// text is a stranger's text on one line, escaped for text and for attributes in double quotes.
func text(s string) string { return html.EscapeString(edition.Readable(s)) }

// bind puts body between the head of the page and its colophon.
func (p *page) bind(body string) string {
	e := p.e
	p.out.Grow(len(body) + len(style) + 8192)
	p.write("<!doctype html>\n<html", langAttributes(e.Language), ">\n")
	p.head()
	p.write("<body>\n")
	p.languages()
	p.write("<main>\n")
	p.notice()
	if !p.hasTitle() && e.Title != "" {
		p.write("<h1>", text(e.Title), "</h1>\n")
	}
	p.write(body, "</main>\n")
	p.colophon()
	p.write("</body>\n</html>\n")
	return p.out.String()
}

func (p *page) head() {
	e := p.e
	p.write("<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	title := edition.Readable(e.Title)
	if title == "" {
		title = e.Name
	}
	p.write("<title>", text(title), "</title>\n")
	if d := p.description(); d != "" {
		p.write(`<meta name="description" content="`, text(d), "\">\n")
	}
	for _, o := range e.Others {
		if len(e.Others) > 1 {
			p.write(`<link rel="alternate" hreflang="`, text(o.Language.String()), `" href="`, text(reference(o.Path)), "\">\n")
		}
	}
	if l := p.license(); l != "" {
		p.write(`<link rel="license" href="`, text(l), "\">\n")
	}
	p.write("<meta name=\"generator\" content=\"colophon\">\n")
	p.write("<script type=\"application/ld+json\">\n", p.jsonLD(), "\n</script>\n")
	p.write("<style>\n", style, "</style>\n</head>\n")
}

// description is what the document says of itself in its front matter.
func (p *page) description() string {
	for i := range p.e.Text.Blocks {
		switch b := &p.e.Text.Blocks[i]; {
		case b.Kind == document.Value && (b.Key == "description" || b.Key == "summary"):
			return document.PlainText(p.e.Format, p.e.Text.Document, b.Text)
		case b.Kind != document.FrontMatter && b.Kind != document.Value:
			return ""
		}
	}
	return ""
}

// languages is the switcher, for a document in more than one language. Each is called what it calls itself.
func (p *page) languages() {
	if len(p.e.Others) < 2 {
		return
	}
	p.write(`<nav class="languages"`, p.voiceLanguage(), ` aria-label="`, p.say(diag.T("edition-languages", "Languages")), "\">\n<ul>\n")
	for _, o := range p.e.Others {
		tag := text(o.Language.String())
		current := ""
		if o.Language == p.e.Language {
			current = ` aria-current="page"`
		}
		p.write(`<li><a href="`, text(reference(o.Path)), `" hreflang="`, tag, `"`, langAttributes(o.Language), current, `>`, text(o.Language.Autonym()), "</a></li>\n")
	}
	p.write("</ul>\n</nav>\n")
}

// notice tells the reader how much of the page is not in their language, or from an earlier version.
func (p *page) notice() {
	var sentences []string
	if n := len(p.e.Fallback); n > 0 {
		sentences = append(sentences, p.say(diag.N("edition-fallback", n,
			"{{.Count}} passage on this page is not translated yet. It stands in {{.Language}} and is marked at its side.",
			"{{.Count}} passages on this page are not translated yet. They stand in {{.Language}} and are marked at their side.",
			"Language", p.e.From.Name(p.e.Statement.Language))))
	}
	if n := len(p.e.Stale); n > 0 {
		sentences = append(sentences, p.say(diag.N("edition-stale", n,
			"{{.Count}} passage was translated from an earlier version of the original.",
			"{{.Count}} passages were translated from an earlier version of the original.")))
	}
	if len(sentences) > 0 {
		p.write(`<p class="notice" role="note"`, p.voiceAttributes(), ">", strings.Join(sentences, " "), "</p>\n")
	}
}

// hasTitle reports whether the document has a heading of the first level, so that the page needs none.
func (p *page) hasTitle() bool {
	for i := range p.e.Text.Blocks {
		if b := &p.e.Text.Blocks[i]; b.Kind == document.Heading && b.Level == 1 {
			return true
		}
	}
	return false
}
