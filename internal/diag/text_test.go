package diag

import (
	"errors"
	"strings"
	"testing"
)

func TestFill(t *testing.T) {
	args := map[string]any{"Name": "Ada", "Evil": "{{.Name}} {{.Evil}}", "Count": 3, "Empty": ""}
	for _, c := range []struct{ name, sentence, want string }{
		{"no arguments", "nothing to fill", "nothing to fill"},
		{"one", "{{.Name}} is here", "Ada is here"},
		{"twice", "{{.Name}} and {{.Name}}", "Ada and Ada"},
		{"number", "{{.Count}} files", "3 files"},
		{"empty", "a{{.Empty}}b", "ab"},
		{"an argument is not looked into", "{{.Evil}}, {{.Name}}", "{{.Name}} {{.Evil}}, Ada"},
		{"unknown", "{{.Nobody}} is here", "{{.Nobody}} is here"},
		{"unknown before known", "{{.Nobody}} and {{.Name}}", "{{.Nobody}} and Ada"},
		{"unclosed", "{{.Name", "{{.Name"},
		{"unclosed before closed", "{{.{{.Name}}", "{{.Ada"},
		{"a template function", "{{printf .Name}}", "{{printf .Name}}"},
		{"spaces are not a name", "{{ .Name }}", "{{ .Name }}"},
		{"no dot", "{{Name}}", "{{Name}}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Fill(c.sentence, args); got != c.want {
				t.Errorf("got %q, want %q for %q", got, c.want, c.sentence)
			}
		})
	}
}

// An argument stands in the sentence as it is, whatever it holds, and what is around it does not change.
func FuzzFill(f *testing.F) {
	f.Add("{{.A}}", "{{.B}}")
	f.Add("}}", "{{.")
	f.Add("{{", ".A}}")
	f.Fuzz(func(t *testing.T, a, b string) {
		got := Fill("<{{.A}}|{{.B}}|{{.C}}>", map[string]any{"A": a, "B": b})
		if want := "<" + a + "|" + b + "|{{.C}}>"; got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
		if got := Fill(a, nil); got != a {
			t.Fatalf("without arguments: got %q, want %q", got, a)
		}
	})
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		name string
		text Text
		want string
	}{
		{"plain", T("x", "nothing"), "nothing"},
		{"named", T("x", "{{.A}} and {{.B}}", "A", "one", "B", 2), "one and 2"},
		{"one", N("x", 1, "{{.Count}} file", "{{.Count}} files"), "1 file"},
		{"none", N("x", 0, "{{.Count}} file", "{{.Count}} files"), "0 files"},
		{"several, named", N("x", 2, "{{.Count}} file in {{.Dir}}", "{{.Count}} files in {{.Dir}}", "Dir", "source"), "2 files in source"},
		{"zero", Text{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.text.String(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if got, want := c.text.IsZero(), c.want == ""; got != want {
				t.Errorf("IsZero: got %v, want %v for %+v", got, want, c.text)
			}
		})
	}
}

// shouting says every sentence in capitals, to see what goes through the voice.
type shouting struct{}

func (shouting) Say(t Text) string {
	return Fill(strings.ToUpper(t.Other), map[string]any{"NAME": t.Args["Name"]})
}

// A failure is one line, whatever stands in the file it is about.
func TestFailure(t *testing.T) {
	cause := errors.New("cause")
	at := Place{"locales/fr/guide.toml", 3, 7}
	for _, c := range []struct {
		name string
		f    Failure
		want string
	}{
		{"all", Failure{at, T("x", "{{.Name}} is closed", "Name", "door"), T("y", "open it"), cause}, "locales/fr/guide.toml:3:7: door is closed; open it"},
		{"no column", Failure{At: Place{File: "a", Line: 3}, Text: T("x", "closed")}, "a:3: closed"},
		{"no line", Failure{At: Place{File: "a"}, Text: T("x", "closed")}, "a: closed"},
		{"nowhere", Failure{Text: T("x", "closed"), Fix: T("y", "open it")}, "closed; open it"},
		{"lines in an argument", Failure{Text: T("x", "{{.Name}} is closed", "Name", "a\nb\x1b[2K\u202e\xff"), Fix: T("y", "open {{.Name}}", "Name", "a\r\nb")},
			`a\nb\u001b[2K\u202e\xff is closed; open a\u000d\nb`},
		{"an error in an argument", Failure{Text: T("x", "{{.Name}}", "Name", errors.New("a\nb"))}, `a\nb`},
		{"lines in a file name", Failure{At: Place{File: "a\nb"}, Text: T("x", "closed")}, `a\nb: closed`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.f.Error(); got != c.want || strings.ContainsAny(got, "\n\r") {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
	f := &Failure{at, T("x", "{{.Name}} is closed", "Name", "door"), T("y", "open it"), cause}
	if got, want := f.In(shouting{}), "locales/fr/guide.toml:3:7: door IS CLOSED; OPEN IT"; got != want {
		t.Errorf("in another voice: got %q, want %q", got, want)
	}
	if !errors.Is(f, cause) {
		t.Errorf("%v is not %v", f, cause)
	}
}
