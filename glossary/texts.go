package glossary

import (
	"cmp"
	"slices"
	"strings"
)

// textTable numbers the words of the texts of entries.
type textTable struct {
	numbers map[string]int
	words   []string
}

// newTextTable gives the words that stand most often the shortest numbers, and
// sorts those of one length, so that they share beginnings.
func newTextTable(entries []*Entry) *textTable {
	counts := map[string]int{}
	for _, e := range entries {
		for _, text := range e.texts() {
			for word := range strings.SplitSeq(text, " ") {
				counts[word]++
			}
		}
		path, _ := splitOrigin(e.Origin)
		counts[path]++
	}
	t := &textTable{numbers: make(map[string]int, len(counts))}
	for word := range counts {
		t.words = append(t.words, word)
	}
	slices.SortFunc(t.words, func(x, y string) int { return cmp.Or(cmp.Compare(counts[y], counts[x]), strings.Compare(x, y)) })
	for begin, end := 0, 1<<7; begin < len(t.words); begin, end = end, end<<7 {
		slices.Sort(t.words[begin:min(end, len(t.words))])
	}
	for i, word := range t.words {
		t.numbers[word] = i
	}
	return t
}

// texts gives all texts of an entry.
func (e *Entry) texts() []string {
	out := append([]string{e.Name, e.Note}, e.Latin...)
	out = append(out, e.Distinct...)
	for _, f := range e.Arabic {
		out = append(out, f.Text)
	}
	return out
}

func (t *textTable) append(dst []byte, text string) []byte {
	if text == "" {
		return append(dst, 0)
	}
	dst = appendNumber(dst, strings.Count(text, " ")+1)
	for word := range strings.SplitSeq(text, " ") {
		dst = appendNumber(dst, t.numbers[word])
	}
	return dst
}

func (t *textTable) appendList(dst []byte, list []string) []byte {
	dst = appendNumber(dst, len(list))
	for _, s := range list {
		dst = t.append(dst, s)
	}
	return dst
}

func (t *textTable) appendEntry(dst []byte, e *Entry) []byte {
	flags := 0
	for i, flag := range e.flags() {
		if *flag {
			flags |= 1 << i
		}
	}
	dst = t.append(dst, e.Name)
	dst = appendNumber(appendNumber(dst, int(e.Kind)|int(e.Article)<<3), flags)
	dst = appendNumber(dst, len(e.Arabic))
	for _, f := range e.Arabic {
		status := int(f.Status) << 1
		if f.Ordinary {
			status |= 1
		}
		dst = t.append(appendNumber(dst, status), f.Text)
	}
	dst = t.append(t.appendList(t.appendList(dst, e.Latin), e.Distinct), e.Note)
	path, line := splitOrigin(e.Origin)
	return appendNumber(appendNumber(dst, t.numbers[path]), line)
}
