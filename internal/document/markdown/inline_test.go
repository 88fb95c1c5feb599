package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"colophon/internal/document"
	"colophon/internal/document/markdown"
)

// labelled is a document that defines [ref], [Ä b] and [^note].
var labelled = markdown.Format{}.Parse("[ref]: /dest 'title'\n[Ä b]: <other>\n\n[^note]: A note.\n")

// show writes inlines as "kind(text)" with their content in brackets, nested as they are.
func show(text string, inlines []document.Inline) string {
	var out strings.Builder
	for i, in := range inlines {
		if i > 0 {
			out.WriteString(" ")
		}
		for p := in.Parent; p >= 0; p = inlines[p].Parent {
			out.WriteString(">")
		}
		fmt.Fprintf(&out, "%v(%s)", in.Kind, in.Span.Of(text))
		if in.Dest != "" && in.Kind != document.Autolink {
			out.WriteString("→" + in.Dest)
		}
	}
	return out.String()
}

func TestInlines(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "no markup: a - b", ""},
		{"nested emphasis", "**a *b* c**", "strong emphasis(**a *b* c**) >emphasis(*b*)"},
		{"Korean particle", "**마크다운(Markdown)**을", ""},
		{"Korean without parentheses", "**강조**는", "strong emphasis(**강조**)"},
		{"strikethrough", "~~a~~ ~b~ ~~~c~~~", "strikethrough(~~a~~) strikethrough(~b~)"},
		{"code before emphasis", "*a `*` b*", "emphasis(*a `*` b*) >code(`*`)"},
		{"full, collapsed and shortcut references", "[x][ref] [ref][] [REF] [no]", "link([x][ref])→/dest link([ref][])→/dest link([REF])→/dest"},
		{"label in another case", "[ä  B]", "link([ä  B])→other"},
		{"footnotes", "a[^note] b[^other]", "footnote([^note])"},
		{"links do not nest", "[a [b](c) d](e)", "link([b](c))→c"},
		{"image in a link", "[![alt](i.png)](e)", "link([![alt](i.png)](e))→e >image(![alt](i.png))→i.png"},
		{"shortcode as destination", `[a]({{< ref "x y" >}} "t")`, `link([a]({{< ref "x y" >}} "t"))→{{< ref "x y" >}}`},
		{"math", "$a_b$ and $5 to $6, and `$x$`", "math($a_b$) code(`$x$`)"},
		{"shell variables", "$PATH/$HOME", ""},
		{"bare URL", "see https://a.b/c(d)). and www.x.org, me@x.org", "autolink(https://a.b/c(d)) autolink(www.x.org) autolink(me@x.org)"},
		{"no bare URL in a link", "[https://a.b](c)", "link([https://a.b](c))→c"},
		{"hard break", "a\nb", "line break(\n)"},
		{"no hard break in code", "`a\nb`", "code(`a\nb`)"},
		{"entities", "&amp; &nope; &#35; &ampx;", "entity(&amp;) entity(&#35;)"},
		{"tags and comments", "<b>x</b> <!-- c --> a < b > c", "html(<b>) html(</b>) html(<!-- c -->)"},
		{"placeholders", "{{< a >}} {{% b %}} {{ c }} {% d %} {e}", "placeholder({{< a >}}) placeholder({{% b %}}) placeholder({{ c }}) placeholder({% d %})"},
		{"escapes", `\*a\* \[b](c) \<d>`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(c.text, markdown.Format{}.Inlines(labelled, c.text)); got != c.want {
				t.Errorf("%q\ngot  %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestInlineParts(t *testing.T) {
	text := `![alt *x*](<a b> "the title")`
	in := markdown.Format{}.Inlines(nil, text)[0]
	if in.Content.Of(text) != "alt *x*" || in.Dest != "a b" || in.Title != "the title" {
		t.Errorf("got %+v", in)
	}
	if in := (markdown.Format{}.Inlines(labelled, "[Ref][]"))[0]; in.Label != "Ref" {
		t.Errorf("the label of a collapsed reference is %q, want Ref", in.Label)
	}
}

// FuzzInlines: markup is in bounds, in order, and either disjoint or nested.
func FuzzInlines(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		inlines := markdown.Format{}.Inlines(labelled, text)
		for i, in := range inlines {
			if in.Span.Start < 0 || in.Span.Start >= in.Span.End || in.Span.End > len(text) {
				t.Fatalf("%v spans %v of %d bytes: %q", in.Kind, in.Span, len(text), text)
			}
			if in.Content.Start < in.Span.Start || in.Content.End > in.Span.End || in.Content.End < in.Content.Start {
				t.Fatalf("%v %v has content %v: %q", in.Kind, in.Span, in.Content, text)
			}
			if i > 0 && in.Span.Start < inlines[i-1].Span.Start {
				t.Fatalf("%v stands before %v: %q", in, inlines[i-1], text)
			}
			if in.Parent >= i || in.Parent < -1 {
				t.Fatalf("%d has parent %d: %q", i, in.Parent, text)
			}
			if in.Parent >= 0 {
				if p := inlines[in.Parent]; in.Span.Start < p.Content.Start || in.Span.End > p.Content.End {
					t.Fatalf("%v %v is not inside %v %v: %q", in.Kind, in.Span, p.Kind, p.Content, text)
				}
			}
			if i > 0 && in.Parent != i-1 && in.Span.Start < inlines[i-1].Span.End && inlines[i-1].Parent != in.Parent {
				p := in.Parent
				for p >= 0 && inlines[p].Span.End >= in.Span.End {
					p = inlines[p].Parent
				}
				if p >= 0 {
					t.Fatalf("%v %v crosses %v: %q", in.Kind, in.Span, inlines[p].Span, text)
				}
			}
		}
	})
}
