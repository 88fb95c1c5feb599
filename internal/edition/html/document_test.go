package html

import "testing"

func TestRetold(t *testing.T) {
	for _, row := range []struct{ name, tag, want string }{
		{"bare", "<html>", `<html lang="ko">`},
		{"its own language goes", `<html lang="en" class="a b">`, `<html lang="ko" class="a b">`},
		{"unquoted, upper case, several", "<HTML LANG=en dir='rtl' xml:lang=en id=x>", `<HTML lang="ko" id=x>`},
		{"a value that looks like an attribute", `<html data-x="lang=en" title='a>b'>`, `<html lang="ko" data-x="lang=en" title='a>b'>`},
		{"spaces around the sign", "<html lang = \"en\"\n x>", "<html lang=\"ko\"\n x>"},
		{"an open quote", `<html x="y>`, `<html lang="ko" x="y>`},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := retold(row.tag, ` lang="ko"`); got != row.want {
				t.Errorf("got  %s\nwant %s", got, row.want)
			}
		})
	}
}

// The colophon goes before the end of the body, where there is one, and never into a comment or a script.
func TestLandmarks(t *testing.T) {
	for _, row := range []struct{ name, source, before string }{
		{"a page", "<html><body><p>x</body></html>\n", "</body></html>\n"},
		{"no body tag", "<html><p>x</html>", "</html>"},
		{"a fragment", "<p>x</p>", ""},
		{"in a comment", "<body>x<!-- </body> -->y</body>", "</body>"},
		{"in a script", "<body>x<script>'</body>'</script>", ""},
		{"two of them", "<body>x</body>y</body>", "</body>"},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := landmarks(row.source)
			if got := row.source[p.end:]; got != row.before {
				t.Errorf("the colophon would stand before %q, want %q", got, row.before)
			}
		})
	}
}
