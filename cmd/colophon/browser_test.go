package main

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// browser is the Chromium that is installed, or the test is skipped.
func browser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("needs a browser, and none is here: install Debian's package chromium to run it")
	return ""
}

// page is what a browser says of an edition.
type page struct {
	Lang, Dir  string
	Overflow   int      // pixels that stick out of the window at the side
	Colophon   string   // as the reader sees it: innerText leaves out what is hidden
	Dead       []string // in-page links that lead nowhere
	Scripts    int      // that would run
	Outside    []string // what the page would load
	Background string
}

// measure loads the edition in a frame of the given width and looks at it from outside: the page itself has no script.
const measure = `<!doctype html><iframe id=f src="%s" style="width:%dpx;height:800px;border:0"></iframe><pre id=out></pre><script>
document.getElementById('f').onload = e => {
  const d = e.target.contentDocument, root = d.documentElement, c = d.getElementById('colophon');
  document.getElementById('out').textContent = JSON.stringify({
    Lang: root.lang, Dir: root.dir, Overflow: root.scrollWidth - root.clientWidth, Colophon: c ? c.innerText : '',
    Dead: [...d.querySelectorAll('a[href^="#"]')].map(a => decodeURIComponent(a.hash.slice(1))).filter(id => id && !d.getElementById(id) && !d.getElementsByName(id).length),
    Scripts: [...d.scripts].filter(s => s.type !== 'application/ld+json').length,
    Outside: [...d.querySelectorAll('[src],link[rel=stylesheet]')].map(x => x.src || x.href),
    Background: getComputedStyle(d.body).backgroundColor})}
</script>`

func look(t *testing.T, chromium, url string) page {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir="+t.TempDir(),
		"--virtual-time-budget=4000", "--window-size=1400,1000", "--dump-dom", url).Output()
	if err != nil {
		t.Fatalf("%s: %v", url, err)
	}
	found := regexp.MustCompile(`(?s)<pre id="out">(.*?)</pre>`).FindSubmatch(out)
	if found == nil || len(found[1]) == 0 {
		t.Fatalf("the browser did not load the page: %.400s", out)
	}
	var p page
	if err := json.Unmarshal([]byte(html.UnescapeString(string(found[1]))), &p); err != nil {
		t.Fatalf("%v: %s", err, found[1])
	}
	return p
}

// The editions of the bundled guide, as a reader's browser shows them: the right language and direction, no side scrolling
// on a small phone or a wide screen, no script, nothing loaded from elsewhere, every in-page link alive, and the whole
// colophon to be seen. Arabic is built as a draft here, so that fallback passages are on the page.
func TestEditionsInABrowser(t *testing.T) {
	chromium := browser(t)
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "source"), os.DirFS("../../source")); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "locales"), os.DirFS("../../locales")); err != nil {
		t.Fatal(err)
	}
	config, err := os.ReadFile("../../colophon.toml")
	if err != nil {
		t.Fatal(err)
	}
	draft := strings.Replace(string(config), "keep = 80", "keep = 0", 1)
	if err := os.WriteFile(filepath.Join(dir, "colophon.toml"), []byte(draft), 0o644); err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	if code := run([]string{"-C", dir, "build"}, strings.NewReader(""), io.Discard, &said); code != exitFine {
		t.Fatalf("build exits with %d: %s", code, &said)
	}
	files := http.FileServer(http.Dir(filepath.Join(dir, "dist")))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var width int
		if n, _ := fmt.Sscanf(r.URL.Query().Get("width"), "%d", &width); n == 1 {
			fmt.Fprintf(w, measure, r.URL.Path, width)
			return
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	for _, row := range []struct{ language, dir, credit string }{
		{"en", "ltr", "PeerNetBC"}, {"ko", "ltr", "PeerNetBC"}, {"ar", "rtl", "PeerNetBC"},
	} {
		for _, width := range []int{320, 1200} {
			t.Run(fmt.Sprintf("%s/%d", row.language, width), func(t *testing.T) {
				p := look(t, chromium, fmt.Sprintf("%s/%s/allyship.html?width=%d", server.URL, row.language, width))
				if p.Lang != row.language || p.Dir != row.dir {
					t.Errorf("lang=%q dir=%q, want %q %q", p.Lang, p.Dir, row.language, row.dir)
				}
				if p.Overflow > 0 {
					t.Errorf("the page is %d pixels wider than the window", p.Overflow)
				}
				if !strings.Contains(p.Colophon, row.credit) || !strings.Contains(p.Colophon, "theantioppressionnetwork.com") {
					t.Errorf("the colophon does not show its credits: %q", p.Colophon)
				}
				if len(p.Dead) > 0 || p.Scripts > 0 || len(p.Outside) > 0 {
					t.Errorf("dead links %q, %d scripts, loads %q", p.Dead, p.Scripts, p.Outside)
				}
			})
		}
	}
}
