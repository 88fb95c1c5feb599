package check

import (
	"sort"
	"strings"

	"golang.org/x/net/html"

	"colophon/internal/diag"
	"colophon/internal/document"
)

// tally counts pieces of markup by what must not change about them. Order is free: languages differ in it.
type tally map[string]int

// lost and gained list what b lacks of a and has beyond it, sorted, each as often as it differs.
func (a tally) lost(b tally) []string {
	var all []string
	for key, n := range a {
		for range n - b[key] {
			all = append(all, key)
		}
	}
	sort.Strings(all)
	return all
}

func count(inlines []document.Inline, text string, key func(document.Inline, string) string) tally {
	t := tally{}
	for _, in := range inlines {
		if k := key(in, text); k != "" {
			t[k]++
		}
	}
	return t
}

// compare says what of the source's markup is missing from the target and what is there too much.
func compare(p *Pair, key func(document.Inline, string) string, lost, gained func(what string) Finding) []Finding {
	s, t := p.inlines()
	was, is := count(s, p.Message.Text, key), count(t, p.Target, key)
	var found []Finding
	for _, what := range was.lost(is) {
		found = append(found, lost(what))
	}
	for _, what := range is.lost(was) {
		if f := gained(what); !f.Text.IsZero() {
			found = append(found, f)
		}
	}
	return found
}

var markupLink = &Rule{
	Name: "markup/link", Severity: diag.Error,
	Title: diag.T("rule-markup-link", "a link or image of the source is missing, or leads elsewhere"),
	Why:   diag.T("rule-markup-link-why", "a reader of the translation must reach the same places, and no other"),
	Bad:   Example{Source: "See [the map](https://native-land.ca/).", Target: "[지도](https://native-land.com/)를 보십시오.", Language: "ko"},
	Good:  Example{Source: "See [the map](https://native-land.ca/).", Target: "[지도](https://native-land.ca/)를 보십시오.", Language: "ko"},
	pair: func(p *Pair) []Finding {
		return compare(p, func(in document.Inline, _ string) string {
			if in.Kind != document.Link && in.Kind != document.Image && in.Kind != document.Autolink {
				return ""
			}
			// The same place in the reader's language is the same place: /docs/ and /ko/docs/.
			if rest, ok := strings.CutPrefix(in.Dest, "/"+p.Language.String()+"/"); ok {
				return "/" + rest
			}
			return in.Dest
		}, func(what string) Finding {
			return Finding{diag.T("markup-link-lost", "the link to {{.Link}} is missing from the translation", "Link", diag.Visible(what)),
				diag.T("markup-link-lost-fix", "put it back in {{.Place}}", "Place", p.inCatalog())}
		}, func(what string) Finding {
			return Finding{diag.T("markup-link-gained", "the translation links to {{.Link}}, which the source does not", "Link", diag.Visible(what)),
				diag.T("markup-link-gained-fix", "write the source's link in {{.Place}}", "Place", p.inCatalog())}
		})
	},
}

var markupInline = &Rule{
	Name: "markup/inline", Severity: diag.Error,
	Title: diag.T("rule-markup-inline", "code, a placeholder, a footnote mark or a formula of the source is missing or changed"),
	Why:   diag.T("rule-markup-inline-why", "programs and readers rely on them word for word"),
	Bad:   Example{Source: "Run `make test` first.", Target: "먼저 `make tset`를 실행하십시오.", Language: "ko"},
	Good:  Example{Source: "Run `make test` first.", Target: "먼저 `make test`를 실행하십시오.", Language: "ko"},
	pair: func(p *Pair) []Finding {
		return compare(p, func(in document.Inline, text string) string {
			switch in.Kind {
			case document.CodeSpan, document.FootnoteReference, document.InlineMath:
				return in.Span.Of(text)
			case document.Placeholder:
				return placeholderOf(in.Span.Of(text))
			}
			return ""
		}, func(what string) Finding {
			return Finding{diag.T("markup-inline-lost", "{{.What}} is missing from the translation", "What", diag.Visible(what)),
				diag.T("markup-inline-lost-fix", "put it where it belongs in {{.Place}}", "Place", p.inCatalog())}
		}, func(what string) Finding {
			if strings.HasPrefix(what, "`") {
				return Finding{} // a translator may mark as code what the source leaves plain
			}
			return Finding{diag.T("markup-inline-gained", "the translation has {{.What}}, which the source does not", "What", diag.Visible(what)),
				diag.T("markup-inline-gained-fix", "write it as the source does in {{.Place}}", "Place", p.inCatalog())}
		})
	},
}

// literalMarks counts emphasis marks that a reader would see as they are: asterisks outside of any markup.
func literalMarks(text string, inlines []document.Inline) int {
	shown := []byte(text)
	for _, in := range inlines {
		for i := in.Span.Start; i < in.Span.End; i++ {
			if i < in.Content.Start || i >= in.Content.End {
				shown[i] = ' '
			}
		}
	}
	return strings.Count(string(shown), "**")
}

var markupEmphasis = &Rule{
	Name: "markup/emphasis", Severity: diag.Warning,
	Title: diag.T("rule-markup-emphasis", "marks meant as emphasis would be shown as asterisks"),
	Why: diag.T("rule-markup-emphasis-why", "Markdown closes ** only where no letter follows its punctuation (CommonMark 0.31.2 §6.2), "+
		"so a particle right after a bracket or quote leaves the marks visible; where the source has the same emphasis, editions "+
		"hold it with an invisible word joiner, and elsewhere they show the marks"),
	Bad:  Example{Source: "**Markdown** is text.", Target: "**마크다운(Markdown)**은 텍스트입니다.", Language: "ko"},
	Good: Example{Source: "**Markdown** is text.", Target: "**마크다운**(Markdown)은 텍스트입니다.", Language: "ko"},
	pair: func(p *Pair) []Finding {
		s, t := p.inlines()
		if p.Format.Name() != "markdown" || literalMarks(p.Target, t) <= literalMarks(p.Message.Text, s) {
			return nil
		}
		return []Finding{{diag.T("markup-emphasis", "the marks ** are not emphasis here, because of what stands beside them"),
			diag.T("markup-emphasis-fix", "end the emphasis on a letter, or put a space or punctuation after it, in {{.Place}}", "Place", p.inCatalog())}}
	},
}

var markupHTML = &Rule{
	Name: "markup/html", Severity: diag.Error, Danger: true,
	Title: diag.T("rule-markup-html", "the translation brings HTML or a link scheme that the source does not have"),
	Why:   diag.T("rule-markup-html-why", "a translation is a stranger's text; it may arrange the markup of its source and add none, so that no edition can run or load anything new"),
	Bad:   Example{Source: "Press the button.", Target: "<b onclick=alert(1)>버튼</b>을 누르십시오.", Language: "ko"},
	Good:  Example{Source: "Press <kbd>Enter</kbd>.", Target: "<kbd>Enter</kbd>를 누르십시오.", Language: "ko"},
	pair: func(p *Pair) []Finding {
		s, t := p.inlines()
		own := count(s, p.Message.Text, foreign)
		var found []Finding
		for _, what := range count(t, p.Target, foreign).lost(own) {
			found = append(found, Finding{diag.T("markup-html", "the translation brings {{.What}}, which the source does not have", "What", diag.Visible(diag.Shorten(what, 80))),
				diag.T("markup-html-fix", "remove it from {{.Place}}; until then the edition shows the source there", "Place", p.inCatalog())})
		}
		return found
	},
}

// foreign is markup a target may not add: tags as they are written, template syntax, and destinations that are not
// plain web addresses, addresses of mail, or places in this project.
func foreign(in document.Inline, text string) string {
	switch in.Kind {
	case document.RawHTML:
		return tagOf(in.Span.Of(text))
	case document.Placeholder:
		return placeholderOf(in.Span.Of(text))
	case document.Link, document.Image, document.Autolink:
		if !harmless(in.Dest) {
			return in.Dest
		}
	}
	return ""
}

// readable are the attributes whose values are words for people. A translator may change these and no others.
var readable = map[string]bool{"alt": true, "title": true, "placeholder": true, "aria-label": true, "aria-description": true,
	"label": true, "summary": true, "abbr": true}

// placeholderOf is template syntax without the parameters whose values are words for people, and with the others in
// order: {{< tip text="Pod" id="pod" >}} and {{< tip id="pod" text="파드" >}} are the same.
func placeholderOf(raw string) string {
	const mark = len("{{<")
	if len(raw) < 2*mark || !strings.HasPrefix(raw, "{{<") && !strings.HasPrefix(raw, "{{%") {
		return raw
	}
	fields := quotedFields(raw[mark : len(raw)-mark])
	if len(fields) == 0 {
		return raw
	}
	kept := fields[:1:1] // the name
	for _, f := range fields[1:] {
		key, value, ok := strings.Cut(f, "=")
		// Templates may print a parameter as it is, so words that hold markup are not only words.
		if words := readable[key] || key == "text" || key == "caption"; !ok || !words || strings.ContainsAny(value, "<>{}&") {
			kept = append(kept, f)
		}
	}
	sort.Strings(kept[1:])
	return raw[:mark] + " " + strings.Join(kept, " ") + " " + raw[len(raw)-mark:]
}

// quotedFields splits at white space outside of quotes.
func quotedFields(s string) []string {
	var fields []string
	var quote rune
	start := -1
	for i, r := range s {
		space := quote == 0 && (r == ' ' || r == '\t' || r == '\n')
		switch {
		case space && start >= 0:
			fields, start = append(fields, s[start:i]), -1
		case !space && start < 0:
			start = i
		}
		switch {
		case quote == r:
			quote = 0
		case quote == 0 && (r == '"' || r == '`'):
			quote = r
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:])
	}
	return fields
}

// tagOf is a tag without the words in it that are there to be translated; anything else as it is written.
func tagOf(raw string) string {
	z := html.NewTokenizer(strings.NewReader(raw))
	kind := z.Next()
	if kind != html.StartTagToken && kind != html.SelfClosingTagToken || len(z.Raw()) != len(raw) {
		return raw
	}
	token, changed := z.Token(), false
	for i, a := range token.Attr {
		if readable[a.Key] {
			token.Attr[i].Val, changed = "", true
		}
	}
	if !changed {
		return raw
	}
	return token.String()
}

// harmless reports whether a destination has no scheme, or http, https or mailto, once it is read as a browser reads it:
// backslash escapes and character references resolved (CommonMark 0.31.2 §2.4, §2.5), and the controls and spaces dropped
// that a scheme may hold (WHATWG URL §4.4).
func harmless(dest string) bool {
	plain := strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f {
			return -1
		}
		return r
	}, html.UnescapeString(strings.ReplaceAll(dest, `\`, "")))
	scheme, _, ok := strings.Cut(plain, ":")
	if !ok || strings.ContainsAny(scheme, "/?#") {
		return true
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto":
		return true
	}
	return false
}

var markupBlock = &Rule{
	Name: "markup/block", Severity: diag.Error,
	Title: diag.T("rule-markup-block", "the translation would change the structure of the document"),
	Why:   diag.T("rule-markup-block-why", "a paragraph stays a paragraph and a cell a cell; a text that would begin another block and cannot be escaped is refused, and the source stands"),
	subject: func(r *Rule, s *Subject) []diag.Diagnostic {
		targets, at := map[int]string{}, map[int]int{}
		for i := range s.Catalog.Entries {
			if e := &s.Catalog.Entries[i]; !e.Blank() {
				targets[s.Messages[i].Block] = strings.TrimSpace(e.Target)
				at[s.Messages[i].Block] = i
			}
		}
		var found []diag.Diagnostic
		for _, block := range document.Splice(s.Format, s.Document, targets).Refused {
			p := NewPair(s, at[block])
			found = append(found, p.diagnostic(r, Finding{
				diag.T("markup-block", "the translation would change the structure of the document"),
				diag.T("markup-block-fix", "write it in {{.Place}} as running text, like the source; until then the edition shows the source there", "Place", p.inCatalog())}))
		}
		return found
	},
}
