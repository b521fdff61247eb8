package glossary

// outcome is what is found at a word in one pass, once that is known.
type outcome struct {
	known bool
	match *Match // nil: nothing; its offsets count from the start of the word
}

// outcomes are those of both passes: parts and adjectives, then whole forms.
type outcomes [2]outcome

// pair is what is found at two words with a blank between them, which some
// form has; nil stands for words that no form has one after the other.
type pair struct {
	outcomes
	longer bool // a third word may follow in a form: then nothing is remembered
}

// seen is what longest has seen of the forms that have a word and the one behind
// it.
type seen struct {
	whole, part bool
	longer      bool // than two words
}

func (s *seen) note(form *formRecord) {
	s.whole = s.whole || form.kind.whole()
	s.part = s.part || !form.kind.whole()
	s.longer = s.longer || form.words > 2
}

// at gives what is found at word i, nil for nothing; its offsets count from the
// start of the word. What a word decides alone, or with the word behind it, is
// worked out once.
func (f *Finder) at(text string, i int, whole bool) *Match {
	if f.goesOn(i) {
		memo := &pair{longer: true}
		if text[f.words[i].end:f.words[i+1].start] == " " {
			memo = f.pair(text, i)
		}
		var m *Match
		switch {
		case memo == nil:
		case memo.longer:
			m = f.fresh(text, i, whole, true)
		default:
			m = f.remembered(&memo.outcomes, text, i, whole, true)
		}
		if m != nil {
			return m
		}
	}
	return f.remembered(&f.words[i].look.alone, text, i, whole, false)
}

// remembered is fresh that works out once.
func (f *Finder) remembered(memo *outcomes, text string, i int, whole, several bool) *Match {
	o := &memo[0]
	if whole {
		o = &memo[1]
	}
	if !o.known {
		*o = outcome{true, f.fresh(text, i, whole, several)}
	}
	return o.match
}

// fresh works out what form, of several words or of one, is found at word i.
func (f *Finder) fresh(text string, i int, whole, several bool) *Match {
	best := f.longest(text, i, whole, several)
	if best.words == 0 {
		return nil
	}
	m := f.match(text, i, best)
	m.move(-f.words[i].start)
	return &m
}

func (m *Match) move(by int) {
	m.Start, m.Core, m.End = m.Start+by, m.Core+by, m.End+by
}

// goesOn reports whether a form may have word i and the one behind it.
func (f *Finder) goesOn(i int) bool {
	return i+1 < len(f.words) && !f.covered[i+1] && f.words[i+1].nth == f.words[i].nth+1
}

// pair gives what is remembered of word i and the one behind it.
func (f *Finder) pair(text string, i int) *pair {
	key := [2]*lookup{f.words[i].look, f.words[i+1].look}
	p, seen := f.pairs[key]
	if !seen {
		if len(f.pairs) >= memoLimit {
			clear(f.pairs)
		}
		p = f.newPair(text, i)
		f.pairs[key] = p
	}
	return p
}

// newPair looks for whole forms, and sees on the way what else there is.
func (f *Finder) newPair(text string, i int) *pair {
	m := f.fresh(text, i, true, true)
	switch {
	case !f.seen.whole && !f.seen.part:
		return nil
	case f.seen.longer:
		return &pair{longer: true}
	}
	return &pair{outcomes: outcomes{{known: !f.seen.part}, {true, m}}}
}
