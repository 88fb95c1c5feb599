package html

import (
	"strings"
	"testing"

	"colophon/internal/document"
)

// translated writes the first text of source anew.
func translated(source, target string) string {
	d := Format{}.Parse(source)
	for i := range d.Blocks {
		if d.Blocks[i].Holds() {
			out := document.Splice(Format{}, d, map[int]string{i: target})
			if len(out.Refused) > 0 {
				return "refused"
			}
			return out.Source
		}
	}
	return "no text"
}

func TestWrite(t *testing.T) {
	for _, row := range []struct{ name, source, target, want string }{
		{"on one line", "<p>a</p>", "b\nc", "<p>b c</p>"},
		{"wrapped", "<p>one two\n   three four\n</p>", "하나 둘 셋 <b class=\"a b c d\">넷</b> 다섯", "<p>하나 둘\n   셋\n   <b class=\"a b c d\">넷</b>\n   다섯\n</p>"},
		{"with the line ending of the text", "<p>one two\r\n   three four</p>", "five six seven", "<p>five\r\n   six\r\n   seven</p>"},
		{"block tags", "<p>a</p>", "b</p><div>c", "<p>b&lt;/p>&lt;div>c</p>"},
		{"inline tags", "<p>a</p>", "<b>c</b> < d", "<p><b>c</b> < d</p>"},
		{"tags in tags", "<p>a</p>", "<div title=\"<b>\">c", "<p>&lt;div title=\"&lt;b>\">c</p>"},
		{"a tag that does not end", "<p>a</p>", "b <a href=\"", "<p>b &lt;a href=\"</p>"},
		{"a comment", "<p>a</p>", "b <!-- c", "<p>b &lt;!-- c</p>"},
		{"a directive", "<p>a</p><p>d</p>", "b <!-- colophon: skip --> c", "<p>b &lt;!-- colophon: skip --> c</p><p>d</p>"},
		{"a comment of the source", "<p>a<!-- --> b</p>", "c<!-- --> d", "<p>c<!-- --> d</p>"},
		{"a drawing of the source", "<p>a <svg><title>b</title></svg> c</p>", "d <svg><title>b</title></svg>", "<p>d <svg><title>b</title></svg></p>"},
		{"a script", "<p>a</p>", "b<script>c</script>", "<p>b&lt;script>c&lt;/script></p>"},
		{"half an end tag", "<p>a</p>", "b </", "<p>b &lt;/</p>"},
		{"half a template", "<p>a</p><p>b %> c</p>", "d <% e", "<p>d &lt;% e</p><p>b %> c</p>"},
		{"an element apart", "<p>a</p>", "b <b its-within-text=no>c</b>", "refused"},
		{"nothing to read", "<p>a</p>", "&nbsp;", "refused"},
		{"all quiet after it", "<div>a<hr>b</div>", "<b translate=no>c</b> <b translate=no>d", "refused"},
		{"double quotes", `<img alt="a">`, `b "c" 'd' <e> & &amp;`, `<img alt="b &quot;c&quot; 'd' &lt;e> & &amp;">`},
		{"single quotes", `<img alt='a'>`, `b "c" 'd'`, `<img alt='b "c" &#39;d&#39;'>`},
		{"no quotes", `<img alt=a>`, `b`, `<img alt=b>`},
		{"no quotes, and one needs them", `<img alt=a src=x>`, `b "c"`, `<img alt="b &quot;c&quot;" src=x>`},
		{"lines in an attribute", "<img alt=\"a\n  b\">", "c\nd", "<img alt=\"c d\">"},
		{"the title", "<title>a</title>", "b </title> <i>", "<title>b &lt;/title> <i></title>"},
		{"a field", "<meta content=a name=description>", "b c", "<meta content=\"b c\" name=description>"},
		{"nothing", "<p>a</p>", " \n ", "<p>a</p>"},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := translated(row.source, row.target); got != row.want {
				t.Errorf("got  %q\nwant %q", got, row.want)
			}
		})
	}
}

func TestAnchors(t *testing.T) {
	source := "<h1 id=a>A</h1><h2><a name='b&amp;c'></a>B</h2><h2>C</h2><section id=d>\n<h3>D</h3></section><a id=e></a>\n<h2>E</h2><h2>F <a id=f></a></h2><div id=g>x<h2>G</h2></div>" +
		"<h2><b><span id=\"h\"></span>H</b></h2>"
	d := Format{}.Parse(source)
	anchors := Format{}.Anchors(d)
	var got []string
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Kind == document.Heading {
			got = append(got, document.PlainText(Format{}, d, b.Text)+":"+anchors[i])
		}
	}
	if got, want := strings.Join(got, " "), "A:a B:b&c C: D:d E:e F: G: H:h"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A village's page is put into Korean: what was wrapped is wrapped, what stood on one line does, and not a byte of its
// markup has changed.
func TestPageInKorean(t *testing.T) {
	d := Format{}.Parse(village)
	targets := map[int]string{}
	words := strings.NewReplacer("The year", "한 해", "A letter from the village", "마을에서 온 편지", "spring", "봄",
		"The winter went, and the brook rose over the stones that we had laid.", "겨울이 물러가고 시냇물이 우리가 놓은 돌다리 위로 불어 넘쳤다.", "who", "누가", "Ida &amp; Anna", "이다와 안나",
		"The brook", "시냇물")
	for i := range d.Blocks {
		if d.Blocks[i].Holds() {
			targets[i] = words.Replace(d.Blocks[i].Text)
		}
	}
	out := document.Splice(Format{}, d, targets)
	if len(out.Refused) > 0 || out.Source != inKorean {
		t.Errorf("refused %v, got\n%s\nwant\n%s", out.Refused, out.Source, inKorean)
	}
}

const village = `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>The year</title>
  <meta name="description" content="A letter from the village">
</head>
<body>
  <h1 id="year">The year</h1>
  <p>The winter went, and the brook
     rose over the stones that we
     had laid.
  <p><img src="brook.png" alt="The brook">
  <table>
    <tr><th>who<td title='spring'>Ida &amp; Anna
  </table>
</html>
`

const inKorean = `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>한 해</title>
  <meta name="description" content="마을에서 온 편지">
</head>
<body>
  <h1 id="year">한 해</h1>
  <p>겨울이 물러가고 시냇물이
     우리가 놓은 돌다리 위로 불어
     넘쳤다.
  <p><img src="brook.png" alt="시냇물">
  <table>
    <tr><th>누가<td title='봄'>이다와 안나
  </table>
</html>
`
