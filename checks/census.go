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
	names map[string]*NameCount // by entry name, by the key of what the name is called, or by a word that may be one
	Words int
	Files int
}

// NameCount is one name of a census.
type NameCount struct {
	Label      string
	Entry      string // "" for a name found in texts alone
	Preferred  string // the Arabic form to use, "" where none is known
	Discovered bool
	spellings  map[string]*SpellingCount
}

// SpellingCount is one spelling of a name. Sites holds its first place in
// every file, by path.
type SpellingCount struct {
	Text   string
	Script arabic.Script
	Status Status
	Count  int
	Sites  []Site
}

// Site is the first place of a spelling in a file, and how often it stands
// there.
type Site struct {
	Path       string
	Start, End Place
	Count      int
}

// NewCensus gives a census of nothing.
func NewCensus() *Census { return &Census{names: map[string]*NameCount{}} }

// Add counts the mentions of an article.
func (c *Census) Add(a *Article) {
	c.Files++
	c.Words += a.Words
	for _, n := range a.Names {
		for _, i := range n.Mentions {
			if m := &a.Mentions[i]; !m.Doubtful {
				c.count(a, n, m)
			}
		}
	}
	for _, u := range a.Unheard {
		span := a.Segments[u.Segment].Span(u.Start, u.End)
		text := strings.Clone(u.Text)
		c.name(wordPrefix+text, NameCount{Label: text, Discovered: true}).add(&SpellingCount{
			Text: text, Script: arabic.Arabic, Status: Discovered, Count: u.Count,
			Sites: []Site{{Path: a.Doc.Path, Start: a.place(span.Start), End: a.place(span.End), Count: u.Count}},
		})
	}
}

// wordPrefix begins the key of a word that no article makes a name. Such words
// are no names of the census; they are kept to be heard against those of other
// files.
const wordPrefix = "w:"

func (c *Census) count(a *Article, n *Name, m *Mention) {
	key := "d:" + arabic.LatinKey(n.Label)
	name := NameCount{Label: strings.Clone(n.Label), Preferred: n.Best, Discovered: true}
	if n.Entry != nil {
		key = "e:" + n.Entry.Name
		name = NameCount{Label: n.Entry.Name, Entry: n.Entry.Name, Preferred: n.Best}
	}
	span := a.Segments[m.Segment].Span(m.Core, m.End)
	c.name(key, name).add(&SpellingCount{
		Text: strings.Clone(arabic.Fold(m.Spelling, arabic.Light)), Script: m.Script, Status: m.Status, Count: 1,
		Sites: []Site{{Path: a.Doc.Path, Start: a.place(span.Start), End: a.place(span.End), Count: 1}},
	})
}

func (c *Census) name(key string, name NameCount) *NameCount {
	known := c.names[key]
	if known == nil {
		known = &name
		known.spellings = map[string]*SpellingCount{}
		c.names[key] = known
	}
	known.Preferred = min(cmp.Or(known.Preferred, name.Preferred), cmp.Or(name.Preferred, known.Preferred))
	known.Label = min(known.Label, name.Label)
	return known
}

func (n *NameCount) add(s *SpellingCount) {
	known := n.spellings[s.Text]
	if known == nil {
		n.spellings[s.Text] = s
		return
	}
	known.Count += s.Count
	known.Status = min(known.Status, s.Status)
	for _, site := range s.Sites {
		known.addSite(site)
	}
}

func (s *SpellingCount) addSite(site Site) {
	i, found := slices.BinarySearchFunc(s.Sites, site, func(a, b Site) int { return strings.Compare(a.Path, b.Path) })
	if !found {
		s.Sites = slices.Insert(s.Sites, i, site)
		return
	}
	s.Sites[i].Count += site.Count
	if site.Start.Offset < s.Sites[i].Start.Offset {
		s.Sites[i].Start, s.Sites[i].End = site.Start, site.End
	}
}

// Merge adds another census to this one. The other must not be used after.
func (c *Census) Merge(other *Census) {
	c.Files += other.Files
	c.Words += other.Words
	for key, n := range other.names {
		known := c.name(key, NameCount{Label: n.Label, Entry: n.Entry, Preferred: n.Preferred, Discovered: n.Discovered})
		for _, s := range n.spellings {
			known.add(s)
		}
	}
}

// Names gives the names in the order of their labels.
func (c *Census) Names() []*NameCount {
	return c.sorted(func(key string) bool { return !strings.HasPrefix(key, wordPrefix) })
}

// words gives the words that may be names, in order.
func (c *Census) words() []*NameCount {
	return c.sorted(func(key string) bool { return strings.HasPrefix(key, wordPrefix) })
}

func (c *Census) sorted(want func(key string) bool) []*NameCount {
	var out []*NameCount
	for key, n := range c.names {
		if want(key) {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b *NameCount) int {
		return cmp.Or(strings.Compare(a.Label, b.Label), strings.Compare(a.Entry, b.Entry))
	})
	return out
}

// Spellings gives the spellings of the name, the most frequent first.
func (n *NameCount) Spellings() []*SpellingCount {
	return slices.SortedFunc(maps.Values(n.spellings), func(a, b *SpellingCount) int {
		return cmp.Or(b.Count-a.Count, strings.Compare(a.Text, b.Text))
	})
}
