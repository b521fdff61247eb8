package gate

import (
	"strings"

	"example.com/asma/checks"
)

// Edit is two versions of some texts with what was found in each. The findings
// of a text that was renamed carry one path in both.
type Edit struct {
	Old, New []checks.Finding

	// Unchanged tells where the stretch of a new finding stood in the old text
	// of its path, in bytes; false where the edit wrote it.
	Unchanged func(f *checks.Finding) (start int, ok bool)

	// Preferred gives the form that the glossary prefers for an entry.
	Preferred func(entry string) string
}

// Outcome says what an edit did. A new finding that it did not bring is left:
// the fault was there before.
type Outcome struct {
	Brought []bool // by index in Edit.New
	Mended  []bool // by index in Edit.Old: no finding of the new text is this one
}

// Counts gives how many faults were brought, mended and left.
func (o *Outcome) Counts() (brought, mended, left int) {
	for _, b := range o.Brought {
		if b {
			brought++
		} else {
			left++
		}
	}
	for _, m := range o.Mended {
		if m {
			mended++
		}
	}
	return brought, mended, left
}

// Judge takes the old findings from the new ones, each old one once, the
// surest likeness first:
//
//  1. the same fingerprint in the same text;
//  2. the same check, name and spelling where the edit changed nothing, though
//     a neighbour may be another one;
//  3. any finding where the edit changed nothing: what هافتار is called may
//     change with the rest of the text, the fault does not;
//  4. the same check, name and spelling beside one of its two neighbours;
//  5. the same fingerprint in another text: a paragraph moved.
//
// What then remains was brought, unless the edit only showed it: see shown.
func (e *Edit) Judge() *Outcome {
	m := newMatching(e)
	m.pass(func(f *checks.Finding) []string { return []string{key("", f.Path, f.Fingerprint)} })
	m.inPlace(func(n, o *checks.Finding) bool { return kind(n) == kind(o) })
	m.inPlace(func(n, o *checks.Finding) bool { return true })
	m.pass(beside)
	m.pass(func(f *checks.Finding) []string { return []string{key("", f.Fingerprint)} })
	out := &Outcome{Brought: make([]bool, len(e.New)), Mended: make([]bool, len(e.Old))}
	for i := range e.New {
		out.Brought[i] = !m.left[i] && !e.shown(&e.New[i])
	}
	for i := range e.Old {
		out.Mended[i] = !m.used[i]
	}
	return out
}

// beside keys a finding by what it is and each word that it stands beside.
func beside(f *checks.Finding) []string {
	var keys []string
	before, after := f.Before, f.After
	if before != "" {
		keys = append(keys, key("before", f.Path, kind(f), before))
	}
	if after != "" {
		keys = append(keys, key("after", f.Path, kind(f), after))
	}
	return keys
}

// shown reports a fault that the edit did not make but only brought to light.
// A text that has the right spelling of a listed name at last shows that the
// others are wrong: they were so before. And the form that the glossary prefers
// is never the fault of the edit that writes it, whatever the others do.
func (e *Edit) shown(f *checks.Finding) bool {
	if f.Entry == "" {
		return false
	}
	_, unchanged := e.Unchanged(f)
	if f.Check != "inconsistent-spelling" && f.Check != "corpus-inconsistency" {
		return unchanged
	}
	preferred := e.Preferred(f.Entry)
	if unchanged {
		return len(f.Fixes) > 0 && wordsWithin(f.Fixes[0].Text, preferred)
	}
	return wordsWithin(f.Spelling, preferred)
}

// wordsWithin reports whether every word of a spelling ends one of the form's:
// ترامب is in دونالد ترامب, and so is لترامب.
func wordsWithin(spelling, form string) bool {
	words := strings.Fields(form)
	for _, w := range strings.Fields(spelling) {
		if !anySuffix(w, words) {
			return false
		}
	}
	return len(words) > 0
}

func anySuffix(word string, suffixes []string) bool {
	for _, s := range suffixes {
		if strings.HasSuffix(word, s) {
			return true
		}
	}
	return false
}

// kind names what two findings of one fault share whatever stands around them.
func kind(f *checks.Finding) string { return key(f.Check, nameOf(f), f.Spelling) }

// nameOf gives the entry's name, or what the name is called.
func nameOf(f *checks.Finding) string {
	if f.Entry != "" {
		return f.Entry
	}
	return f.Name
}

func key(parts ...string) string { return strings.Join(parts, "\x00") }
