// Package subtitle reads the words of films: SubRip files (.srt) and WebVTT (.vtt).
//
// A cue is one block. Its words are its text; its number or identifier, its times and settings, and all that is no cue
// (header, comments, styles, regions) are skeleton. A file is never refused: what is not understood is opaque.
//
// # Line breaks
//
// A cue on two lines is nearly always one sentence, broken where the screen is full. So its lines are folded, for a
// translator should see a sentence, and a memory should find it however it was broken. They are hard only before a line
// that another voice begins: a dialogue dash, a <v> tag, a note of music. These are signs, not words: they survive
// translation into any script, and no wrapped line may begin with one. A line in capitals or "ANNA:" is no such sign.
//
// Write sets a text on as few lines as the width of its cue allows, at most as many as the cue had, and makes them even,
// as subtitlers do: a player would wrap a line that is too long anyway, and worse. A cue of one line may become two where
// the file has such cues and its translation is wider than any of them.
//
// # Specifications
//
// WebVTT is the W3C Candidate Recommendation of 4 April 2019; cues are found by its parser (§6.1), not its grammar (§4),
// because the parser is what players run. Times are read more widely: a comma, which converters leave behind, or a
// missing fraction would only hide the cue from its translator.
//
// SubRip has no specification. Where programs differ we do what FFmpeg does (libavformat/srtdec.c, as in mpv and most
// players): a line of times begins a cue wherever it stands, and its words go on to the next one, across blank lines,
// where VLC would stop. FFmpeg takes any line before the times that begins with a digit for the number of the cue; to us
// it is one only if it is nothing but digits, and stands right above the times or alone between blank lines, so that
// "1984" can be said. Markup is what FFmpeg (libavcodec/htmlsubtitles.c) or a browser would take for it.
//
// # Containment
//
// Nothing but a blank line or "-->" ends the words of a cue. A target is written without blank lines, in WebVTT its
// "-->" becomes "--&gt;". SubRip has no escape: there Splice refuses a target that brings one.
package subtitle

import "colophon/internal/document"

// SRT reads and writes SubRip files.
type SRT struct{}

// VTT reads and writes WebVTT files.
type VTT struct{}

// syntax is what the two differ in.
type syntax uint8

const (
	srt syntax = iota
	vtt
)

// Name is "srt".
func (SRT) Name() string { return "srt" }

// Name is "vtt".
func (VTT) Name() string { return "vtt" }

// Parse finds the cues of source.
func (SRT) Parse(source string) *document.Document {
	p := newParser(source, srt)
	p.srt()
	return p.doc
}

// Parse finds the cues of source, and the blocks between them.
func (VTT) Parse(source string) *document.Document {
	p := newParser(source, vtt)
	p.vtt()
	return p.doc
}

// Write breaks target into lines as the cue is.
func (SRT) Write(d *document.Document, i int, target string) string { return srt.write(d, i, target) }

// Write breaks target into lines as the cue is.
func (VTT) Write(d *document.Document, i int, target string) string { return vtt.write(d, i, target) }

// Inlines finds tags and override codes.
func (SRT) Inlines(_ *document.Document, text string) []document.Inline { return srt.inlines(text) }

// Inlines finds tags, timestamps and character references.
func (VTT) Inlines(_ *document.Document, text string) []document.Inline { return vtt.inlines(text) }
