package glossary

import (
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
)

// arabicJoins are words that make one part with the word behind them: عبد
// الله, بن سلمان, أبو مازن, آل سعود, فان دايك, دي خيا.
var arabicJoins = words("عبد بن ابن بنت أبو أبا أبي أم آل ولد ذو ذي فان فون دير تير دي دو دا دل ديل لا لو سان سانت ماك او ون تن")

// latinJoins are their Latin counterparts.
var latinJoins = words("abd abdul abdel abdal abdoul abdur abdu bin ibn ben bint abu abou abi umm oum al el ould van von de der den da di del della du la le los las san saint st dos ad as ar an ash bu bou ter ten lo aboul abo o mac")

func words(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// alignParts pairs the parts of a person's name in both scripts. Where the two
// names have not the same number of parts, only the first and the last are
// paired, and only if there are at least two on each side.
func alignParts(e *Entry) []Part {
	if e.Kind != Person || e.Mononym || e.Translation {
		return nil
	}
	latin := latinUnits(e.Called())
	arab := joinUnits(strings.Fields(e.Preferred()), arabicJoins, func(s string) string { return s })
	if len(arab) < 2 {
		return nil
	}
	if len(latin) != len(arab) {
		return endParts(latin, arab)
	}
	parts := make([]Part, len(arab))
	for i := range parts {
		parts[i] = Part{Latin: latin[i], Arabic: arab[i], Role: Middle}
	}
	parts[0].Role = Given
	parts[len(parts)-1].Role = Surname
	return parts
}

// latinUnits cuts a Latin name into its parts.
func latinUnits(name string) []string {
	return joinUnits(strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }), latinJoins, strings.ToLower)
}

// endParts keeps what is sure of two names of different length.
func endParts(latin, arab []string) []Part {
	if len(latin) < 2 {
		return nil
	}
	return []Part{
		{Latin: latin[0], Arabic: arab[0], Role: Given},
		{Latin: latin[len(latin)-1], Arabic: arab[len(arab)-1], Role: Surname},
	}
}

// joinUnits joins the small words of a name to what they belong to.
func joinUnits(list []string, joins map[string]bool, fold func(string) string) []string {
	var out []string
	for i := 0; i < len(list); i++ {
		unit := list[i]
		for joins[fold(list[i])] && i+1 < len(list) {
			i++
			unit += " " + list[i]
		}
		if len(out) > 0 && endsCompound(unit) {
			out[len(out)-1] += " " + unit
			continue
		}
		out = append(out, unit)
	}
	return out
}

// endsCompound: الدين and الله close a compound with the word before (نور الدين,
// نصر الله), and so do أوغلو and زاده, "son of", and the endings of Persian family
// names: إمام أوغلو is Imamoglu, خليل زاد Khalilzad, أحمدي نجاد Ahmadinejad.
func endsCompound(word string) bool {
	switch strings.ToLower(word) {
	case "الدين", "الإسلام", "الله", "أوغلو", "أوغلي", "أوغلاري", "زاد", "زاده", "نجاد", "آبادي", "زهي", "eddine", "ed", "uddin", "aldin", "al din", "el din", "ad din", "al islam", "oglu":
		return true
	}
	return false
}

// PartFor gives the Arabic of the part that a Latin or Arabic word is, "" where
// it is none.
func (e *Entry) PartFor(word string) string {
	if len(e.Parts) == 0 {
		return ""
	}
	is := isArabicPart(word)
	if arabic.HasLatin(word) {
		is = isLatinPart(word)
	}
	for i := range slices.Backward(e.Parts) {
		if is(&e.Parts[i]) {
			return e.Parts[i].Arabic
		}
	}
	return ""
}

func isArabicPart(word string) func(*Part) bool {
	key := arabic.Key(arabic.Indefinite(word))
	return func(p *Part) bool { return arabic.Key(arabic.Indefinite(p.Arabic)) == key }
}

func isLatinPart(word string) func(*Part) bool {
	key, bare := arabic.LatinKey(word), latinBare(word)
	return func(p *Part) bool { return arabic.LatinKey(p.Latin) == key || latinBare(p.Latin) == bare }
}

// latinBare is a Latin part without the Arabic article before it: al-Burhan is
// called Burhan too.
func latinBare(s string) string {
	key := arabic.LatinKey(s)
	for _, article := range [...]string{"al ", "el "} {
		if rest, found := strings.CutPrefix(key, article); found && !strings.Contains(rest, " ") {
			return rest
		}
	}
	return key
}

// CommonPart gives the Arabic that the glossary's persons use most for a Latin
// given name or surname, "" where none has it.
func (g *Glossary) CommonPart(latin string) string {
	for _, p := range g.CommonParts(latin) {
		return p.Text
	}
	return ""
}

// PartCount is a given name or surname with the number of persons that have it.
type PartCount struct {
	Text    string
	Persons int
}

// CommonParts gives the given names and surnames in the other script that the
// glossary's persons have for a word, the most common first.
func (g *Glossary) CommonParts(word string) []PartCount {
	var out []PartCount
	latin := arabic.HasLatin(word)
	if latin {
		word = arabic.LatinKey(word)
	}
	for _, ref := range g.ByWord(word) {
		text := g.Entry(ref).partIn(word, latin)
		if text == "" {
			continue
		}
		i := slices.IndexFunc(out, func(p PartCount) bool { return p.Text == text })
		if i < 0 {
			i = len(out)
			out = append(out, PartCount{Text: text})
		}
		out[i].Persons++
	}
	slices.SortStableFunc(out, func(a, b PartCount) int { return b.Persons - a.Persons })
	return out
}

// partIn gives the part that a word is, in the other script.
func (e *Entry) partIn(word string, latin bool) string {
	if latin {
		return e.PartFor(word)
	}
	key := arabic.Key(arabic.Indefinite(word))
	for _, p := range slices.Backward(e.Parts) {
		if arabic.Key(arabic.Indefinite(p.Arabic)) == key {
			return p.Latin
		}
	}
	return ""
}

// HasWord reports whether a preferred or admitted form has the word just so,
// with its hamza and its ى, ال aside: علي is no word of على.
func (e *Entry) HasWord(word string) bool {
	want := arabic.Indefinite(arabic.Fold(word, arabic.Light))
	for _, f := range e.Arabic {
		for _, w := range strings.Fields(f.Text) {
			if f.Status <= Admitted && arabic.Indefinite(w) == want {
				return true
			}
		}
	}
	return false
}
