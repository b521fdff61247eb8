package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// Short runs show no bar; a long one shows how far it is, and leaves nothing
// behind.
func TestProgressShowsInLongRuns(t *testing.T) {
	var out bytes.Buffer
	p := newProgress(&out, 4, true)
	p.step("a")
	p.finish()
	if out.Len() > 0 {
		t.Errorf("a short run shows %q", out.String())
	}
	p.start = p.start.Add(-time.Minute)
	p.step("b")
	if want := "\r[" + strings.Repeat("#", 15) + strings.Repeat(".", 15) + "] 2/4 files"; out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
	drawn := out.Len()
	p.step("c")
	if out.Len() != drawn {
		t.Errorf("drawn again at once: %q", out.String()[drawn:])
	}
	p.finish()
	if wiped := out.String()[drawn:]; strings.Trim(wiped, "\r ") != "" || len(wiped) < drawn {
		t.Errorf("wiped by %q", wiped)
	}
}

func TestNoProgressWhereNoneIsWanted(t *testing.T) {
	for _, p := range []*progress{newProgress(nil, 4, false), newProgress(nil, 1, true)} {
		p.step("a")
		p.finish()
		if p != nil {
			t.Errorf("got %v", p)
		}
	}
}
