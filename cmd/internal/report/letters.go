package report

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/sergi/go-diff/diffmatchpatch"

	"example.com/asma/glossary/arabic"
)

// Letters tells which letters differ between a spelling and the wanted one, as
// «ها→ح, −ا». Letters are clusters: one with its harakat is one unit. It is ""
// for spellings of different scripts and where little is alike.
func Letters(spelling, want string) string {
	if arabic.HasLatin(spelling) || !arabic.HasArabic(want) {
		return ""
	}
	var changes []string
	kept, gone, came := 0, "", ""
	flush := func() {
		switch {
		case gone != "" && came != "":
			changes = append(changes, gone+"→"+came)
		case gone != "":
			changes = append(changes, "−"+gone)
		case came != "":
			changes = append(changes, "+"+came)
		}
		gone, came = "", ""
	}
	for _, d := range DiffUnits(clusters(spelling), clusters(want)) {
		switch d.Op {
		case diffmatchpatch.DiffEqual:
			flush()
			kept += len(d.Units)
		case diffmatchpatch.DiffDelete:
			gone += strings.Join(d.Units, "")
		case diffmatchpatch.DiffInsert:
			came += strings.Join(d.Units, "")
		}
	}
	flush()
	if kept == 0 || len(changes) > 4 {
		return ""
	}
	return strings.Join(changes, ", ")
}

// Change is a stretch of units that two texts share or not.
type Change struct {
	Op    diffmatchpatch.Operation
	Units []string
}

// DiffUnits compares two texts unit by unit (letter clusters, words). go-diff
// works on runes and would cut a letter from its harakat, so that every
// distinct unit is handed to it as one rune of its own. No time limit: the
// result must not depend on the speed of the machine.
func DiffUnits(a, b []string) []Change {
	runes := map[string]rune{}
	units := map[rune]string{}
	number := func(list []string) []rune {
		out := make([]rune, len(list))
		for i, u := range list {
			r, ok := runes[u]
			if !ok {
				r = unitRune(len(runes))
				runes[u] = r
				units[r] = u
			}
			out[i] = r
		}
		return out
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	var out []Change
	for _, d := range dmp.DiffMainRunes(number(a), number(b), false) {
		c := Change{Op: d.Type}
		for _, r := range d.Text {
			c.Units = append(c.Units, units[r])
		}
		out = append(out, c)
	}
	return out
}

// unitRune numbers units from U+0100 on, past the surrogates, which a string
// cannot hold.
func unitRune(n int) rune {
	r := rune(0x100 + n)
	if r >= 0xD800 {
		r += 0x800
	}
	return r
}

func clusters(s string) []string {
	var out []string
	tokens := graphemes.FromString(s)
	for tokens.Next() {
		out = append(out, tokens.Value())
	}
	return out
}
