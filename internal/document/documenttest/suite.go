package documenttest

import (
	"fmt"
	"strings"
	"testing"

	"colophon/internal/document"
)

// Hostile are targets that would each start something of their own, were they written as they are.
var Hostile = []string{
	"# x", "###### x", "x\n===", "x\n---", "- x", "* x", "+ x", "1. x", "2) x", "> x", "| x", "x | y", "x\n|---|", "```", "~~~\nx",
	"    x", "\tx", "\n\nx", "x\n\ny", "x\n\n\ny", "x\r\n\r\ny", "x\ry", "</p>", "<div>", "<!-- x", "<script>", "--- ", "+++", "***", "___", "* * *",
	"[x]: y", "[^1]: x", ": x", "::: x", ":::", "$$", "{{< x >}}", "{{% x %}}", "import x from 'y'", "export x", "{x}", "<X />",
	"[ ] x", "[x] y", "x  \ny", "x\\", "`x", "``", "\\", "x\ny", "\u2028x", "\u0085", "\x00", "\xff\xfe", " x ", "   ", "x:", "\"x", "'x", "x # y", "- ",
	"•  x", "• x", "·x", "1", "1.", "A. x", "X\nY", "-->", "WEBVTT", "1\n00:00:01,000 --> 00:00:02,000\nx", "x\n    y", "=====", "-", "%{x}",
	"\ufeffx", "{#x}", "x {#y}", "<details>", "<a", "&#10;&#10;x", "\\\nx", "x\v\fy", "@x", "//", "/*", "*/", "%%%", "!!! note", "=== \"x\"",
}

// Run holds f to every law on each sample, on each sample with other line endings and a BOM, and with hostile targets.
func Run(t *testing.T, f document.Format, samples ...string) {
	t.Helper()
	for i, sample := range samples {
		for _, v := range variants(sample) {
			t.Run(fmt.Sprintf("%d/%s", i, v.name), func(t *testing.T) {
				for _, law := range []func(document.Format, string) error{Identity, Partition, Locality, Reextraction} {
					if err := law(f, v.source); err != nil {
						t.Errorf("%v\nsource:\n%q", err, v.source)
					}
				}
				for _, target := range Hostile {
					if err := Containment(f, v.source, target); err != nil {
						t.Errorf("%v\nsource:\n%q", err, v.source)
					}
				}
			})
		}
	}
}

type variant struct{ name, source string }

func variants(s string) []variant {
	return []variant{
		{"as is", s},
		{"CRLF", strings.ReplaceAll(s, "\n", "\r\n")},
		{"BOM", "\ufeff" + s},
		{"no final newline", strings.TrimRight(s, "\n")},
	}
}

// Fuzz holds f to identity, partition and containment for any bytes, starting from the samples.
// Locality and re-extraction with ordinary targets are held where the source is valid and small.
func Fuzz(f *testing.F, format document.Format, samples ...string) {
	for i, sample := range samples {
		f.Add(sample, Hostile[i%len(Hostile)])
	}
	for _, target := range Hostile {
		f.Add("a\n\n> b\n> c\n\n- d\n  - e\n", target)
	}
	f.Fuzz(func(t *testing.T, source, target string) {
		if len(source) > 4096 || len(target) > 512 {
			t.Skip("longer inputs repeat shorter ones")
		}
		for _, err := range []error{Identity(format, source), Partition(format, source), Containment(format, source, target)} {
			if err != nil {
				t.Fatalf("%v\nsource: %q", err, source)
			}
		}
	})
}

// Linear is a benchmark body: it parses unit repeated to size bytes and reports bytes per second.
// Run it at two sizes; the figures are the same where time is linear.
func Linear(b *testing.B, f document.Format, unit string, size int) {
	source := strings.Repeat(unit, size/len(unit)+1)
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		f.Parse(source)
	}
}
