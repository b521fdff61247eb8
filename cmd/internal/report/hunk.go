package report

import (
	"slices"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Hunk is a stretch of lines that differs between two texts, word by word.
type Hunk struct {
	OldLine, NewLine int // first line of it in each text, from 1
	Changes          []Change
}

// Add appends a change. Blanks alone between two changes part nothing: a
// phrase that was replaced reads as one, not as every second word.
func (h *Hunk) Add(c Change) {
	n := len(h.Changes)
	if n >= 2 && c.Op != diffmatchpatch.DiffEqual && h.Changes[n-1].Op == diffmatchpatch.DiffEqual {
		if blank := h.Changes[n-1].Units; strings.TrimSpace(strings.Join(blank, "")) == "" && !slices.Contains(blank, "\n") {
			h.Changes = h.Changes[:n-1]
			h.extend(diffmatchpatch.DiffDelete, blank)
			h.extend(diffmatchpatch.DiffInsert, blank)
		}
	}
	h.extend(c.Op, c.Units)
}

// extend adds units to the run of changes at the end, deletions before
// insertions.
func (h *Hunk) extend(op diffmatchpatch.Operation, units []string) {
	i := len(h.Changes)
	for i > 0 && op != diffmatchpatch.DiffEqual && h.Changes[i-1].Op != diffmatchpatch.DiffEqual {
		i--
		if h.Changes[i].Op == op {
			h.Changes[i].Units = append(slices.Clone(h.Changes[i].Units), units...)
			return
		}
	}
	if op == diffmatchpatch.DiffInsert {
		i = len(h.Changes)
	}
	h.Changes = slices.Insert(h.Changes, i, Change{op, units})
}

// The words of an unchanged stretch that are shown beside a change, and the
// longest change that is shown whole, in units.
const (
	besideChange = 12
	wholeChange  = 200
)

// text shows a hunk in one line, in the marks of git's word diff where there
// is no colour: قال [-حفتر-]{+هافتار+} أمس.
func (h *Hunk) text(v View) string {
	var b strings.Builder
	for i, c := range h.Changes {
		switch c.Op {
		case diffmatchpatch.DiffDelete:
			b.WriteString(marked(v, red+struck, "[-", shorten(c.Units, wholeChange/2, wholeChange/2), "-]"))
		case diffmatchpatch.DiffInsert:
			b.WriteString(marked(v, green+bold, "{+", shorten(c.Units, wholeChange/2, wholeChange/2), "+}"))
		default:
			head, tail := besideChange, besideChange
			if i == 0 {
				head = 0
			}
			if i == len(h.Changes)-1 {
				tail = 0
			}
			b.WriteString(visible(shorten(c.Units, head, tail)))
		}
	}
	return strings.TrimSpace(b.String())
}

// shorten keeps the first and the last units of a stretch.
func shorten(units []string, head, tail int) string {
	if len(units) <= head+tail+1 {
		return strings.Join(units, "")
	}
	return strings.Join(units[:head], "") + "…" + strings.Join(units[len(units)-tail:], "")
}

// marked shows a change in colour or between marks.
func marked(v View, color, open, text, end string) string {
	text = visible(strings.TrimRight(text, "\r\n"))
	switch {
	case text == "":
		return ""
	case v.Color:
		return color + text + reset
	}
	return open + text + end
}
