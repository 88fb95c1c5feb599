package html

import (
	"fmt"
	"strings"
	"testing"

	"colophon/internal/document"
)

func show(text string) string {
	var out []string
	for _, in := range (Format{}).Inlines(nil, text) {
		s := fmt.Sprintf("%v %q", in.Kind, in.Span.Of(text))
		if in.Dest != "" {
			s += " -> " + in.Dest
		}
		if in.Parent >= 0 {
			s = "  " + s
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func TestInlines(t *testing.T) {
	for _, row := range []struct{ name, text, want string }{
		{"none", "a > b", ""},
		{"tags", "a <b class='c'>d</b><br/>", "html \"<b class='c'>\"\nhtml \"</b>\"\nhtml \"<br/>\""},
		{"links and images", "<a href=b>c</a> <img src='d' alt=e>", "html \"<a href=b>\" -> b\nhtml \"</a>\"\nhtml \"<img src='d' alt=e>\" -> d"},
		{"entities", "a &amp; b & c &nope; &#x41;", "entity \"&amp;\"\nentity \"&#x41;\""},
		{"code", "a <code>b <i>c</i> &lt;</code> d", "code \"<code>b <i>c</i> &lt;</code>\"\n  html \"<code>\"\n  html \"<i>\"\n  html \"</i>\"\n  entity \"&lt;\"\n  html \"</code>\""},
		{"names", "a <b translate=no>ACME</b>", "code \"<b translate=no>ACME</b>\"\n  html \"<b translate=no>\"\n  html \"</b>\""},
		{"code in code", "<code>a<code>b</code></code>", "code \"<code>a<code>b</code></code>\"\n  html \"<code>\"\n  html \"<code>\"\n  html \"</code>\"\n  html \"</code>\""},
		{"code that does not end", "<code>a <b>", "html \"<code>\"\nhtml \"<b>\""},
		{"drawings", "a <svg><path d='&amp;'/></svg> b", "html \"<svg><path d='&amp;'/></svg>\""},
		{"comments", "a <!-- b --> c", "html \"<!-- b -->\""},
		{"templates", "{{ a }} {% b %} <?php c ?> <% d %> { {{", "placeholder \"{{ a }}\"\nplaceholder \"{% b %}\"\nplaceholder \"<?php c ?>\"\nplaceholder \"<% d %>\""},
		{"what does not end is no tag", "a <b &amp; <i>", "html \"<b &amp; <i>\""},
		{"what does not end is no tag, nor what follows", "a <b c='&amp; <i>", "entity \"&amp;\""},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := show(row.text); got != row.want {
				t.Errorf("got\n%s\nwant\n%s\ntext %s", got, row.want, row.text)
			}
		})
	}
}

// Inlines are in order, inside the text, inside their parents, and otherwise disjoint.
func FuzzInlines(f *testing.F) {
	for _, s := range torture {
		f.Add(s)
	}
	f.Add("<code>a <svg>b</svg> &amp; {{ c }}</code><b translate=no><b></b></b>")
	f.Fuzz(func(t *testing.T, text string) {
		all := Format{}.Inlines(nil, text)
		ends := map[int]int{}
		for i, in := range all {
			if in.Span.Start < ends[in.Parent] || in.Span.End <= in.Span.Start || in.Span.End > len(text) || in.Parent >= i {
				t.Fatalf("%d: %+v after %d\ntext %q", i, in, ends[in.Parent], text)
			}
			if in.Parent >= 0 && (in.Span.Start < all[in.Parent].Span.Start || in.Span.End > all[in.Parent].Span.End) {
				t.Fatalf("%d: %+v is not inside %+v\ntext %q", i, in, all[in.Parent], text)
			}
			ends[in.Parent] = in.Span.End
			ends[i] = in.Span.Start
		}
		if out := escape("", text); strings.Contains(text, "<") {
			for _, in := range (Format{}).Inlines(nil, out) {
				if s := in.Span.Of(out); in.Kind == document.RawHTML && lookup(tagName(s)).class != inline {
					t.Fatalf("%q lets %q pass: %q", text, s, out)
				}
			}
		}
	})
}

func tagName(tag string) string {
	l := lexer{src: tag}
	t, _ := l.next()
	return t.name
}

func TestPlainText(t *testing.T) {
	got := document.PlainText(Format{}, nil, `Use <a href="x"><code>go <i>build</i></code></a> &amp; <b translate="no">ACME</b>, {{ name }}`)
	if want := "Use go build &amp; ACME,"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
