package markdown_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"colophon/internal/document"
	"colophon/internal/document/documenttest"
	"colophon/internal/document/markdown"
)

// outline renders a document as HTML, as far as our blocks and inlines tell: code and what is opaque without content,
// paragraphs without tags (tight and loose lists are the same to us).
func outline(d *document.Document) string {
	var out strings.Builder
	children := make(map[int][]int)
	for i := range d.Blocks {
		children[d.Blocks[i].Parent] = append(children[d.Blocks[i].Parent], i)
	}
	var walk func(i int)
	walk = func(i int) {
		b := &d.Blocks[i]
		if b.Parent >= 0 && d.Blocks[b.Parent].Kind == document.HTML {
			return // shown with its parent
		}
		tag := ""
		switch b.Kind {
		case document.Heading:
			tag = fmt.Sprintf("h%d", b.Level)
		case document.Paragraph:
			out.WriteString("\n")
		case document.Quote:
			tag = "blockquote"
		case document.List:
			tag = "ul"
			if c := d.Source[b.Span.Start]; c >= '0' && c <= '9' {
				tag = "ol"
			}
			if d.Blocks[i+1].Kind == document.Term {
				tag = "dl"
			}
		case document.Term:
			tag = "dt"
		case document.Description:
			tag = "dd"
		case document.Item:
			tag = "li"
		case document.Code:
			tag = "pre"
		case document.ThematicBreak:
			out.WriteString("<hr />")
		case document.HTML, document.Comment:
			for line := range strings.SplitSeq(b.Span.Of(d.Source), "\n") {
				out.WriteString(strings.TrimLeft(line, "> ") + "\n")
			}
		case document.Table:
			tag = "table"
		case document.Row:
			tag = "tr"
		case document.Cell:
			tag = "td"
		}
		if tag != "" {
			out.WriteString("<" + tag + ">")
		}
		if b.Kind != document.Definition && b.Kind != document.Value {
			out.WriteString(inlineHTML(d, b.Text))
		}
		for _, c := range children[i] {
			walk(c)
		}
		if tag != "" {
			out.WriteString("</" + tag + ">")
		}
		out.WriteString("\n")
	}
	for _, i := range children[-1] {
		walk(i)
	}
	return out.String()
}

var charRef = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])|&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z0-9]+);")

// plain resolves escapes and character references.
func plain(s string) string {
	return html.EscapeString(charRef.ReplaceAllStringFunc(s, func(m string) string {
		if m[0] == '\\' {
			return m[1:]
		}
		return html.UnescapeString(m)
	}))
}

func inlineHTML(d *document.Document, text string) string {
	inlines := markdown.Format{}.Inlines(d, text)
	children := make(map[int][]int)
	for i := range inlines {
		children[inlines[i].Parent] = append(children[inlines[i].Parent], i)
	}
	var render func(parent, from, to int, alt bool) string
	render = func(parent, from, to int, alt bool) string {
		var out strings.Builder
		for _, i := range children[parent] {
			in := inlines[i]
			if in.Span.Start < from || in.Span.End > to {
				continue
			}
			out.WriteString(plain(text[from:in.Span.Start]))
			from = in.Span.End
			whole := in.Span.Of(text)
			inside := func(alt bool) string { return render(i, in.Content.Start, in.Content.End, alt) }
			tag := ""
			switch in.Kind {
			case document.Emphasis:
				tag = "em"
			case document.Strong:
				tag = "strong"
			case document.Strikethrough:
				tag = "del"
			case document.CodeSpan:
				code := strings.Trim(whole, "`")
				if n := len(whole) - len(strings.TrimLeft(whole, "`")); n > 0 {
					code = whole[n : len(whole)-n]
				}
				if strings.Trim(code, " ") != "" && code[0] == ' ' && code[len(code)-1] == ' ' {
					code = code[1 : len(code)-1]
				}
				code = html.EscapeString(code)
				if !alt {
					code = "<code>" + code + "</code>"
				}
				out.WriteString(code)
			case document.Link:
				if alt {
					out.WriteString(inside(true))
				} else {
					out.WriteString(`<a href="` + destHTML(in.Dest) + `"` + titleHTML(in.Title) + ">" + inside(false) + "</a>")
				}
			case document.Image:
				if alt {
					out.WriteString(inside(true))
				} else {
					out.WriteString(`<img src="` + destHTML(in.Dest) + `" alt="` + inside(true) + `"` + titleHTML(in.Title) + " />")
				}
			case document.Autolink:
				dest := in.Dest
				if strings.Contains(dest, "@") && !strings.Contains(dest, ":") {
					dest = "mailto:" + dest
				} else if strings.HasPrefix(dest, "www.") {
					dest = "http://" + dest
				}
				out.WriteString(`<a href="` + strings.ReplaceAll(destHTML(strings.ReplaceAll(dest, `\`, `\\`)), "\\", "%5C") + `">` + html.EscapeString(in.Dest) + "</a>")
			case document.HardBreak:
				out.WriteString("<br />")
			case document.Entity:
				out.WriteString(plain(whole))
			case document.RawHTML:
				out.WriteString(whole)
			default:
				out.WriteString(html.EscapeString(whole))
			}
			if tag != "" && alt {
				out.WriteString(inside(true))
			} else if tag != "" {
				out.WriteString("<" + tag + ">" + inside(false) + "</" + tag + ">")
			}
		}
		out.WriteString(plain(text[from:to]))
		return out.String()
	}
	return render(-1, 0, len(text), false)
}

func destHTML(dest string) string { return plain(dest) }

func titleHTML(title string) string {
	if title == "" {
		return ""
	}
	return ` title="` + plain(title) + `"`
}

var (
	preContent = regexp.MustCompile(`(?s)<pre>.*?</pre>`)
	hrefs      = regexp.MustCompile(`(href|src)="([^"]*)"`)
	titles     = regexp.MustCompile(` title="[^"]*"`)
	gone       = regexp.MustCompile(`</?p>|</?thead>|</?tbody>|<input[^>]*>|</?section[^>]*>`)
	spaces     = regexp.MustCompile(`\s+`)
	aroundTags = regexp.MustCompile(`\s*(</?[a-z][^>]*>)\s*`)
	attributed = regexp.MustCompile(`<(h[1-6]|ol|td|th|ul|li|table|tr)[^>]*>`)
)

// canonical takes from HTML what outline does not tell.
func canonical(s string) string {
	s = preContent.ReplaceAllString(s, "<pre></pre>")
	s = hrefs.ReplaceAllStringFunc(s, func(m string) string {
		if u, err := url.PathUnescape(m); err == nil {
			return u
		}
		return m
	})
	s = gone.ReplaceAllString(s, " ")
	s = attributed.ReplaceAllString(s, "<$1>")
	s = strings.NewReplacer("&#34;", "\"", "&quot;", "\"", "&#39;", "'", "th>", "td>", "<br>", "<br />", "&#xfffd;", "\ufffd").Replace(s)
	s = spaces.ReplaceAllString(s, " ")
	s = aroundTags.ReplaceAllString(s, "$1")
	return strings.TrimSpace(s)
}

// deliberate are the examples of the specification where we differ, and why.
var deliberate = map[int]string{
	98:  "an empty front matter, as Hugo and Jekyll read it",
	491: "the line break in the destination is folded before inlines are read",
	602: "a bare URL, as GFM reads it",
	606: "a bare address, as GFM reads it",
	608: "a bare URL, as GFM reads it",
	611: "a bare URL, as GFM reads it",
	612: "a bare address, as GFM reads it",
}

// TestSpecification compares blocks and inlines with what CommonMark 0.31.2 says about each of its 652 examples.
func TestSpecification(t *testing.T) {
	examples := specification(t)
	agree := 0
	for _, e := range examples {
		d := markdown.Format{}.Parse(e.Markdown)
		want, got := e.HTML, outline(d)
		if d.Labels != nil { // Labels do not hold the titles of references
			want, got = titles.ReplaceAllString(want, ""), titles.ReplaceAllString(got, "")
		}
		want, got = canonical(want), canonical(got)
		why, known := deliberate[e.Example]
		switch {
		case got == want && known:
			t.Errorf("example %d agrees, and is listed as a difference: %s", e.Example, why)
		case got == want:
			agree++
		case !known:
			t.Errorf("example %d (%s)\nsource %q\ngot  %s\nwant %s", e.Example, e.Section, e.Markdown, got, want)
		}
	}
	t.Logf("%d of %d examples agree", agree, len(examples))
}

// TestSpecificationLaws holds the format to every law on every example.
func TestSpecificationLaws(t *testing.T) {
	for _, e := range specification(t) {
		for _, law := range []func(document.Format, string) error{
			documenttest.Identity, documenttest.Partition, documenttest.Locality, documenttest.Reextraction,
		} {
			if err := law(markdown.Format{}, e.Markdown); err != nil {
				t.Errorf("example %d: %v\nsource %q", e.Example, err, e.Markdown)
			}
		}
		for _, target := range documenttest.Hostile {
			if err := documenttest.Containment(markdown.Format{}, e.Markdown, target); err != nil {
				t.Errorf("example %d: %v\nsource %q", e.Example, err, e.Markdown)
			}
		}
	}
}

type example struct {
	Markdown, HTML, Section string
	Example                 int
}

// specification reads the examples of CommonMark that goldmark ships.
func specification(t *testing.T) (examples []example) {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Skipf("the directory of goldmark is not known: %v", err)
	}
	data, err := os.ReadFile(filepath.Join(string(bytes.TrimSpace(dir)), "_test", "spec.json"))
	if err != nil {
		t.Skipf("goldmark ships no specification here: %v", err)
	}
	if err := json.Unmarshal(data, &examples); err != nil {
		t.Fatal(err)
	}
	return examples
}
