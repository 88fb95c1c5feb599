// Package span is how colophon points into a document.
//
// A Span is a half-open byte range into the file exactly as it was read: no newline folded, no BOM dropped.
// Lines, code points and UTF-16 columns are computed from it on demand by Mapper and never stored,
// because everyone counts those differently and nobody disagrees about bytes.
package span

import (
	"fmt"
	"strings"
)

// Span is the byte range [Start, End) of a file. The zero Span is empty at the start of the file.
type Span struct{ Start, End int }

// Len is the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Of returns the bytes of text that s points at.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Edit replaces the bytes at Span by Text. An empty Span inserts.
type Edit struct {
	Span
	Text string
}

// Apply returns source with all edits made, in one pass and into one buffer of known size.
//
// Edits must be sorted by Start and disjoint, and lie within source; Apply returns an error naming the first
// that is not, and no bytes. With no edits the result is source itself.
func Apply(source string, edits []Edit) (string, error) {
	if len(edits) == 0 {
		return source, nil
	}
	size, last := len(source), 0
	for _, e := range edits {
		if e.Start < last || e.End < e.Start || e.End > len(source) {
			return "", fmt.Errorf("edit of bytes %d to %d is out of order or outside a file of %d bytes", e.Start, e.End, len(source))
		}
		size += len(e.Text) - e.Len()
		last = e.End
	}
	var out strings.Builder
	out.Grow(size)
	last = 0
	for _, e := range edits {
		out.WriteString(source[last:e.Start])
		out.WriteString(e.Text)
		last = e.End
	}
	out.WriteString(source[last:])
	return out.String(), nil
}
