package main

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	uax "github.com/clipperhouse/uax29/v2/words"
	"github.com/sergi/go-diff/diffmatchpatch"

	"example.com/asma/cmd/internal/report"
)

// textDiff is what an edit changed in a text: lines first, then words within
// the lines that differ.
type textDiff struct {
	hunks  []report.Hunk
	blocks []block // what stands in both, sorted by its place in the new text
}

// block is a stretch that stands in both texts. All are bytes.
type block struct{ old, new, size int }

// The bounds above which lines or words are not aligned one by one: a
// comparison costs as much as both lengths multiplied in the worst case.
const (
	maxLines = 20_000
	maxWords = 20_000
)

// diffTexts compares two texts. Lines that moved are found by their content.
func diffTexts(old, new string) *textDiff {
	d := &textDiff{}
	d.lines(splitLines(old), splitLines(new))
	slices.SortFunc(d.blocks, func(a, b block) int { return cmp.Or(a.new-b.new, b.size-a.size) })
	d.blocks = joined(d.blocks)
	return d
}

// unchanged tells where a stretch of the new text stood in the old one; false
// where any of it was written by the edit.
func (d *textDiff) unchanged(start, end int) (int, bool) {
	i := sort.Search(len(d.blocks), func(i int) bool { return d.blocks[i].new > start }) - 1
	if i < 0 || end > d.blocks[i].new+d.blocks[i].size {
		return 0, false
	}
	return d.blocks[i].old + start - d.blocks[i].new, true
}

// side is where a comparison stands in one of the texts.
type side struct{ offset, line int }

func (s *side) pass(units []string) {
	for _, u := range units {
		s.offset += len(u)
		s.line += strings.Count(u, "\n")
	}
}

// replaced is a run of lines with what came in their place.
type replaced struct {
	old, new           side
	oldLines, newLines []string
}

func (d *textDiff) lines(old, new []string) {
	o, n := side{line: 1}, side{line: 1}
	var runs []replaced
	run := replaced{old: o, new: n}
	flush := func() {
		if len(run.oldLines)+len(run.newLines) > 0 {
			runs = append(runs, run)
		}
	}
	for _, c := range diffLines(old, new) {
		switch c.Op {
		case diffmatchpatch.DiffEqual:
			flush()
			d.keep(&o, &n, c.Units)
			run = replaced{old: o, new: n}
		case diffmatchpatch.DiffDelete:
			run.oldLines = append(run.oldLines, c.Units...)
			o.pass(c.Units)
		case diffmatchpatch.DiffInsert:
			run.newLines = append(run.newLines, c.Units...)
			n.pass(c.Units)
		}
	}
	flush()
	d.moves(runs)
	for _, r := range runs {
		d.words(r)
	}
}

// diffLines compares line by line; where there are too many that differ, all
// between the common beginning and end count as replaced.
func diffLines(old, new []string) []report.Change {
	head, tail := 0, 0
	for head < min(len(old), len(new)) && old[head] == new[head] {
		head++
	}
	for tail < min(len(old), len(new))-head && old[len(old)-1-tail] == new[len(new)-1-tail] {
		tail++
	}
	out := []report.Change{{Op: diffmatchpatch.DiffEqual, Units: old[:head]}}
	a, b := old[head:len(old)-tail], new[head:len(new)-tail]
	out = append(out, diffBounded(a, b, maxLines)...)
	return append(out, report.Change{Op: diffmatchpatch.DiffEqual, Units: old[len(old)-tail:]})
}

func diffBounded(a, b []string, most int) []report.Change {
	if len(a)+len(b) <= most {
		return report.DiffUnits(a, b)
	}
	return []report.Change{{Op: diffmatchpatch.DiffDelete, Units: a}, {Op: diffmatchpatch.DiffInsert, Units: b}}
}

// keep notes units that stand in both texts.
func (d *textDiff) keep(o, n *side, units []string) {
	from := n.offset
	block := block{old: o.offset, new: from}
	o.pass(units)
	n.pass(units)
	block.size = n.offset - from
	if block.size > 0 {
		d.blocks = append(d.blocks, block)
	}
}

// moves notes lines that went out at one place and came in at another.
func (d *textDiff) moves(runs []replaced) {
	gone := map[string][]int{}
	for _, r := range runs {
		at := r.old.offset
		for _, line := range r.oldLines {
			key := strings.TrimSpace(line)
			gone[key] = append(gone[key], at+strings.Index(line, key))
			at += len(line)
		}
	}
	for _, r := range runs {
		at := r.new.offset
		for _, line := range r.newLines {
			key := strings.TrimSpace(line)
			if from := gone[key]; key != "" && len(from) > 0 {
				gone[key] = from[1:]
				d.blocks = append(d.blocks, block{old: from[0], new: at + strings.Index(line, key), size: len(key)})
			}
			at += len(line)
		}
	}
}

// words compares the words of lines that were replaced.
func (d *textDiff) words(r replaced) {
	hunk := report.Hunk{OldLine: r.old.line, NewLine: r.new.line}
	o, n := r.old, r.new
	old, new := splitWords(strings.Join(r.oldLines, "")), splitWords(strings.Join(r.newLines, ""))
	for _, c := range diffBounded(old, new, maxWords) {
		hunk.Add(c)
		switch c.Op {
		case diffmatchpatch.DiffEqual:
			d.keep(&o, &n, c.Units)
		case diffmatchpatch.DiffDelete:
			o.pass(c.Units)
		case diffmatchpatch.DiffInsert:
			n.pass(c.Units)
		}
	}
	d.hunks = append(d.hunks, hunk)
}

// joined makes one block of those that follow each other in both texts, and
// lets the first speak where two tell of the same place.
func joined(blocks []block) []block {
	var out []block
	for _, b := range blocks {
		if len(out) > 0 {
			last := &out[len(out)-1]
			if over := last.new + last.size - b.new; over > 0 {
				if over >= b.size {
					continue
				}
				b = block{b.old + over, b.new + over, b.size - over}
			}
			if last.new+last.size == b.new && last.old+last.size == b.old {
				last.size += b.size
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

// splitLines cuts a text behind its line ends.
func splitLines(text string) []string {
	lines := strings.SplitAfter(text, "\n")
	if last := len(lines) - 1; lines[last] == "" {
		lines = lines[:last]
	}
	return lines
}

// splitWords cuts a text into words and what stands between them (UAX 29): a
// letter is never cut from its harakat.
func splitWords(text string) []string {
	var out []string
	tokens := uax.FromString(text)
	for tokens.Next() {
		out = append(out, tokens.Value())
	}
	return out
}
