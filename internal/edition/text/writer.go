// Package text writes plain text editions: plain text documents and subtitles as they are spliced, Markdown documents as a person
// would type them for a reader without a renderer; and the colophon at the end.
package text

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"colophon/internal/attribution"
	"colophon/internal/document"
	"colophon/internal/edition"
)

// Writer makes text editions of Markdown and plain text documents, and of subtitles. The zero value is ready to use.
type Writer struct{}

// Name is "text".
func (Writer) Name() string { return "text" }

// columns is how wide a rendered line may be, in terminal columns. Plain text documents keep their own width.
const columns = 78

// Write returns "<Name>.txt" ("<Name>.srt", "<Name>.vtt" of subtitles), and where the colophon has a file of its own "<Name>.colophon.txt". Text has no front
// matter, so that placement is a section, too.
func (Writer) Write(e *edition.Edition) ([]edition.File, error) {
	var text, eol string
	switch e.Format.Name() {
	case "markdown":
		text, eol = render(e), "\n"
	case "text":
		text, eol = e.Text.Source, e.Text.EOL
	case "srt", "vtt":
		// A player shows what is in the file, and only while somebody speaks: the colophon has a file of its own.
		return []edition.File{
			{Name: e.Name + "." + e.Format.Name(), Content: e.Text.Source},
			{Name: e.Name + ".colophon.txt", Content: statement(&e.Statement, e.Text.EOL), Credits: true},
		}, nil
	default:
		return nil, nil
	}
	if e.Colophon == edition.SideFile {
		return []edition.File{
			{Name: e.Name + ".txt", Content: text},
			{Name: e.Name + ".colophon.txt", Content: statement(&e.Statement, eol), Credits: true},
		}, nil
	}
	gap := eol + eol
	if text == "" || strings.HasSuffix(text, gap) {
		gap = ""
	} else if strings.HasSuffix(text, eol) {
		gap = eol
	}
	rule := strings.Repeat("-", columns-10)
	return []edition.File{{Name: e.Name + ".txt", Content: text + gap + rule + eol + eol + statement(&e.Statement, eol), Credits: true}}, nil
}

// statement is the colophon as text. Each fact is a line that begins at the margin; what does not fit goes on indented,
// so that a reader, and Verify, sees where a line of the statement ends.
func statement(s *attribution.Statement, eol string) string {
	heading := edition.Readable(s.Heading)
	lines := []string{heading, strings.Repeat("=", displaywidth.String(heading)), ""}
	lines = append(lines, hanging(edition.Readable(s.Intro))...)
	lines = append(lines, "")
	for _, l := range s.Lines {
		values := make([]string, len(l.Values))
		for i, v := range l.Values {
			values[i] = value(v)
		}
		lines = append(lines, hanging(edition.Readable(l.Label)+": "+strings.Join(values, " · "))...)
	}
	for _, n := range s.Notes {
		lines = append(lines, "")
		lines = append(lines, hanging(edition.Readable(n))...)
	}
	return strings.Join(lines, eol) + eol
}

func value(v attribution.Value) string {
	text, url := edition.Readable(v.Text), edition.Readable(v.URL)
	if url == "" || url == text {
		return text
	}
	return text + " <" + url + ">"
}

func hanging(text string) []string {
	lines := document.Wrap(text, document.Wrapping{Width: columns, Rest: 2})
	for i := 1; i < len(lines); i++ {
		lines[i] = "  " + lines[i]
	}
	return lines
}
