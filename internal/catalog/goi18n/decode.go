package goi18n

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"colophon/internal/catalog"
	"colophon/internal/diag"
)

// Decode reads the subset of TOML that message files use: comments, [tables], and keys with strings. What is valid
// TOML and more than that (nested or inline tables, arrays, numbers) is refused with a sentence, because a message of
// a document has none.
func (TOML) Decode(file, source string) (*catalog.Catalog, *diag.Failure) {
	d := &decoder{scanner: scanner{file: file, src: strings.TrimPrefix(source, "\ufeff"), line: 1}, c: &catalog.Catalog{}}
	if f := d.characters(); f != nil {
		return nil, f
	}
	if f := d.file(); f != nil {
		return nil, f
	}
	if d.obsolete.Len() > 0 {
		old := &decoder{scanner: scanner{file: file, src: d.obsolete.String(), line: 1, lines: d.obsoleteLines}, c: &catalog.Catalog{}}
		if f := old.file(); f != nil {
			return nil, f
		}
		d.c.Obsolete = old.c.Entries
	}
	return d.c, nil
}

// characters refuses what no TOML file may hold anywhere: bytes that are not UTF-8, and control characters other than
// tab and line ends (TOML v1.0.0 §Comment, §String).
func (s *scanner) characters() *diag.Failure {
	if !utf8.ValidString(s.src) {
		for i, r := range s.src {
			if r == utf8.RuneError && !strings.HasPrefix(s.src[i:], "\uFFFD") {
				return s.fail(i, diag.T("catalog-utf8", "the catalog is not UTF-8 here"), diag.T("catalog-utf8-fix", "save it again as UTF-8"))
			}
		}
	}
	for i := 0; i < len(s.src); i++ {
		c := s.src[i]
		if c >= ' ' && c != 0x7f || c == '\t' || c == '\n' || c == '\r' && strings.HasPrefix(s.src[i:], "\r\n") {
			continue
		}
		return s.fail(i, diag.T("catalog-control", "there is a control character here ({{.Char}})", "Char", strconv.QuoteRuneToASCII(rune(c))),
			diag.T("catalog-control-fix", "remove it"))
	}
	return nil
}

// decoder walks the lines of a catalog. pending is what comments have said of the entry to come.
type decoder struct {
	scanner
	c       *catalog.Catalog
	pending catalog.Entry
	ids     map[string]int  // line of each entry
	keys    map[string]bool // that the entry being read has already

	// lead is the comment block the file begins with. A blank line after it makes it the header; an entry after it
	// makes it that entry's.
	lead  []string
	leads bool

	obsolete      strings.Builder
	obsoleteLines []int
}

func (d *decoder) file() *diag.Failure {
	d.ids, d.keys, d.leads = map[string]int{}, map[string]bool{}, true
	var entry *catalog.Entry
	for !d.end() {
		line := d.lineNumber(d.line)
		switch {
		case d.blankLine():
			d.endLead(true)
		case d.peek() == '#':
			d.comment(d.restOfLine(), line)
		case d.peek() == '[':
			d.endLead(false)
			e, f := d.table(line)
			if f != nil {
				return f
			}
			entry = e
		default:
			d.endLead(false)
			e, f := d.pair(entry, line)
			if f != nil {
				return f
			}
			d.keepStrays(e)
		}
	}
	d.endLead(true)
	d.c.Trailer = d.pending.Comments
	return nil
}

// endLead decides what the file's first comments are.
func (d *decoder) endLead(header bool) {
	if !d.leads {
		return
	}
	d.leads = false
	for _, line := range d.lead {
		if header {
			d.c.Header = append(d.c.Header, line[1:])
		} else {
			d.comment(line, 0)
		}
	}
}

// keepStrays gives an entry the comments that stand between or behind its lines; Encode writes them above it.
func (d *decoder) keepStrays(e *catalog.Entry) {
	e.Comments = append(e.Comments, d.pending.Comments...)
	d.pending = catalog.Entry{}
	d.keepTail(e)
}

// keepTail gives an entry the comment behind its ID or value. A space keeps it from being read as one of our marks.
func (d *decoder) keepTail(e *catalog.Entry) {
	if d.tail == "" {
		return
	}
	line := d.tail[1:]
	if line != "" && strings.IndexByte("~>|.,", line[0]) >= 0 {
		line = " " + line
	}
	e.Comments, d.tail = append(e.Comments, line), ""
}

// comment notes what a comment line says. The marks are those of PO (gettext manual §PO Files), and #> for the source.
func (d *decoder) comment(line string, number int) {
	rest := line[1:]
	mark := byte(' ')
	if rest != "" {
		mark = rest[0]
	}
	if d.leads && mark != '~' {
		d.lead = append(d.lead, line)
		return
	}
	p := &d.pending
	switch mark {
	case '~':
		d.obsolete.WriteString(strings.TrimPrefix(rest[1:], " ") + "\n")
		d.obsoleteLines = append(d.obsoleteLines, number)
	case '>':
		p.Source = appendText(p.Source, rest[1:])
	case '|':
		p.Previous = appendText(p.Previous, rest[1:])
	case '.':
		text := strings.TrimPrefix(rest[1:], " ")
		if note, ok := strings.CutPrefix(text, "note: "); ok {
			p.Note = note
		} else {
			p.Kind = text
		}
	case ',': // derived from the texts
	default:
		p.Comments = append(p.Comments, rest)
	}
}

func appendText(text, line string) string {
	if strings.HasPrefix(line, `"`) {
		s := scanner{src: line}
		if value, f := s.value(); f == nil {
			return value
		}
	}
	line = strings.TrimPrefix(line, " ")
	if text != "" {
		return text + "\n" + line
	}
	return line
}

// table reads "[id]" and begins its entry.
func (d *decoder) table(line int) (*catalog.Entry, *diag.Failure) {
	start := d.pos
	d.pos++
	d.spaces()
	id, f := d.key()
	if f != nil {
		return nil, f
	}
	d.spaces()
	if d.peek() != ']' {
		return nil, d.fail(d.pos, diag.T("catalog-table", "expected ] after the ID {{.ID}}", "ID", id),
			diag.T("catalog-table-fix", "an entry begins with its ID in brackets on a line of its own, like [{{.ID}}]", "ID", id))
	}
	d.pos++
	if f := d.endOfLine(); f != nil {
		return nil, f
	}
	e, f := d.begin(id, start, line)
	if f == nil {
		d.keepTail(e)
	}
	return e, f
}

func (d *decoder) begin(id string, at, line int) (*catalog.Entry, *diag.Failure) {
	if before, twice := d.ids[id]; twice && d.lines == nil {
		return nil, d.fail(at, diag.T("catalog-twice", "the ID {{.ID}} stands here a second time; the first is on line {{.Line}}", "ID", id, "Line", before),
			diag.T("catalog-twice-fix", "keep the entry that is right and remove the other"))
	}
	d.ids[id] = line
	clear(d.keys)
	e := d.pending
	d.pending = catalog.Entry{}
	e.ID, e.Line = id, line
	d.c.Entries = append(d.c.Entries, e)
	return &d.c.Entries[len(d.c.Entries)-1], nil
}

// pair reads "hash = …" or "other = …" of an entry, or a whole message "id = …" before the first table, which is how
// go-i18n writes a message with nothing but its text.
func (d *decoder) pair(entry *catalog.Entry, line int) (*catalog.Entry, *diag.Failure) {
	start := d.pos
	name, f := d.key()
	if f != nil {
		return nil, f
	}
	d.spaces()
	if d.peek() != '=' {
		return nil, d.fail(d.pos, diag.T("catalog-equals", "expected = after {{.Key}}", "Key", name),
			diag.T("catalog-equals-fix", "a translation is written other = \"…\""))
	}
	d.pos++
	d.spaces()
	value, f := d.value()
	if f != nil {
		return nil, f
	}
	if f := d.endOfLine(); f != nil {
		return nil, f
	}
	switch {
	case entry == nil:
		e, f := d.begin(name, start, line)
		if f == nil {
			e.Target = value
		}
		return e, f
	case name != "hash" && name != "other":
		return nil, d.unknownKey(start, name)
	case d.keys[name]:
		return nil, d.fail(start, diag.T("catalog-key-twice", "the entry has {{.Key}} a second time", "Key", name),
			diag.T("catalog-key-twice-fix", "keep the line that is right and remove the other"))
	case name == "hash":
		entry.Hash = value
	default:
		entry.Target = value
	}
	if entry != nil {
		d.keys[name] = true
	}
	return entry, nil
}

func (d *decoder) unknownKey(at int, name string) *diag.Failure {
	fix := diag.T("catalog-key-fix", "an entry has the keys hash and other, nothing else")
	if near := diag.Nearest(name, []string{"other", "hash"}); near != "" {
		fix = diag.T("did-you-mean", "did you mean {{.Name}}?", "Name", near)
	}
	return d.fail(at, diag.T("catalog-key", "an entry has no key {{.Key}}", "Key", name), fix)
}
