package report

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"example.com/asma/checks"
)

// The page is one file that needs no other: editors open it from a mail. Its
// font is Noto Naskh Arabic (page/OFL.txt), for many systems have none in
// which harakat can be read.
var (
	//go:embed page/page.html
	pageHTML string
	//go:embed page/page.css
	pageCSS string
	//go:embed page/page.js
	pageJS string
	//go:embed page/noto-naskh-arabic.woff2
	pageFont []byte
)

// page is what the template shows. All text in it is [visible].
type page struct {
	Policy   string
	Style    template.CSS
	Script   template.JS
	Findings map[string]int // by severity
	Counting int
	Files    int
	Words    int
	Names    int
	Faulty   []*pageName // names that something was found about, the most first
	Agreed   []*pageName
	Checks   []pageCheck
	Paths    []string
	Articles iter.Seq[*pageArticle]
	Skipped  []Skipped
	Version  string
}

type pageCheck struct {
	Name, Label string
	Count       int
}

// writeHTML writes a page from right to left: the census as a chart, then the
// articles with every mention marked.
func writeHTML(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	tmpl, err := template.New("page").Parse(pageHTML)
	if err != nil {
		return err
	}
	style := pageCSS + "@font-face{font-family:\"Noto Naskh Arabic\";src:url(data:font/woff2;base64," + base64.StdEncoding.EncodeToString(pageFont) + ") format(\"woff2\")}\n"
	p := &page{Style: template.CSS(style), Script: template.JS(pageJS), Files: r.Files, Words: r.Words, Version: visible(r.Version)}
	// Nothing from the network, and of styles and scripts these two alone.
	p.Policy = fmt.Sprintf("default-src 'none'; style-src %s; script-src %s; font-src data:; base-uri 'none'; form-action 'none'", sourceHash(style), sourceHash(pageJS))
	p.Findings, p.Counting = r.counting()
	names := r.pageNames()
	p.Names = len(names)
	for _, n := range names {
		if n.Findings > 0 {
			p.Faulty = append(p.Faulty, n)
		} else {
			p.Agreed = append(p.Agreed, n)
		}
	}
	slices.SortStableFunc(p.Faulty, func(a, b *pageName) int { return b.Findings - a.Findings })
	p.Checks = r.pageChecks()
	p.Articles = r.pageArticles(names)
	for _, a := range r.Articles {
		p.Paths = append(p.Paths, visible(a.Doc.Path))
	}
	for _, s := range r.Skipped {
		p.Skipped = append(p.Skipped, Skipped{visible(s.Path), visible(s.Reason)})
	}
	if err := tmpl.Execute(out, p); err != nil {
		return err
	}
	return out.Flush()
}

// sourceHash names an inline style or script in a content security policy.
func sourceHash(source string) string {
	sum := sha256.Sum256([]byte(source))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func (r *Report) pageChecks() []pageCheck {
	count := map[string]int{}
	for item := range r.Items.All() {
		count[item.Check]++
	}
	var out []pageCheck
	for _, c := range checks.All {
		if count[c.Name] > 0 {
			out = append(out, pageCheck{c.Name, checkLabel(c.Name), count[c.Name]})
		}
	}
	return out
}

// pageName is a row of the chart.
type pageName struct {
	ID        int // its place in the census, by which marks speak of it
	Label     string
	Preferred string
	Total     int
	Findings  int
	Search    string
	Spellings []pageSpelling
}

// pageSpelling is a stretch of a name's bar, in hundredths of its length from
// the left. The first one stands on the right.
type pageSpelling struct {
	Text   string
	Class  string
	Label  string
	Count  int
	X      string
	Width  string
	Accept bool
}

// pageNames gives the names in the order of the census.
func (r *Report) pageNames() []*pageName {
	found, _ := byName(r.Items)
	var out []*pageName
	for id, n := range r.Census.Names() {
		row := &pageName{ID: id, Label: visible(n.Label), Preferred: visible(n.Preferred), Findings: len(found[n.Label])}
		words := []string{row.Label}
		for _, s := range tally(n) {
			row.Total += s.Count
			words = append(words, visible(s.Text))
		}
		row.Search = strings.Join(words, " ")
		at := 100.0
		for _, s := range tally(n) {
			width := 100 * float64(s.Count) / float64(max(row.Total, 1))
			at -= width
			row.Spellings = append(row.Spellings, pageSpelling{
				Text: visible(s.Text), Class: s.Status.String(), Label: statusLabels[s.Status], Count: s.Count,
				X: hundredths(at), Width: hundredths(width), Accept: s.Status.Accepted(),
			})
		}
		out = append(out, row)
	}
	return out
}

func hundredths(f float64) string { return strconv.FormatFloat(max(f, 0), 'f', 2, 64) }

// class gives what a finding looks like on the page.
func (i Item) class() string {
	if i.Suppressed != "" {
		return "allowed"
	}
	return i.Severity.String()
}

// gravest gives the class that several findings of one stretch have together.
func gravest(items []*Item) string {
	best := slices.MaxFunc(items, func(a, b *Item) int {
		rank := func(i *Item) int {
			if i.Suppressed != "" {
				return 0
			}
			return int(i.Severity)
		}
		return cmp.Compare(rank(a), rank(b))
	})
	return best.class()
}
