package checks

import (
	"slices"
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// claim is a match of the glossary with the entries that it may speak of.
type claim struct {
	glossary.Match
	segment     int
	first, last int // tokens
	refs        []glossary.Ref
}

// placeWords are what stands before the name of a place.
var placeWords = map[string]bool{
	"في": true, "إلى": true, "الى": true, "من": true, "نحو": true, "بين": true, "قرب": true, "العاصمة": true, "مدينة": true, "غرب": true, "شرق": true, "شمال": true, "جنوب": true,
}

// placeNouns are the kinds of places, in front of their names: حي بيتاري. They
// leave less doubt than placeWords do.
var placeNouns = map[string]bool{
	"حي": true, "مدينة": true, "بلدة": true, "قرية": true, "ميناء": true, "مطار": true, "محافظة": true, "مقاطعة": true, "ولاية": true, "إقليم": true,
	"جزيرة": true, "أرخبيل": true, "مضيق": true, "خليج": true, "نهر": true, "بحيرة": true, "ضاحية": true, "مخيم": true, "معبر": true, "شارع": true,
}

// afterPlaceWord reports whether في, إلى, العاصمة … stand before the match.
func (a *Article) afterPlaceWord(c claim) bool {
	return placeWords[lastWord(tail(a.Segments[c.segment].Text[:c.Start]))]
}

// settleClaims makes mentions of what the glossary found, and settles by the
// rest of the article which entry a shared form or a surname alone speaks of.
func (r *reader) settleClaims(a *Article) {
	full := fullMentions(r.claims)
	claimed := wholeLatin(r.claims)
	for i, c := range r.claims {
		if i+1 < len(r.claims) && a.isGivenBefore(c, r.claims[i+1], full) {
			a.mark(c.first, c.last, namePart)
			continue
		}
		r.claimMention(a, r.asSurname(a, c, full), full, claimed)
	}
}

// isGivenBefore reports a surname of somebody whom the article does not name in
// full, right before that of one whom it does: جابرييل in «جابرييل بوريك» is no
// Sigmar Gabriel.
func (a *Article) isGivenBefore(c, next claim, full map[glossary.Ref]bool) bool {
	return c.How == glossary.PartAlone && next.How == glossary.PartAlone && !c.Latin && !next.Latin && next.Clitics == "" &&
		next.first == c.last+1 && a.follows(next.first) && len(presentOf(next.refs, full)) > 0 && len(presentOf(c.refs, full)) == 0
}

// asSurname reads the lone name of an organization or a thing as a surname
// where a person so called stands in the article: كارلايل beside ريك كارلايل is
// the coach and not the fund.
func (r *reader) asSurname(a *Article, c claim, full map[glossary.Ref]bool) claim {
	g := r.settings.Glossary
	if c.How != glossary.Listed || c.Words > 1 || c.Form.Ordinary || !c.Form.Status.Accepted() || g.Entry(c.Entry).Kind <= glossary.Place {
		return c
	}
	word := a.Text(c.segment, c.Core, c.End)
	for _, ref := range g.ByWord(word) {
		if e := g.Entry(ref); full[ref] && (e.PartFor(word) != "" || e.Kind == glossary.Person && e.HasWord(word)) {
			c.How, c.Role, c.refs = glossary.PartAlone, glossary.Surname, []glossary.Ref{ref}
			return c
		}
	}
	return c
}

// wholeLatin gives the tokens of the Latin names that are listed as a whole.
func wholeLatin(claims []claim) map[int]bool {
	out := map[int]bool{}
	for _, c := range claims {
		for i := c.first; c.Latin && c.How == glossary.Listed && i <= c.last; i++ {
			out[i] = true
		}
	}
	return out
}

// claim makes claims of the segment's matches. token is the first token of the
// segment.
func (r *reader) claim(a *Article, segment, token int) {
	for _, m := range r.matches {
		for token < len(a.Tokens) && a.Tokens[token].End <= m.Start {
			token++
		}
		if token == len(a.Tokens) || a.Tokens[token].Start >= m.End {
			continue // in a stretch that is no prose
		}
		last := token
		for last+1 < len(a.Tokens) && a.Tokens[last+1].Start < m.End {
			last++
		}
		first := len(r.refs)
		r.refs = append(append(r.refs, m.Entry), m.Rivals...)
		r.claims = append(r.claims, claim{m, segment, token, last, slices.Clip(r.refs[first:])})
	}
}

// fullMentions gives the entries whose whole form stands in the article
// without a rival: they decide what surnames and shared forms speak of.
func fullMentions(claims []claim) map[glossary.Ref]bool {
	full := map[glossary.Ref]bool{}
	for _, c := range claims {
		if c.How == glossary.Listed && len(c.refs) == 1 && !c.Form.Ordinary && c.Form.Status != glossary.Translated {
			full[c.Entry] = true
		}
	}
	return full
}

// claimMention turns a claim into a mention, or leaves it where nothing
// confirms that an everyday word or a lone given name is a name at all.
func (r *reader) claimMention(a *Article, c claim, full map[glossary.Ref]bool, claimed map[int]bool) {
	switch {
	case c.How == glossary.Nisba:
		a.mark(c.first, c.last, adjective)
		return
	case c.Latin && c.How == glossary.PartAlone && c.End-c.Core == 1:
		return // the P of «P. B. Balaji» is anybody's
	case c.Words == 1 && c.Differs != 0 && strings.Trim(c.Clitics, "وف") != "" && a.behindGivenName(c.first):
		return // «سيباستيان بانيرا» is no ب before أنيرا
	}
	present := presentOf(c.refs, full)
	m := Mention{
		Segment: c.segment, Start: c.Start, End: c.End, Core: c.Core, First: c.first, Last: c.last,
		Alone: c.How == glossary.PartAlone, Clitics: c.Clitics, Definite: c.Definite, Differs: c.Differs, Confidence: 1, Script: arabic.Arabic, Status: statusOf(c),
	}
	m.Spelling = a.Text(c.segment, c.Core, c.End)
	if c.Latin {
		m.Script, m.Status = arabic.Latin, Foreign
	}
	entry := r.decide(&m, c, present, a)
	if !c.Latin && m.Want != "" && m.Status.Accepted() {
		m.Want = c.Form.Text // an accepted form may stay what it is
	}
	if entry == nil && !c.Latin {
		if c.How == glossary.PartAlone {
			a.mark(c.first, c.last, namePart)
		}
		return
	}
	if entry == nil && (m.Want == "" || a.moreOfRun(c, nil)) || entry != nil && entry.Kind != glossary.Person && c.Words == 1 && a.moreOfRun(c, claimed) {
		return // «Korea Herald» is no Korea, «Fatima Cody Stanford» no university
	}
	a.addMention(m, entry)
}

// presentOf gives the entries of a list whose whole form stands in the article.
func presentOf(refs []glossary.Ref, full map[glossary.Ref]bool) []glossary.Ref {
	if len(refs) == 1 && full[refs[0]] {
		return refs
	}
	var out []glossary.Ref
	for _, ref := range refs {
		if full[ref] {
			out = append(out, ref)
		}
	}
	return out
}

// moreOfRun reports whether a Latin part that is nobody's in particular stands
// in a longer Latin name: «Naveed Ashraf» is heard as a whole. Tokens that are
// claimed by themselves are left out of it.
func (a *Article) moreOfRun(c claim, claimed map[int]bool) bool {
	run := a.Tokens[c.first].run
	if !c.Latin || run == 0 {
		return false
	}
	r := &a.Runs[run-1]
	for i := r.First; i <= r.Last; i++ {
		w := a.Tokens[i].word
		if (i < c.first || i > c.last) && w.script == arabic.Latin && w.capital && !claimed[i] && !english[strings.ToLower(w.light)] {
			return true
		}
	}
	return false
}

func statusOf(c claim) Status {
	switch c.Form.Status {
	case glossary.Admitted:
		return Admitted
	case glossary.Deprecated:
		return Deprecated
	case glossary.Translated:
		return Translated
	}
	return Preferred
}

// decide settles which entry a claim speaks of, nil if none can be told, and
// fills in what should stand there.
func (r *reader) decide(m *Mention, c claim, present []glossary.Ref, a *Article) *glossary.Entry {
	g := r.settings.Glossary
	m.Shared = r.isShared(c)
	if entry := r.translatedPart(c, a); entry != nil {
		m.Want = r.wanted(entry, c)
		if n := len(entry.Parts); c.Words == 1 && n > 1 {
			m.Want = entry.Parts[n-1].Arabic // the rest of the name stands before it
		}
		return entry
	}
	switch {
	case c.Form.Ordinary && c.Form.Status == glossary.Deprecated && !a.afterPlaceWord(c):
		m.Doubtful = true // كيف is a wrong Kyiv only where a place can stand
		return g.Entry(c.refs[0])
	case len(present) > 0:
		entry := g.Entry(present[0])
		m.Want, m.Lone = r.wanted(entry, c), a.isMereWord(c, entry)
		return entry
	case c.Form.Ordinary || c.Form.Status == glossary.Translated:
		m.Doubtful = true
		if c.How == glossary.PartAlone || c.Form.Status == glossary.Translated {
			return nil
		}
	case c.How == glossary.PartAlone && !c.Latin && (len(c.refs) > 1 || c.Role != glossary.Surname):
		return nil
	}
	want, agreed := r.wanted(g.Entry(c.refs[0]), c), true
	for _, ref := range c.refs[1:] {
		agreed = agreed && r.wanted(g.Entry(ref), c) == want
	}
	if agreed {
		m.Want = want
	} else {
		m.Doubtful = true
	}
	if c.How == glossary.PartAlone && len(c.refs) > 1 {
		return nil
	}
	return g.Entry(c.refs[0])
}

// isShared reports whether the form of a claim leaves open what should stand
// there: a whole form that several entries have (RSF), a given name, a surname
// of several that they do not all write in one way (كابيو, and كابيلو too).
func (r *reader) isShared(c claim) bool {
	if c.How == glossary.PartAlone && c.Role != glossary.Surname {
		return true
	}
	if len(c.refs) == 1 {
		return false
	}
	g := r.settings.Glossary
	want := r.wanted(g.Entry(c.refs[0]), c)
	return c.How != glossary.PartAlone || slices.ContainsFunc(c.refs, func(ref glossary.Ref) bool {
		entry := g.Entry(ref)
		return r.wanted(entry, c) != want || slices.ContainsFunc(entry.Arabic, func(f glossary.Form) bool {
			return f.Status.Accepted() && !strings.Contains(f.Text, want)
		})
	})
}

// wanted gives what an entry wants in place of a match: its preferred form, or
// the Arabic of the same part of the name.
func (r *reader) wanted(entry *glossary.Entry, c claim) string {
	switch {
	case c.How == glossary.PartAlone:
		part := entry.PartFor(c.Form.Text)
		if n := len(entry.Parts); part == "" && c.Role == glossary.Surname && n > 0 {
			part = entry.Parts[n-1].Arabic // of a deprecated form: هافتار in خليفة هافتار
		}
		return part
	case c.Latin && arabic.LatinKey(c.Form.Text) != arabic.LatinKey(entry.Called()):
		return r.vocabulary.formLike(entry, c.Form.Text)
	}
	return entry.Preferred()
}

// formLike gives the accepted form of an entry that renders a Latin form which
// is not its canonical one: ليكرز for Lakers, where the preferred form is
// لوس أنجلوس ليكرز. Without one that sounds like it, it is the preferred form.
func (v *vocabulary) formLike(entry *glossary.Entry, latin string) string {
	words := strings.Fields(arabic.LatinKey(latin))
	for _, f := range entry.Arabic {
		if f.Status.Accepted() && v.renders(words, strings.Fields(f.Text)) {
			return f.Text
		}
	}
	return entry.Preferred()
}

// renders reports whether Arabic words sound like Latin ones, one by one.
func (v *vocabulary) renders(latin, arab []string) bool {
	if len(latin) != len(arab) {
		return false
	}
	for i, w := range latin {
		if v.likeness(v.sound(w), v.sound(arabic.Indefinite(arab[i]))) < heardLatin {
			return false
		}
	}
	return true
}
