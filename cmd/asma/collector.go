package main

import (
	"os"
	"runtime/debug"
)

// tuneCollector trades memory for time as a program wants it that lives for a
// second. The collector lets the heap grow by a quarter of what is in use before
// it runs, instead of by all of it; and what is reserved here counts as in use,
// though nobody ever touches it and so no memory stands behind it: one article
// is read before the collector runs for the first time. GOGC overrules it.
func tuneCollector() (reserved []byte) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(25)
	}
	return make([]byte, 64<<20)
}
