package subtitle

import (
	"fmt"
	"strings"
	"testing"

	"colophon/internal/document"
	"colophon/internal/document/documenttest"
)

// workshop has what SubRip files have: two-line sentences, dialogues, tags, override codes, a song.
const workshop = `1
00:00:01,000 --> 00:00:03,500
We mend what people bring us,
and we never ask for money.

2
00:00:04,000 --> 00:00:06,000 X1:40 X2:600 Y1:20 Y2:50
- Is the wheel still round?
- <i>It never was.</i>

3
00:00:06,100 --> 00:00:07,000
{\an8}<font color="#ffff00">Some hubs are worn,
and no oil brings them back.</font>

4
00:00:08,000 --> 00:00:11,000
– I thought you had
closed on Mondays.
– Only when it rains.

5
00:00:12,000 --> 00:00:13,000
♪ The brook is high
the bridge is gone ♪
♪ I hear the miller's daughter ♪

6
00:00:14,000 --> 00:00:15,000
1984

7
00:00:16,000 --> 00:00:17,000

8
00:00:18,000 --> 00:00:19,000
<<Bonjour>>, she said -- and 3 < 4
-- or so it seemed.
`

const koreanSRT = `1
00:00:01,000 --> 00:00:03,500
사람들이 가져오는 것을 고치고,
돈은 받지 않습니다.

2
00:00:04,000 --> 00:00:06,000
- 바퀴가 아직 둥근가요?
- <i>둥근 적이 없었죠.</i>
`

const japaneseSRT = `1
00:00:01,000 --> 00:00:03,500
人々が持ってくるものを直し、
お金は取りません。

2
00:00:04,000 --> 00:00:06,000
―車輪はまだ丸いですか。
－<i>丸かったことがない。</i>
`

const arabicSRT = "1\n00:00:01,000 --> 00:00:03,500\n\u202bنصلح ما يأتينا به الناس،\u202c\n\u202bولا نطلب مالا.\u202c\n\n" +
	"2\n00:00:04,000 --> 00:00:06,000\n\u202b- هل العجلة مستديرة؟\u202c\n\u200f- لم تكن كذلك قط.\n"

// broken is what programs leave behind and players play.
const broken = `Downloaded from nowhere
1
00:00:01,000 --> 00:00:02,000
no blank line below
2
00:00:02,000-->00:00:03,000
a blank line

inside


3

00:00:04.000  -->  00:00:05.000
number apart

00:06 --> 00:07
no number, no hours
1:00:08:000 --> 1:00:09:000
1912 --> 1984

-00:00:01,000 --> 00:00: 1, 500
shifted


12
`

// talk has what WebVTT files have.
const talk = `WEBVTT - The workshop
Kind: captions
Language: en

REGION
id:left
width:40%

STYLE
::cue(b) { color: peachpuff }

NOTE
written by hand
of nobody

intro
00:01.000 --> 00:04.000 region:left align:left
<v.loud Ida Karg>We mend what people bring us,
and we never ask for money.

00:00:05.000 --> 00:00:09.000
— It will fall apart.
— <c.high>You <00:00:06.000><i>know</i></c> &amp; I&nbsp;know.

NOTE check this one

2
00:00:09.000 --> 00:00:12.000
<v Ida>Good morning!
<v Anna><lang ko>안녕하세요</lang>, <ruby>字<rt>ji</rt></ruby>
and good day.

00:13.000 --> 00:14.000
{"title": "A cue for a program", "n": 1}

00:14.000 --> 00:15.000
thumbs.jpg#xywh=0,0,160,90

00:16.000 --> 00:17.000

00:18.000 --> 00:19.000
{\an8}converted, with 3 < 4
`

const koreanVTT = "WEBVTT\n\n00:01.000 --> 00:04.000\n사람들이 가져오는 것을 고치고,\n돈은 받지 않습니다.\n\n" +
	"00:05.000 --> 00:09.000\n<v 이다>- 안녕하세요?\n<v 안나>- 어서 오세요.\n"

const arabicVTT = "WEBVTT\n\n1\n00:01.000 --> 00:04.000\nنصلح ما يأتينا به الناس،\nولا نطلب مالا.&rlm;\n\n2\n00:05.000 --> 00:09.000\n&lrm;- نعم\n- لا\n"

// brokenVTT has no blank line below its header, times that are none, and arrows where none may be.
const brokenVTT = `WEBVTT
00:01.000 --> 00:02.000
under the header
00:02,000 --> 00:03,000
a comma, and an arrow above

id
00:x --> 00:y
not a cue

STYLE
a { content: "-->" }

NOTE
00:03.000 --> 00:04.000
the identifier is NOTE
` + "  \nand a line of spaces\n\nan id alone\n\n00:05 --> 00:06\n--> x\n<v Unclosed and on\n"

var (
	srtSamples = []string{workshop, koreanSRT, japaneseSRT, arabicSRT, broken, "", "\n", "x", "1", "\r\n\r\n", "00:01 --> 00:02",
		"1\n00:01 --> 00:02\n\n1984\n", "1\n00:01 --> 00:02\n-\n- x\n", "00:01 --> 00:02\na\tb c\t d\n\t \n\u00a0\ne", "00:01 --> 00:02\n-->",
		"1\r00:01 --> 00:02\ra\rb\r\r2\r00:03 --> 00:04\rc", "00:01 --> 00:02\n\xff\x00\u2028\n<i\n>- x\n", "00:01 --> 00:02\n12\n00:03 --> 00:04\n12"}
	vttSamples = []string{talk, koreanVTT, arabicVTT, brokenVTT, "", "\n", "x", "WEBVTT", "WEBVTT\n\n\n00:01.000 --> 00:02.000", "WEBVTTx\n\nx",
		"WEBVTT\r\r1\r00:01.000 --> 00:02.000\ra\rb\r\rNOTE\rx", "00:01.000 --> 00:02.000\n<v\n- x>y\n- z <", "00:01 --> 00:02\n- <b> -\n--&gt;"}
)

func TestLawsSRT(t *testing.T) { documenttest.Run(t, SRT{}, srtSamples...) }
func TestLawsVTT(t *testing.T) { documenttest.Run(t, VTT{}, vttSamples...) }

func FuzzLawsSRT(f *testing.F) { documenttest.Fuzz(f, SRT{}, srtSamples...) }
func FuzzLawsVTT(f *testing.F) { documenttest.Fuzz(f, VTT{}, vttSamples...) }

// FuzzRead: any target that is written reads back as read says, on no more lines than the cue had or its voices need.
func FuzzRead(f *testing.F) {
	for i, target := range documenttest.Hostile {
		f.Add(target, i%40, i%3, i%2 == 0)
	}
	for _, target := range []string{"- a b\n- c d", "中文中文。中文\n文本", "<i>- a</i> b\n♪ c", "<v A>x y\n<v B>z", "a\t b c", "\f a \u00a0 b", "- 1984 1984", "{\\an8 }- x y", "a <b\n- c> d"} {
		f.Add(target, 5, 2, true)
		f.Add(target, 5, 2, false)
	}
	f.Fuzz(func(t *testing.T, target string, width, n int, web bool) {
		if width < 1 || width > 60 || n < 1 || n > 4 || len(target) > 1000 {
			t.Skip("cues are small")
		}
		format, s := document.Format(SRT{}), srt
		if web {
			format, s = VTT{}, vtt
		}
		d := format.Parse("00:01.000 --> 00:02.000\n" + strings.Repeat(strings.Repeat("x", width)+"\n", n))
		out := document.Splice(format, d, map[int]string{0: target})
		if len(out.Refused) > 0 || target == d.Blocks[0].Text {
			return
		}
		want := s.read(target)
		if web {
			want = s.read(strings.ReplaceAll(target, "-->", "--&gt;"))
		}
		if got := out.Blocks[0].Text; got != want {
			t.Fatalf("%q reads back as %q, want %q\nwritten: %q", target, got, want, out.Source)
		}
		if got := len(out.Blocks[0].Lines); got > max(n, 1+strings.Count(want, "\n")) {
			t.Fatalf("%q takes %d lines where %d were\nwritten: %q", target, got, n, out.Source)
		}
	})
}

// FuzzInlines: markup is in bounds, in order, disjoint, and of the very bytes it says.
func FuzzInlines(f *testing.F) {
	for _, sample := range append(append([]string{}, srtSamples...), vttSamples...) {
		f.Add(sample)
	}
	f.Add("&semi;&ampx;&#x41;&;&CounterClockwiseContourIntegral;<<a=b>>{{{\\}")
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range []syntax{srt, vtt} {
			last := 0
			for _, in := range s.inlines(text) {
				if in.Parent != -1 || in.Span.Start < last || in.Span.End <= in.Span.Start || in.Span.End > len(text) || in.Content.Len() != 0 {
					t.Fatalf("%+v after byte %d of %q", in, last, text)
				}
				last = in.Span.End
			}
			if seen := s.seen(text); len(seen) != len(text) || strings.Count(seen, "\n") != strings.Count(text, "\n") {
				t.Fatalf("%q is seen as %q", text, seen)
			}
		}
	})
}

// Parsing takes time linear in the bytes of the file, whatever it holds.
func BenchmarkParse(b *testing.B) {
	for _, unit := range []struct {
		name, text string
		format     document.Format
	}{
		{"srt", workshop, SRT{}}, {"srt-korean", koreanSRT, SRT{}}, {"srt-one-cue", "- <a {\\ 12\n", SRT{}}, {"srt-returns", "1\r00:01 --> 00:02\ra\r", SRT{}},
		{"vtt", talk, VTT{}}, {"vtt-korean", koreanVTT, VTT{}}, {"vtt-arrows", "x\n-->\n", VTT{}}, {"vtt-tags", "00:01 --> 00:02\n<a &b\n- <v", VTT{}},
	} {
		for _, size := range []int{100_000, 10_000_000} {
			b.Run(fmt.Sprintf("%s/%d", unit.name, size), func(b *testing.B) { documenttest.Linear(b, unit.format, unit.text, size) })
		}
	}
}

// Reading the markup of a text, and writing it, take time linear in its bytes.
func BenchmarkWrite(b *testing.B) {
	d := SRT{}.Parse("00:01 --> 00:02\n" + strings.Repeat("x", 20) + "\n" + strings.Repeat("x", 20))
	for _, unit := range []struct{ name, text string }{
		{"words", "some words "}, {"open", "<a "}, {"quoted", "<<a "}, {"tags", "<i> "}, {"overrides", "{\\a "}, {"numbers", "1 "}, {"Chinese", "中文"}, {"references", "&amp"},
	} {
		for _, size := range []int{2_000, 64_000} {
			text := strings.Repeat(unit.text, size/len(unit.text))
			b.Run(fmt.Sprintf("%s/%d", unit.name, size), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					SRT{}.Write(d, 0, text)
					VTT{}.Write(d, 0, text)
				}
			})
		}
	}
}
