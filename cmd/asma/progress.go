package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

// progress draws a bar on standard error during long runs on a terminal.
type progress struct {
	mutex sync.Mutex
	w     io.Writer
	total int
	count int
	start time.Time
	drawn time.Time
}

// slow is how long a run must take before a bar shows: shorter ones would only
// flicker.
const slow = 500 * time.Millisecond

// newProgress gives a bar, nil where none is wanted. All methods work on nil.
func newProgress(w io.Writer, total int, wanted bool) *progress {
	if !wanted || total < 2 {
		return nil
	}
	return &progress{w: w, total: total, start: time.Now()}
}

// step counts a file. It is safe for concurrent use.
func (p *progress) step(string) {
	if p == nil {
		return
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.count++
	now := time.Now()
	if now.Sub(p.start) < slow || now.Sub(p.drawn) < slow/5 {
		return
	}
	p.drawn = now
	const width = 30
	full := width * p.count / p.total
	fmt.Fprintf(p.w, "\r[%s%s] %d/%d files", strings.Repeat("#", full), strings.Repeat(".", width-full), p.count, p.total)
}

// finish wipes the bar.
func (p *progress) finish() {
	if p == nil || p.drawn.IsZero() {
		return
	}
	fmt.Fprintf(p.w, "\r%s\r", strings.Repeat(" ", 60))
}
