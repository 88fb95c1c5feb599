package attribution

import (
	"slices"
	"strings"

	"colophon/internal/diag"
)

// License is what the law of a licence asks of a translation. The data are below; nothing in code decides by name.
type License struct {
	ID            string // SPDX
	Name          string // as its publishers call it in English
	URL           string // its deed or text
	Translate     bool   // whether publishing a translation is allowed
	Attribution   bool   // whether the author must be named
	ShareAlike    bool   // whether the translation must carry the same licence
	NonCommercial bool
	Changes       bool   // whether it must be said that changes were made; a translation is one
	Clause        string // where the licence says so
}

// creativeCommons are the licences of the 4.0 suite. §3(a)(1)(A) asks for the creator's name, §3(a)(1)(B) for the
// statement of changes, §2(a)(1) grants sharing adapted material, which ND withholds, and §3(b) is ShareAlike.
func creativeCommons() []License {
	var all []License
	for _, kind := range []string{"BY", "BY-SA", "BY-NC", "BY-NC-SA", "BY-ND", "BY-NC-ND"} {
		lower := strings.ToLower(kind)
		all = append(all, License{ID: "CC-" + kind + "-4.0", Name: "CC " + kind + " 4.0",
			URL:       "https://creativecommons.org/licenses/" + lower + "/4.0/",
			Translate: !strings.Contains(kind, "ND"), Attribution: true, ShareAlike: strings.Contains(kind, "SA"),
			NonCommercial: strings.Contains(kind, "NC"), Changes: true, Clause: "CC 4.0 §2(a)(1), §3(a)(1), §3(b)"})
	}
	return all
}

// Licenses are the licences whose rules colophon knows, by SPDX identifier.
var Licenses = append(creativeCommons(),
	License{ID: "CC0-1.0", Name: "CC0 1.0", URL: "https://creativecommons.org/publicdomain/zero/1.0/", Translate: true, Clause: "CC0 1.0 §2"},
	License{ID: "Apache-2.0", Name: "Apache License 2.0", URL: "https://www.apache.org/licenses/LICENSE-2.0", Translate: true, Attribution: true, Changes: true, Clause: "Apache-2.0 §4(b), §4(c)"},
	License{ID: "MIT", Name: "MIT License", URL: "https://spdx.org/licenses/MIT.html", Translate: true, Attribution: true, Clause: "MIT, second paragraph"},
	License{ID: "GFDL-1.3-or-later", Name: "GNU FDL 1.3", URL: "https://www.gnu.org/licenses/fdl-1.3.html", Translate: true, Attribution: true, ShareAlike: true, Changes: true, Clause: "GFDL 1.3 §4, §8"},
)

// States of rights that are not licences.
const (
	PublicDomain = "public-domain"
	Permission   = "permission" // granted in words, with a record
	NoRights     = "none"       // asked or not, nobody has granted anything
	Unknown      = "unknown"
)

// LicenseOf looks a licence up by its SPDX identifier.
func LicenseOf(id string) (License, bool) {
	for _, l := range Licenses {
		if l.ID == id {
			return l, true
		}
	}
	return License{}, false
}

// ValidLicense reports whether id is a licence or a state of rights we know; if not, nearest is the one most like it.
func ValidLicense(id string) (ok bool, nearest string) {
	names := []string{PublicDomain, Permission, NoRights, Unknown}
	for _, l := range Licenses {
		names = append(names, l.ID)
	}
	if slices.Contains(names, id) {
		return true, ""
	}
	for _, n := range names {
		if strings.EqualFold(n, id) {
			return false, n
		}
	}
	return false, diag.Nearest(id, names)
}

// MayPublish reports whether a translation of the work may be published at all, and if not, why not.
func (w *Work) MayPublish() (bool, diag.Text) {
	r, recorded := w.TextRights()
	if l, ok := LicenseOf(r.License); ok {
		if l.Translate {
			return true, diag.Text{}
		}
		return false, diag.T("rights-no-derivatives", "{{.License}} does not allow publishing a translation ({{.Clause}})", "License", l.Name, "Clause", l.Clause)
	}
	switch {
	case r.License == PublicDomain || r.License == Permission:
		return true, diag.Text{}
	case !recorded || r.License == Unknown || r.License == "":
		return false, diag.T("rights-unknown", "it is not on record under which licence or permission the text may be translated")
	}
	return false, diag.T("rights-none", "nobody has granted a licence or a permission to translate the text")
}
