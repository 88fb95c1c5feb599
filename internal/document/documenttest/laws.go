// Package documenttest holds the laws every document.Format obeys, as functions, as a test and as fuzz targets.
//
// A format proves them in two lines:
//
//	func TestLaws(t *testing.T) { documenttest.Run(t, markdown.Format{}, samples...) }
//	func FuzzLaws(f *testing.F) { documenttest.Fuzz(f, markdown.Format{}, samples...) }
package documenttest

import (
	"fmt"
	"strings"
	"unicode"

	"colophon/internal/document"
)

// Identity: writing nothing, or writing every text as it already is, gives back the very bytes that were read.
func Identity(f document.Format, source string) error {
	d := f.Parse(source)
	if d.Source != source {
		return fmt.Errorf("identity: Parse changed the source")
	}
	if got := document.Splice(f, d, nil); got.Source != source || len(got.Refused) > 0 {
		return fmt.Errorf("identity: splicing nothing gives %q", got.Source)
	}
	same := map[int]string{}
	for i := range d.Blocks {
		if d.Blocks[i].Holds() {
			same[i] = d.Blocks[i].Text
		}
	}
	if got := document.Splice(f, d, same); got.Source != source || len(got.Refused) > 0 {
		return fmt.Errorf("identity: splicing every text onto itself gives %q", got.Source)
	}
	return nil
}

// Partition: the ranges of all texts are sorted, disjoint and in bounds, each within its block, each block within its
// parent and after it. Together with the bytes between them they are the file.
func Partition(f document.Format, source string) error {
	d := f.Parse(source)
	last := 0
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Parent < -1 || b.Parent >= i {
			return fmt.Errorf("partition: block %d (%v) has parent %d", i, b.Kind, b.Parent)
		}
		if b.Span.Start < 0 || b.Span.End < b.Span.Start || b.Span.End > len(source) {
			return fmt.Errorf("partition: block %d (%v) spans %v of %d bytes", i, b.Kind, b.Span, len(source))
		}
		if b.Parent >= 0 {
			if p := d.Blocks[b.Parent].Span; b.Span.Start < p.Start || b.Span.End > p.End {
				return fmt.Errorf("partition: block %d (%v) %v is not within its parent %v", i, b.Kind, b.Span, p)
			}
		}
		if !b.Holds() {
			if b.Text != "" {
				return fmt.Errorf("partition: block %d (%v) has text %q and no lines", i, b.Kind, b.Text)
			}
			continue
		}
		for _, l := range b.Lines {
			if l.Start < last || l.End < l.Start || l.End > len(source) {
				return fmt.Errorf("partition: block %d (%v) has line %v after byte %d of %d", i, b.Kind, l, last, len(source))
			}
			if strings.ContainsAny(l.Of(source), "\n") {
				return fmt.Errorf("partition: block %d (%v) has a line ending within a line: %q", i, b.Kind, l.Of(source))
			}
			last = l.End
		}
		if e := b.Extent(); e.Start < b.Span.Start || e.End > b.Span.End {
			return fmt.Errorf("partition: block %d (%v) holds text %v outside its span %v", i, b.Kind, e, b.Span)
		}
		if strings.TrimSpace(b.Text) == "" {
			return fmt.Errorf("partition: block %d (%v) holds no text: %q", i, b.Kind, b.Text)
		}
	}
	return nil
}

// Locality: replacing one text changes no byte outside its extent and no other text, and reads back as written.
// The new text is the old one with its letters exchanged, so it is as ordinary as the source.
func Locality(f document.Format, source string) error {
	d := f.Parse(source)
	for i := range d.Blocks {
		if !d.Blocks[i].Holds() {
			continue
		}
		target := ordinary(f, d, d.Blocks[i].Text)
		if err := replaceOne(f, d, i, target, true); err != nil {
			return fmt.Errorf("locality: %w", err)
		}
	}
	return nil
}

// Containment: no target changes the block it stands in or any other: the tree stays, other texts stay, and what
// cannot be written is refused and leaves the source.
func Containment(f document.Format, source, target string) error {
	d := f.Parse(source)
	for i := range d.Blocks {
		if d.Blocks[i].Holds() {
			if err := replaceOne(f, d, i, target, false); err != nil {
				return fmt.Errorf("containment: %w", err)
			}
		}
	}
	return nil
}

// Reextraction: a document written with ordinary targets for all its texts, read again, has the same blocks with the
// targets as their texts, and nothing was refused.
func Reextraction(f document.Format, source string) error {
	d := f.Parse(source)
	targets := map[int]string{}
	for i := range d.Blocks {
		if d.Blocks[i].Holds() {
			targets[i] = ordinary(f, d, d.Blocks[i].Text)
		}
	}
	out := document.Splice(f, d, targets)
	if len(out.Refused) > 0 {
		i := out.Refused[0]
		return fmt.Errorf("re-extraction: ordinary target %q of block %d (%v) was refused", targets[i], i, d.Blocks[i].Kind)
	}
	for i, target := range targets {
		if got := out.Blocks[i].Text; got != target {
			return fmt.Errorf("re-extraction: block %d (%v) reads %q, want %q; written document:\n%s", i, d.Blocks[i].Kind, got, target, out.Source)
		}
	}
	return nil
}

func replaceOne(f document.Format, d *document.Document, i int, target string, exact bool) error {
	out := document.Splice(f, d, map[int]string{i: target})
	what := fmt.Sprintf("block %d (%v, %q) replaced by %q", i, d.Blocks[i].Kind, d.Blocks[i].Text, target)
	if len(out.Refused) > 0 {
		if exact {
			return fmt.Errorf("%s was refused", what)
		}
		if out.Source != d.Source {
			return fmt.Errorf("%s was refused and yet changed the document", what)
		}
		return nil
	}
	hole := d.Blocks[i].Extent()
	head, tail := d.Source[:hole.Start], d.Source[hole.End:]
	if !strings.HasPrefix(out.Source, head) || !strings.HasSuffix(out.Source, tail) || len(out.Source) < len(head)+len(tail) {
		return fmt.Errorf("%s changed bytes outside %v:\n%q", what, hole, out.Source)
	}
	if len(out.Blocks) != len(d.Blocks) {
		return fmt.Errorf("%s changed the number of blocks from %d to %d:\n%q", what, len(d.Blocks), len(out.Blocks), out.Source)
	}
	for j := range d.Blocks {
		was, is := &d.Blocks[j], &out.Blocks[j]
		if was.Kind != is.Kind || was.Level != is.Level || was.Parent != is.Parent || was.Holds() != is.Holds() {
			return fmt.Errorf("%s turned block %d from %v into %v:\n%q", what, j, was.Kind, is.Kind, out.Source)
		}
		if j != i && was.Text != is.Text {
			return fmt.Errorf("%s changed the text of block %d from %q to %q:\n%q", what, j, was.Text, is.Text, out.Source)
		}
	}
	if exact && out.Blocks[i].Text != target {
		return fmt.Errorf("%s reads back as %q:\n%q", what, out.Blocks[i].Text, out.Source)
	}
	return nil
}

// ordinary exchanges the letters of text outside its markup: a to m for n to z and back. Length, case, digits, spaces
// and punctuation stay, and so does everything of the markup but the words inside it.
func ordinary(f document.Format, d *document.Document, text string) string {
	prose := make([]bool, len(text))
	for i := range prose {
		prose[i] = true
	}
	if inliner, ok := f.(document.Inliner); ok {
		for _, in := range inliner.Inlines(d, text) {
			for i := in.Span.Start; i < in.Span.End; i++ {
				prose[i] = prose[i] && i >= in.Content.Start && i < in.Content.End
			}
		}
	}
	out := []byte(text)
	for i, c := range out {
		if prose[i] && c < 0x80 && unicode.IsLetter(rune(c)) {
			out[i] = rot13(c)
		}
	}
	return string(out)
}

func rot13(c byte) byte {
	base := c &^ 0x20
	return c - base + 'A' + (base-'A'+13)%26
}
