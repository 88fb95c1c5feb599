package plaintext

import (
	"strings"
	"testing"

	"colophon/internal/document"
)

// A village's letter is put into Korean, every text of another length than before: lists keep their nesting, wrapped
// paragraphs are wrapped behind the same prefixes and no wider, lines on their own stay on their own.
func TestLetterInKorean(t *testing.T) {
	d := Format{}.Parse(village)
	targets := map[int]string{}
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Holds() {
			targets[i] = story(i, b.Text)
			if b.Kind == document.Cell {
				targets[i] = "다리"
			}
		}
	}
	out := document.Splice(Format{}, d, targets)
	if len(out.Refused) > 0 {
		t.Fatalf("refused %v\n%s", out.Refused, out.Source)
	}
	for i, target := range targets {
		if got := out.Blocks[i].Text; got != target {
			t.Errorf("block %d reads %q, want %q", i, got, target)
		}
	}
	for line := range strings.Lines(out.Source) {
		if w := columns(strings.TrimRight(line, "\n")); w > d.Width {
			t.Errorf("line takes %d columns of %d: %s", w, d.Width, line)
		}
	}
	if got := strings.ReplaceAll(out.Source, "\u00a0", "~"); got != inKorean {
		t.Errorf("got\n%s\nwant\n%s", got, inKorean)
	}
}

// story tells something that begins at sentence i and is as many lines as text: longer than short texts, shorter than
// long ones.
func story(i int, text string) string {
	sentences := []string{"겨울이 물러가고 눈이 녹았다.", "강물이 불어 다리가 떠내려갔다.", "1. 사람들은 돌을 나르기 시작했다.",
		"- 아무도 서두르지 않았다.", "봄은 늘 그렇게 왔다.", "방앗간 딸이 노래를 부르며 지나갔다."}
	lines := strings.Split(text, "\n")
	for k, line := range lines {
		n := 1 + len(line)/80*4
		var told []string
		for j := range n {
			told = append(told, sentences[(i+k+j)%len(sentences)])
		}
		lines[k] = strings.Join(told, " ")
	}
	return strings.Join(lines, "\n")
}

// inKorean has ~ for the no-break space that ties a mark.
const inKorean = `Title: 강물이 불어 다리가 떠내려갔다.
Author: 1. 사람들은 돌을 나르기 시작했다.

-~아무도 서두르지 않았다.

봄은 늘 그렇게 왔다.
방앗간 딸이 노래를 부르며 지나갔다. 겨울이 물러가고 눈이 녹았다. 강물이 불어
다리가 떠내려갔다. 1. 사람들은 돌을 나르기 시작했다. - 아무도 서두르지
않았다. 봄은 늘 그렇게 왔다. 방앗간 딸이 노래를 부르며 지나갔다. 겨울이
물러가고 눈이 녹았다. 강물이 불어 다리가 떠내려갔다.

방앗간 딸이 노래를 부르며 지나갔다.
===============

겨울이 물러가고 눈이 녹았다.
- - 아무도 서두르지 않았다. 봄은 늘 그렇게 왔다. 방앗간 딸이 노래를 부르며
  지나갔다. 겨울이 물러가고 눈이 녹았다. 강물이 불어 다리가 떠내려갔다.
- 방앗간 딸이 노래를 부르며 지나갔다.
  * 1. 사람들은 돌을 나르기 시작했다.
  * 봄은 늘 그렇게 왔다. 방앗간 딸이 노래를 부르며 지나갔다. 겨울이 물러가고
    눈이 녹았다. 강물이 불어 다리가 떠내려갔다. 1. 사람들은 돌을 나르기
    시작했다.

 9. 강물이 불어 다리가 떠내려갔다.
10. - 아무도 서두르지 않았다. 봄은 늘 그렇게 왔다. 방앗간 딸이 노래를 부르며
    지나갔다. 겨울이 물러가고 눈이 녹았다. 강물이 불어 다리가 떠내려갔다.

a) 겨울이 물러가고 눈이 녹았다.
b) 1. 사람들은 돌을 나르기 시작했다.
-~아무도 서두르지 않았다.

      -~아무도 서두르지 않았다.
      봄은 늘 그렇게 왔다.
      방앗간 딸이 노래를 부르며 지나갔다.

> 방앗간 딸이 노래를 부르며 지나갔다. 겨울이 물러가고 눈이 녹았다. 강물이 불어
> 다리가 떠내려갔다. 1. 사람들은 돌을 나르기 시작했다. - 아무도 서두르지 않았다.
>
> > 강물이 불어 다리가 떠내려갔다.
> 1. 봄은 늘 그렇게 왔다.
> 2. 겨울이 물러가고 눈이 녹았다.

* * *

다리       다리    다리
다리       다리    다리
다리       다리

-- 
-~아무도 서두르지 않았다.
봄은 늘 그렇게 왔다.
`

// What plain text cannot hold is refused alone; what it can is tied, and reads back as it was written.
func TestMarksInTargets(t *testing.T) {
	d := Format{}.Parse("In January.\n\n- one\n\nThe end.\n")
	for _, row := range []struct {
		name, target, want string
		refused            bool
	}{
		{"a date is tied", "1. Januar", "1.\u00a0Januar\n\n- one\n\nThe end.\n", false},
		{"a dash is tied", "– Im Januar.", "–\u00a0Im Januar.\n\n- one\n\nThe end.\n", false},
		{"a year needs no tie", "1984. So was.", "1984. So was.\n\n- one\n\nThe end.\n", false},
		{"a break is kept", "Im\nJanuar", "Im\nJanuar\n\n- one\n\nThe end.\n", false},
		{"a break before a mark is tied", "Im\n- Januar", "Im\n-\u00a0Januar\n\n- one\n\nThe end.\n", false},
		{"a rule after a break joins the line", "Im\n-----", "Im -----\n\n- one\n\nThe end.\n", false},
		{"a quote is refused", "> Januar", d.Source, true},
		{"a tight bullet is refused", "・一月", d.Source, true},
	} {
		t.Run(row.name, func(t *testing.T) {
			out := document.Splice(Format{}, d, map[int]string{0: row.target})
			if out.Source != row.want || (len(out.Refused) > 0) != row.refused {
				t.Errorf("got %q, refused %v, want %q", out.Source, out.Refused, row.want)
			}
		})
	}
}

// A paragraph told from its neighbours only by the indentation of its first line keeps a second line that shows it.
func TestBookKeepsItsIndentation(t *testing.T) {
	d := Format{}.Parse("   " + strings.Repeat("long ", 20) + "\nand more.\n   Who?\n   " + strings.Repeat("long ", 20) + "\nand more.\n")
	out := document.Splice(Format{}, d, map[int]string{0: "아주 짧다.", 2: "또 짧다."})
	want := "   아주\n짧다.\n   Who?\n   또\n짧다.\n"
	if out.Source != want || len(out.Blocks) != 3 {
		t.Errorf("got %q, want %q", out.Source, want)
	}
}

// A cell is padded to the width it had, so that the columns of a table stay where they are.
func TestTableKeepsItsColumns(t *testing.T) {
	d := Format{}.Parse("Month      Lambs   Remarks\nFebruary   40      white\n")
	targets := map[int]string{}
	for i, b := range d.Blocks {
		if to, ok := map[string]string{"Month": "달", "Lambs": "어린 양", "February": "이월", "white": "하얗다"}[b.Text]; ok {
			targets[i] = to
		}
	}
	got := document.Splice(Format{}, d, targets).Source
	if want := "달         어린 양   Remarks\n이월       40      하얗다\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// An ideographic space after a sentence is writing: no line ends with it, or it would not be read back.
func TestIdeographicSpaceIsKept(t *testing.T) {
	d := Format{}.Parse(strings.Repeat("言葉", 20) + "\n" + strings.Repeat("言葉", 9) + "\n")
	target := strings.Repeat("帰ろう！　", 20) + "帰ろう！"
	out := document.Splice(Format{}, d, map[int]string{0: target})
	if got := out.Blocks[0]; got.Text != target || len(got.Lines) < 3 {
		t.Errorf("got %q on %d lines, want %q on several", got.Text, len(got.Lines), target)
	}
}
