module colophon

go 1.26.0

require (
	// reads colophon.toml, and catalogs that are not in the form we write; linear where the alternatives are not
	github.com/BurntSushi/toml v1.6.0
	// columns of East Asian text, for wrapping and tables
	github.com/clipperhouse/displaywidth v0.11.0
	// one writer at a time in a project
	github.com/gofrs/flock v0.13.1
	// the catalog format, plural rules, and the program's own strings
	github.com/nicksnyder/go-i18n/v2 v2.7.0
	// the command line
	github.com/spf13/cobra v1.10.2
	// renders Markdown editions to HTML and text; in tests the oracle for our own block parser
	github.com/yuin/goldmark v1.8.7
	// the HTML tokenizer: a lexer for HTML in documents, and the reader with which verify reads editions back
	golang.org/x/net v0.62.0
	// whether standard output is a terminal
	golang.org/x/term v0.47.0
	// language tags, scripts, names, normalisation
	golang.org/x/text v0.43.0
)

// tests only
require (
	// readable differences
	github.com/google/go-cmp v0.7.0
	// stories as txtar scripts
	github.com/rogpeppe/go-internal v1.16.0
	// properties over random edit scripts
	pgregory.net/rapid v1.3.0
)

require (
	github.com/clipperhouse/uax29/v2 v2.7.0 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/spf13/pflag v1.0.9 // indirect
	golang.org/x/exp/typeparams v0.0.0-20231108232855-2478ac86f678 // indirect
	golang.org/x/mod v0.41.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/tools v0.51.0 // indirect
	honnef.co/go/tools v0.8.2 // indirect
)

// lint only
tool honnef.co/go/tools/cmd/staticcheck
