package main

import (
	"bytes"
	"strings"
	"testing"

	"colophon/internal/lang"
	"colophon/internal/project"
	"colophon/locales"
)

// On a terminal init asks for what no flag has said, in order; an empty answer leaves it open.
func TestInitAsks(t *testing.T) {
	var questions bytes.Buffer
	a := &app{in: strings.NewReader("ko, ar\n\nExample Collective\nhttps://example.org/\n\n"), err: &questions, voice: locales.For(lang.MustParse("en"))}
	var o project.InitOptions
	c := a.initCommand()
	if err := c.ParseFlags([]string{"--translator", "Kim"}); err != nil {
		t.Fatal(err)
	}
	a.ask(c, &o)
	got := strings.Join([]string{strings.Join(o.Languages, "+"), o.Title, o.Author, o.FoundAt, o.License}, "|")
	if want := "ko+ar||Example Collective|https://example.org/|"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if n := strings.Count(questions.String(), "?"); n != 5 {
		t.Errorf("asked %d questions, want 5 (the translator was named by a flag): %s", n, &questions)
	}
}
