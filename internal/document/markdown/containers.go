package markdown

import (
	"slices"
	"strings"

	"colophon/internal/document"
	"colophon/internal/span"
)

// match reads the prefixes of the open containers from the line and returns how many of them it belongs to.
func (s *scanner) match() int {
	for k := 1; k < len(s.stack); k++ {
		c := &s.stack[k]
		switch {
		case c.kind == document.List || c.kind == document.Container && c.indent == 0:
			continue
		case c.kind == document.Quote:
			s.measure()
			if s.indent > 3 || s.blank() || s.source[s.text] != '>' {
				return k
			}
			s.quoteMarker(c.block)
		default:
			s.measure()
			switch {
			case s.blank() && !c.filled: // an item may begin with one blank line, not with two (CommonMark 0.31.2 §5.2)
				return k
			case s.blank():
				s.advance(s.indent)
			case s.indent < c.indent:
				return k
			default:
				s.advance(c.indent)
			}
		}
	}
	return len(s.stack)
}

// quoteMarker moves past ">" and the space that may follow it.
func (s *scanner) quoteMarker(block int) {
	s.skip(1)
	b := &s.doc.Blocks[block].Span
	b.End = max(b.End, s.pos)
	if s.space() {
		s.advance(1)
	}
}

func (s *scanner) beginQuote(kept int) started {
	if len(s.stack) >= maxDepth {
		return nothing
	}
	s.closeTo(kept)
	s.quoteMarker(s.push(document.Quote, s.text, s.text+1, container{}))
	return containerBlock
}

// beginItem opens a list item, and a list unless the item goes on with the open one (§5.2, §5.3).
func (s *scanner) beginItem(kept int, inside bool) bool {
	m, ok := listMarker(s.rest())
	if !ok || inside && (m.empty || !m.one) || len(s.stack)+1 >= maxDepth {
		return false
	}
	s.closeTo(kept)
	if top := s.top(); top.kind != document.List || top.marker != m.kind {
		s.push(document.List, s.text, s.text+m.width, container{marker: m.kind})
	}
	from, indent := s.text, s.indent
	indent += s.content(m)
	s.push(document.Item, from, from+m.width, container{marker: m.kind, indent: indent})
	return true
}

// content moves past a marker and the spaces after it and returns the width of both: how far the content of the item
// is indented. Five spaces and more are one, and then indented code.
func (s *scanner) content(m marker) int {
	s.skip(m.width)
	s.measure()
	spaces := s.indent
	if spaces > 4 || spaces < 1 || m.empty {
		spaces = 1
	}
	s.advance(spaces)
	return m.width + spaces
}

// beginContainer opens or closes what fences.go describes.
func (s *scanner) beginContainer(kept int) started {
	line := s.rest()
	if f := containerStart(line, s.leaf.state == paragraph); f.ok && len(s.stack) < maxDepth {
		s.closeTo(kept)
		c := container{marker: f.char, length: f.length}
		if f.indented {
			c.indent = s.indent + 4
		}
		b := s.push(document.Container, s.text, trimEnd(s.source, s.text, s.end), c)
		if title := (span.Span{Start: s.text + f.from, End: s.text + f.to}); strings.TrimSpace(title.Of(s.source)) != "" {
			s.prose(b, title)
		}
		return leafBlock
	}
	if isContainerEnd(line) {
		for k := kept - 1; k > 0; k-- {
			if c := s.stack[k]; c.kind == document.Container && c.marker == line[0] && c.length <= run(line, line[0]) {
				s.doc.Blocks[c.block].Span.End = s.text + run(line, line[0])
				s.closeTo(k)
				return leafBlock
			}
		}
	}
	return nothing
}

// beginDescription opens a description under a term: the paragraph the line would go on with, or the one before a
// single blank line. Further descriptions of the same term go into the same list.
func (s *scanner) beginDescription(kept int, inside bool, line string) bool {
	again := s.stack[kept-1].kind == document.List && s.stack[kept-1].marker == ':'
	if !isDescription(line) || s.leaf.state == paragraph && !inside && !again || len(s.stack)+1 >= maxDepth {
		return false
	}
	if inside || again {
		s.closeTo(kept)
	}
	if !again {
		if !s.termBefore(kept) {
			return false
		}
		s.closeTo(kept)
		s.terms()
	}
	from, indent := s.text, s.indent
	indent += s.content(marker{width: 1})
	s.push(document.Description, from, from+1, container{marker: ':', indent: indent})
	return true
}

// termBefore reports whether the last block is a paragraph with at most one blank line after it.
func (s *scanner) termBefore(kept int) bool {
	if len(s.doc.Blocks) == 0 {
		return false
	}
	b := &s.doc.Blocks[len(s.doc.Blocks)-1]
	between := s.source[b.Span.End:s.text]
	return b.Kind == document.Paragraph && b.Parent == s.stack[kept-1].block &&
		len(between) < 1024 && strings.Count(strings.ReplaceAll(strings.ReplaceAll(between, "\r\n", "\n"), "\r", "\n"), "\n") <= 2
}

// terms turns the last block, a paragraph, into terms, one for each of its lines, in the definition list that stands
// right before it or in a new one.
func (s *scanner) terms() {
	last := len(s.doc.Blocks) - 1
	p := s.doc.Blocks[last]
	s.doc.Blocks = s.doc.Blocks[:last]
	if list := s.listBefore(p.Parent); list >= 0 {
		s.stack = append(s.stack, container{kind: document.List, block: list, marker: ':'})
		s.lists++
	} else {
		s.push(document.List, p.Span.Start, p.Span.End, container{marker: ':'})
	}
	if !p.Holds() {
		s.add(document.Term, p.Span.Start, p.Span.End)
	}
	for _, l := range p.Lines {
		s.prose(s.add(document.Term, l.Start, l.End), l)
	}
}

// listBefore is the last child of parent if that is a definition list, or -1.
func (s *scanner) listBefore(parent int) int {
	i := len(s.doc.Blocks) - 1
	for i > parent && s.doc.Blocks[i].Parent != parent {
		i = s.doc.Blocks[i].Parent
	}
	if i > parent && s.doc.Blocks[i].Kind == document.List && s.doc.Blocks[i+1].Kind == document.Term {
		return i
	}
	return -1
}

func (s *scanner) top() *container { return &s.stack[len(s.stack)-1] }

// push opens a container and returns the index of its block.
func (s *scanner) push(kind document.Kind, from, to int, c container) int {
	c.kind, c.block = kind, s.add(kind, from, to)
	s.stack = append(s.stack, c)
	if kind == document.List {
		s.lists++
	}
	if kind == document.List || kind == document.Item {
		s.doc.Blocks[c.block].Level = s.lists
	}
	return c.block
}

// add appends a block to the innermost container. A list that cannot hold it ends here.
func (s *scanner) add(kind document.Kind, from, to int) int {
	if top := s.top(); top.kind == document.List {
		item := kind == document.Item || top.marker == ':' && (kind == document.Term || kind == document.Description)
		if !item {
			s.pop()
		}
	}
	top := s.top()
	top.filled, s.leaf.first = true, false
	s.append(document.Block{Kind: kind, Parent: top.block, Span: span.Span{Start: from, End: to}})
	s.extend(to)
	return len(s.doc.Blocks) - 1
}

// append adds a block. Where there is no room it makes as much as the rest of the file will want if it goes on like this.
func (s *scanner) append(b document.Block) {
	if n := len(s.doc.Blocks); n == cap(s.doc.Blocks) {
		rest := n * (len(s.source) - s.start) / (s.start + 1)
		s.doc.Blocks = slices.Grow(s.doc.Blocks, min(rest+rest/16, 3*n)+16)
	}
	s.doc.Blocks = append(s.doc.Blocks, b)
}

// extend makes the innermost container reach to offset to.
func (s *scanner) extend(to int) {
	if block := s.top().block; block >= 0 {
		b := &s.doc.Blocks[block].Span
		b.End = max(b.End, to)
	}
}

func (s *scanner) pop() {
	c := s.top()
	s.stack = s.stack[:len(s.stack)-1]
	s.extend(s.doc.Blocks[c.block].Span.End)
	if c.kind == document.List {
		s.lists--
	}
}

// closeTo closes the open leaf and all containers but the first kept.
func (s *scanner) closeTo(kept int) {
	s.closeLeaf()
	for len(s.stack) > kept {
		s.pop()
	}
}
