package checks

import (
	"fmt"
	"strings"

	"example.com/asma/checks/document"
	"example.com/asma/glossary/arabic"
	"example.com/asma/glossary/translit"
)

// Explain tells how one place of a file is read: the word, what folds and
// clitics it has, the mention it belongs to and why, and what is found there.
// Line and column count from 1, the column in code points.
func Explain(settings *Settings, path string, source []byte, line, column int) (string, error) {
	d, err := document.Open(path, "", source)
	if err != nil {
		return "", err
	}
	r := newReader(settings, 1)
	a := r.read(d, document.NewLines(d.Source), r.segments(d))
	var b strings.Builder
	for i := range a.Tokens {
		t := &a.Tokens[i]
		span := a.Segments[t.Segment].Span(t.Start, t.End)
		start, end := a.place(span.Start), a.place(span.End)
		if start.Line != line || column < start.Column || column >= end.Column {
			continue
		}
		a.explainToken(&b, t)
		for _, f := range settings.article(a) {
			if f.Start.Offset < span.End && span.Start < f.End.Offset {
				fmt.Fprintf(&b, "finding: %s: %s [%s]\n", f.Severity, f.Message, f.Check)
			}
		}
		return b.String(), nil
	}
	return "no name or neighbour of one stands there: an everyday word, a number, a sign, or a part of the page that is not checked\n", nil
}

func (a *Article) explainToken(b *strings.Builder, t *Token) {
	text := a.spelling(t)
	fmt.Fprintf(b, "word: %s (%s)\n", text, t.word.script)
	if classes, ok := arabic.Difference(text, t.word.light); ok && classes != 0 {
		fmt.Fprintf(b, "folded: %s (%s)\n", t.word.light, classes)
	}
	if t.word.script == arabic.Arabic {
		fmt.Fprintf(b, "everyday word: %v; known in the glossary: %v; title: %v\n", t.word.ordinary, t.word.known, t.word.title)
		for i, s := range t.word.stems() {
			chosen := ""
			if i == int(t.stem) {
				chosen = " (chosen)"
			}
			fmt.Fprintf(b, "reading: %s + %s%s\n", orNone(s.clitics), s.text, chosen)
		}
	}
	if t.run > 0 && a.Runs[t.run-1].Rule != NoRule {
		fmt.Fprintf(b, "legitimate Latin: %s\n", a.Runs[t.run-1].Rule)
	}
	if t.mention == 0 {
		fmt.Fprintln(b, "mention: none")
		return
	}
	m := &a.Mentions[t.mention-1]
	fmt.Fprintf(b, "mention: %s of %s, %s, confidence %.2f\n", m.Spelling, m.Name.Label, m.Status, m.Confidence)
	if m.Name.Entry != nil {
		fmt.Fprintf(b, "entry: %s [%s]\n", m.Name.Entry.Name, m.Name.Entry.Origin)
	}
	if m.Evidence != "" {
		fmt.Fprintf(b, "heard: %s\n", m.Evidence)
	}
	if m.Status == Unlisted || m.Status == Discovered {
		explainSound(b, m)
	}
	if m.Want != "" {
		fmt.Fprintf(b, "wanted: %s\n", m.Want)
	}
	if m.Doubtful {
		fmt.Fprintln(b, "doubtful: the form is shared or an everyday word, and nothing else confirms it")
	}
}

// explainSound shows, letter by letter, how a spelling is heard as the form that
// is wanted, or as its name where none is.
func explainSound(b *strings.Builder, m *Mention) {
	wanted := m.Want
	if wanted == "" || wanted == m.Spelling {
		wanted = m.Name.Label
	}
	if wanted == m.Spelling {
		return
	}
	for _, p := range translit.NameParts(translit.CompileName(wanted), translit.CompileName(m.Spelling)) {
		if p.A != "" && p.B != "" {
			fmt.Fprintf(b, "letters: %s · %s, probability %.3f: %s\n", p.A, p.B, p.Probability, joinPairs(p.Letters()))
		}
	}
}

func joinPairs(pairs []translit.Pair) string {
	var out []string
	for _, p := range pairs {
		out = append(out, p.String())
	}
	return strings.Join(out, " ")
}

func orNone(s string) string {
	if s == "" {
		return "no clitics"
	}
	return s
}
