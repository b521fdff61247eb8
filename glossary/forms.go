package glossary

import (
	"strings"

	"example.com/asma/glossary/arabic"
)

// indexed is a form as it is looked up: the keys of its words.
type indexed struct {
	kind   formKind
	keys   []string
	text   string
	status Status
	plain  bool // everyday words only
}

// markOrdinary marks the Arabic forms that are everyday words.
func (e *Entry) markOrdinary() {
	for i := range e.Arabic {
		f := &e.Arabic[i]
		f.Ordinary = e.Word || f.Status == Translated ||
			(e.Kind != Place || f.Status == Deprecated) && !strings.Contains(f.Text, " ") && arabic.Ordinary(f.Text)
	}
}

// formsOf derives from an entry, whose everyday words are marked, all the forms
// by which a text may speak of it.
func formsOf(e *Entry) []indexed {
	var out []indexed
	for _, f := range e.Arabic {
		out = append(out, indexed{kind: arabicForm, keys: formKeys(f.Text), text: f.Text, status: f.Status, plain: f.Ordinary})
		if joined := joinAbd(f.Text); joined != f.Text {
			out = append(out, indexed{kind: arabicForm, keys: formKeys(joined), text: f.Text, status: f.Status, plain: f.Ordinary})
		}
	}
	out = append(out, withoutArticle(e)...)
	for _, p := range e.Parts {
		if p.Role == Middle {
			continue
		}
		if p.Role == Surname {
			out = append(out, surnameForms(p)...)
		}
		out = append(out, latinPartForms(p)...)
	}
	out = append(out, respeltSurnames(e)...)
	out = append(out, admittedParts(e)...)
	for _, latin := range latinNames(e) {
		kind := latinForm
		if isAcronym(latin) {
			kind = acronymForm
		}
		if keys := formKeys(latin); len(keys) > 0 {
			out = append(out, indexed{kind: kind, keys: keys, text: latin})
		}
	}
	return append(out, nisbaOf(e)...)
}

// latinNames gives the Latin forms of an entry; the English article may be
// missing from a form of several words.
func latinNames(e *Entry) []string {
	out := append([]string{e.Called()}, e.Latin...)
	for _, name := range out {
		if rest, found := strings.CutPrefix(name, "The "); found && strings.Contains(rest, " ") {
			out = append(out, rest)
		}
	}
	return out
}

// withoutArticle gives the full name of a person whose surname has lost its ال:
// عبد الفتاح برهان for البرهان. It matches as the preferred form, so that the
// check on articles can tell what is missing.
func withoutArticle(e *Entry) []indexed {
	preferred := e.Preferred()
	i := strings.LastIndex(preferred, " ")
	if e.Kind != Person || e.Article == Optional || i < 0 || !arabic.HasArticle(preferred[i+1:]) || endsCompound(preferred[i+1:]) || strings.HasSuffix(" "+preferred[:i], " عبد") {
		return nil
	}
	bare := preferred[:i+1] + arabic.Indefinite(preferred[i+1:])
	for _, f := range e.Arabic {
		if f.Text == bare {
			return nil
		}
	}
	return []indexed{{kind: arabicForm, keys: formKeys(joinAbd(bare)), text: preferred, status: Preferred},
		{kind: arabicForm, keys: formKeys(bare), text: preferred, status: Preferred}}
}

// surnameForms gives the Arabic surname alone. A given name alone is too common
// to be a form; its words are known all the same.
func surnameForms(p Part) []indexed {
	out := []indexed{{kind: arabicSurname, keys: formKeys(p.Arabic), text: p.Arabic, plain: allOrdinary(p.Arabic)}}
	if joined := joinAbd(p.Arabic); joined != p.Arabic {
		out = append(out, indexed{kind: arabicSurname, keys: formKeys(joined), text: p.Arabic})
	}
	return out
}

// admittedParts gives the surnames of the admitted and deprecated forms that
// have as many words as the preferred one: ترمب beside ترامب.
func admittedParts(e *Entry) []indexed {
	var out []indexed
	if len(e.Parts) == 0 {
		return nil
	}
	preferred := joinUnits(strings.Fields(e.Preferred()), arabicJoins, func(s string) string { return s })
	for _, f := range e.Arabic[1:] {
		if f.Status == Translated {
			continue
		}
		units := joinUnits(strings.Fields(f.Text), arabicJoins, func(s string) string { return s })
		if len(units) != len(preferred) {
			continue
		}
		last := len(units) - 1
		if unit := units[last]; arabic.Key(unit) != arabic.Key(preferred[last]) {
			out = append(out, indexed{kind: arabicSurname, keys: formKeys(unit), text: unit, status: f.Status, plain: allOrdinary(unit)})
		}
	}
	return out
}

// latinPartForms gives a Latin part, with and without the Arabic article.
func latinPartForms(p Part) []indexed {
	kind := latinGiven
	if p.Role == Surname {
		kind = latinSurname
	}
	out := []indexed{{kind: kind, keys: strings.Fields(arabic.LatinKey(p.Latin)), text: p.Latin}}
	if bare := latinBare(p.Latin); bare != arabic.LatinKey(p.Latin) {
		out = append(out, indexed{kind: kind, keys: []string{bare}, text: p.Latin})
	}
	return out
}

// respeltSurnames gives the surnames of the further Latin forms where they are
// the same name spelled otherwise, Gadhafi and Kadhafi beside Gaddafi: they
// share their consonants, as Clay and Ali do not.
func respeltSurnames(e *Entry) []indexed {
	if len(e.Parts) == 0 {
		return nil
	}
	own := e.Parts[len(e.Parts)-1]
	seen := map[string]bool{arabic.LatinKey(own.Latin): true, latinBare(own.Latin): true}
	var out []indexed
	for _, form := range e.Latin {
		units := latinUnits(form)
		last := units[max(len(units)-1, 0):]
		if len(units) < 2 || Skeleton(latinBare(last[0])) != Skeleton(latinBare(own.Latin)) {
			continue
		}
		for _, f := range latinPartForms(Part{Latin: last[0], Role: own.Role}) {
			if key := strings.Join(f.keys, " "); key != "" && !seen[key] {
				seen[key] = true
				out = append(out, f)
			}
		}
	}
	return out
}

// isAcronym: two to six capitals, perhaps with digits or an ampersand. Such a
// form is matched in capitals only: IS is no verb.
func isAcronym(s string) bool {
	if len(s) < 2 || len(s) > 6 {
		return false
	}
	letters := 0
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			letters++
		case r == '.' || r == '&' || r >= '0' && r <= '9':
		default:
			return false
		}
	}
	return letters >= 2
}

// joinAbd writes عبد together with the word behind it, as many houses do:
// عبد الله and عبدالله are one spelling to readers.
func joinAbd(text string) string {
	return strings.TrimPrefix(strings.ReplaceAll(" "+text, " عبد ال", " عبدال"), " ")
}

// formKeys gives the keys of the words of a form. Words, digits and Latin
// letters are cut as in a text, and each word loses its possessive: so the
// Lord's Resistance Army and the G7 are found.
func formKeys(text string) []string {
	var keys []string
	for _, w := range arabic.Words(text) {
		keys = append(keys, wordKey(w.Of(text), w.Script))
	}
	return keys
}

// bareKeys gives the keys of an Arabic form's words without ال. It is cut
// before folding: the أل of ألفريد is no article, though its key begins with ال.
func (f indexed) bareKeys() []string {
	text := f.text
	if len(arabic.Words(text)) != len(f.keys) {
		text = joinAbd(text)
	}
	var out []string
	for _, w := range arabic.Words(text) {
		word := w.Of(text)
		if w.Script == arabic.Arabic {
			word = arabic.Indefinite(arabic.Fold(word, arabic.Light))
		}
		out = append(out, wordKey(word, w.Script))
	}
	return out
}

func wordKey(word string, script arabic.Script) string {
	if script == arabic.Latin {
		return arabic.LatinKey(word)
	}
	return arabic.Key(word)
}

func allOrdinary(text string) bool {
	for _, w := range strings.Fields(text) {
		if !arabic.Ordinary(w) {
			return false
		}
	}
	return true
}

// nisbaOf gives the name of a place, of which adjectives are made (see
// nisbaPlaces).
func nisbaOf(e *Entry) []indexed {
	text := arabic.Indefinite(e.Preferred())
	if e.Kind != Place || e.Word || strings.Contains(text, " ") || text == "" {
		return nil
	}
	return []indexed{{kind: nisbaForm, keys: []string{arabic.Key(text)}, text: text}}
}
