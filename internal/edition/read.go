package edition

import (
	"bytes"
	"encoding/json"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	renderer "github.com/yuin/goldmark/renderer/html"

	"colophon/internal/document"
	"colophon/internal/span"
)

// readText joins wrapped lines: one that is indented goes on with the line above it, unless that is blank.
func readText(content string) reading {
	var lines []string
	var open []span.Span // of content: the lines of the one at hand
	flush := func() {
		if len(open) > 0 {
			lines = append(lines, folded(document.Fold(content, open, nil)))
		}
		open = open[:0]
	}
	at := 0
	for line := range strings.SplitAfterSeq(content, "\n") {
		text := strings.TrimRight(line, "\r\n")
		if text == "" || text == strings.TrimLeft(text, " \t") {
			flush()
		}
		if text != "" {
			open = append(open, span.Span{Start: at, End: at + len(text)})
		}
		at += len(line)
	}
	flush()
	all := strings.Join(lines, "\n")
	return reading{all, all}
}

// plainMarkdown renders as any reader of the file would: nothing of what writers know is in it.
var plainMarkdown = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.GFM, extension.DefinitionList, extension.Footnote),
		goldmark.WithRendererOptions(renderer.WithUnsafe()))
})

func readMarkdown(content string, inFrontMatter bool) reading {
	front, body := cutFrontMatter(content)
	if inFrontMatter {
		all := strings.Join(quoted(front), "\n")
		return reading{all, all}
	}
	var page bytes.Buffer
	if err := plainMarkdown().Convert(readable(body), &page); err != nil {
		panic("edition: goldmark failed to write to memory: " + err.Error())
	}
	return readHTML(page.String())
}

// cutFrontMatter splits a Markdown file into its front matter, with its fences, and the rest.
func cutFrontMatter(content string) (front, body string) {
	content = strings.TrimPrefix(content, "\ufeff")
	first, rest, _ := strings.Cut(content, "\n")
	switch fence := strings.TrimRight(first, " \t\r"); fence {
	case "---", "+++":
		at := len(content) - len(rest)
		for line := range strings.SplitAfterSeq(rest, "\n") {
			at += len(line)
			if end := strings.TrimRight(line, " \t\r\n"); end == fence || fence == "---" && end == "..." {
				return content[:at], content[at:]
			}
		}
	default:
		if strings.HasPrefix(content, "{") {
			dec := json.NewDecoder(strings.NewReader(content))
			var any json.RawMessage
			if dec.Decode(&any) == nil {
				return content[:dec.InputOffset()], content[dec.InputOffset():]
			}
		}
	}
	return "", content
}

// quoted lists the double-quoted strings of front matter, one line each. Writers print a colophon with no other kind,
// and JSON, TOML and YAML share the escapes of JSON (YAML 1.2 §5.7, TOML 1.0 basic strings). None runs over a line,
// so that a stray quotation mark elsewhere in the front matter spoils its own line only.
func quoted(front string) []string {
	var all []string
	for line := range strings.Lines(front) {
		for {
			start := strings.IndexByte(line, '"')
			end := closingQuote(line, start)
			if start < 0 || end < 0 {
				break
			}
			var s string
			if json.Unmarshal([]byte(line[start:end]), &s) == nil {
				all = append(all, folded(s))
			}
			line = line[end:]
		}
	}
	return all
}

// closingQuote is the offset after the string that begins at start, or -1.
func closingQuote(line string, start int) int {
	for i := start + 1; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return -1
}
