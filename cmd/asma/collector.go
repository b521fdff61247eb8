package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// tuneCollector trades memory for time as a program wants it that mostly lives
// for a moment: what is reserved here counts as in use, though nobody ever
// touches it and so no memory stands behind it, and the collector does not run
// before an article or two are read. When it does, there is more to read: the
// reserve is let go, and the heap grows by three tenths of what is in use between two
// collections. GOGC overrules it.
func tuneCollector() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(30)
	r := &reserve{room: make([]byte, 64<<20)}
	runtime.SetFinalizer(r, (*reserve).collected)
}

// reserve is unreachable from the start, so that every collection tells it.
type reserve struct {
	room        []byte
	collections int
}

// collected is called after a collection. The first is that which making the
// room brings about.
func (r *reserve) collected() {
	if r.collections++; r.collections == 1 {
		runtime.SetFinalizer(r, (*reserve).collected)
		return
	}
	r.room = nil
	runtime.GC()
}
