package message

import "slices"

// Known is one line of the ledger: an ID and the text it had when the ledger was last written.
type Known struct{ ID, Text string }

// Align gives every message its ID: the one it had, wherever a person would call it the same message, and a new one
// otherwise. current is the ledger in document order; retired are IDs whose texts were gone by then.
//
// In this order: an ID its author pinned; the same text, by unique texts first and then by neighbourhood, so that
// repeated short texts keep theirs; a text that came back; a similar text in the same place; a similar text anywhere.
// What is left gets an ID that neither list holds. The result is deterministic, no ID is given twice, and with a
// ledger of exactly these texts in this order nothing changes. Time is near linear in the number of messages.
func Align(current, retired []Known, msgs []Message) {
	a := newAligner(current, msgs)
	a.pins()
	a.unique()
	a.neighbours(a.inOrder())
	a.repeatedHere()
	a.neighbours(a.paired())
	a.repeated(run{0, len(a.old)}, run{0, len(a.msg)})
	a.returned(retired)
	a.gaps()
	a.moved()
	a.fresh(retired)
}

// aligner pairs old texts with new ones. A pair is final once made.
type aligner struct {
	old []Known
	msg []Message
	was []int // for each message the index in old, or -1
	now []int // for each old the index in msg, or -1

	used map[string]bool // the IDs of old, and later all that may not be minted
}

// newAligner begins without pairs. Of an ID that stands twice in old (a ledger merged by hand) only the first is known.
func newAligner(old []Known, msgs []Message) *aligner {
	a := &aligner{old, msgs, make([]int, len(msgs)), make([]int, len(old)), make(map[string]bool, len(old)+len(msgs)/8)}
	for i := range a.was {
		a.was[i] = -1
	}
	for o := range a.now {
		if a.now[o] = -1; a.used[old[o].ID] {
			a.now[o] = len(msgs)
		}
		a.used[old[o].ID] = true
	}
	return a
}

func (a *aligner) pair(old, msg int) {
	a.was[msg], a.now[old] = old, msg
	a.msg[msg].ID = a.old[old].ID
}

func (a *aligner) free(old, msg int) bool {
	return old >= 0 && old < len(a.old) && msg >= 0 && msg < len(a.msg) && a.now[old] < 0 && a.was[msg] < 0 && !a.msg[msg].pinned
}

// pins lets the author's own IDs win: their ledger entries are taken out of the game.
// An ID pinned twice belongs to its first message; the second is treated as not pinned.
func (a *aligner) pins() {
	at := map[string]int{}
	for i := range a.msg {
		m := &a.msg[i]
		if _, twice := at[m.ID]; m.pinned && (twice || !ValidID(m.ID)) {
			m.pinned, m.ID = false, ""
		}
		if m.pinned {
			at[m.ID] = i
		}
	}
	for o, k := range a.old {
		if i, ok := at[k.ID]; ok {
			a.was[i], a.now[o] = o, i
		}
	}
}

// unique pairs texts that stand once on either side, wherever they are: an unchanged message that moved is the same.
func (a *aligner) unique() {
	const several = -2
	at := make(map[string]int, len(a.old))
	for o, k := range a.old {
		if a.now[o] >= 0 {
			continue
		}
		if _, ok := at[k.Text]; ok {
			at[k.Text] = several
		} else {
			at[k.Text] = o
		}
	}
	first := make(map[string]int, len(a.msg))
	for i := range a.msg {
		if a.was[i] >= 0 || a.msg[i].pinned {
			continue
		}
		if _, ok := first[a.msg[i].Text]; ok {
			first[a.msg[i].Text] = several
		} else {
			first[a.msg[i].Text] = i
		}
	}
	for i := range a.msg {
		if f, ok := first[a.msg[i].Text]; !ok || f != i {
			continue
		}
		if o, ok := at[a.msg[i].Text]; ok && o >= 0 && a.free(o, i) {
			a.pair(o, i)
		}
	}
}

// paired lists the messages that have a pair.
func (a *aligner) paired() []int {
	var list []int
	for i, o := range a.was {
		if o >= 0 {
			list = append(list, i)
		}
	}
	return list
}

// neighbours extends the pairs of anchors, messages in ascending order, to both sides while the texts are equal.
// It is asked for the pairs that kept their order first: a block that moved alone must not take the repeated texts of
// the place it came to.
func (a *aligner) neighbours(anchors []int) {
	for _, i := range anchors {
		o := a.was[i]
		for n := 1; a.free(o+n, i+n) && a.old[o+n].Text == a.msg[i+n].Text; n++ {
			a.pair(o+n, i+n)
		}
	}
	for _, i := range slices.Backward(anchors) {
		o := a.was[i]
		for n := 1; a.free(o-n, i-n) && a.old[o-n].Text == a.msg[i-n].Text; n++ {
			a.pair(o-n, i-n)
		}
	}
}

// repeatedHere pairs what is left of equal texts between the same neighbours.
func (a *aligner) repeatedHere() {
	for _, g := range a.between() {
		a.repeated(g.old, g.msg)
	}
}

// repeated pairs what is left of equal texts in order of appearance.
func (a *aligner) repeated(olds, msgs run) {
	queue := map[string][]int{}
	for o := olds.from; o < olds.to; o++ {
		if a.now[o] < 0 {
			queue[a.old[o].Text] = append(queue[a.old[o].Text], o)
		}
	}
	if len(queue) == 0 {
		return
	}
	for i := msgs.from; i < msgs.to; i++ {
		if q := queue[a.msg[i].Text]; len(q) > 0 && a.free(q[0], i) {
			a.pair(q[0], i)
			queue[a.msg[i].Text] = q[1:]
		}
	}
}

type run struct{ from, to int }

// gap is a stretch of messages without a pair, and the stretch of the ledger between the same neighbours.
type gap struct{ old, msg run }

// between lists the gaps between the pairs that kept their order (the longest increasing run of them).
func (a *aligner) between() []gap {
	var gaps []gap
	last := gap{}
	for _, i := range append(a.inOrder(), -1) {
		o, end := len(a.old), len(a.msg)
		if i >= 0 {
			o, end = a.was[i], i
		}
		g := gap{run{last.old.to, o}, run{last.msg.to, end}}
		if g.old.from < g.old.to && g.msg.from < g.msg.to {
			gaps = append(gaps, g)
		}
		last = gap{run{0, o + 1}, run{0, end + 1}}
	}
	return gaps
}

// inOrder is the longest run of paired messages whose ledger entries stand in the same order, by patience sorting.
func (a *aligner) inOrder() []int {
	var tops []int // message on top of each pile
	below := make([]int, len(a.msg))
	for i := range a.msg {
		if a.was[i] < 0 {
			continue
		}
		lo, hi := 0, len(tops)
		for lo < hi {
			mid := (lo + hi) / 2
			if a.was[tops[mid]] < a.was[i] {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		below[i] = -1
		if lo > 0 {
			below[i] = tops[lo-1]
		}
		if lo == len(tops) {
			tops = append(tops, i)
		} else {
			tops[lo] = i
		}
	}
	order := make([]int, len(tops))
	for n, i := len(tops)-1, -1; n >= 0; n-- {
		if i < 0 {
			i = tops[n]
		} else {
			i = below[i]
		}
		order[n] = i
	}
	return order
}

// returned gives a text that was gone the ID it had then.
func (a *aligner) returned(retired []Known) {
	queue := make(map[string][]string, len(retired))
	for _, k := range retired {
		if !a.used[k.ID] {
			queue[k.Text] = append(queue[k.Text], k.ID)
		}
	}
	for i := range a.msg {
		if m := &a.msg[i]; m.ID != "" {
			a.used[m.ID] = true
		}
	}
	for i := range a.msg {
		m := &a.msg[i]
		for q := queue[m.Text]; m.ID == "" && len(q) > 0; q = queue[m.Text] {
			if queue[m.Text] = q[1:]; !a.used[q[0]] {
				m.ID, a.used[q[0]] = q[0], true
			}
		}
	}
}

// fresh mints IDs for messages nobody has seen. IDs of the ledger are never given to another text.
func (a *aligner) fresh(retired []Known) {
	for _, k := range retired {
		a.used[k.ID] = true
	}
	m := minter{a.used, map[string]int{}}
	for i := range a.msg {
		if a.msg[i].ID == "" {
			a.msg[i].ID = m.mint(a.msg[i].plain())
		}
	}
}
