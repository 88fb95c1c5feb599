package attribution

import (
	"net/url"
	"strings"
	"testing"
)

// The data of a licence agree with what its name says, and no two licences look the same to a reader.
func TestLicenses(t *testing.T) {
	seen := map[string]string{}
	for _, l := range Licenses {
		t.Run(l.ID, func(t *testing.T) {
			for what, value := range map[string]string{"ID": l.ID, "name": l.Name, "address": l.URL, "clause": l.Clause} {
				if value == "" {
					t.Errorf("no %s", what)
				}
				if other := seen[what+value]; other != "" && what != "clause" {
					t.Errorf("%s %s is that of %s too", what, value, other)
				}
				seen[what+value] = l.ID
			}
			if u, err := url.Parse(l.URL); err != nil || u.Scheme != "https" || u.Host == "" {
				t.Errorf("address %s", l.URL)
			}
			if got, ok := LicenseOf(l.ID); !ok || got != l {
				t.Errorf("looked up: %+v, %v", got, ok)
			}
			if !strings.HasPrefix(l.ID, "CC-") {
				return
			}
			if !l.Attribution || !l.Changes {
				t.Errorf("CC 4.0 §3(a)(1) asks for name and changes: %+v", l)
			}
			parts := "-" + l.ID
			for _, p := range []struct {
				part string
				flag bool
			}{{"-ND", !l.Translate}, {"-SA", l.ShareAlike}, {"-NC", l.NonCommercial}} {
				if strings.Contains(parts, p.part) != p.flag {
					t.Errorf("%s is in the name: %v, in the data: %v", p.part, !p.flag, p.flag)
				}
			}
			// The deed's address is the identifier: CC-BY-SA-4.0 is /by-sa/4.0/.
			if want := strings.ToLower(strings.TrimSuffix(strings.TrimPrefix(l.ID, "CC-"), "-4.0")); !strings.HasSuffix(l.URL, "/licenses/"+want+"/4.0/") {
				t.Errorf("address %s", l.URL)
			}
			if l.ShareAlike && !l.Translate {
				t.Error("what may not be translated cannot be shared alike")
			}
		})
	}
	if _, ok := LicenseOf("cc-by-4.0"); ok {
		t.Error("SPDX identifiers are compared as written")
	}
}

func TestValidLicense(t *testing.T) {
	for _, c := range []struct {
		name, id string
		ok       bool
		nearest  string
	}{
		{"licence", "CC-BY-4.0", true, ""},
		{"state", "public-domain", true, ""},
		{"none is a state", "none", true, ""},
		{"case", "cc-by-sa-4.0", false, "CC-BY-SA-4.0"},
		{"spaces", "CC BY 4.0", false, "CC-BY-4.0"},
		{"an older version", "CC-BY-3.0", false, "CC-BY-4.0"},
		{"typo", "permision", false, "permission"},
		{"nothing like it", "Zlib-acknowledgement-of-2004", false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if ok, nearest := ValidLicense(c.id); ok != c.ok || nearest != c.nearest {
				t.Errorf("got %v, %q, want %v, %q for %q", ok, nearest, c.ok, c.nearest, c.id)
			}
		})
	}
}

func TestMayPublish(t *testing.T) {
	const unknown = "it is not on record under which licence or permission the text may be translated"
	const none = "nobody has granted a licence or a permission to translate the text"
	text := func(license string) []Rights { return []Rights{{Part: "text", License: license}} }
	for _, c := range []struct {
		name   string
		rights []Rights
		reason string // "" where it may be published
	}{
		{"attribution", text("CC-BY-4.0"), ""},
		{"share alike", text("CC-BY-SA-4.0"), ""},
		{"noncommercial", text("CC-BY-NC-4.0"), ""},
		{"no derivatives", text("CC-BY-ND-4.0"), "CC BY-ND 4.0 does not allow publishing a translation (CC 4.0 §2(a)(1), §3(a)(1), §3(b))"},
		{"noncommercial, no derivatives", text("CC-BY-NC-ND-4.0"), "CC BY-NC-ND 4.0 does not allow publishing a translation (CC 4.0 §2(a)(1), §3(a)(1), §3(b))"},
		{"zero", text("CC0-1.0"), ""},
		{"software licence", text("Apache-2.0"), ""},
		{"public domain", text(PublicDomain), ""},
		{"permission", text(Permission), ""},
		{"none", text(NoRights), none},
		{"unknown", text(Unknown), unknown},
		{"a part without licence", text(""), unknown},
		{"a licence we know nothing of", text("Some-License"), none},
		{"nothing on record", nil, unknown},
		{"only other parts on record", []Rights{{Part: "original", License: "CC-BY-4.0"}}, unknown},
		{"other parts do not matter", []Rights{{Part: "original", License: NoRights}, {Part: "text", License: "MIT"}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			may, reason := (&Work{Rights: c.rights}).MayPublish()
			if may != (c.reason == "") || reason.String() != c.reason || may != reason.IsZero() {
				t.Errorf("got %v, %q, want %q for %+v", may, reason, c.reason, c.rights)
			}
		})
	}
}
