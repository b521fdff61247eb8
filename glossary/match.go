package glossary

import (
	"cmp"
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
)

func sortMatches(matches []Match) {
	slices.SortFunc(matches, func(a, b Match) int { return cmp.Compare(a.Start, b.Start) })
}

// match makes a Match of a hit at word i.
func (f *Finder) match(text string, i int, h hit) Match {
	m := Match{Start: f.words[i].start, End: f.words[i+h.words-1].end, Clitics: h.head.clitics, Definite: h.head.definite, Words: h.words}
	m.Core = m.Start
	if h.head.skip > 0 {
		m.Core += coreOffset(f.words[i].of(text), h.head)
	}
	forms := f.exactFirst(h.forms, text[m.Core:m.End])
	best := &forms[0]
	m.Form = Form{Text: f.hitText(best), Status: best.status, Ordinary: best.ordinary}
	m.Role, m.Entry, m.Latin = best.kind.role(), best.ref, best.kind.latin()
	switch {
	case best.kind == nisbaForm:
		m.How = Nisba
	case !best.kind.whole():
		m.How = PartAlone
	}
	for _, other := range forms[1:] {
		if other.ref != m.Entry && !slices.Contains(m.Rivals, other.ref) {
			m.Rivals = append(m.Rivals, other.ref)
		}
	}
	if !m.Latin && m.How != Nisba {
		m.Differs = differs(text[m.Core:m.End], m.Form.Text)
	}
	return m
}

// coreOffset gives where in a word as written the form begins, behind clitics.
// The ل of a contracted لل stays out of it: in للقذافي the form القذافي begins
// behind the first ل, where its ا would stand.
func coreOffset(word string, h head) int {
	folded := arabic.FoldMapped(word, arabic.Light)
	start, _ := folded.Source(min(h.skip, len(folded.Text)), len(folded.Text))
	return start
}

// exactFirst orders the forms of a hit: those written exactly so before those
// that folding made alike (عُمان is not عمّان), accepted ones before
// deprecated ones, those of a glossary that lies over another before the
// other's (a house's Turin before the built-in Torino FC), then in the order of
// the glossary. Where some are exact, the others are no rivals.
func (f *Finder) exactFirst(forms []formHit, core string) []formHit {
	if len(forms) == 1 {
		return forms
	}
	light, exact := arabic.Fold(core, arabic.Light), 0
	for i := range forms {
		if arabic.Fold(f.hitText(&forms[i]), arabic.Light) == light {
			forms[exact] = forms[i]
			exact++
		}
	}
	if exact > 0 {
		forms = forms[:exact]
	}
	slices.SortStableFunc(forms, func(a, b formHit) int {
		return cmp.Or(cmp.Compare(a.status, b.status), cmp.Compare(b.ref>>layerBits, a.ref>>layerBits), cmp.Compare(a.ref, b.ref))
	})
	return forms
}

func (f *Finder) hitText(h *formHit) string { return f.formText(int(h.ref>>layerBits), &h.formRecord) }

// lastText is the text of the form that was read last.
type lastText struct {
	layer, source int
	text          string
}

// formText gives the text of a form, which namesakes share.
func (f *Finder) formText(layer int, form *formRecord) string {
	if form.text == "" && form.source&sourceMask == wordSource {
		if f.last.text == "" || f.last.layer != layer || f.last.source != form.source {
			f.last = lastText{layer, form.source, f.g.layers[layer].readText(form)}
		}
		form.text = f.last.text
	}
	if form.text == "" {
		form.text = f.g.layers[layer].readText(form)
	}
	return form.text
}

// differs names the fold classes that part a spelling from a form. Where the
// words do not pair, blanks are left out of it: عبدالله is عبد الله.
func differs(core, form string) arabic.Folds {
	core, form = arabic.Indefinite(core), arabic.Indefinite(form)
	classes, same := arabic.Difference(core, form)
	if !same {
		classes, _ = arabic.Difference(squeeze(core), squeeze(form))
	}
	return classes
}

func squeeze(s string) string { return strings.ReplaceAll(s, " ", "") }

// IsWord reports whether a stem as it stands, ال aside, is a word of an
// accepted Arabic form or the adjective of a place.
func (g *Glossary) IsWord(stem string) bool {
	key := arabic.Key(arabic.Indefinite(stem))
	for _, l := range g.layers {
		word := l.find(key)
		if word < 0 {
			continue
		}
		if l.isUsed(word) {
			return true
		}
	}
	return g.isNisba(key)
}

func (g *Glossary) isNisba(key string) bool {
	found := false
	g.nisbaPlaces(key, func(place string) {
		for _, l := range g.layers {
			if word := l.find(place); word >= 0 && l.isPlace(word) {
				found = true
			}
		}
	})
	return found
}

// ByWord gives the entries that have a word in an accepted Arabic form, or, for
// a Latin word, in a Latin form.
func (g *Glossary) ByWord(word string) []Ref {
	key := arabic.Key(arabic.Indefinite(arabic.Fold(word, arabic.Light)))
	if arabic.HasLatin(word) {
		key = arabic.LatinKey(word)
	}
	var out []Ref
	for i, l := range g.layers {
		if n := l.find(key); n >= 0 {
			out = g.appendUses(out, i, n)
		}
	}
	return out
}

func (g *Glossary) appendUses(dst []Ref, layer, word int) []Ref {
	for entry := g.layers[layer].used.steps(word); entry.next(); {
		if ref := Ref(layer<<layerBits | entry.n); !g.hidden[ref] {
			dst = append(dst, ref)
		}
	}
	return dst
}
