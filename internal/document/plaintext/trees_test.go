package plaintext

import (
	"fmt"
	"strings"
	"testing"

	"colophon/internal/document"
)

// outline is the block tree, one line a block, children indented.
func outline(d *document.Document) string {
	var out strings.Builder
	depth := make([]int, len(d.Blocks))
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Parent >= 0 {
			depth[i] = depth[b.Parent] + 1
		}
		fmt.Fprintf(&out, "%*s%v", 2*depth[i], "", b.Kind)
		if b.Level > 0 {
			fmt.Fprintf(&out, " %d", b.Level)
		}
		if b.Key != "" {
			fmt.Fprintf(&out, " %s", b.Key)
		}
		if b.Holds() {
			fmt.Fprintf(&out, " %q", b.Text)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func TestTrees(t *testing.T) {
	for _, row := range trees {
		t.Run(row.name, func(t *testing.T) {
			got := outline(Format{}.Parse(strings.TrimPrefix(row.source, "\n")))
			if want := strings.TrimPrefix(row.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s\nsource:%s", got, want, row.source)
			}
		})
	}
}

var trees = []struct{ name, source, want string }{
	{"capitals are a paragraph, in every script", `
THE FIRST DAY

It rained.
`, `
paragraph "THE FIRST DAY"
paragraph "It rained."
`},
	{"wrapped lines are one text", `
It rained on the first day, and on the second the brook rose over the stones
that we had laid.
`, `
paragraph "It rained on the first day, and on the second the brook rose over the stones that we had laid."
`},
	{"narrow lines keep their breaks", `
Ida Karg
4 Mill Lane
Underhill
`, `
paragraph "Ida Karg\n4 Mill Lane\nUnderhill"
`},
	{"a short line before a long one keeps its break", `
Dear Ida,
it rained on the first day, and on the second the brook rose over the stones
that we had laid.
`, `
paragraph "Dear Ida,\nit rained on the first day, and on the second the brook rose over the stones that we had laid."
`},
	{"two spaces keep a break", "It rained on the first day, and on the second the brook rose over the stones  \n" +
		"that we had laid.\n", `
paragraph "It rained on the first day, and on the second the brook rose over the stones\nthat we had laid."
`},
	{"a web page saved as text", page, `
paragraph "a slow and patient habit of mending, in which somebody who owns tools lends them to a street that has none"
list 1
  list item 1
    paragraph "a workshop is not a shop—it is a room in which people who cannot pay are as welcome as those who can"
  list item 1
    paragraph "a workshop does not belong to its founders"
    list 2
      list item 2
        paragraph "we ask before we say,\ne.g. we ask whose bicycle this was…, we ask how long it stood in the rain…, we ask what its owner would like it to become…"
paragraph "we do not mend things to be thanked"
list 1
  list item 1
    paragraph "we say what we cannot mend: some hubs are worn, and no oil brings them back"
  list item 1
    paragraph "we close on rainy Mondays"
paragraph "12 letters about “the workshop”"
list 1
  list item 1
    paragraph "hello Ida, take whatever you like from the shelf behind the door! it is not ours, it was left by those before us"
    list 2
      list item 2
        paragraph "may I show the shelf to the children of our school? thank you"
list 1
  list item 1
    paragraph "Good morning! Our village is about to open such a room."
  list item 1
    paragraph "A fine text. I would like to print it."
paragraph "Write to us"
paragraph "%d readers so far"
`},
	{"bullets of many kinds nest by indentation", `
• one
  ◦ two
    ▪ three

      three goes on
  ◦ two again
• one again
- another list
`, `
list 1
  list item 1
    paragraph "one"
    list 2
      list item 2
        paragraph "two"
        list 3
          list item 3
            paragraph "three"
            paragraph "three goes on"
      list item 2
        paragraph "two again"
  list item 1
    paragraph "one again"
list 1
  list item 1
    paragraph "another list"
`},
	{"continuation lines need no hanging indent", `
- one
goes on
   and on
- two
`, `
list 1
  list item 1
    paragraph "one\ngoes on\nand on"
  list item 1
    paragraph "two"
`},
	{"a line left of the mark leaves the list", `
  - one
After the list.
`, `
list 1
  list item 1
    paragraph "one"
paragraph "After the list."
`},
	{"numbers of many kinds", `
 9. nine
10. ten

(1) one

1.1. part
1.2. part

a) first
b) second

iii. third
 iv. fourth

가. 하나
나. 둘

一、甲
二、乙

① circle
② circle
`, `
list 1
  list item 1
    paragraph "nine"
  list item 1
    paragraph "ten"
list 1
  list item 1
    paragraph "one"
list 1
  list item 1
    paragraph "part"
  list item 1
    paragraph "part"
list 1
  list item 1
    paragraph "first"
  list item 1
    paragraph "second"
paragraph "iii. third\niv. fourth"
list 1
  list item 1
    paragraph "하나"
  list item 1
    paragraph "둘"
list 1
  list item 1
    paragraph "甲"
  list item 1
    paragraph "乙"
list 1
  list item 1
    paragraph "circle"
  list item 1
    paragraph "circle"
`},
	{"letters need a neighbour", `
A. Karg was here.

o senhor

Then:

o one
o two

h. eight
i. nine
j. ten
`, `
paragraph "A. Karg was here."
paragraph "o senhor"
paragraph "Then:"
list 1
  list item 1
    paragraph "one"
  list item 1
    paragraph "two"
list 1
  list item 1
    paragraph "eight"
  list item 1
    paragraph "nine"
  list item 1
    paragraph "ten"
`},
	{"years and dashes in prose are not marks", `
It rained on the first day of the year, which was so far as anybody remembers
1984. It was not the first time – and not the last, as everybody knows who
– as we do – lives here, or reads the number seven in a list that comes before
7. That is all.
`, `
paragraph "It rained on the first day of the year, which was so far as anybody remembers 1984. It was not the first time – and not the last, as everybody knows who – as we do – lives here, or reads the number seven in a list that comes before 7. That is all."
`},
	{"a list may follow its sentence at once", `
Bring:
- salt
- oil
Or:
  1. bread
And:
  * wine
`, `
paragraph "Bring:"
list 1
  list item 1
    paragraph "salt"
  list item 1
    paragraph "oil\nOr:"
    list 2
      list item 2
        paragraph "bread"
paragraph "And:"
list 1
  list item 1
    paragraph "wine"
`},
	{"underlined headings", `
One
===
Two
---
Three
~~~

1. Numbered
-----------

- milk
- eggs
-------
`, `
heading 1 "One"
heading 2 "Two"
heading 3 "Three"
heading 2 "1. Numbered"
list 1
  list item 1
    paragraph "milk"
  list item 1
    paragraph "eggs"
thematic break
`},
	{"rules", `
a

* * *

b

-----
＊　＊　＊

--
c
`, `
paragraph "a"
thematic break
paragraph "b"
thematic break
thematic break
thematic break
paragraph "c"
`},
	{"header lines", `
Title: The Year
Author: Nobody
  in Particular
Date:
제목： 한 해

Note: this is prose.
`, `
front matter
  value Title "The Year"
  value Author "Nobody in Particular"
  value Date
  value 제목 "한 해"
paragraph "Note: this is prose."
`},
	{"one such line is a sentence, a name that returns is a play", `
ANNA: Has it rained?
IDA: It has.
ANNA: Again?
`, `
paragraph "ANNA: Has it rained?\nIDA: It has.\nANNA: Again?"
`},
	{"quotes", `
Ida wrote:
> It rained.
> * salt
>
> > It did not!
> So it did.
No.
`, `
paragraph "Ida wrote:"
quote
  paragraph "It rained."
  list 1
    list item 1
      paragraph "salt"
  quote
    paragraph "It did not!"
  paragraph "So it did."
paragraph "No."
`},
	{"a table keeps its lines", `
Name    Lambs
Ida     12
nobody

| Name | Age |
|------|-----|
| Ida  | 12  |
`, `
table
  table row
    table cell "Name"
    table cell "Lambs"
  table row
    table cell "Ida"
    table cell "12"
  table row
    table cell "nobody"
table
  table row
    table cell "Name"
    table cell "Age"
  table row
  table row
    table cell "Ida"
    table cell "12"
`},
	{"code and drawings are not looked into", `
if (rain) {
    stay();
}

┌──┐
│  │
└──┘
`, `
code
code
`},
	{"paragraphs told apart by indentation", book[:strings.Index(book, "\f")], `
paragraph "The miller had three daughters, and none of them could be made to believe that flour is made of stone."
paragraph "\"It is white,\" said the first."
paragraph "\"It is heavy,\" said the second, who had carried more sacks up the stairs than the donkey."
`},
	{"Japanese paragraphs begin with an ideographic space", "　春が来た。\n　冬は長かった。\n・塩\n　と油\n", `
paragraph "春が来た。"
paragraph "冬は長かった。"
list 1
  list item 1
    paragraph "塩\nと油"
`},
	{"spaces are layout", "The  rain,  it   raineth every day, on the just and the  unjust fella, but\nchiefly on the just.\n", `
paragraph "The rain, it raineth every day, on the just and the unjust fella, but chiefly on the just."
`},
	{"a tied mark is text", "1.\u00a0Januar\n", `
paragraph "1. Januar"
`},
}
