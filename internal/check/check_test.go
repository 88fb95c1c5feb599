package check

import (
	"strings"
	"testing"

	"colophon/internal/attribution"
	"colophon/internal/catalog"
	"colophon/internal/diag"
	"colophon/internal/document"
	"colophon/internal/document/markdown"
	"colophon/internal/lang"
	"colophon/internal/message"
)

// subject is a document of one paragraph for each source, with its target.
func subject(t *testing.T, language string, pairs ...[2]string) *Subject {
	t.Helper()
	var sources []string
	for _, p := range pairs {
		sources = append(sources, p[0])
	}
	f := markdown.Format{}
	d := f.Parse(strings.Join(sources, "\n\n") + "\n")
	msgs := message.Extract(f, d)
	message.Align(nil, nil, msgs)
	if len(msgs) != len(pairs) {
		t.Fatalf("%d messages in %q, want %d", len(msgs), d.Source, len(pairs))
	}
	c := catalog.Merge(&catalog.Catalog{}, msgs)
	for i, p := range pairs {
		c.Entries[i].Target = p[1]
		c.Entries[i].Line = 10 * (i + 1)
	}
	return &Subject{Path: "a.md", CatalogPath: "locales/" + language + "/a." + language + ".toml", Format: f, Document: d, Messages: msgs, Catalog: c,
		Language: lang.MustParse(language), Source: lang.MustParse("en"), Work: &attribution.Work{},
		At: func(block int) diag.Place { return diag.Place{File: "a.md", Line: block + 1, Column: 1} }}
}

func rulesOf(found []diag.Diagnostic) string {
	var names []string
	for _, d := range found {
		names = append(names, d.Rule)
	}
	return strings.Join(names, " ")
}

// The examples that explain shows are true: the bad one is found by its rule, the good one by none.
func TestExamples(t *testing.T) {
	for _, r := range Rules {
		if r.Bad.Source == "" {
			continue
		}
		t.Run(r.Name, func(t *testing.T) {
			if got := rulesOf(Messages(subject(t, r.Bad.Language, [2]string{r.Bad.Source, r.Bad.Target}))); !strings.Contains(" "+got+" ", " "+r.Name+" ") {
				t.Errorf("the bad example %q → %q is found by %q", r.Bad.Source, r.Bad.Target, got)
			}
			if got := rulesOf(Messages(subject(t, r.Good.Language, [2]string{r.Good.Source, r.Good.Target}))); got != "" {
				t.Errorf("the good example %q → %q is found by %q", r.Good.Source, r.Good.Target, got)
			}
		})
	}
}

// Every rule has a permanent name of its own, says what it finds and why that matters, and looks at one thing.
func TestRulesAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules {
		category, name, ok := strings.Cut(r.Name, "/")
		if !ok || category == "" || name == "" || seen[r.Name] {
			t.Errorf("%q is not category/name, or stands twice", r.Name)
		}
		seen[r.Name] = true
		if r.Title.IsZero() || r.Why.IsZero() {
			t.Errorf("%s does not say what or why", r.Name)
		}
		looks := 0
		for _, has := range []bool{r.pair != nil, r.subject != nil, r.work != nil} {
			if has {
				looks++
			}
		}
		if looks != 1 {
			t.Errorf("%s looks at %d things", r.Name, looks)
		}
		if Find(r.Name) != r {
			t.Errorf("Find(%q) is another rule", r.Name)
		}
	}
}

func TestMessages(t *testing.T) {
	for _, row := range []struct{ name, source, target, want string }{
		{"fine", "Hello *world*", "안녕 *세상*", ""},
		{"nothing", "Hello", "", "coverage/missing"},
		{"link moved", "See [a](x.md) and [b](y.md).", "[나](y.md)와 [가](x.md)를 보십시오.", ""},
		{"link into the translated site", "See [a](/docs/x/).", "[가](/ko/docs/x/)를 보십시오.", ""},
		{"link into another language", "See [a](/docs/x/).", "[가](/ja/docs/x/)를 보십시오.", "markup/link markup/link"},
		{"link lost", "See [a](x.md).", "보십시오.", "markup/link"},
		{"link changed", "See [a](x.md).", "[가](z.md)를 보십시오.", "markup/link markup/link"},
		{"code changed", "Run `go`.", "`GO`를 실행합니다.", "markup/inline"},
		{"code added", "Run go.", "`go`를 실행합니다.", ""},
		{"words of a placeholder", `A {{< tip text="Pod" id="pod" >}} b`, `가 {{< tip id="pod" text="파드 하나" >}} 나`, ""},
		{"words of a placeholder without spaces", `A {{<tip id="pod" text="Pod">}} b`, `가 {{< tip id="pod" text="파드" >}} 나`, ""},
		{"words of a placeholder added", `A {{< tip id="pod" >}} b`, `가 {{< tip text="파드" id="pod" >}} 나`, ""},
		{"more of a placeholder changed", `A {{< tip text="Pod" id="pod" >}} b`, `가 {{< tip text="파드" id="node" >}} 나`, "markup/html markup/inline markup/inline"},
		{"html brought", "Hello", "<iframe src=x>안녕", "markup/html"},
		{"html kept", "Press <kbd>A</kbd>", "<kbd>A</kbd>를 누르십시오", ""},
		{"words of a tag translated", "A <img src=a.png alt=\"tea\"> b", "가 <img src=a.png alt=\"차\"> 나", ""},
		{"more of a tag changed", "A <img src=a.png alt=\"tea\"> b", "가 <img src=b.png alt=\"차\"> 나", "markup/html"},
		{"an attribute brought", "A <img src=a.png alt=\"tea\"> b", "가 <img src=a.png alt=\"차\" onload=x> 나", "markup/html"},
		{"javascript", "Hello", "[안녕](javascript:x)", "markup/html markup/link"},
		{"javascript in disguise", "Hello", "[안녕](<java&#x0A;script:x>)", "markup/html markup/link"},
		{"javascript in references", "Hello", "[안녕](&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1))", "markup/html markup/link"},
		{"javascript with an escaped colon", "Hello", `[안녕](javascript\:alert(1))`, "markup/html markup/link"},
		{"javascript with a named colon", "Hello", "[안녕](javascript&colon;alert(1))", "markup/html markup/link"},
		{"vbscript", "Hello", "[안녕](VbScript:x)", "markup/html markup/link"},
		{"a path with a colon", "Hello", "[안녕](./a:b)", "markup/link"},
		{"markup in the words of a placeholder", `A {{< tip text="Pod" >}} b`, `가 {{< tip text="<script>x</script>" >}} 나`, "markup/html markup/inline markup/inline"},
		{"data", "Hello", "![안녕](data:text/html,x)", "markup/html markup/link"},
		{"override", "Hello", "안녕\u202e", "text/control"},
		{"marks of Arabic", "Hello", "مرحبا\u200f", ""},
		{"block", "Hello", "# 안녕", ""},
		{"same", "One two three four", "One two three four", "coverage/same"},
		{"name", "PeerNetBC", "PeerNetBC", ""},
		{"emphasis", "**A** b", "**가(A)**는 나", "markup/emphasis"},
	} {
		t.Run(row.name, func(t *testing.T) {
			found := Messages(subject(t, "ko", [2]string{row.source, row.target}))
			if got := rulesOf(found); got != row.want {
				t.Errorf("%q → %q: got %q, want %q", row.source, row.target, got, row.want)
			}
			for _, d := range found {
				if d.At.Line == 0 || d.Text.IsZero() || d.Fix.IsZero() || d.Language != "ko" || d.Message == "" {
					t.Errorf("a finding says where, what and how: %+v", d)
				}
			}
		})
	}
}

// What the dangerous rules let through, spliced and read again, has no markup that the source does not have.
func FuzzDangers(f *testing.F) {
	for _, s := range []string{"<b>", "[x](javascript:y)", "<a href=x>", "{{< x >}}", "&lt;", "<https://x>", "x@y.z", "![a](b)", "[a]: b", "\u202e", "`", "*", "<!-- -->", "[](<java\tscript:x>)"} {
		f.Add("One *two* [three](x.md).", s)
	}
	format := markdown.Format{}
	f.Fuzz(func(t *testing.T, source, target string) {
		d := format.Parse(source)
		msgs := message.Extract(format, d)
		if len(msgs) == 0 || len(source)+len(target) > 2000 || strings.TrimSpace(target) == "" {
			return
		}
		message.Align(nil, nil, msgs)
		c := catalog.Merge(&catalog.Catalog{}, msgs)
		c.Entries[0].Target = target
		s := &Subject{Format: format, Document: d, Messages: msgs, Catalog: c, Language: lang.MustParse("ko"), Source: lang.MustParse("en"),
			Work: &attribution.Work{}, At: func(int) diag.Place { return diag.Place{} }}
		if len(Dangers(s, 0)) > 0 {
			return
		}
		out := document.Splice(format, d, map[int]string{msgs[0].Block: strings.TrimSpace(target)})
		was := count(format.Inlines(d, d.Blocks[msgs[0].Block].Text), d.Blocks[msgs[0].Block].Text, foreign)
		text := out.Blocks[msgs[0].Block].Text
		if more := count(format.Inlines(out.Document, text), text, foreign).lost(was); len(more) > 0 {
			t.Fatalf("%q → %q brings %q as %q", source, target, more, text)
		}
	})
}

func TestWork(t *testing.T) {
	agent := &attribution.Agent{Key: "a", Name: "A"}
	full := func() *Project {
		return &Project{
			Work: &attribution.Work{Agents: map[string]*attribution.Agent{"a": agent},
				Chain:  []attribution.Link{{Relation: attribution.Text, Agents: []string{"a"}}, {Relation: attribution.FoundAt, URL: "https://example.org/"}},
				Rights: []attribution.Rights{{Part: "text", License: "CC-BY-4.0"}}},
			Credits:  map[string]attribution.Credits{"ko": {Translators: []string{"a"}}},
			Coverage: map[string]catalog.Coverage{"ko": {Messages: 10, Translated: 10}}, Require: map[string]int{"ko": 100},
			Config: func(...string) diag.Place { return diag.Place{File: "colophon.toml", Line: 1, Column: 1} }}
	}
	for _, row := range []struct {
		name string
		edit func(*Project)
		want string
	}{
		{"whole", func(*Project) {}, ""},
		{"no author", func(p *Project) { p.Work.Chain = p.Work.Chain[1:] }, "attribution/author"},
		{"no origin", func(p *Project) { p.Work.Chain = p.Work.Chain[:1] }, "attribution/found-at"},
		{"no licence", func(p *Project) { p.Work.Rights = nil }, "attribution/license"},
		{"ND", func(p *Project) { p.Work.Rights[0].License = "CC-BY-ND-4.0" }, "attribution/rights"},
		{"none", func(p *Project) { p.Work.Rights[0].License = "none" }, "attribution/rights"},
		{"permission", func(p *Project) { p.Work.Rights[0].License = "permission" }, ""},
		{"SA broken", func(p *Project) {
			p.Work.Rights[0].License = "CC-BY-SA-4.0"
			p.Credits["ko"] = attribution.Credits{Translators: []string{"a"}, License: "CC-BY-4.0"}
		}, "attribution/rights"},
		{"no translator", func(p *Project) { p.Credits["ko"] = attribution.Credits{} }, "attribution/translator"},
		{"stranger", func(p *Project) { p.Credits["ko"] = attribution.Credits{Translators: []string{"b"}} }, "attribution/agent"},
		{"too little", func(p *Project) { p.Coverage["ko"] = catalog.Coverage{Messages: 10, Translated: 9, Stale: 1} }, "coverage/required"},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := full()
			row.edit(p)
			if got := rulesOf(Work(p)); got != row.want {
				t.Errorf("got %q, want %q", got, row.want)
			}
		})
	}
}

// A people's own names stay; a reading may follow.
func TestProtected(t *testing.T) {
	for _, row := range []struct{ name, rule, target, want string }{
		{"kept with a reading", "gloss-only", "Musqueam(머스퀴엄)의 땅", ""},
		{"replaced", "gloss-only", "머스퀴엄의 땅", "attribution/protected"},
		{"verbatim changed", "verbatim", "Musqueam의 땅", "attribution/protected"},
	} {
		t.Run(row.name, func(t *testing.T) {
			s := subject(t, "ko", [2]string{"Land of the Musqueam", row.target})
			s.Work = &attribution.Work{Protected: []attribution.Passage{{Rule: row.rule, Terms: []string{"Musqueam"}}}}
			if got := rulesOf(Messages(s)); got != row.want {
				t.Errorf("got %q, want %q", got, row.want)
			}
		})
	}
}
