package editiontest

import (
	"strings"

	"colophon/internal/document"
)

// samples are documents of a format, by name. One is called "plain".
func samples(f document.Format) map[string]string {
	switch f.Name() {
	case "markdown":
		return markdownSamples()
	case "html":
		return htmlSamples()
	case "srt":
		return cueSamples("", ",")
	case "vtt":
		return cueSamples("WEBVTT\n\n", ".")
	}
	const text = "First heading\n=============\n\nA paragraph of text, with a word or two in it.\n\n* one word\n* another word\n\n1. stay here\n\n> a quoted text\n"
	return map[string]string{
		"plain":  text,
		"crlf":   strings.ReplaceAll(text, "\n", "\r\n"),
		"no-eol": strings.TrimSuffix(text, "\n"),
		"empty":  "",
		"bom":    "\ufeffOne line of text",
		"header": "Title: A text\nAuthor: Somebody\n\nA paragraph of text.\n",
	}
}

func markdownSamples() map[string]string {
	const text = "# First heading\n\nA paragraph of *text*, with a **word** and a [link](#second-heading).\n\n## Second heading\n\n" +
		"- one word\n- stay here\n  - nested text\n\n1. text\n\n| heading | word |\n|---|--:|\n| text | stay |\n\n> [!NOTE]\n> A text[^1]\n\n" +
		"Term heading\n: its text\n\n```go\ncode := \"text\"\n```\n\n[^1]: a footnote text\n\nSetext heading\n---\n\nlast text\n"
	front := func(matter string) string { return matter + text }
	return map[string]string{
		"plain":            text,
		"crlf":             strings.ReplaceAll(text, "\n", "\r\n"),
		"no-eol":           strings.TrimSuffix(text, "\n"),
		"empty":            "",
		"bom":              "\ufeff# Heading\n\ntext\n",
		"yaml":             front("---\ntitle: A text\ndescription: 'more text'\ntags: [a, b]\n---\n\n"),
		"yaml-crlf":        strings.ReplaceAll(front("---\ntitle: A text\n---\n"), "\n", "\r\n"),
		"yaml-taken":       front("---\ncolophon: mine\n---\n"),
		"yaml-quotes":      front("---\ntitle: say \"text\ncount: 5\" tall\n---\n"),
		"toml":             front("+++\ntitle = \"A text\"\n[params]\na = 1\n+++\n"),
		"json":             front("{\n  \"title\": \"A text\",\n  \"n\": 1\n}\n\n"),
		"json-empty":       front("{}\n\n"),
		"open-fence":       text + "\n```\ncode without end",
		"open-tilde-fence": text + "\n~~~~ go\ncode without end\n",
		"open-comment":     text + "\n<!-- a comment without end\n\nmore text\n",
		"open-script":      text + "\n<script>\nlet a = 1\n\nmore text",
		"open-hidden":      text + "\n<div hidden>\n\nmore text\n",
		"open-details":     text + "\n<details>\n<summary>text</summary>\n\nmore text\n",
		"open-style":       text + "\n<div style=\"display:none\">\n\nmore text\n",
		"hiding-style":     "<style>\nfooter, h2, ul, li, p { display: none }\n</style>\n\n" + text,
		"plaintext":        text + "\n<plaintext>\n\nmore text\n",
		"open-list":        text + "\n- item\n\n  ```\n  code in an item\n",
		"open-quote":       text + "\n> quoted text\n> ```\n> code",
		"setext-bait":      "last line is text",
		"rule-bait":        "text\n\n***",
		"container":        text + "\n::: tip A title text\ntext inside\n:::\n",
		"open-container":   text + "\n::: tip\ntext inside\n",
		"math":             text + "\n$$\na < b\n$$\n",
		"shortcode":        text + "\n{{< figure src=\"a.png\" >}}\n",
		"definitions":      text + "\n[a]: https://example.org \"text\"\n",
		"same-heading":     text + "\n## About this edition\n\nAna, Ana Maria\n",
	}
}

func htmlSamples() map[string]string {
	const text = "<h1>First heading</h1>\n<p>A paragraph of <em>text</em>, with a word.\n<ul><li>one word<li>stay here</ul>\n"
	page := func(end string) string {
		return "<!DOCTYPE html>\n<html lang=en>\n<head><title>A text</title></head>\n<body>\n" + text + end
	}
	const whole = "</body>\n</html>\n"
	return map[string]string{
		"plain":         page(whole),
		"crlf":          strings.ReplaceAll(page(whole), "\n", "\r\n"),
		"fragment":      text,
		"empty":         "",
		"bom":           "\ufeff" + page(whole),
		"no-end":        page(""),
		"taken-ids":     page("<p id=colophon>text<p id=colophon-heading>text" + whole),
		"open-comment":  page("<p>text<!-- a comment without end " + whole),
		"open-script":   page("<script>let a = 1 " + whole),
		"open-textarea": page("<textarea>word " + whole),
		"open-title":    "<title>text without end " + text,
		"open-template": page("<template><p>text" + whole),
		"open-hidden":   page("<div hidden><p>text" + whole),
		"open-tag":      page("<p>text <a href=\""),
		"plaintext":     page("<plaintext>" + whole),
		"hiding-style":  "<style>footer, dl, p { display: none }</style>" + page(whole),
		"body-twice":    page("</body><p>text" + whole),
		"frameset":      "<html><frameset><frame src=a.html></frameset></html>",
		"same-heading":  page("<h2>About this edition</h2><p>Ana, Ana Maria" + whole),
	}
}

func cueSamples(head, point string) map[string]string {
	cues := strings.ReplaceAll(head+"1\n00:00:01.000 --> 00:00:02.000\nA text of <i>words</i>\n\n2\n00:00:03.000 --> 00:00:04.000\nstay here\n", ".", point)
	return map[string]string{
		"plain":  cues,
		"crlf":   strings.ReplaceAll(cues, "\n", "\r\n"),
		"no-eol": strings.TrimSuffix(cues, "\n"),
		"empty":  "",
	}
}
