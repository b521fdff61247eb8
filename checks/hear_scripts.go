package checks

import "example.com/asma/glossary/arabic"

// joinScripts hears Latin words and Arabic ones as one name, first where the
// sound alone is clear, then where the neighbour of a weak pair is a clear
// one: in «Naveed Ashraf» beside «الأدميرال أشرف».
func (e *ear) joinScripts() {
	latin, arabicAtoms := e.atoms[:e.latin], e.atoms[e.latin:]
	if len(latin) == 0 {
		return
	}
	e.near.reset(len(arabicAtoms))
	for i, x := range arabicAtoms {
		e.near.add(i, x.sound)
	}
	for _, l := range latin {
		if len(l.key) >= 3 && !isShort(l.text) {
			e.joinLatin(l, arabicAtoms)
		}
	}
	for _, l := range latin {
		for _, x := range arabicAtoms {
			if l.group == nil || l.group != x.group {
				continue
			}
			e.joinNeighbours(l, x)
		}
	}
}

// joinLatin joins a Latin word to all Arabic words that sound like it; to
// everyday words only where no other does, and only to the likest.
func (e *ear) joinLatin(l *atom, list []*atom) {
	var likest *atom
	best := 0.0
	for _, i := range e.near.near(l.sound) {
		x := list[i]
		p := e.vocabulary.likeness(l.sound, x.sound)
		bound := heardLatin
		if e.glossed(l, x) {
			bound = heardBeside
		}
		switch {
		case p < bound:
		case x.ordinary && !x.listed:
			if p > best {
				likest, best = x, p
			}
		default:
			e.join(l, x, p, l.text+" sounds like "+x.text)
		}
	}
	if likest != nil && l.group == nil && best >= heardAlone {
		e.join(l, likest, best, l.text+" sounds like "+likest.text)
	}
}

// heardLatin is how probable an Arabic word must be as a rendering of a Latin
// one for the sound alone to join them.
const heardLatin = 0.2

// joinNeighbours joins what stands beside a clear pair on the same side.
func (e *ear) joinNeighbours(l, x *atom) {
	for _, side := range [...]int{-1, 1} {
		for _, i := range l.tokens {
			other := e.neighbour(i, side)
			if other == nil || other.script != arabic.Latin || other.group != nil {
				continue
			}
			for _, j := range x.tokens {
				y := e.neighbour(j, side)
				if y == nil || y.script != arabic.Arabic {
					continue
				}
				if p := e.vocabulary.likeness(other.sound, y.sound); p >= 0.002 {
					e.join(other, y, max(p, heardLatin), other.text+" sounds like "+y.text+" beside "+x.text)
				}
			}
		}
	}
}

func (e *ear) neighbour(i, side int) *atom {
	if !e.a.follows(max(i, i+side)) {
		return nil
	}
	return e.atomAt(i + side)
}

// glossed reports whether the Latin atom stands in brackets right behind the
// Arabic one: the text itself teaches the pair.
func (e *ear) glossed(l, x *atom) bool {
	for _, i := range l.tokens {
		run := e.a.Tokens[i].run
		if run == 0 || e.a.Runs[run-1].Rule != Gloss {
			continue
		}
		length := e.a.Runs[run-1].Last - e.a.Runs[run-1].First + 1
		for _, j := range x.tokens {
			t := &e.a.Tokens[j]
			if t.Segment == e.a.Tokens[i].Segment && t.Position < e.a.Tokens[i].Position && t.Position >= e.a.Tokens[i].Position-int32(2*length+1) {
				return true
			}
		}
	}
	return false
}
