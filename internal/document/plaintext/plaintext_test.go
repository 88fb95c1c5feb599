package plaintext

import (
	"testing"

	"colophon/internal/document/documenttest"
)

// page has the shape of a web page saved as text: bullets under a sentence, one of them on two lines, and comments
// with numbers, the first answered, the others at another indentation.
const page = `a slow and patient habit of mending, in which somebody who owns tools lends them to a street that has none

  • a workshop is not a shop—it is a room in which people who cannot pay are as welcome as those who can
  • a workshop does not belong to its founders
    • we ask before we say,
      e.g. we ask whose bicycle this was…, we ask how long it stood in the rain…, we ask what its owner would like it to become…


we do not mend things to be thanked

  • we say what we cannot mend: some hubs are worn, and no oil brings them back
  • we close on rainy Mondays

12 letters about “the workshop”

    1. hello Ida, take whatever you like from the shelf behind the door! it is not ours, it was left by those before us

      1. may I show the shelf to the children of our school? thank you

  1. Good morning! Our village is about to open such a room.

  2. A fine text. I would like to print it.

Write to us

%d readers so far
`

// letter is wrapped, with lists of several kinds, a heading, a rule, verse, a quote, a table and an address.
const village = `Title: The Year of the Two Harvests
Author: Nobody
  in Particular

THE FIRST LETTER

Dear Ms. Moreau,
the winter was mild this year, and the first lambs were born before the snow
had left the northern slopes. We counted forty of them on a single morning in
1984. Nobody remembers such a spring.

Work to be done
===============

Before the roads open:
- mend the fences along the brook and, if there is any wire left, those along
  the upper meadow
- count the sheep
  * ewes
  * rams that are older than two years and have not been shown at the market
    in the valley

 9. call the smith
10. ask him about the mill; he has promised to look at the wheel before the
    end of the month

a) wool
b) cheese, of which there is
more than anybody can eat

      The brook is high,
      the bridge is gone,
      I hear the miller's daughter sing.

> You wrote that the bridge could be mended for the price of a cow. I have asked
> around, and nobody here believes it.
>
> > It can!
> 1. the beams are sound
> 2. the stones lie in the brook

* * *

Month      Lambs   Remarks
February   40      most of them white
March      3

-- 
Anna Karg
4 Mill Lane
`

const korean = "마을 사람들은 봄이 오기 전에 다리를 고치기로 했다. 나무는 이미 준비되어 있었고,\n" +
	"돌은 개울에서 주웠다.\n\n" +
	"  가. 첫째 일은 길을 닦는 것이다. 눈이 녹으면 길이 질어져서 수레가 다닐 수 없게\n" +
	"      되기 때문이다.\n" +
	"  나. 둘째 일은 다리를 놓는 것이다.\n\n" +
	"• 소금\n• 기름과 등잔\n    ◦ 심지\n\n1. 방앗간\n"

const japanese = "　春になると、村の人々は橋を直すことにした。木はもう用意してあり、石は川から拾っ\n" +
	"てきた。\n　冬は長かった。\n\n・塩\n・油と灯\n　心も\n\n（１）水車小屋\n（２）羊\n\n" +
	"名前　　　年\n花子　　　十二\n"

const arabic = "في الربيع قرر أهل القرية إصلاح الجسر قبل أن يذوب الثلج وتفيض المياه على الطريق القديم\n" +
	"ثم ذهبوا إلى الطاحونة.\n\n• الملح\n• الزيت\n\nأ) الأول\nب) الثاني\n"

const book = "   The miller had three daughters, and none of them could be made to believe\n" +
	"that flour is made of stone.\n" +
	"   \"It is white,\" said the first.\n" +
	"   \"It is heavy,\" said the second, who had carried more sacks up the stairs than\n" +
	"the donkey.\n\n\f\n\tAn indented paragraph stands behind a tab, and goes on for more than a line\n" +
	"\there.\n\n1. Numbered Heading\n-------------------\n\nText\n~~~~\n\n" +
	"int main() {\n    puts(\"x\");\n}\n\n" +
	"+------+-----+\n| Name | Age |\n+------+-----+\n| Ida  | 12  |\n+------+-----+\n\n" +
	"┌───┐\n│ a │\n└───┘\n\n1.\u00a0Januar\n\no one\no two\n\nA. Smith was here\n\niv. four\nv. five\n"

var samples = []string{
	page, village, korean, japanese, arabic, book,
	"", "\n", "a", "a\n\n\n", " \t\n", "\f", "- ", "1.", "-", "---", "x\n---", "- x\n---\n", "> ", ">", ">>>>>>>>>>>>x", "a\rb\r\rc\r",
	"- a\n- b\n\n  c\n\n- d\n", "a  \nb\n", "one\ntwo   three\tfour\n", "Title: a\nAuthor:\n  b\n", "Note: this is prose\n",
	"a \x00 b\xff\n\n\u0085\n\u00a0\n\u2028x\n", "Name\tAge\nIda\t12\n",
}

func TestLaws(t *testing.T) { documenttest.Run(t, Format{}, samples...) }

func FuzzLaws(f *testing.F) { documenttest.Fuzz(f, Format{}, samples...) }

// Parsing takes time linear in the bytes of the file, whatever blocks it has.
func BenchmarkParse(b *testing.B) {
	for _, unit := range []struct{ name, text string }{{"village", village}, {"korean", korean}, {"bullets", "  - an item of a list\n"}} {
		b.Run(unit.name+"/100kB", func(b *testing.B) { documenttest.Linear(b, Format{}, unit.text, 100_000) })
		b.Run(unit.name+"/10MB", func(b *testing.B) { documenttest.Linear(b, Format{}, unit.text, 10_000_000) })
	}
}
