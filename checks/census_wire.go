package checks

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
)

// censusVersion grows when the written form of a census changes its meaning.
const censusVersion = 1

// The written form of a census. Names stand in the order of their keys and
// spellings in that of their texts, so that equal censuses are equal bytes.
type (
	wireCensus struct {
		Version int        `json:"version"`
		Files   int        `json:"files"`
		Words   int        `json:"words"`
		Names   []wireName `json:"names"`
	}
	wireName struct {
		Key        string         `json:"key"`
		Label      string         `json:"label"`
		Entry      string         `json:"entry,omitempty"`
		Preferred  string         `json:"preferred,omitempty"`
		Discovered bool           `json:"discovered,omitempty"`
		Spellings  []wireSpelling `json:"spellings"`
	}
	wireSpelling struct {
		Text   string        `json:"text"`
		Script arabic.Script `json:"script"`
		Status Status        `json:"status"`
		Count  int           `json:"count"`
		Sites  []Site        `json:"sites"`
	}
)

// MarshalJSON writes the census, so that another process can merge it.
func (c *Census) MarshalJSON() ([]byte, error) { return json.Marshal(c.wire()) }

// UnmarshalJSON reads what MarshalJSON wrote. A census of another version is
// an error.
func (c *Census) UnmarshalJSON(source []byte) error {
	var in wireCensus
	if err := json.Unmarshal(source, &in); err != nil {
		return err
	}
	read, err := in.census()
	if err == nil {
		*c = *read
	}
	return err
}

func (c *Census) wire() *wireCensus {
	out := &wireCensus{Version: censusVersion, Files: c.Files, Words: c.Words}
	for _, key := range slices.Sorted(maps.Keys(c.names)) {
		n := c.names[key]
		name := wireName{Key: key, Label: n.Label, Entry: n.Entry, Preferred: n.Preferred, Discovered: n.Discovered}
		for _, text := range slices.Sorted(maps.Keys(n.spellings)) {
			s := n.spellings[text]
			name.Spellings = append(name.Spellings, wireSpelling{s.Text, s.Script, s.Status, s.Count, s.Sites})
		}
		out.Names = append(out.Names, name)
	}
	return out
}

func (in *wireCensus) census() (*Census, error) {
	if in.Version != censusVersion {
		return nil, fmt.Errorf("a census of version %d; this program reads version %d", in.Version, censusVersion)
	}
	c := &Census{names: map[string]*NameCount{}, Files: in.Files, Words: in.Words}
	for _, n := range in.Names {
		name := &NameCount{Label: n.Label, Entry: n.Entry, Preferred: n.Preferred, Discovered: n.Discovered, spellings: map[string]*SpellingCount{}}
		for _, s := range n.Spellings {
			slices.SortFunc(s.Sites, func(a, b Site) int { return strings.Compare(a.Path, b.Path) })
			name.spellings[s.Text] = &SpellingCount{s.Text, s.Script, s.Status, s.Count, s.Sites}
		}
		c.names[n.Key] = name
	}
	return c, nil
}

// clone gives a census of its own, so that both can be merged.
func (c *Census) clone() *Census {
	out := &Census{names: make(map[string]*NameCount, len(c.names)), Files: c.Files, Words: c.Words}
	for key, n := range c.names {
		name := *n
		name.spellings = make(map[string]*SpellingCount, len(n.spellings))
		for text, s := range n.spellings {
			spelling := *s
			spelling.Sites = slices.Clone(s.Sites)
			name.spellings[text] = &spelling
		}
		out.names[key] = &name
	}
	return out
}

// at gives the sites of a census of one article its path.
func (c *Census) at(path string) {
	for _, n := range c.names {
		for _, s := range n.spellings {
			for i := range s.Sites {
				s.Sites[i].Path = path
			}
		}
	}
}
