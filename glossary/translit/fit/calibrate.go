//go:build train

package fit

import (
	"fmt"
	"math/rand/v2"

	"example.com/asma/glossary/translit"
)

// The networks learn from names that the transducers have never seen, at the
// rates at which names meet in an article.
const (
	crossRate = 1000 // words a Latin name does not stand for, by one that it does
	sameRate  = 500  // the same of an Arabic name
)

// nativeWeight makes up for the data: names of Arabic origin are one in eight
// there, and more in Arabic news.
const nativeWeight = 2

// mistyped is the share of true pairs with an error of typing; for them a
// probability above nothing is wanted, which a neighbour can confirm.
const mistyped = 0.05

// neighbourWeight is how often a name is compared with itself and the word
// beside it, to see whether the two are one name cut in two.
const neighbourWeight = 3

// errors is how many are made in each name, to learn from more of them.
const errors = 3

// crowd is a list of Arabic words to be compared with many.
type crowd struct {
	texts []string
	words []*translit.Arabic
}

func newCrowd(m *translit.Model, lists ...[]string) crowd {
	var c crowd
	for _, list := range lists {
		for _, w := range list {
			c.texts = append(c.texts, w)
			c.words = append(c.words, m.Arabic(w))
		}
	}
	return c
}

func (b *builder) learnCross() {
	m := b.Model()
	random := newRandom()
	names := uniqueArabic(b.all)
	b.CrossFilter = learnFilter(b.crossShapes(m, names, random), 0.006)
	m = b.Model()
	nameCrowd, wordCrowd := newCrowd(m, names), newCrowd(m, b.words)
	truth := newTruth(b.all)
	short := newShortWords(b.words)
	var examples []example
	add := func(l *translit.Latin, a *translit.Arabic, weight float64, same bool) {
		if f, near := m.CrossFeatures(l, a); near {
			examples = append(examples, example{f, weight, same})
		}
	}
	const drawn = 3000 // of either crowd
	for _, p := range b.calibrate {
		l, a, weight := m.Latin(p.Latin), m.Arabic(p.Arabic), 1.0
		if native(p.Arabic) {
			weight = nativeWeight
		}
		add(l, a, weight, true)
		for range errors {
			add(l, m.Arabic(corrupt(p.Arabic, random)), mistyped/errors*weight, true)
		}
		for range errors {
			add(l, m.Arabic(short.join(p.Arabic, random)), neighbourWeight/errors*weight, false)
		}
		skip := truth.renderings(p.Latin)
		for _, c := range []crowd{nameCrowd, wordCrowd} {
			for range drawn {
				if i := random.IntN(len(c.words)); !skip(c.texts[i]) {
					add(l, c.words[i], weight*crossRate/2.0/drawn, false)
				}
			}
		}
	}
	for _, d := range b.distinct {
		add(m.Latin(d.Latin[0]), m.Arabic(d.Arabic[1]), distinctWeight, false)
		add(m.Latin(d.Latin[1]), m.Arabic(d.Arabic[0]), distinctWeight, false)
	}
	fmt.Fprintf(b.log, "%d examples of Latin and Arabic words\n", len(examples))
	b.CrossNetwork = train(examples, translit.CrossCount, 16)
}

func (b *builder) crossShapes(m *translit.Model, names []string, random *rand.Rand) (out []shape) {
	add := func(l *translit.Latin, a *translit.Arabic, same bool) {
		maskL, sizeL := l.Shape()
		maskA, sizeA := a.Shape()
		if sizeA > 0 {
			out = append(out, shape{translit.FilterFeatures(maskL, maskA, sizeL, sizeA), same})
		}
	}
	for i, p := range b.learn {
		l := m.Latin(p.Latin)
		if i%4 == 0 {
			add(l, m.Arabic(corrupt(p.Arabic, random)), true)
		}
		for range 2 {
			add(l, m.Arabic(names[random.IntN(len(names))]), false)
		}
	}
	return out
}

// variants gives the spellings that an Arabic name has: those of the data, and
// those that the model makes of its Latin.
func (b *builder) variants(m *translit.Model) (out []variant) {
	for group := range groups(b.calibrate) {
		best := group[0]
		for _, s := range m.Spellings(best.Latin, 4, native(best.Arabic)) {
			out = append(out, variant{best.Arabic, s.Text, 0.5 * s.Probability})
		}
	}
	for group := range groups(b.learn) {
		for _, q := range group[1:] {
			out = append(out, variant{group[0].Arabic, q.Arabic, 1})
		}
	}
	return out
}

type variant struct {
	a, b   string
	weight float64
}

func (b *builder) learnSame() {
	m := b.Model()
	random := newRandom()
	names := uniqueArabic(b.all)
	variants := b.variants(m)
	b.SameFilter = learnFilter(sameShapes(m, variants, names, random), 0.006)
	m = b.Model()
	nameCrowd, wordCrowd := newCrowd(m, names), newCrowd(m, b.words)
	truth := newTruth(b.all)
	near := neighbours(names)
	short := newShortWords(b.words)
	var examples []example
	add := func(x, y *translit.Arabic, weight float64, same bool) {
		if f, ok := m.SameFeatures(x, y); ok {
			examples = append(examples, example{f, weight, same})
		}
	}
	const drawn = 1000
	for _, v := range variants {
		x := m.Arabic(v.a)
		add(x, m.Arabic(v.b), v.weight, true)
		for range errors {
			add(x, m.Arabic(corrupt(v.b, random)), mistyped/errors*v.weight, true)
		}
		for range errors {
			add(x, m.Arabic(short.join(v.b, random)), neighbourWeight/errors*v.weight, false)
		}
		for _, c := range []crowd{nameCrowd, wordCrowd} {
			for range drawn {
				if i := random.IntN(len(c.words)); !truth.sameName(v.a, c.texts[i]) {
					add(x, c.words[i], v.weight*sameRate/2/drawn, false)
				}
			}
		}
		neighbourhood := near(v.a)
		for _, n := range neighbourhood {
			if !truth.sameName(v.a, n) {
				add(x, m.Arabic(n), v.weight*nearWeight/float64(max(len(neighbourhood), 10)), false)
			}
		}
	}
	for _, d := range b.distinct {
		add(m.Arabic(d.Arabic[0]), m.Arabic(d.Arabic[1]), distinctWeight, false)
	}
	fmt.Fprintf(b.log, "%d examples of two Arabic words\n", len(examples))
	b.SameNetwork = train(examples, translit.SameCount, 10)
}

// distinctWeight is how often two names that are known to sound alike meet.
const distinctWeight = 0.4

// nearWeight is how many names at one edit an Arabic name meets: fewer than
// there are, since an article has few names.
const nearWeight = 1.2

func sameShapes(m *translit.Model, variants []variant, names []string, random *rand.Rand) (out []shape) {
	add := func(a, b *translit.Arabic, same bool) {
		maskA, sizeA := a.Shape()
		maskB, sizeB := b.Shape()
		if sizeA > 0 && sizeB > 0 {
			// Both ways, so that the filter is symmetric.
			out = append(out, shape{translit.FilterFeatures(maskA, maskB, sizeA, sizeB), same}, shape{translit.FilterFeatures(maskB, maskA, sizeB, sizeA), same})
		}
	}
	for _, v := range variants {
		x := m.Arabic(v.a)
		add(x, m.Arabic(corrupt(v.b, random)), true)
		for range 2 {
			add(x, m.Arabic(names[random.IntN(len(names))]), false)
		}
	}
	return out
}

// learnDistinct finds pairs of names that sound alike, of which both are common
// and whose Latin never meets: the network hears them as one, and each Latin
// name is heard far less in the other.
func (b *builder) learnDistinct() {
	m := b.Model()
	latins := map[string]Pair{} // the main Latin name of an Arabic one
	for _, p := range b.all {
		if p.Count > latins[p.Arabic].Count {
			latins[p.Arabic] = p
		}
	}
	const common = 3
	var names []string
	for _, name := range uniqueArabic(b.all) {
		if latins[name].Count >= common {
			names = append(names, name)
		}
	}
	truth := newTruth(b.all)
	near := neighbours(names)
	found := map[string]bool{}
	for _, name := range names {
		x := m.Arabic(name)
		for _, other := range near(name) {
			if truth.sameName(name, other) || consonants(latins[name].Latin) == consonants(latins[other].Latin) {
				continue
			}
			if translit.ProbabilityArabic(x, m.Arabic(other)) >= 0.05 {
				found[translit.Fingerprint(name, other)] = true
			}
		}
	}
	for _, d := range b.distinct {
		found[translit.Fingerprint(d.Arabic[0], d.Arabic[1])] = true
	}
	b.Distinct = nil
	for f := range found {
		b.Distinct = append(b.Distinct, f)
	}
	fmt.Fprintf(b.log, "%d pairs of names known to be two\n", len(b.Distinct))
}
