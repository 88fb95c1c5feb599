package html

import _ "embed" // the style sheet is a file, so that editors know what it is

// style is the style sheet of every page.
//
//go:embed style.css
var style string
