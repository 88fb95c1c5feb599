package message

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// How alike two texts must be to be the same message. In the same place less is asked than anywhere else.
const (
	alikeHere     = 0.40
	alikeAnywhere = 0.60
)

// gramsOfText bounds how much of a very long text is compared, in trigrams.
const gramsOfText = 2048

// grams are the hashed character trigrams of a text, lower-cased, sorted, with repetitions.
type grams []uint32

func gramsOf(text string) grams {
	text = strings.ToLower(text)
	g := make(grams, 0, min(len(text), gramsOfText)+2)
	a, b := rune(' '), rune(' ')
	for i := 0; i <= len(text) && len(g) < gramsOfText; {
		r, size := utf8.DecodeRuneInString(text[i:])
		if i == len(text) {
			r, size = ' ', 1
		}
		g = append(g, (uint32(a)*0x9E3779B1^uint32(b))*0x85EBCA6B^uint32(r)*0xC2B2AE35)
		a, b = b, r
		i += size
	}
	slices.Sort(g)
	return g
}

// similarity is the Dice coefficient of two texts' trigrams: 0 nothing in common, 1 the same.
func (g grams) similarity(h grams) float64 {
	common := 0
	for i, j := 0, 0; i < len(g) && j < len(h); {
		switch {
		case g[i] == h[j]:
			common++
			i++
			j++
		case g[i] < h[j]:
			i++
		default:
			j++
		}
	}
	return 2 * float64(common) / float64(len(g)+len(h))
}

// alike is similarity where it is at least least, otherwise 0; most texts are told apart by their length alone.
func (g grams) alike(h grams, least float64) float64 {
	if 2*float64(min(len(g), len(h))) < least*float64(len(g)+len(h)) {
		return 0
	}
	if s := g.similarity(h); s >= least {
		return s
	}
	return 0
}

// candidate is an old and a new text that may be the same message.
type candidate struct {
	old, msg int
	score    float64
	far      int // how many messages lie between their places
}

// best orders candidates: the most alike first, then the nearer in position, then the earlier.
func best(cs []candidate) {
	slices.SortFunc(cs, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), x.far-y.far, x.msg-y.msg, x.old-y.old)
	})
}

// wide is the number of texts on one side of a gap up to which all its pairs are compared. In a wider gap, as where a
// document was edited throughout, each text is compared with so many around its place.
const wide = 24

// gaps pairs similar texts that stand between the same neighbours. What has moved within a wide gap is left to moved,
// which has an index.
func (a *aligner) gaps() {
	for _, g := range a.between() {
		olds, msgs := a.freeOld(g.old), a.freeMsg(g.msg)
		if len(olds) == 0 || len(msgs) == 0 {
			continue
		}
		og := a.gramsOld(olds)
		var cs []candidate
		for y, i := range msgs {
			mg := gramsOf(a.msg[i].Text)
			here, from, to := y*len(olds)/len(msgs), 0, len(olds)
			if min(len(olds), len(msgs)) > wide {
				from = min(max(here-wide/2, 0), len(olds)-wide)
				to = from + wide
			}
			for x := from; x < to; x++ {
				if s := og[x].alike(mg, alikeHere); s > 0 {
					cs = append(cs, candidate{olds[x], i, s, max(x-here, here-x)})
				}
			}
		}
		a.take(cs)
	}
}

func (a *aligner) gramsOld(olds []int) []grams {
	og := make([]grams, len(olds))
	for x, o := range olds {
		og[x] = gramsOf(a.old[o].Text)
	}
	return og
}

func (a *aligner) take(cs []candidate) {
	best(cs)
	for _, c := range cs {
		if a.free(c.old, c.msg) && a.msg[c.msg].ID == "" {
			a.pair(c.old, c.msg)
		}
	}
}

func (a *aligner) freeOld(r run) []int {
	var list []int
	for o := r.from; o < r.to; o++ {
		if a.now[o] < 0 {
			list = append(list, o)
		}
	}
	return list
}

func (a *aligner) freeMsg(r run) []int {
	var list []int
	for i := r.from; i < r.to; i++ {
		if a.was[i] < 0 && a.msg[i].ID == "" {
			list = append(list, i)
		}
	}
	return list
}

// Index bounds: how many of a text's rarest trigrams ask, and how common a trigram may be to be asked.
const (
	askGrams  = 16
	maxCommon = 64
	verify    = 8
)

// moved pairs similar texts anywhere, through an index of trigrams: each new text looks only at the old texts that
// share its rarest ones, never at all of them.
func (a *aligner) moved() {
	olds, msgs := a.freeOld(run{0, len(a.old)}), a.freeMsg(run{0, len(a.msg)})
	if len(olds) == 0 || len(msgs) == 0 {
		return
	}
	og := a.gramsOld(olds)
	index := map[uint32][]int32{}
	for x := range og {
		for n, g := range og[x] {
			if n == 0 || g != og[x][n-1] {
				index[g] = append(index[g], int32(x))
			}
		}
	}
	var cs []candidate
	shared := map[int32]int{}
	for _, i := range msgs {
		mg := gramsOf(a.msg[i].Text)
		clear(shared)
		for _, g := range rarest(mg, index) {
			for _, x := range index[g] {
				shared[x]++
			}
		}
		for _, x := range most(shared, verify) {
			if s := og[x].alike(mg, alikeAnywhere); s > 0 {
				cs = append(cs, candidate{olds[x], i, s, max(olds[x]-i, i-olds[x])})
			}
		}
	}
	a.take(cs)
}

func rarest(g grams, index map[uint32][]int32) []uint32 {
	known := make([]uint32, 0, len(g))
	for n, x := range g {
		if l := len(index[x]); (n == 0 || x != g[n-1]) && l > 0 && l <= maxCommon {
			known = append(known, x)
		}
	}
	slices.SortFunc(known, func(x, y uint32) int {
		if d := len(index[x]) - len(index[y]); d != 0 {
			return d
		}
		return int(int64(x) - int64(y))
	})
	return known[:min(len(known), askGrams)]
}

func most(shared map[int32]int, limit int) []int32 {
	list := make([]int32, 0, len(shared))
	for x := range shared {
		list = append(list, x)
	}
	slices.SortFunc(list, func(x, y int32) int {
		if d := shared[y] - shared[x]; d != 0 {
			return d
		}
		return int(x - y)
	})
	return list[:min(len(list), limit)]
}
