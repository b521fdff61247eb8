package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// tuneCollector trades memory for time as a program wants it that mostly lives
// for a moment: the collector does not run before the heap has the 16 MB that an
// article or two take. When it has, there is more to read, and the heap grows by
// three tenths of what is in use between two collections. GOGC overrules it.
func tuneCollector() {
	if os.Getenv("GOGC") != "" {
		return
	}
	const moment, long = 400, 30 // the first collection comes at 4 MB × 400 %
	debug.SetGCPercent(moment)
	runtime.SetFinalizer(new([16]byte), func(*[16]byte) { debug.SetGCPercent(long) })
}
