package report

import (
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"

	"example.com/asma/checks"
)

// maxSARIF is how many results GitHub code scanning takes in a run (“SARIF
// support for code scanning”). It refuses a file with more.
const maxSARIF = 25_000

// writeSARIF writes SARIF 2.1.0 with what GitHub code scanning needs. Results
// are written one by one: a run over an archive has many.
func writeSARIF(w io.Writer, r *Report) error {
	rules, index := sarifRules(r.Items)
	_, err := io.WriteString(w, `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":`)
	if err != nil {
		return err
	}
	tool := sarifTool{sarifDriver{Name: "asma", Version: r.Version, SemanticVersion: semantic(r.Version), Rules: rules}}
	if err := newEncoder(w).Encode(tool); err != nil {
		return err
	}
	// The category keeps the upload apart from those of other tools.
	_, err = io.WriteString(w, `,"automationDetails":{"id":"asma/"},"columnKind":"unicodeCodePoints","results":`)
	if err != nil {
		return err
	}
	results := newList(w)
	for item := range mostGrave(r.Items, maxSARIF).All() {
		results.add(toResult(item, index[item.Check]))
	}
	if err := results.close(); err != nil {
		return err
	}
	_, err = io.WriteString(w, "}]}\n")
	return err
}

// mostGrave gives at most n items, in their order: those that count before the
// others, graver ones before lighter ones.
func mostGrave(items Items, n int) Items {
	if items.Len() <= n {
		return items
	}
	var order, gravity []int
	for item := range items.All() {
		order, gravity = append(order, len(order)), append(gravity, item.gravity())
	}
	slices.SortStableFunc(order, func(a, b int) int { return gravity[b] - gravity[a] })
	left := make([]bool, len(order))
	for _, at := range order[n:] {
		left[at] = true
	}
	return ItemsOf(n, func(yield func(Item) bool) {
		i := -1
		for item := range items.All() {
			if i++; !left[i] && !yield(item) {
				return
			}
		}
	})
}

func (i Item) gravity() int {
	if i.Counts {
		return int(i.Severity) + int(checks.Error)
	}
	return int(i.Severity)
}

// sarifRules gives the rules of the checks that found something, and the index
// of each.
func sarifRules(items Items) ([]sarifRule, map[string]int) {
	found := map[string]bool{}
	for item := range items.All() {
		found[item.Check] = true
	}
	rules, index := []sarifRule{}, map[string]int{}
	for _, c := range checks.All {
		if !found[c.Name] {
			continue
		}
		index[c.Name] = len(rules)
		rules = append(rules, toRule(c))
	}
	return rules, index
}

func toRule(c *checks.Check) sarifRule {
	rule := sarifRule{
		ID: c.Name, Short: sarifMessage{c.Short}, Full: sarifMessage{firstParagraph(c.Doc())},
		Help:          sarifHelp{Text: c.Doc(), Markdown: c.Doc()},
		Configuration: sarifConfiguration{sarifLevel(c.Severity)},
		Properties:    sarifRuleProperties{Tags: []string{"names", "spelling", "arabic"}, Precision: "medium"},
	}
	if c.Severity == checks.Error {
		rule.Properties.Precision = "high" // an error stands on a listed form
	}
	rule.Properties.Problem.Severity = c.Severity.String()
	if c.Severity == checks.Info {
		rule.Properties.Problem.Severity = "recommendation"
	}
	return rule
}

// firstParagraph gives what a page says below its title. GitHub shows at most
// 1,024 characters of it.
func firstParagraph(page string) string {
	_, body, _ := strings.Cut(page, "\n\n")
	paragraph, _, _ := strings.Cut(body, "\n\n")
	runes := []rune(strings.ReplaceAll(paragraph, "\n", " "))
	return string(runes[:min(len(runes), 1024)])
}

func sarifLevel(s checks.Severity) string {
	if s == checks.Info {
		return "note"
	}
	return s.String()
}

var semver = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^v?(\d+\.\d+\.\d+(?:[-+].*)?)$`) })

// semantic gives a version in the form of semver.org, "" for one built from a
// clone.
func semantic(version string) string {
	if m := semver().FindStringSubmatch(version); m != nil {
		return m[1]
	}
	return ""
}
