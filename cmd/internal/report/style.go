package report

import (
	"regexp"
	"strings"
	"sync"

	"example.com/asma/glossary/arabic"
)

// ANSI colours.
const (
	bold   = "\x1b[1m"
	dim    = "\x1b[2m"
	red    = "\x1b[31m"
	green  = "\x1b[32m"
	yellow = "\x1b[33m"
	blue   = "\x1b[34m"
	struck = "\x1b[9m"
	reset  = "\x1b[0m"
)

// FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
const (
	isolate    = "\u2068"
	isolateEnd = "\u2069"
)

// paint colours text word by word, so that a line break between words leaves
// no colour open.
func (r *Report) paint(style, s string) string {
	if !r.View.Color {
		return s
	}
	words := strings.Split(s, " ")
	for i, word := range words {
		words[i] = style + word + reset
	}
	return strings.Join(words, " ")
}

// isolate wraps text that holds Arabic letters in FSI … PDI, so that a terminal
// with bidi support gives it its own direction and reorders nothing round it.
func (r *Report) isolate(s string) string { return r.View.Isolate(s) }

// Isolate wraps text as a report does.
func (v View) Isolate(s string) string {
	if !v.Isolates || !arabic.HasArabic(s) {
		return s
	}
	return isolate + s + isolateEnd
}

// arabicRun is a stretch of Arabic letters with their harakat.
var arabicRun = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[\p{Arabic}\p{M}]+`) })

// isolateRuns isolates every stretch of Arabic letters by itself, so that
// «ها→ح» is read from left to right.
func (r *Report) isolateRuns(s string) string { return arabicRun().ReplaceAllStringFunc(s, r.isolate) }
