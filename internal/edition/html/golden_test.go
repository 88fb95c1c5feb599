package html_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	format "colophon/internal/document/markdown"
	"colophon/internal/edition/editiontest"
	"colophon/internal/edition/html"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestGuide(t *testing.T) {
	for _, language := range []string{"en", "ko", "ar"} {
		t.Run(language, func(t *testing.T) {
			files, err := html.Writer{}.Write(editiontest.Guide(format.Format{}, language))
			if err != nil || len(files) != 1 {
				t.Fatalf("got %d files, %v", len(files), err)
			}
			head, rest, _ := strings.Cut(files[0].Content, "<style>\n")
			_, rest, _ = strings.Cut(rest, "</style>")
			golden(t, "testdata/guide."+language+".html", head+"<style>style.css</style>"+rest)
		})
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got); go test -update rewrites it:\n%s", path, diff)
	}
}
