// Package document opens files and finds the prose in them, byte for byte.
//
// A [Document] is a file cut into segments: stretches of prose such as a
// paragraph, a table cell, a heading or a line of plain text. What is not prose
// (code, scripts, addresses of pages) is left out or marked. Every stretch of a
// segment's text knows its bytes in the file, so nobody ever searches for a
// position again, and an edit of a stretch touches its own bytes alone: in
// `<b>هاف</b>تار` the tags stay where they are.
//
// All offsets count bytes from 0 and all ranges are half open. Only [Lines]
// speaks of lines and columns.
package document

import (
	"path/filepath"
	"strings"
	"unsafe"
)

// A Span is a half-open range of bytes: of Source, or of a segment's Text where
// that is said.
type Span struct{ Start, End int }

// An Edit replaces the bytes of a span. New is already encoded for the format.
type Edit struct {
	Span
	New string
}

// Origin says what part of a page a segment belongs to.
type Origin uint8

// The origins. Chrome is what surrounds an article on its page: menus, related
// links, comment forms, footers.
const (
	Body Origin = iota
	Heading
	Attribute // title, alt, aria-label, a page's description
	Chrome
)

// String gives the origin in one lower-case word.
func (o Origin) String() string {
	return [...]string{"body", "heading", "attribute", "chrome"}[o&3]
}

// A Document is a file and the prose in it. Segments stand in the order of the
// file. Source is never changed, and must not be.
type Document struct {
	Path     string
	Format   string // "text", "markdown" or "html"
	Source   []byte
	Segments []Segment
	Comments []Comment
}

// A Comment is an HTML comment, in HTML or in Markdown. Text is what stands
// between <!-- and -->, Span the whole in Source.
type Comment struct {
	Text string
	Span Span
}

// A format is one line of the table of formats: its name, the endings of the
// files that are read as such without being asked, and its reader.
type format struct {
	name       string
	extensions []string
	read       func(d *Document, source string)
}

func formats() []format {
	return []format{
		{"text", []string{".txt"}, readText},
		{"markdown", []string{".md", ".markdown"}, readMarkdown},
		{"html", []string{".html", ".htm", ".xhtml"}, readHTML},
	}
}

// FormatOf tells the format of a file by its ending. The format of an unknown
// ending is "text", and known is false: such a file is read only when a user
// names it.
func FormatOf(path string) (name string, known bool) {
	ending := strings.ToLower(filepath.Ext(path))
	for _, f := range formats() {
		for _, e := range f.extensions {
			if e == ending {
				return f.name, true
			}
		}
	}
	return "text", false
}

// Open cuts source into segments. The format is one of "text", "markdown" and
// "html"; the empty one means: by the ending of path. An unknown one is read as
// text. The error, if any, is an [*Error]: source is not UTF-8, or no text at
// all ([ErrBinary]). Open keeps source and never changes it.
func Open(path, name string, source []byte) (*Document, error) {
	if name == "" {
		name, _ = FormatOf(path)
	}
	if err := validate(path, source); err != nil {
		return nil, err
	}
	f := formatNamed(name)
	d := &Document{Path: path, Format: f.name, Source: source}
	f.read(d, unsafe.String(unsafe.SliceData(source), len(source))) // no copy: source is never changed
	return d, nil
}

// formatNamed gives the format of a name; the first, plain text, for an unknown one.
func formatNamed(name string) format {
	all := formats()
	for _, f := range all {
		if f.name == name {
			return f
		}
	}
	return all[0]
}
