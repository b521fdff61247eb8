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

// at gives what is found at word i. What a word decides alone, or with the word
// behind it, is worked out once.
func (f *Finder) at(text string, i int, whole bool) (m Match, found bool) {
	if f.goesOn(i) {
		memo := &pair{longer: true}
		if text[f.words[i].End:f.words[i+1].Start] == " " {
			memo = f.pair(i)
		}
		switch {
		case memo == nil:
		case memo.longer:
			m, found = f.fresh(text, i, whole, true)
		default:
			m, found = f.remembered(&memo.outcomes, text, i, whole, true)
		}
	}
	if !found {
		m, found = f.remembered(&f.words[i].look.alone, text, i, whole, false)
	}
	return m, found
}

// remembered is fresh that works out once.
func (f *Finder) remembered(memo *outcomes, text string, i int, whole, several bool) (Match, bool) {
	o := &memo[0]
	if whole {
		o = &memo[1]
	}
	start := f.words[i].Start
	if !o.known {
		o.known = true
		if m, found := f.fresh(text, i, whole, several); found {
			o.match = new(m.moved(-start))
		}
	}
	if o.match == nil {
		return Match{}, false
	}
	return o.match.moved(start), true
}

// fresh works out what form, of several words or of one, is found at word i.
func (f *Finder) fresh(text string, i int, whole, several bool) (Match, bool) {
	best := f.longest(text, i, whole, several)
	if best.words == 0 {
		return Match{}, false
	}
	return f.match(text, i, best), true
}

func (m Match) moved(by int) Match {
	m.Start, m.Core, m.End = m.Start+by, m.Core+by, m.End+by
	return m
}

// goesOn reports whether a form may have word i and the one behind it.
func (f *Finder) goesOn(i int) bool {
	return i+1 < len(f.words) && !f.covered[i+1] && f.words[i+1].nth == f.words[i].nth+1
}

// pair gives what is remembered of word i and the one behind it.
func (f *Finder) pair(i int) *pair {
	key := [2]*lookup{f.words[i].look, f.words[i+1].look}
	p, seen := f.pairs[key]
	if !seen {
		if len(f.pairs) >= memoLimit {
			clear(f.pairs)
		}
		p = f.newPair(i)
		f.pairs[key] = p
	}
	return p
}

func (f *Finder) newPair(i int) *pair {
	var p *pair
	for _, h := range f.words[i].look.heads {
		second := f.second(i, h)
		for forms := f.g.layers[h.layer].forms(h.word, f.further[:0]); second >= 0 && forms.next(); {
			form := &forms.form
			if form.words == 1 || form.further[0] < second {
				continue
			}
			if form.further[0] > second {
				break
			}
			if p == nil {
				p = &pair{}
			}
			p.longer = p.longer || form.words > 2
		}
	}
	return p
}
