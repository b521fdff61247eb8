package mend

import (
	"strings"
	"testing"

	"example.com/asma/checks"
	"example.com/asma/checks/document"
)

// finding makes a finding on the n-th place where text stands in the document,
// with one fix.
func finding(t *testing.T, d *document.Document, text, want string, safe bool) checks.Finding {
	t.Helper()
	for i := range d.Segments {
		s := &d.Segments[i]
		if start := strings.Index(s.Text, text); start >= 0 {
			end := start + len(text)
			span := s.Span(start, end)
			return checks.Finding{
				Path: d.Path, Start: checks.Place{Offset: span.Start}, End: checks.Place{Offset: span.End}, Text: text, Severity: checks.Error,
				Fixes: []checks.Fix{{Text: want, Safe: safe, Edits: s.Edits(start, end, want)}},
			}
		}
	}
	t.Fatalf("no %q", text)
	return checks.Finding{}
}

func open(t *testing.T, format, source string) *document.Document {
	t.Helper()
	d, err := document.Open("f", format, []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// chosen gives the repairs as words, those that wait in brackets.
func chosen(findings []checks.Finding, unsafe bool) string {
	made, waiting := Choose(findings, unsafe)
	var out []string
	for _, r := range made {
		out = append(out, r.Finding.Text+"→"+r.Text)
	}
	for _, r := range waiting {
		out = append(out, "("+r.Finding.Text+"→"+r.Text+")")
	}
	return strings.Join(out, " ")
}

func TestNoTwoRepairsMeet(t *testing.T) {
	d := open(t, "text", "one two three four\n")
	one, two := finding(t, d, "one", "1", true), finding(t, d, "two", "2", false)
	wide, same := finding(t, d, "two three", "2 3", true), finding(t, d, "one", "1", false)
	other, undecided := finding(t, d, "one", "I", true), finding(t, d, "four", "4", false)
	other.Severity = checks.Warning
	undecided.Fixes[0].Undecided = true
	for _, c := range []struct {
		name     string
		findings []checks.Finding
		unsafe   bool
		want     string
	}{
		{"safe ones only", []checks.Finding{one, two}, false, "one→1"},
		{"all", []checks.Finding{one, two}, true, "one→1 two→2"},
		{"a safe one before one for review", []checks.Finding{two, wide}, true, "two three→2 3 (two→2)"},
		{"two that do the same are one", []checks.Finding{one, same}, true, "one→1"},
		{"the graver first", []checks.Finding{other, one}, false, "one→1 (one→I)"},
		{"what nothing decides waits for a person", []checks.Finding{undecided}, true, ""},
		{"nothing", nil, true, ""},
	} {
		if got := chosen(c.findings, c.unsafe); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Markup inside a name, entities, line ends and all that stands between
// survive (law 2), with several repairs in one segment.
func TestApplyChangesItsPlacesAlone(t *testing.T) {
	for _, c := range []struct{ format, source, want string }{
		{"text", "\uFEFFقال Haftar،\r\nثم\u200fHifter قَالَ\r\n", "\uFEFFقال حفتر،\r\nثم\u200fحفتر قَالَ\r\n"},
		{"html", "<p>قال <b>Haf</b>tar&nbsp;و<i>Hif&#116;er</i>.", "<p>قال <b>حفتر</b>&nbsp;و<i>حفتر</i>."},
		{"markdown", "قال **Haf**tar و_Hifter_ [x](y)\n", "قال **حفتر** و_حفتر_ [x](y)\n"},
	} {
		d := open(t, c.format, c.source)
		findings := []checks.Finding{finding(t, d, "Haftar", "حفتر", true), finding(t, d, "Hifter", "حفتر", true)}
		made, _ := Choose(findings, false)
		got, refused := Apply(d, made)
		if string(got) != c.want || len(refused) > 0 {
			t.Errorf("%q: %q, want %q; %d refused", c.source, got, c.want, len(refused))
		}
	}
}

// A repair that harms the prose beside it is refused, and the others are made.
func TestApplyRefusesWhatDoesHarm(t *testing.T) {
	d := open(t, "markdown", "قال Haftar وHifter.\n")
	good, bad := finding(t, d, "Haftar", "حفتر", true), finding(t, d, "Hifter", "حفتر", true)
	bad.Fixes[0].Edits[0].New = "`حفتر" // the sign becomes part of the prose
	made, _ := Choose([]checks.Finding{good, bad}, false)
	got, refused := Apply(d, made)
	if want := "قال حفتر وHifter.\n"; string(got) != want || len(refused) != 1 || refused[0].Finding.Text != "Hifter" {
		t.Errorf("%q, want %q; refused %v", got, want, refused)
	}
}

func TestRewriteTakesTheUsersWords(t *testing.T) {
	d := open(t, "html", "<p>قال <b>Haf</b>tar.")
	f := finding(t, d, "Haftar", "حفتر", true)
	r, _ := First(&f)
	edited, ok := Rewrite(d, r, "المشير & حفتر")
	got, refused := Apply(d, []Repair{edited})
	if want := "<p>قال <b>المشير &amp; حفتر</b>."; !ok || string(got) != want || len(refused) > 0 {
		t.Errorf("%q, want %q", got, want)
	}
	if _, ok := Rewrite(open(t, "text", "قال Haftar.\n"), r, "خليفة\nحفتر"); ok {
		t.Error("a line end in plain text was taken")
	}
}
