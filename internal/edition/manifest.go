package edition

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"strconv"
	"strings"

	"colophon/internal/diag"
	"colophon/internal/lang"
)

// ManifestSchema is the version of the form below. A reader refuses any other.
const ManifestSchema = "colophon-manifest/1"

// manifestLimit bounds a manifest in bytes: it is a stranger's.
const manifestLimit = 1 << 20

// Manifest binds the files of one document in one language to what they were made from, and says which credits must
// be readable in them. Its canonical form is JSON with sorted keys, two spaces of indentation and a final newline:
// the same edition gives the same bytes. The fields stand in the order of their keys.
type Manifest struct {
	Catalog   string           `json:"catalog"` // digest of the catalog, as its maker computed it; "" for the source edition
	Credits   []string         `json:"credits"` // as attribution.Statement has them, in the order in which they are printed
	Files     []ManifestFile   `json:"files"`
	Heading   string           `json:"heading"`  // of the colophon; the credits stand after it
	Language  string           `json:"language"` // BCP 47
	Name      string           `json:"name"`     // of the document, slash-separated, without extension
	Placement Placement        `json:"placement"`
	Schema    string           `json:"schema"`
	Source    ManifestDocument `json:"source"`
	Tool      Tool             `json:"tool"`
}

// ManifestFile is one file of the edition.
type ManifestFile struct {
	Credits bool   `json:"credits"` // whether every credit must be readable in it
	Name    string `json:"name"`    // as File has it
	SHA256  string `json:"sha256"`  // of its bytes, in lower-case hexadecimal
}

// ManifestDocument is the document the edition was made from.
type ManifestDocument struct {
	Language string `json:"language"`
	SHA256   string `json:"sha256"`
}

// Tool is the program that made the edition.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// NewManifest binds files, all the files that writers made of e, to e. catalog is the digest of the catalog its
// targets came from, in the caller's form, or "".
func NewManifest(e *Edition, catalog string, tool Tool, files []File) *Manifest {
	m := &Manifest{Schema: ManifestSchema, Name: e.Name, Language: e.Language.String(), Catalog: catalog, Tool: tool,
		Placement: e.Colophon, Heading: Readable(e.Statement.Heading), Credits: []string{}, Files: []ManifestFile{},
		Source: ManifestDocument{e.From.String(), Digest(e.Source.Source)}}
	for _, c := range e.Statement.Credits() {
		m.Credits = append(m.Credits, Readable(c))
	}
	for _, f := range files {
		m.Files = append(m.Files, ManifestFile{f.Credits, f.Name, Digest(f.Content)})
	}
	return m
}

// Digest is the SHA-256 of content in lower-case hexadecimal.
func Digest(content string) string {
	sum := sha256.Sum256([]byte(content))
	return hex.EncodeToString(sum[:])
}

// FileName is where the manifest stands, beside the edition's files.
func (m *Manifest) FileName() string { return m.Name + ".colophon.json" }

// Encode is the canonical form of m.
func (m *Manifest) Encode() string {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(m); err != nil {
		panic("edition: a manifest of strings did not encode: " + err.Error())
	}
	return out.String()
}

// DecodeManifest reads a manifest a stranger handed over. It takes nothing but the canonical form, with LF or CRLF: an
// unknown or repeated key is an error, because another reader may have meant the other one. So are file names that
// leave the folder and digests that are none. Every error is a *diag.Failure without a place.
func DecodeManifest(content string) (*Manifest, error) {
	if len(content) > manifestLimit {
		return nil, unreadable(diag.T("manifest-size", "a manifest of {{.Size}} bytes is larger than the {{.Limit}} one may have", "Size", len(content), "Limit", manifestLimit), nil)
	}
	content = strings.ReplaceAll(content, "\r\n", "\n")
	var m Manifest
	dec := json.NewDecoder(strings.NewReader(content))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&m); err != nil {
		return nil, unreadable(diag.T("manifest-syntax", "this is not a manifest: {{.Cause}}", "Cause", err), err)
	}
	if m.Schema != ManifestSchema {
		return nil, unreadable(diag.T("manifest-schema", "the manifest has the form {{.Schema}}, and this program reads {{.Known}}", "Schema", m.Schema, "Known", ManifestSchema), nil)
	}
	if wrong, ok := m.wrong(); ok {
		return nil, unreadable(diag.T("manifest-value", "{{.Value}} has no place in a manifest where it stands", "Value", wrong), nil)
	}
	if m.Encode() != content {
		return nil, unreadable(diag.T("manifest-canonical", "the manifest is not in canonical form: a key is repeated, missing or out of order, or something follows it"), nil)
	}
	return &m, nil
}

func unreadable(text diag.Text, cause error) error {
	return &diag.Failure{Text: text, Err: cause,
		Fix: diag.T("manifest-fix", "get the manifest again from where the edition was published, as it is there")}
}

// wrong is the first value that is not what its key promises, quoted, and whether there is one.
func (m *Manifest) wrong() (string, bool) {
	digests := []string{m.Source.SHA256}
	for _, f := range m.Files {
		if !fs.ValidPath(f.Name) || strings.ContainsAny(f.Name, `\:`) {
			return strconv.Quote(f.Name), true
		}
		digests = append(digests, f.SHA256)
	}
	for _, d := range digests {
		if b, err := hex.DecodeString(d); err != nil || len(b) != sha256.Size || d != strings.ToLower(d) {
			return strconv.Quote(d), true
		}
	}
	for _, tag := range []string{m.Language, m.Source.Language} {
		if _, err := lang.Parse(tag); err != nil {
			return strconv.Quote(tag), true
		}
	}
	switch m.Placement {
	case Section, FrontMatter, SideFile:
	default:
		return strconv.Quote(string(m.Placement)), true
	}
	if !fs.ValidPath(m.Name) {
		return strconv.Quote(m.Name), true
	}
	return "null", m.Credits == nil || m.Files == nil
}

// file is the entry of a file by its name within the edition; failing that by its last element, if only one has it:
// a stranger has the file, and rarely the folders.
func (m *Manifest) file(name string) (ManifestFile, bool) {
	var found []ManifestFile
	for _, f := range m.Files {
		if f.Name == name {
			return f, true
		}
		if base(f.Name) == base(name) {
			found = append(found, f)
		}
	}
	if len(found) == 1 {
		return found[0], true
	}
	return ManifestFile{}, false
}

func base(name string) string {
	return name[strings.LastIndexAny(name, `/\`)+1:]
}
