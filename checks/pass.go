package checks

import (
	"strings"
	"unicode/utf8"

	"example.com/asma/glossary/arabic"
)

// Pass is one run of one check. Checks report through it.
type Pass struct {
	Check    *Check
	Settings *Settings
	report   func(Finding)
}

// Report describes a fault of a mention.
type Report struct {
	Severity   Severity // Off stands for the check's own
	Message    string
	Want       string // what should stand in the mention's place, without clitics; "" proposes nothing
	Safe       bool
	Undecided  bool     // see Fix
	Others     []string // further proposals
	Related    []*Mention
	RelatedMsg string
}

// Mention reports a fault of a whole mention. Clitics before it are kept and
// joined on as Arabic wants it.
func (p *Pass) Mention(a *Article, m *Mention, r Report) {
	start := m.Start
	var texts []string
	for _, want := range append([]string{r.Want}, r.Others...) {
		if want == "" {
			continue
		}
		text, from, sure := a.mended(m, want)
		start = from
		texts = append(texts, text)
		r.Safe = r.Safe && sure
	}
	f := p.finding(a, m.Segment, start, m.End, r.Severity)
	f.Name, f.Message, f.Confidence = m.Name.Label, r.Message, m.Confidence
	if m.Name.Entry != nil {
		f.Entry = m.Name.Entry.Name
	}
	for i, text := range texts {
		edits := a.Segments[m.Segment].Edits(start, m.End, text)
		f.Fixes = append(f.Fixes, Fix{Text: text, Safe: r.Safe && i == 0 && len(edits) > 0, Undecided: r.Undecided, Edits: edits})
	}
	for _, other := range r.Related {
		f.Related = append(f.Related, a.related(other, r.RelatedMsg))
	}
	f.Spelling = arabic.Fold(m.Spelling, arabic.Light)
	f.Fingerprint = fingerprint(p.Check.Name, f.Name, f.Spelling, f.Before, f.After)
	p.report(f)
}

// Stretch reports a fault of a stretch of text that is no mention of a name.
func (p *Pass) Stretch(a *Article, segment, start, end int, severity Severity, message string, fixes ...string) {
	f := p.finding(a, segment, start, end, severity)
	f.Message, f.Confidence = message, 1
	for _, text := range fixes {
		f.Fixes = append(f.Fixes, Fix{Text: text, Edits: a.Segments[segment].Edits(start, end, text)})
	}
	f.Spelling = arabic.Fold(f.Text, arabic.Light)
	f.Fingerprint = fingerprint(p.Check.Name, "", f.Spelling, f.Before, f.After)
	p.report(f)
}

func (p *Pass) finding(a *Article, segment, start, end int, severity Severity) Finding {
	if severity == Off {
		severity = p.Check.Severity
	}
	s := a.Segments[segment]
	span := s.Span(start, end)
	return Finding{
		Check: p.Check.Name, Severity: severity, Path: a.Doc.Path,
		Start: a.place(span.Start), End: a.place(span.End), Text: s.Text[start:end],
		Before: lastWord(tail(s.Text[:start])), After: firstWord(head(s.Text[end:])),
	}
}

func (a *Article) related(m *Mention, message string) Related {
	span := a.Segments[m.Segment].Span(m.Start, m.End)
	return Related{Path: a.Doc.Path, Start: a.place(span.Start), End: a.place(span.End), Message: message}
}

// excerpt is how far the neighbours of a finding are looked for, in bytes.
const excerpt = 120

func tail(text string) string {
	if len(text) <= excerpt {
		return text
	}
	cut := len(text) - excerpt
	for cut < len(text) && !utf8.RuneStart(text[cut]) {
		cut++
	}
	if i := strings.IndexByte(text[cut:], ' '); i >= 0 && cut+i+1 < len(text) {
		cut += i + 1
	}
	return text[cut:]
}

func head(text string) string {
	if len(text) <= excerpt {
		return text
	}
	cut := excerpt
	for !utf8.RuneStart(text[cut]) {
		cut--
	}
	if i := strings.LastIndexByte(text[:cut], ' '); i > 0 {
		cut = i
	}
	return text[:cut]
}

func lastWord(text string) string {
	words := arabic.Words(text)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1].Of(text)
}

func firstWord(text string) string {
	words := arabic.Words(text)
	if len(words) == 0 {
		return ""
	}
	return words[0].Of(text)
}
