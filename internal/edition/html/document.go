package html

import (
	"strings"

	"golang.org/x/net/html"

	"colophon/internal/edition"
)

// document binds an HTML document, whose page is already there: it is told its language, and the colophon goes in at
// the end of its body. Nothing else of it is touched.
func (p *page) document() string {
	text := p.e.Text.Source
	places := landmarks(text)
	for _, id := range places.ids {
		p.ids[id] = true
	}
	head := text[:places.tagEnd]
	if places.tagEnd > 0 && p.e.Language != p.e.From {
		head = text[:places.tag] + retold(text[places.tag:places.tagEnd], langAttributes(p.e.Language))
	}
	p.write(head, text[places.tagEnd:places.end], "<style>\n", footerStyle, "</style>\n")
	p.colophon()
	p.write(text[places.end:])
	return p.out.String()
}

// footerStyle is the colophon's own, in colours that the page around it decides.
const footerStyle = `.colophon { margin: 3em auto 2em; padding-block-start: 1.5em; border-block-start: 1px solid; max-width: 44em; font-size: 0.9em; line-height: 1.6; }
.colophon dl > div { display: flex; flex-wrap: wrap; gap: 0 1em; }
.colophon dt { min-width: 10em; }
.colophon dd { margin: 0; }
`

// places are where in an HTML document its page is told things.
type places struct {
	tag, tagEnd int // of the start tag of <html>; both 0 where there is none
	end         int // before the last </body>, else </html>, else the end; never before tagEnd
	ids         []string
}

// landmarks reads the tags of a document once. The tokenizer is the one browsers' rules describe (HTML Living Standard
// §13.2.5); offsets are counted from its raw tokens, whose bytes are those of the source.
func landmarks(source string) places {
	p := places{end: len(source)}
	z := html.NewTokenizer(strings.NewReader(source))
	at, body := 0, false
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		start := at
		at += len(z.Raw())
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken && kind != html.EndTagToken {
			continue
		}
		name, more := z.TagName()
		tag := string(name)
		switch {
		case kind == html.EndTagToken && tag == "body":
			p.end, body = start, true
		case kind == html.EndTagToken && tag == "html" && !body:
			p.end = start
		case kind == html.StartTagToken && tag == "html" && p.tagEnd == 0:
			p.tag, p.tagEnd = start, at
		}
		for more {
			var key, value []byte
			if key, value, more = z.TagAttr(); string(key) == "id" {
				p.ids = append(p.ids, string(value))
			}
		}
	}
	p.end = max(p.end, p.tagEnd)
	return p
}

// retold is the start tag of <html> with other language attributes: its own, if any, are cut out, and the rest stays.
func retold(tag, attributes string) string {
	rest := strings.TrimRight(strings.TrimSuffix(tag[len("<html"):], ">"), " \t\r\n/")
	for _, name := range []string{"lang", "xml:lang", "dir"} {
		rest = without(rest, name)
	}
	return tag[:len("<html")] + attributes + rest + ">"
}

// without cuts an attribute out of the attributes of a tag. They are scanned as the tokenizer does: names end at spaces,
// "=", values stand in quotes or end at a space.
func without(attributes, name string) string {
	for i := 0; i < len(attributes); {
		start := i
		i += len(attributes[i:]) - len(strings.TrimLeft(attributes[i:], " \t\r\n\f/"))
		from := i
		for i < len(attributes) && !strings.ContainsRune(" \t\r\n\f/=", rune(attributes[i])) {
			i++
		}
		key := attributes[from:i]
		i = valueEnd(attributes, i)
		if strings.EqualFold(key, name) {
			return attributes[:start] + attributes[i:]
		}
		if i == start {
			break
		}
	}
	return attributes
}

// valueEnd is the offset behind the value of the attribute whose name ends at i.
func valueEnd(s string, i int) int {
	eq := i + len(s[i:]) - len(strings.TrimLeft(s[i:], " \t\r\n\f"))
	if eq == len(s) || s[eq] != '=' {
		return i
	}
	v := eq + 1 + len(s[eq+1:]) - len(strings.TrimLeft(s[eq+1:], " \t\r\n\f"))
	if v < len(s) && (s[v] == '"' || s[v] == '\'') {
		if n := strings.IndexByte(s[v+1:], s[v]); n >= 0 {
			return v + 1 + n + 1
		}
		return len(s)
	}
	for v < len(s) && !strings.ContainsRune(" \t\r\n\f", rune(s[v])) {
		v++
	}
	return v
}

// htmlDocument makes the files of a document that is HTML itself. Where its reader would not see what is put at its end,
// because it ends within a comment or its style sheet hides it, the colophon has a file of its own, too.
func (p *page) htmlDocument() []edition.File {
	if p.e.Colophon != edition.SideFile {
		bound := edition.File{Name: p.e.Name + ".html", Content: p.document(), Credits: true}
		if edition.Shows(p.e, bound) {
			return []edition.File{bound}
		}
		*p = page{e: p.e, ids: map[string]bool{}}
	}
	return []edition.File{
		{Name: p.e.Name + ".html", Content: p.e.Text.Source},
		{Name: p.e.Name + ".colophon.html", Content: p.bind(""), Credits: true},
	}
}
