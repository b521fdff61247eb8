package gate

import "example.com/asma/checks"

// matching pairs new findings with old ones, none twice.
type matching struct {
	edit *Edit
	left []bool // new findings that have an old one
	used []bool // old findings that have a new one
}

func newMatching(e *Edit) *matching {
	return &matching{edit: e, left: make([]bool, len(e.New)), used: make([]bool, len(e.Old))}
}

// pass pairs the findings that are still alone and share a key, in the order
// of the text.
func (m *matching) pass(keys func(*checks.Finding) []string) {
	alone := map[string][]int{}
	for i := range m.edit.Old {
		if m.used[i] {
			continue
		}
		for _, k := range keys(&m.edit.Old[i]) {
			alone[k] = append(alone[k], i)
		}
	}
	for i := range m.edit.New {
		if m.left[i] {
			continue
		}
		for _, k := range keys(&m.edit.New[i]) {
			if old, ok := m.take(alone, k); ok {
				m.pair(i, old)
				break
			}
		}
	}
}

// take gives the first old finding under a key that is still alone.
func (m *matching) take(alone map[string][]int, k string) (int, bool) {
	for len(alone[k]) > 0 {
		first := alone[k][0]
		alone[k] = alone[k][1:]
		if !m.used[first] {
			return first, true
		}
	}
	return 0, false
}

// inPlace pairs findings of stretches that the edit left as they were.
func (m *matching) inPlace(same func(n, o *checks.Finding) bool) {
	old := map[string][]int{}
	for i := range m.edit.Old {
		if !m.used[i] {
			old[m.edit.Old[i].Path] = append(old[m.edit.Old[i].Path], i)
		}
	}
	for i := range m.edit.New {
		n := &m.edit.New[i]
		if m.left[i] || len(old[n.Path]) == 0 {
			continue
		}
		start, ok := m.edit.Unchanged(n)
		if !ok {
			continue
		}
		end := start + n.End.Offset - n.Start.Offset
		for _, j := range old[n.Path] {
			o := &m.edit.Old[j]
			if !m.used[j] && o.Start.Offset < end && o.End.Offset > start && same(n, o) {
				m.pair(i, j)
				break
			}
		}
	}
}

func (m *matching) pair(new, old int) { m.left[new], m.used[old] = true, true }
