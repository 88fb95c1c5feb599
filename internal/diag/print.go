package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// String is "file:line:column" with as much of it as is known.
func (p Place) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// WriteText prints findings for a person: one line each, and below it the texts it quotes and the fix.
func WriteText(w io.Writer, ds []Diagnostic, v Voice) error {
	var out strings.Builder
	for _, d := range ds {
		if at := d.At.String(); at != "" {
			fmt.Fprintf(&out, "%s: ", Visible(at))
		}
		if d.Language != "" {
			fmt.Fprintf(&out, "%s: ", d.Language)
		}
		fmt.Fprintf(&out, "%s [%s]\n", v.Say(shown(d.Text)), d.Rule)
		quote(&out, v.Say(T("label-source", "source")), d.Source)
		quote(&out, v.Say(T("label-target", "target")), d.Target)
		if !d.Fix.IsZero() {
			fmt.Fprintf(&out, "    %s: %s\n", v.Say(T("label-fix", "fix")), v.Say(shown(d.Fix)))
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// quoted bounds how much of a text a finding shows, in code points.
const quoted = 160

func quote(out *strings.Builder, label, text string) {
	if text != "" {
		fmt.Fprintf(out, "    %s: %s\n", label, Visible(Shorten(text, quoted)))
	}
}

// Shorten cuts text to at most limit code points, an ellipsis included.
func Shorten(text string, limit int) string {
	if utf8.RuneCountInString(text) <= limit {
		return text
	}
	if limit < 1 {
		return ""
	}
	n := 0
	for i := range text {
		if n == limit-1 {
			return text[:i] + "…"
		}
		n++
	}
	return text
}

// Visible shows a stranger's text on a terminal: control characters, bidi overrides and bytes that are not UTF-8
// appear as escapes, so that nothing printed can move the cursor or turn a line around.
func Visible(text string) string {
	if plain(text) {
		return text
	}
	var out strings.Builder
	for i, r := range text {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD"):
			fmt.Fprintf(&out, `\x%02x`, text[i])
		case r == '\n':
			out.WriteString(`\n`)
		case hidden(r):
			fmt.Fprintf(&out, `\u%04x`, r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// shown is t with its arguments made visible: they quote what strangers wrote. The sentence itself is ours, and a
// translation of it may well hold direction marks.
func shown(t Text) Text {
	args := make(map[string]any, len(t.Args))
	for name, value := range t.Args {
		args[name] = Visible(fmt.Sprint(value))
	}
	t.Args = args
	return t
}

func plain(text string) bool {
	for _, r := range text {
		if r == utf8.RuneError || r == '\n' || hidden(r) {
			return false
		}
	}
	return true
}

func hidden(r rune) bool {
	return r < 0x20 || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 ||
		r == 0x200e || r == 0x200f || r == 0x061c || r == 0x2028 || r == 0x2029
}

type jsonDiagnostic struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	At       Place  `json:"at"`
	Related  *Place `json:"related,omitempty"`
	Language string `json:"language,omitempty"`
	Message  string `json:"message,omitempty"`
	Text     string `json:"text"`
	Source   string `json:"source,omitempty"`
	Target   string `json:"target,omitempty"`
	Fix      string `json:"fix,omitempty"`
}

// JSON is the findings as values for encoding/json: an array, never null.
func JSON(ds []Diagnostic, v Voice) any {
	out := make([]jsonDiagnostic, len(ds))
	for i, d := range ds {
		out[i] = jsonDiagnostic{d.Rule, d.Severity.String(), d.At, nil, d.Language, d.Message, v.Say(d.Text), d.Source, d.Target, ""}
		if !d.Fix.IsZero() {
			out[i].Fix = v.Say(d.Fix)
		}
		if d.Related.File != "" {
			out[i].Related = &d.Related
		}
	}
	return out
}

// WriteJSON prints any report as indented JSON with a final newline.
func WriteJSON(w io.Writer, report any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(report)
}
