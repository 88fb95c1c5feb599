package document

import (
	"sort"

	"colophon/internal/span"
)

// Spliced is a document written with some of its texts replaced.
type Spliced struct {
	*Document       // the result, read again: its Blocks correspond one to one to the Blocks of the source
	Refused   []int // blocks whose target would have changed the blocks around it; their source text stands
}

// parses bounds how often a hostile set of targets makes Splice try again. Past it all targets that are not yet known
// to be good are refused: a catalog with that many bad ones is not worth more.
const parses = 256

// Splice writes d with the text of each block in targets replaced, by index into d.Blocks.
//
// No target can change the block tree or another text (the law of containment): the result is parsed, and where it
// differs the target responsible is refused and its source stands. A target equal to the block's Text leaves the original
// bytes. With no targets the result is d itself.
func Splice(f Format, d *Document, targets map[int]string) Spliced {
	order := replaced(d, targets)
	var refused []int
	best, good := d, 0 // the document with order[:good], which keeps the tree
	left := parses
	try := func(n int) (out *Document, at int, same bool) {
		left--
		out = f.Parse(write(f, d, order[:n], targets))
		at, same = firstDifference(d, out, targets)
		return out, at, same
	}
	for good < len(order) && left > 0 {
		out, at, same := try(len(order))
		if same {
			best, good = out, len(order)
			break
		}
		// The culprit is likely the last replaced text that begins at or before the difference. But where two of many
		// equal blocks became one, the trees differ much later, so that is only the first guess of a bisection.
		guess, bad := sort.SearchInts(order, at+1)-1, len(order)
		for step := 0; bad-good > 1 && left > 0; step++ {
			n := (good + bad) / 2
			if hint := guess + step; step < 2 && hint > good && hint < bad {
				n = hint
			}
			if out, _, same := try(n); same {
				best, good = out, n
			} else {
				bad = n
			}
		}
		if bad-good == 1 {
			refused = append(refused, order[good])
			order = append(order[:good:good], order[bad:]...)
		}
	}
	refused = append(refused, order[good:]...)
	sort.Ints(refused)
	return Spliced{best, refused}
}

// replaced lists the blocks whose text really changes, in order.
func replaced(d *Document, targets map[int]string) []int {
	order := make([]int, 0, len(targets))
	for i, target := range targets {
		if b := &d.Blocks[i]; b.Holds() && target != b.Text {
			order = append(order, i)
		}
	}
	sort.Ints(order)
	return order
}

func write(f Format, d *Document, order []int, targets map[int]string) string {
	edits := make([]span.Edit, len(order))
	for k, i := range order {
		edits[k] = span.Edit{Span: d.Blocks[i].Extent(), Text: f.Write(d, i, targets[i])}
	}
	out, err := span.Apply(d.Source, edits)
	if err != nil {
		panic("document: a format broke the law of partition: " + err.Error())
	}
	return out
}

// firstDifference compares two block trees and returns the index of the first block that is not the same in both: in
// kind, place and pinned ID, and in text where it has no target. Two targets, of which one swallows a block and the other
// makes one, would leave the shape of the tree as it was.
func firstDifference(a, b *Document, targets map[int]string) (at int, same bool) {
	for i := range min(len(a.Blocks), len(b.Blocks)) {
		x, y := &a.Blocks[i], &b.Blocks[i]
		if x.Kind != y.Kind || x.Level != y.Level || x.Parent != y.Parent || x.Holds() != y.Holds() || x.Key != y.Key || x.ID != y.ID {
			return i, false
		}
		if x.Text != y.Text {
			if _, replaced := targets[i]; !replaced {
				return i, false
			}
		}
	}
	if len(a.Blocks) != len(b.Blocks) {
		return min(len(a.Blocks), len(b.Blocks)), false
	}
	return 0, true
}
