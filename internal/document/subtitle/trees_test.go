package subtitle

import (
	"fmt"
	"strings"
	"testing"

	"colophon/internal/document"
)

// outline is the blocks, one a line.
func outline(d *document.Document) string {
	var out strings.Builder
	for i := range d.Blocks {
		b := &d.Blocks[i]
		fmt.Fprint(&out, b.Kind)
		if b.Holds() {
			fmt.Fprintf(&out, " %q", b.Text)
		} else if b.Kind != document.Paragraph {
			first, _, _ := strings.Cut(b.Span.Of(d.Source), "\n")
			fmt.Fprintf(&out, " (%s…)", first)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func TestTrees(t *testing.T) {
	for _, row := range []struct {
		name         string
		format       document.Format
		source, want string
	}{
		{"a SubRip file", SRT{}, workshop, `
paragraph "We mend what people bring us, and we never ask for money."
paragraph "- Is the wheel still round?\n- <i>It never was.</i>"
paragraph "{\\an8}<font color=\"#ffff00\">Some hubs are worn, and no oil brings them back.</font>"
paragraph "– I thought you had closed on Mondays.\n– Only when it rains."
paragraph "♪ The brook is high the bridge is gone ♪\n♪ I hear the miller's daughter ♪"
paragraph "1984"
paragraph
paragraph "<<Bonjour>>, she said -- and 3 < 4 -- or so it seemed."
`},
		{"Korean", SRT{}, koreanSRT, `
paragraph "사람들이 가져오는 것을 고치고, 돈은 받지 않습니다."
paragraph "- 바퀴가 아직 둥근가요?\n- <i>둥근 적이 없었죠.</i>"
`},
		{"Japanese is joined without spaces", SRT{}, japaneseSRT, `
paragraph "人々が持ってくるものを直し、お金は取りません。"
paragraph "―車輪はまだ丸いですか。\n－<i>丸かったことがない。</i>"
`},
		{"Arabic with marks of direction", SRT{}, "00:01 --> 00:02\nنعم\n\u202b- لا\n", `
paragraph "نعم\n\u202b- لا"
`},
		{"a broken SubRip file", SRT{}, broken, `
opaque (Downloaded from nowhere…)
paragraph "no blank line below"
paragraph "a blank line inside"
paragraph "number apart"
paragraph "no number, no hours"
paragraph "1912 --> 1984"
paragraph "shifted"
`},
		{"no SubRip file", SRT{}, "\n\nSome text,\nand more\n\n", `
opaque (Some text,…)
`},
		{"a number below its times is a word", SRT{}, "1\n00:01 --> 00:02\n2\n\n00:03 --> 00:04\nx", `
paragraph "2"
paragraph "x"
`},
		{"a number right above times is none", SRT{}, "1\n00:01 --> 00:02\n2\n00:03 --> 00:04\nx", `
paragraph
paragraph "x"
`},
		{"CR alone", SRT{}, "1\r00:01 --> 00:02\ra\rb\r\r2\r00:03 --> 00:04\rc", `
paragraph "a b"
paragraph "c"
`},
		{"a WebVTT file", VTT{}, talk, `
opaque (WEBVTT - The workshop…)
opaque (REGION…)
opaque (STYLE…)
comment (NOTE…)
paragraph "<v.loud Ida Karg>We mend what people bring us, and we never ask for money."
paragraph "— It will fall apart.\n— <c.high>You <00:00:06.000><i>know</i></c> &amp; I&nbsp;know."
comment (NOTE check this one…)
paragraph "<v Ida>Good morning!\n<v Anna><lang ko>안녕하세요</lang>, <ruby>字<rt>ji</rt></ruby> and good day."
code (00:13.000 --> 00:14.000…)
code (00:14.000 --> 00:15.000…)
paragraph
paragraph "{\\an8}converted, with 3 < 4"
`},
		{"a broken WebVTT file", VTT{}, brokenVTT, `
opaque (WEBVTT…)
paragraph "under the header"
paragraph "a comma, and an arrow above"
opaque (id…)
opaque (STYLE…)
paragraph "the identifier is NOTE and a line of spaces"
opaque (an id alone…)
paragraph
opaque (--> x…)
`},
		{"not signed", VTT{}, "\ufeff00:01.000 --> 00:02.000\nx\n", `
paragraph "x"
`},
		{"a SubRip file of that name", VTT{}, "1\n00:00:01,000 --> 00:00:02,000\nx\n", `
paragraph "x"
`},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got, want := outline(row.format.Parse(row.source)), strings.TrimPrefix(row.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s\nsource:\n%s", got, want, row.source)
			}
		})
	}
}

// A target takes the lines and the width its cue had, evenly, and its voices begin lines of their own.
func TestWrite(t *testing.T) {
	one, two := "A line.", "It was a cold and wet day, and the\nbrook had risen over the stones."
	for _, row := range []struct {
		name              string
		format            document.Format
		cue, target, want string
	}{
		{"fits on one line", SRT{}, two, "Es regnete.", "Es regnete."},
		{"two even lines", SRT{}, two, "Der Tag war kalt und nass, der Bach stieg über die Steine.", "Der Tag war kalt und nass,|der Bach stieg über die Steine."},
		{"never more lines than there were", SRT{}, two, strings.Repeat("noch ein Wort ", 8), "noch ein Wort noch ein Wort noch ein Wort noch ein Wort|noch ein Wort noch ein Wort noch ein Wort noch ein Wort"},
		{"one line may become two", SRT{}, one, "Das ist nun wirklich eine sehr lange Zeile.", "Das ist nun wirklich|eine sehr lange Zeile."},
		{"markup takes no room", SRT{}, one, `<font color="#ffff00" face="Serif">Eine Zeile.</font>`, `<font color="#ffff00" face="Serif">Eine Zeile.</font>`},
		{"a tag is not broken", SRT{}, two, `Der Tag war <font color="#ffff00" face="Serif">kalt</font> und nass, sagt man.`, `Der Tag war <font color="#ffff00" face="Serif">kalt</font>|und nass, sagt man.`},
		{"Korean is wide", SRT{}, two, "그날은 춥고 비가 내렸으며 개울물이 돌 위로 넘쳤다.", "그날은 춥고 비가 내렸으며|개울물이 돌 위로 넘쳤다."},
		{"Chinese has no spaces", SRT{}, two, "那天又冷又湿，小溪漫过了石头，没有人记得这样的春天。", "那天又冷又湿，小溪漫过了石头，|没有人记得这样的春天。"},
		{"voices", SRT{}, two, "- Kalt?\n- Nass!", "- Kalt?|- Nass!"},
		{"other breaks are spaces", SRT{}, two, "Kalt.\n\nNass.\r\n", "Kalt. Nass."},
		{"no line begins with a dash inside", SRT{}, two, "Der Tag war kalt und nass genug – der Bach stieg.", "Der Tag war kalt und nass|genug – der Bach stieg."},
		{"no last line is a number", SRT{}, two, "Das war im kalten und nassen Winter 1984", "Das war im kalten und|nassen Winter 1984"},
		{"an arrow in SubRip is refused", SRT{}, two, "x --> y", "It was a cold and wet day, and the|brook had risen over the stones."},
		{"an arrow in WebVTT is escaped", VTT{}, two, "x --> y", "x --&gt; y"},
		{"a number", SRT{}, two, "1984", "1984"},
		{"no words are refused", VTT{}, one, " \n ", "A line."},
		{"a reference takes one column", VTT{}, one, "nass&nbsp;und&nbsp;kalt&nbsp;und&nbsp;nass&nbsp;und kalt", "nass&nbsp;und&nbsp;kalt&nbsp;und&nbsp;nass&nbsp;und kalt"},
	} {
		t.Run(row.name, func(t *testing.T) {
			head := "1\n00:00:01.000 --> 00:00:02.000\n"
			d := row.format.Parse(head + row.cue + "\n\n2\n00:00:03.000 --> 00:00:04.000\n" + two + "\n")
			out := document.Splice(row.format, d, map[int]string{0: row.target})
			got, _, _ := strings.Cut(strings.TrimPrefix(out.Source, head), "\n\n")
			if got = strings.ReplaceAll(got, "\n", "|"); got != row.want {
				t.Errorf("%q is written %q, want %q", row.target, got, row.want)
			}
		})
	}
}

func TestInlines(t *testing.T) {
	for _, row := range []struct {
		text     string
		srt, vtt string
	}{
		{"no markup: a > b", "", ""},
		{`<i>a</i> <font color="x">b</font>`, `html(<i>) html(</i>) html(<font color="x">) html(</font>)`, `html(<i>) html(</i>) html(<font color="x">) html(</font>)`},
		{"<v.a Ida>x<c.b>y</c>", "html(<v.a Ida>) html(<c.b>) html(</c>)", "html(<v.a Ida>) html(<c.b>) html(</c>)"},
		{"a<00:01.000>b<1:00:01.000>", "placeholder(<00:01.000>) placeholder(<1:00:01.000>)", "placeholder(<00:01.000>) placeholder(<1:00:01.000>)"},
		{`{\an8}a{\i1}b {y:i}c {no} {\a`, `placeholder({\an8}) placeholder({\i1}) placeholder({y:i})`, `placeholder({\an8}) placeholder({\i1}) placeholder({y:i})`},
		{"&amp; &#65; &semi; &ampx; &nope; &;", "", "entity(&amp;) entity(&#65;) entity(&semi;)"},
		{"3 < 4", "", "html(< 4)"},
		{"I <3 you", "", "html(<3 you)"},
		{"a <b", "", "html(<b)"},
		{"a <img src=x", "html(<img src=x)", "html(<img src=x)"},
		{"<<Oui>> <<img src=x>>", "html(<img src=x>)", "html(<<Oui>) html(<<img src=x>)"},
		{"<!-- x --> <?x?>", "html(<!-- x -->) html(<?x?>)", "html(<!-- x -->) html(<?x?>)"},
		{"- a\n- b", "line break(\n)", "line break(\n)"},
	} {
		t.Run(row.text, func(t *testing.T) {
			for _, f := range []struct {
				syntax syntax
				want   string
			}{{srt, row.srt}, {vtt, row.vtt}} {
				var got []string
				for _, in := range f.syntax.inlines(row.text) {
					got = append(got, fmt.Sprintf("%v(%s)", in.Kind, in.Span.Of(row.text)))
				}
				if strings.Join(got, " ") != f.want {
					t.Errorf("syntax %d: got %s, want %s", f.syntax, got, f.want)
				}
			}
		})
	}
}
