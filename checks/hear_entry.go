package checks

import (
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
	"example.com/asma/glossary/translit"
)

// nucleus is one word of a listed name, as the ear compares it.
type nucleus struct {
	entry *glossary.Entry
	word  string // as the preferred form writes it: القذافي
	key   string // medium-folded, without ال
	ar    *translit.Arabic
	lat   *translit.Latin // nil where the Arabic is no transliteration
	index int             // which word of the name it is
}

// nuclei gives the words of an entry that a misspelling can be heard against.
// A translated name has none: its words are words of the language, and what
// sounds like one is another form of it (الباكستانيين beside الجيش الباكستاني).
func (v *vocabulary) nuclei(entry *glossary.Entry) []nucleus {
	var out []nucleus
	if entry.Translation {
		return nil
	}
	if len(entry.Parts) > 0 {
		for i, p := range entry.Parts {
			out = append(out, v.nucleus(entry, p.Arabic, p.Latin, i))
		}
		return out
	}
	words, latin := strings.Fields(entry.Preferred()), strings.Fields(arabic.LatinKey(entry.Name))
	for i, w := range words {
		n := ""
		if len(latin) == len(words) && !entry.Exonym {
			n = latin[i]
		}
		if len(words) == 1 || !arabic.Ordinary(w) {
			out = append(out, v.nucleus(entry, w, n, i))
		}
	}
	return out
}

func (v *vocabulary) nucleus(entry *glossary.Entry, word, latin string, index int) nucleus {
	bare := arabic.Indefinite(word)
	n := nucleus{entry: entry, word: word, key: arabic.Key(bare), index: index, ar: v.arabicSound(bare)}
	if latin != "" {
		n.lat = v.latinSound(latin)
	}
	return n
}

func (v *vocabulary) arabicSound(text string) *translit.Arabic {
	s := v.arabics[text]
	if s == nil {
		s = translit.CompileArabic(text)
		v.arabics[text] = s
	}
	return s
}

func (v *vocabulary) latinSound(text string) *translit.Latin {
	s := v.latins[text]
	if s == nil {
		s = translit.CompileLatin(text)
		v.latins[text] = s
	}
	return s
}

// likeness is the probability that an Arabic atom spells the nucleus, by its
// Arabic and by its Latin form.
func (n *nucleus) likeness(x *atom) float64 {
	p := translit.ProbabilityArabic(n.ar, x.ar)
	if n.lat != nil {
		p = max(p, translit.Probability(n.lat, x.ar))
	}
	return p
}

// The bounds of the ear, chosen on the development articles and held on clean
// ones: how probable a spelling must be, by what else speaks for it.
const (
	heardSurely  = 0.80 // one of the words is an everyday word too
	heardAlone   = 0.5  // the sound alone
	heardPresent = 0.1  // the name stands in the article in another form
	heardBeside  = 0.01 // the other part of the same name stands beside it
	heardInText  = 0.3  // all that the text says of two spellings taken together
	heardFaintly = 0.003
)

// joinEntries hears unlisted Arabic words as misspelt words of listed names:
// of names that stand in the article, then of names that the word beside
// points to, then of any name that sounds very much alike.
func (e *ear) joinEntries() {
	var present []nucleus
	seen := map[*glossary.Entry]bool{}
	for i := range e.a.Mentions {
		m := &e.a.Mentions[i]
		if m.Name.Entry != nil && !m.Doubtful && !seen[m.Name.Entry] {
			seen[m.Name.Entry] = true
			present = append(present, e.vocabulary.nuclei(m.Name.Entry)...)
		}
	}
	for _, x := range e.atoms {
		if x.script == arabic.Arabic && !x.listed && !x.known {
			e.joinPresent(x, present)
		}
	}
	for _, x := range e.atoms {
		if x.script == arabic.Arabic && !x.listed && !x.known && x.group == nil {
			e.joinBeside(x)
		}
	}
}

func (e *ear) joinPresent(x *atom, present []nucleus) {
	best, bound := 0.0, 0.0
	var found *nucleus
	for i := range present {
		n := &present[i]
		p := n.likeness(x)
		if p < heardBeside || p <= best {
			continue
		}
		b := heardPresent
		beside := e.besideEntry(x, n)
		switch {
		case x.ordinary && !beside:
			continue
		case x.ordinary:
			b = heardAlone
		case beside:
			b = heardBeside
		}
		if p >= b {
			best, bound, found = p, b, n
		}
	}
	if found == nil || found.key == x.key {
		return
	}
	evidence := "sounds like " + found.word + ", which stands in the article"
	if bound == heardBeside {
		evidence = "sounds like " + found.word + " and stands beside another part of the name"
	}
	e.assign(x, found.entry, found.word, best, evidence)
}

// besideEntry reports whether a token of the atom stands beside a mention of
// the nucleus' entry, on the side where the name wants it.
func (e *ear) besideEntry(x *atom, n *nucleus) bool {
	for _, i := range x.tokens {
		for _, side := range [...]int{-1, 1} {
			if m := e.mentionBeside(i, side); m != nil && m.Name.Entry == n.entry && (side < 0) == (n.index > 0) {
				return true
			}
		}
	}
	return false
}

// mentionBeside gives the mention that token i stands against on one side
// (-1 left, +1 right), nil if there is none.
func (e *ear) mentionBeside(i, side int) *Mention {
	j := i + side
	if j < 0 || j >= len(e.a.Tokens) || !e.a.follows(max(i, j)) || e.a.Tokens[j].mention == 0 {
		return nil
	}
	return &e.a.Mentions[e.a.Tokens[j].mention-1]
}

// joinBeside hears an atom as a word of a name that its neighbour belongs to,
// though the name as a whole stands nowhere in the article.
func (e *ear) joinBeside(x *atom) {
	var best candidate
	for _, i := range x.tokens {
		for _, side := range [...]int{-1, 1} {
			j := i + side
			if j < 0 || j >= len(e.a.Tokens) || !e.a.follows(max(i, j)) || e.a.Tokens[j].word.script != arabic.Arabic {
				continue
			}
			y := &e.a.Tokens[j]
			for _, c := range e.vocabulary.company(x, y.word, y.word.stems[y.stem].text, side) {
				if c.probability > best.probability {
					best = c
				}
			}
		}
	}
	if best.probability > 0 {
		e.assign(x, e.settings.Glossary.Entry(best.ref), best.word, best.probability, best.evidence)
	}
}

// joinAlone hears what is left as names that stand nowhere else in the article.
func (e *ear) joinAlone() {
	for _, x := range e.atoms {
		if x.script != arabic.Arabic || x.listed || x.group != nil {
			continue
		}
		if best := e.alone(x); best.probability > 0 {
			e.assign(x, e.settings.Glossary.Entry(best.ref), best.word, best.probability, best.evidence)
			x.group.lone = true
		}
	}
}

func (e *ear) assign(x *atom, entry *glossary.Entry, word string, p float64, evidence string) {
	g := e.groupOf(x)
	g.entry, g.part, g.confidence, g.evidence = entry, word, p, evidence
}
