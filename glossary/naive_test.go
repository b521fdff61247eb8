package glossary

import (
	"strings"
	"testing"

	"example.com/asma/glossary/arabic"
	"github.com/google/go-cmp/cmp"
)

// naive finds listed forms the slow way: it tries every form of every entry in
// every reading of every word, and remembers nothing. It is what Finder must
// agree with.
type naive struct {
	finder *Finder // for making a Match of a hit
	forms  []naiveForm
}

type naiveForm struct {
	indexed
	ref        Ref
	adjectives map[string]bool // of a nisbaForm
}

func newNaive(g *Glossary) *naive {
	n := &naive{finder: g.NewFinder()}
	g.All(func(ref Ref, e *Entry) bool {
		for _, f := range formsOf(e) {
			form := naiveForm{indexed: f, ref: ref}
			if f.kind == nisbaForm {
				form.adjectives = adjectives(f.keys[0])
			}
			n.forms = append(n.forms, form)
		}
		return true
	})
	return n
}

// adjectives gives all adjectives of a place: ليبيا gives ليبي, ليبية …
func adjectives(place string) map[string]bool {
	stems := []string{place}
	for _, dropped := range [...]string{"يا", "يه", "ا", "ه", "ي"} {
		if stem, found := strings.CutSuffix(place, dropped); found && len(stem) >= 4 {
			stems = append(stems, stem)
		}
	}
	out := map[string]bool{}
	for _, stem := range stems {
		for _, ending := range [...]string{"ي", "يه", "يون", "يين", "يات", "يتين", "يان", "يا"} {
			out[stem+ending] = true
		}
	}
	return out
}

func (n *naive) find(text string) []Match {
	words := arabic.Words(text)
	covered := make([]bool, len(words))
	var out []Match
	for _, whole := range []bool{true, false} {
		for i := 0; i < len(words); i++ {
			if best := n.longest(text, words, covered, i, whole); best.words > 0 {
				n.finder.words = n.finder.words[:0]
				for _, w := range words {
					n.finder.words = append(n.finder.words, foundWord{start: w.Start, end: w.End})
				}
				out = append(out, n.finder.match(text, i, best))
				for range best.words {
					covered[i] = true
					i++
				}
				i--
			}
		}
	}
	sortMatches(out)
	return out
}

func (n *naive) longest(text string, words []arabic.Word, covered []bool, i int, whole bool) hit {
	var best hit
	for _, way := range ways(words[i].Of(text), words[i].Script) {
		for _, f := range n.forms {
			length := len(f.keys)
			if length == 0 || f.kind.whole() != whole || length < best.words || way.single && length > 1 || !n.fits(text, words, covered, i, way, f) {
				continue
			}
			if length > best.words {
				best = hit{head: way.head, words: length}
			}
			if way.skip == best.head.skip && way.single == best.head.single {
				record := formRecord{entry: int(f.ref & (1<<layerBits - 1)), text: f.text, kind: f.kind, status: f.status, ordinary: f.plain, words: length}
				best.forms = append(best.forms, formHit{record, f.ref})
			}
		}
	}
	return best
}

// way is one way to take a word: a reading, with or without an ال that the
// text has lost.
type way struct {
	head
	key string
}

func ways(word string, script arabic.Script) []way {
	switch script {
	case arabic.Latin, arabic.Digit:
		return []way{{key: wordKey(word, script)}}
	case arabic.Arabic:
	default:
		return nil
	}
	var out []way
	for _, r := range arabic.Readings(arabic.Fold(word, arabic.Light)) {
		h := head{clitics: r.Clitics, skip: r.Skip, single: r.Article, definite: r.Article}
		if r.Article && arabic.Ordinary(r.Stem) {
			continue
		}
		out = append(out, way{h, arabic.Key(r.Stem)})
		if !r.Article && !arabic.HasArticle(r.Stem) && !arabic.Ordinary(r.Stem) {
			h.single = true
			out = append(out, way{h, "ال" + arabic.Key(r.Stem)})
		}
	}
	return out
}

func (n *naive) fits(text string, words []arabic.Word, covered []bool, i int, w way, f naiveForm) bool {
	if i+len(f.keys) > len(words) {
		return false
	}
	for j, key := range f.keys {
		if covered[i+j] {
			return false
		}
		if j == 0 {
			continue
		}
		between := text[words[i+j-1].End:words[i+j].Start]
		if wordKey(words[i+j].Of(text), words[i+j].Script) != key || !joins(between, f.kind) && !strings.Contains(f.text, between) {
			return false
		}
	}
	first := words[i].Of(text)
	if f.kind == nisbaForm {
		return f.adjectives[w.key] && !(w.single && !w.definite)
	}
	if f.keys[0] != w.key {
		return false
	}
	bare := first[:len(first)-arabic.Possessive(first)]
	switch {
	case f.kind == acronymForm:
		return strings.ToUpper(bare) == bare
	case len(f.keys) > 1:
		return true
	case f.kind.latin():
		return strings.ToLower(bare) != bare
	}
	return !arabic.Ordinary(first) || sameStem(first, w.head, f.text)
}

// lawEntries have every kind of form, and names that overlap.
var lawEntries = []*Entry{
	person("Khalifa Haftar", "خليفة حفتر", "خليفة بلقاسم حفتر"),
	person("Saddam Haftar", "صدام حفتر"),
	person("Muammar Gaddafi", "معمر القذافي"),
	person("Abdel Fattah al-Burhan", "عبد الفتاح البرهان"),
	person("Ahmed Sharif", "أحمد شريف", "أحمد شريف شودري"),
	person("Donald Trump", "دونالد ترامب", "دونالد ترمب"),
	person("Walid Faruq", "وليد فاروق"),
	person("Ali Ali", "علي علي"),
	{Name: "Libya", Kind: Place, Arabic: []Form{{Text: "ليبيا"}}},
	{Name: "Pakistan", Kind: Place, Arabic: []Form{{Text: "باكستان"}}},
	{Name: "Niger", Kind: Place, Arabic: []Form{{Text: "النيجر"}}},
	{Name: "Nigeria", Kind: Place, Arabic: []Form{{Text: "نيجيريا"}}},
	{Name: "Kuwait", Kind: Place, Arabic: []Form{{Text: "الكويت"}}},
	{Name: "Kuwait City", Kind: Place, Arabic: []Form{{Text: "الكويت"}, {Text: "مدينة الكويت", Status: Admitted}}},
	{Name: "Mali", Kind: Place, Arabic: []Form{{Text: "مالي"}}},
	{Name: "Oman", Kind: Place, Arabic: []Form{{Text: "عُمان"}, {Text: "سلطنة عمان", Status: Admitted}}},
	{Name: "Amman", Kind: Place, Arabic: []Form{{Text: "عمّان"}, {Text: "عمان", Status: Admitted}}},
	{Name: "Libyan National Army", Kind: Organization, Arabic: []Form{{Text: "الجيش الوطني الليبي"}}, Latin: []string{"LNA", "The National Army"}},
	{Name: "It Is", Kind: Organization, Arabic: []Form{{Text: "داعش"}}, Latin: []string{"IS", "AT&T"}},
	{Name: "Chiefs", Kind: Organization, Arabic: []Form{{Text: "تشيفز"}, {Text: "الزعماء", Status: Translated}, {Text: "تشيفس 5", Status: Deprecated}}},
	{Name: "Group of 20", Kind: Organization, Arabic: []Form{{Text: "مجموعة 20"}, {Text: "جي20", Status: Admitted}, {Text: "مجموعة العشرين لأكبر اقتصادات العالم كله", Status: Admitted}}},
}

func person(latin string, forms ...string) *Entry {
	e := &Entry{Name: latin, Kind: Person, Note: "a person", Origin: "law.yaml:1"}
	for i, text := range forms {
		e.Arabic = append(e.Arabic, Form{Text: text, Status: Status(min(i, 1))})
	}
	return e
}

// lawGlossary has two layers, and an entry of the first that the second hides.
func lawGlossary(t testing.TB) *Glossary {
	base, ok := newLayer(string(Compile(lawEntries)))
	if !ok {
		t.Fatal("the block is refused")
	}
	g, err := assembleGlossary([][]*Entry{{
		person("Saddam Haftar", "صدام حفتر", "صدام خليفة حفتر"),
		person("Belqasem Haftar", "بلقاسم حفتر"),
		{Name: "Kuwait SC", Kind: Organization, Arabic: []Form{{Text: "الكويت"}, {Text: "نادي الكويت", Status: Admitted}}, Origin: "house.yaml:9"},
	}}, base)
	if err != nil {
		t.Fatal(err)
	}
	if len(g.layers) != 2 || len(g.hidden) != 1 {
		t.Fatalf("%d layers, %d hidden", len(g.layers), len(g.hidden))
	}
	return g
}

// lawPieces are what generated texts are put together from: the words of all
// forms, with and without clitics, and what may stand between.
func lawPieces(g *Glossary) []string {
	pieces := []string{" ", " ", " ", "، ", ".", "-", "\n", "ال", "لـ ", "و", "ب", "لل", "\u200f", "’s", "'s", "في ", "إن", "على", "5", "U.S."}
	seen := map[string]bool{}
	g.All(func(_ Ref, e *Entry) bool {
		for _, text := range e.texts() {
			for _, word := range strings.Fields(text) {
				if !seen[word] {
					seen[word] = true
					pieces = append(pieces, word+" ", strings.ToLower(word)+" ", "و"+word+" ", strings.NewReplacer("أ", "ا", "ة", "ه").Replace(word)+"ية ")
				}
			}
			pieces = append(pieces, text+" ", arabic.Attach("ل", text)+" ", arabic.Definite(text)+" ")
		}
		return true
	})
	return pieces
}

// FuzzFindAgreesWithTheNaiveWay is law 4. The picks choose pieces of text, two
// bytes each; the rest of the text is free.
func FuzzFindAgreesWithTheNaiveWay(f *testing.F) {
	for _, text := range []string{
		"قال خليفة حفتر وصدام حفتر إن القذافي", "للقذافي، وبالقذافي", "لـ The LNA's is IS", "الكويت والباكستانية وليد", "AT&T جي20 مجموعة 20",
		"عبدالفتاح برهان وعبد الفتاح البرهان", "حفتر\xff حفتر", "",
	} {
		f.Add(text, []byte("\x00\x20\x00\x41\x00\x30\x00\x72"))
	}
	g := lawGlossary(f)
	slow, pieces := newNaive(g), lawPieces(g)
	fast := g.NewFinder() // one for all, so that what it remembers is tested too
	f.Fuzz(func(t *testing.T, text string, picks []byte) {
		var b strings.Builder
		for i := 0; i+1 < min(len(picks), 80); i += 2 {
			b.WriteString(pieces[(int(picks[i])<<8|int(picks[i+1]))%len(pieces)])
		}
		b.WriteString(text)
		if b.Len() > 1<<12 {
			t.Skip("the slow way is slow")
		}
		want, got := slow.find(b.String()), fast.Find(b.String())
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q: -naive +fast\n%s", b.String(), diff)
		}
	})
}

// TestFindAgreesWithTheNaiveWay runs the law over texts made by a fixed rule,
// so that it holds without fuzzing too.
func TestFindAgreesWithTheNaiveWay(t *testing.T) {
	g := lawGlossary(t)
	slow, pieces := newNaive(g), lawPieces(g)
	fast := g.NewFinder()
	state := uint32(1)
	found := 0
	for range 3000 {
		var b strings.Builder
		for range 12 {
			state = state*1664525 + 1013904223 // Numerical Recipes
			b.WriteString(pieces[(state>>8)%uint32(len(pieces))])
		}
		want, got := slow.find(b.String()), fast.Find(b.String())
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q: -naive +fast\n%s", b.String(), diff)
		}
		found += len(got)
	}
	if found < 3000 {
		t.Errorf("only %d names in 3000 texts: the law is hardly tried", found)
	}
}
