package checks

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
)

// Census counts the spellings of every name. Two censuses merge into one, in
// any order and grouping with the same result, so that files, runs and
// machines can be added up.
type Census struct {
	names map[string]*NameCount // by entry name, or by the key of what the name is called
	words map[string]wordCount  // words that no article makes a name, to be heard against the names of other files
	sites *siteList
	Words int
	Files int
}

// NameCount is one name of a census.
type NameCount struct {
	Label      string
	Entry      string // "" for a name found in texts alone
	Preferred  string // the Arabic form to use, "" where none is known
	Discovered bool
	spellings  []SpellingCount // in order of their texts
}

// SpellingCount is one spelling of a name.
type SpellingCount struct {
	Text   string
	Script arabic.Script
	Status Status
	Count  int
	sites  *siteList
	chain  siteChain
}

// wordCount says how often a word stands and where.
type wordCount struct {
	count int
	chain siteChain
}

// NewCensus gives a census of nothing.
func NewCensus() *Census {
	return &Census{names: map[string]*NameCount{}, words: map[string]wordCount{}, sites: &siteList{}}
}

// Add counts the mentions of an article.
func (c *Census) Add(a *Article) {
	c.Files++
	c.Words += a.Words
	tally := map[string]int{} // places in spellings
	var spellings []tallied
	for _, n := range a.Names {
		clear(tally)
		spellings = spellings[:0]
		for _, i := range n.Mentions {
			m := &a.Mentions[i]
			if m.Doubtful {
				continue
			}
			at, known := tally[m.Spelling]
			if !known {
				at = len(spellings)
				tally[m.Spelling] = at
				spellings = append(spellings, tallied{first: m, status: m.Status})
			}
			spellings[at].count++
			spellings[at].status = min(spellings[at].status, m.Status)
		}
		c.count(a, n, spellings)
	}
	for _, u := range a.Unheard {
		c.addWord(u.Text, u.Count, a.site(u.Segment, u.Start, u.End, u.Count))
	}
}

// tallied is how often an article writes a name in one way.
type tallied struct {
	first  *Mention
	status Status
	count  int
}

func (c *Census) count(a *Article, n *Name, spellings []tallied) {
	if len(spellings) == 0 {
		return
	}
	name := NameCount{Label: n.Label, Preferred: n.Best, Discovered: true}
	key := ""
	if n.Entry != nil {
		key = "e:" + n.Entry.Name
		name = NameCount{Label: n.Entry.Name, Entry: n.Entry.Name, Preferred: n.Best}
	} else {
		key = "d:" + arabic.LatinKey(n.Label)
	}
	known := c.name(key, name)
	for _, s := range spellings {
		m := s.first
		spelling := SpellingCount{Text: arabic.Fold(m.Spelling, arabic.Light), Script: m.Script, Status: s.status, Count: s.count}
		known.add(spelling, c.sites, a.site(m.Segment, m.Core, m.End, s.count))
	}
}

// site gives a stretch of a segment as a site of a census.
func (a *Article) site(segment, start, end, count int) Site {
	span := a.Segments[segment].Span(start, end)
	return Site{Path: a.Doc.Path, Start: a.place(span.Start), End: a.place(span.End), Count: count}
}

// name gives the record of a name, a new one where there is none. It outlives
// the article, so that its texts must not hold that in memory.
func (c *Census) name(key string, name NameCount) *NameCount {
	known := c.names[key]
	if known == nil {
		name.Label, name.Preferred, name.spellings = strings.Clone(name.Label), strings.Clone(name.Preferred), nil
		known = &name
		c.names[key] = known
		return known
	}
	if preferred := min(cmp.Or(known.Preferred, name.Preferred), cmp.Or(name.Preferred, known.Preferred)); preferred != known.Preferred {
		known.Preferred = strings.Clone(preferred)
	}
	if name.Label < known.Label {
		known.Label = strings.Clone(name.Label)
	}
	return known
}

// add counts a spelling that stands in some sites.
func (n *NameCount) add(s SpellingCount, list *siteList, sites ...Site) {
	i, found := slices.BinarySearchFunc(n.spellings, s.Text, func(s SpellingCount, text string) int { return strings.Compare(s.Text, text) })
	if !found {
		s.Text, s.sites, s.chain = strings.Clone(s.Text), list, 0
		n.spellings = slices.Insert(n.spellings, i, s)
	} else {
		n.spellings[i].Count += s.Count
		n.spellings[i].Status = min(n.spellings[i].Status, s.Status)
	}
	for j := range sites {
		n.spellings[i].chain = list.add(n.spellings[i].chain, &sites[j])
	}
}

func (c *Census) addWord(text string, count int, sites ...Site) {
	w, known := c.words[text]
	if !known {
		text = strings.Clone(text)
	}
	w.count += count
	for i := range sites {
		w.chain = c.sites.add(w.chain, &sites[i])
	}
	c.words[text] = w
}

// word gives a word that may be a name as a spelling of one.
func (c *Census) word(text string) *SpellingCount {
	w := c.words[text]
	return &SpellingCount{Text: text, Script: arabic.Arabic, Status: Discovered, Count: w.count, sites: c.sites, chain: w.chain}
}

// Merge adds another census to this one.
func (c *Census) Merge(other *Census) {
	c.Files += other.Files
	c.Words += other.Words
	for key, n := range other.names {
		known := c.name(key, *n)
		for _, s := range n.spellings {
			known.add(s, c.sites, s.Sites()...)
		}
	}
	for text, w := range other.words {
		c.addWord(text, w.count, other.sites.of(w.chain)...)
	}
}

// Names gives the names in the order of their labels.
func (c *Census) Names() []*NameCount {
	return slices.SortedFunc(maps.Values(c.names), func(a, b *NameCount) int {
		return cmp.Or(strings.Compare(a.Label, b.Label), strings.Compare(a.Entry, b.Entry))
	})
}

// Spellings gives the spellings of the name, the most frequent first.
func (n *NameCount) Spellings() []*SpellingCount {
	out := make([]*SpellingCount, len(n.spellings))
	for i := range out {
		out[i] = &n.spellings[i]
	}
	slices.SortFunc(out, func(a, b *SpellingCount) int {
		return cmp.Or(b.Count-a.Count, strings.Compare(a.Text, b.Text))
	})
	return out
}

// Sites gives the first place of the spelling in every file, by path.
func (s *SpellingCount) Sites() []Site { return s.sites.of(s.chain) }
