package project

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// book writes a project with one Markdown book of about 150 bytes a message, translated into Korean but for each
// twentieth message, and returns its folder and the size of the book.
func book(b *testing.B, messages int) (dir string, size int) {
	b.Helper()
	dir = b.TempDir()
	var md, catalog strings.Builder
	for i := range messages {
		text := fmt.Sprintf("Passage %d of the book speaks of *one* thing in particular, at some length, with [a link](https://example.org/%d) and a few more words to fill it.", i, i)
		target := fmt.Sprintf("책의 %d번째 대목은 *한 가지* 일을 꽤 길게 이야기하며, [링크](https://example.org/%d)와 채우는 말 몇 마디가 있습니다.", i, i)
		switch i % 10 {
		case 0:
			text = fmt.Sprintf("Chapter %d", i)
			target = fmt.Sprintf("%d장", i)
			fmt.Fprintf(&md, "## %s\n\n", text)
		case 3, 4:
			fmt.Fprintf(&md, "- %s\n", text)
		case 5:
			fmt.Fprintf(&md, "- %s\n\n", text)
		default:
			fmt.Fprintf(&md, "%s\n\n", strings.Replace(text, ", at", ",\nat", 1))
		}
		if i%20 != 7 {
			id := fmt.Sprintf("passage-%d-of-the-book-speaks", i)
			if i%10 == 0 {
				id = fmt.Sprintf("chapter-%d", i)
			}
			fmt.Fprintf(&catalog, "[%s]\nother = '''%s'''\n\n", id, target)
		}
	}
	write := func(name, content string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	write("book.md", md.String())
	write("locales/ko/book.ko.toml", catalog.String())
	write(ConfigFile, "source-language = \"en\"\nlanguages = [\"ko\"]\ndocuments = [\"book.md\"]\n")
	return dir, md.Len()
}

// A 3 MB book of 20,000 messages goes through each command in about a second, and twice the book takes twice as long.
func benchmarkBook(b *testing.B, operation func(*Project) error) {
	for _, n := range []int{2_000, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir, size := book(b, n)
			if p, err := Open(dir); err != nil {
				b.Fatal(err)
			} else if _, _, err := p.Update(true); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				p, err := Open(dir)
				if err == nil {
					err = operation(p)
				}
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkUpdate(b *testing.B) {
	benchmarkBook(b, func(p *Project) error { _, _, err := p.Update(false); return err })
}

func BenchmarkCheck(b *testing.B) {
	benchmarkBook(b, func(p *Project) error { _, err := p.Check(nil, nil); return err })
}

func BenchmarkBuild(b *testing.B) {
	benchmarkBook(b, func(p *Project) error { _, err := p.Build(BuildOptions{}); return err })
}
