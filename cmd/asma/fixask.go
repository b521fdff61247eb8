package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"example.com/asma/checks"
	"example.com/asma/checks/document"
	"example.com/asma/cmd/internal/mend"
	"example.com/asma/cmd/internal/report"
)

// asker asks for every repair whether to make it.
type asker struct {
	in   *bufio.Reader
	out  io.Writer
	view report.View
	quit bool
	all  map[string]bool // names of which every repair is wanted
	none map[string]bool // names of which none is
}

func newAsker(s streams, view report.View) *asker {
	return &asker{in: bufio.NewReader(s.in), out: s.err, view: view, all: map[string]bool{}, none: map[string]bool{}}
}

// choose asks for each finding of a document that has a suggestion, the ones
// that nothing decides too, since a person looks.
func (a *asker) choose(d *document.Document, findings []checks.Finding) (chosen, waiting []mend.Repair) {
	for i := range findings {
		r, ok := mend.First(&findings[i])
		if !ok || a.quit || a.none[r.Finding.Name] {
			continue
		}
		if met := mend.Meets(r, chosen); met != nil {
			if !slices.Equal(met.Edits, r.Edits) {
				waiting = append(waiting, r)
			}
			continue
		}
		if wanted, yes := a.ask(d, r); yes {
			chosen = append(chosen, wanted)
		}
	}
	return chosen, waiting
}

// ask shows one repair and gives it back as it is wanted.
func (a *asker) ask(d *document.Document, r mend.Repair) (mend.Repair, bool) {
	if a.all[r.Finding.Name] && !r.Finding.Fixes[0].Undecided {
		return r, true
	}
	a.show(d, r)
	for {
		switch a.line("mend it? [y,n,a,s,e,q,?] ") {
		case "y", "yes":
			return r, true
		case "n", "no":
			return r, false
		case "a":
			a.all[r.Finding.Name] = true
			return r, true
		case "s":
			a.none[r.Finding.Name] = true
			return r, false
		case "e":
			if edited, ok := a.edit(d, r); ok {
				return edited, true
			}
		case "q":
			a.quit = true
			return r, false
		default:
			fmt.Fprint(a.out, askHelp)
		}
	}
}

const askHelp = `y  mend this one
n  leave this one
a  mend this one and all others of this name
s  leave this one and all others of this name
e  write what should stand there
q  stop; what was answered with yes is mended
`

// line asks for a line. The end of the input is an answer too: to stop.
func (a *asker) line(prompt string) string {
	fmt.Fprint(a.out, prompt)
	text, err := a.in.ReadString('\n')
	if err != nil && text == "" {
		fmt.Fprintln(a.out)
		return "q"
	}
	return strings.TrimSpace(text)
}

// edit asks for other words in the place of the finding. None leave it to be
// asked again.
func (a *asker) edit(d *document.Document, r mend.Repair) (mend.Repair, bool) {
	text := a.line("write instead: ")
	if text == "" || text == "q" {
		return r, false
	}
	edited, ok := mend.Rewrite(d, r, text)
	if !ok {
		fmt.Fprintln(a.out, "this cannot stand there: nothing would change, or the file cannot hold it")
	}
	return edited, ok
}

// show prints the repair in its sentence.
func (a *asker) show(d *document.Document, r mend.Repair) {
	f := r.Finding
	before, after := "", ""
	if i, start, end, ok := d.Locate(document.Span{Start: f.Start.Offset, End: f.End.Offset}); ok {
		before, after = sentence(d.Segments[i].Text, start, end)
	}
	fmt.Fprintf(a.out, "\n%s", report.Passage(a.view, f, before, after, r.Text, r.Safe))
}

// sentence gives what stands before and behind a stretch of text in the same
// sentence.
func sentence(text string, start, end int) (before, after string) {
	const ends = ".؟!؛\n"
	from := 0
	for i, c := range text[:start] {
		next := i + len(string(c))
		if c == '\n' || strings.ContainsRune(ends, c) && strings.IndexFunc(text[next:], unicode.IsSpace) == 0 {
			from = next
		}
	}
	to := len(text)
	for i, c := range text[end:] {
		next := end + i + len(string(c))
		if strings.ContainsRune(ends, c) && (next == len(text) || strings.IndexFunc(text[next:], unicode.IsSpace) == 0) {
			to = next
			break
		}
	}
	return strings.TrimLeft(text[from:start], " \r\n"), strings.TrimRight(text[end:to], " \r\n")
}
