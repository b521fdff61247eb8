package report

import (
	"iter"
	"slices"

	"example.com/asma/checks"
)

// Item is a finding with what the gate says of it.
type Item struct {
	checks.Finding
	Counts     bool
	Set        string // why it does not count: "baseline", "old", "allowed", "below fail-on"; "" where it counts
	Suppressed string // reason of the allow rule or the baseline, where one let it pass
	InSource   bool   // the rule is a comment of the file
}

// Items are findings in order of file and place. They come one by one: an
// archive has more than a report should hold.
type Items struct {
	count int
	all   iter.Seq[Item]
}

// ItemsOf makes Items of a sequence that has count of them, the same each time.
func ItemsOf(count int, all iter.Seq[Item]) Items { return Items{count, all} }

// List makes Items of a list.
func List(items ...Item) Items { return Items{len(items), slices.Values(items)} }

// Len gives how many items there are.
func (x Items) Len() int { return x.count }

// All gives the items.
func (x Items) All() iter.Seq[Item] {
	if x.all == nil {
		return func(func(Item) bool) {}
	}
	return x.all
}

// Without leaves some items out.
func (x Items) Without(drop func(*Item) bool) Items {
	left := func(yield func(Item) bool) {
		for item := range x.All() {
			if !drop(&item) && !yield(item) {
				return
			}
		}
	}
	count := 0
	for range left {
		count++
	}
	return Items{count, left}
}

// Open gives the findings that neither an allow rule nor the baseline let pass.
// Formats that cannot mark a finding as allowed show these alone.
func (r *Report) Open() Items {
	return r.Items.Without(func(item *Item) bool { return item.Suppressed != "" })
}

// byFile gives every file that was checked, in order, with its findings.
func byFile(paths []string, items Items) iter.Seq2[string, []Item] {
	return func(yield func(string, []Item) bool) {
		clean := slices.Compact(slices.Sorted(slices.Values(paths)))
		before := func(path string) bool { // gives the files before path, which have no findings
			for ; len(clean) > 0 && clean[0] < path; clean = clean[1:] {
				if !yield(clean[0], nil) {
					return false
				}
			}
			if len(clean) > 0 && clean[0] == path {
				clean = clean[1:]
			}
			return true
		}
		for found := range groups(items) {
			if path := found[0].Path; !before(path) || !yield(path, found) {
				return
			}
		}
		for _, path := range clean {
			if !yield(path, nil) {
				return
			}
		}
	}
}

// groups gives the items of one file after those of the other.
func groups(items Items) iter.Seq[[]Item] {
	return func(yield func([]Item) bool) {
		var found []Item
		for item := range items.All() {
			if len(found) > 0 && found[0].Path != item.Path {
				if !yield(found) {
					return
				}
				found = nil
			}
			found = append(found, item)
		}
		if len(found) > 0 {
			yield(found)
		}
	}
}
