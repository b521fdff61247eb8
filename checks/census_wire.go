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

// wordPrefix begins the key of a word that no article makes a name.
const wordPrefix = "w:"

func (c *Census) wire() *wireCensus {
	out := &wireCensus{Version: censusVersion, Files: c.Files, Words: c.Words}
	for _, key := range slices.Sorted(maps.Keys(c.names)) {
		n := c.names[key]
		name := wireName{Key: key, Label: n.Label, Entry: n.Entry, Preferred: n.Preferred, Discovered: n.Discovered}
		for _, s := range n.spellings {
			name.Spellings = append(name.Spellings, wireSpelling{s.Text, s.Script, s.Status, s.Count, s.Sites()})
		}
		out.Names = append(out.Names, name)
	}
	for _, text := range slices.Sorted(maps.Keys(c.words)) {
		s := c.word(text)
		out.Names = append(out.Names, wireName{
			Key: wordPrefix + text, Label: text, Discovered: true, Spellings: []wireSpelling{{text, s.Script, s.Status, s.Count, s.Sites()}},
		})
	}
	return out
}

func (in *wireCensus) census() (*Census, error) {
	if in.Version != censusVersion {
		return nil, fmt.Errorf("a census of version %d; this program reads version %d", in.Version, censusVersion)
	}
	c := NewCensus()
	c.Files, c.Words = in.Files, in.Words
	for _, n := range in.Names {
		word := strings.HasPrefix(n.Key, wordPrefix)
		for _, s := range n.Spellings {
			if word {
				c.addWord(s.Text, s.Count, s.Sites...)
				continue
			}
			name := c.name(n.Key, NameCount{Label: n.Label, Entry: n.Entry, Preferred: n.Preferred, Discovered: n.Discovered})
			name.add(SpellingCount{Text: s.Text, Script: s.Script, Status: s.Status, Count: s.Count}, c.sites, s.Sites...)
		}
	}
	return c, nil
}

// clone gives a census of its own, so that both can be merged.
func (c *Census) clone() *Census {
	out := NewCensus()
	out.Merge(c)
	return out
}

// at gives the sites of a census of one article its path.
func (c *Census) at(path string) {
	c.sites.paths, c.sites.numbers = []string{path}, map[string]int{path: 0}
}
