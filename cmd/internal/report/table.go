package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"example.com/asma/checks"
)

// writeTable shows the findings name by name: first which spellings of the
// name stand in the texts, then the faults with their places. Findings about
// no name come last.
func writeTable(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	groups, order := byName(r.Items)
	counts := r.counts()
	rows := map[string][]row{}
	l := newLayout(r.View)
	for _, name := range order {
		rows[name] = r.rows(groups[name])
		l.measure(rows[name])
	}
	l.fit()
	for _, name := range order {
		fmt.Fprintln(out, r.heading(name, counts[name]))
		if err := l.write(out, rows[name]); err != nil {
			return err
		}
		fmt.Fprintln(out)
	}
	for _, s := range r.Skipped {
		fmt.Fprintf(out, "skipped %s: %s\n", r.isolate(visible(s.Path)), visible(s.Reason))
	}
	fmt.Fprintln(out, flow("", strings.Split(r.totals(), " "), " ", r.View.Width))
	return out.Flush()
}

// byName groups items by the name they speak of, names in order of first
// place; what speaks of none goes under "".
func byName(items Items) (map[string][]Item, []string) {
	groups := map[string][]Item{}
	var order []string
	for item := range items.All() {
		if len(groups[item.Name]) == 0 && item.Name != "" {
			order = append(order, item.Name)
		}
		groups[item.Name] = append(groups[item.Name], item)
	}
	if len(groups[""]) > 0 {
		order = append(order, "")
	}
	return groups, order
}

// heading is the line over a name's places: Haftar: حفتر ✓0 · هافتار 9.
func (r *Report) heading(name string, n *checks.NameCount) string {
	if name == "" {
		return r.paint(bold, "Not about one name")
	}
	head := r.paint(bold, r.isolate(visible(name)))
	if n == nil {
		return head
	}
	return flow(head+": ", r.spellings(n), " · ", r.View.Width)
}

// spellings shows each spelling of a name and how often it stands in the texts.
func (r *Report) spellings(n *checks.NameCount) []string {
	var parts []string
	for _, s := range tally(n) {
		style := yellow
		switch {
		case s.Status.Accepted():
			style = green
		case s.Status == checks.Deprecated || s.Status == checks.Translated:
			style = red
		}
		parts = append(parts, r.isolate(visible(s.Text))+" "+r.paint(style, fmt.Sprintf("%s%d", s.sign(), s.Count)))
	}
	return parts
}

// row is what the table says of one fault of a file: how grave, where, what to
// write.
type row [3]string

// rows gives the findings of a name. Those that differ in nothing but their
// place in the file share a row. The Arabic stands last, because some
// terminals reorder what follows it.
func (r *Report) rows(items []Item) []row {
	var rows []row
	at := map[[3]string]int{}
	for _, item := range items {
		fault, repair := r.fault(item), r.repair(item)
		key := [3]string{item.Path, fault, repair}
		place := fmt.Sprintf("%d:%d", item.Start.Line, item.Start.Column)
		i, known := at[key]
		if known {
			rows[i][1] += ", " + place
			continue
		}
		at[key] = len(rows)
		rows = append(rows, row{fault, r.isolate(visible(item.Path)) + ":" + place, repair})
	}
	return rows
}

// fault names the check and how grave the finding is.
func (r *Report) fault(item Item) string {
	severity := item.Severity.String()
	if !item.Counts && item.Set != "" {
		return r.paint(dim, severity+" ("+item.Set+")") + " " + item.Check
	}
	return r.paint(severityStyles[item.Severity], severity) + " " + item.Check
}

var severityStyles = map[checks.Severity]string{checks.Error: red, checks.Warning: yellow, checks.Info: blue}

// repair shows what stands there, what should, and which letters differ. →?
// is for review.
func (r *Report) repair(item Item) string {
	found := r.isolate(visible(item.Text))
	if len(item.Fixes) == 0 {
		return found
	}
	sign := " → "
	if !item.Fixes[0].Safe {
		sign = " →? "
	}
	line := found + sign + r.paint(green, r.isolate(visible(item.Fixes[0].Text)))
	if letters := Letters(item.Text, item.Fixes[0].Text); letters != "" {
		line += " " + r.paint(dim, "("+r.isolateRuns(visible(letters))+")")
	}
	return line
}

func (r *Report) totals() string {
	findings, counting := r.counting()
	count := "count"
	if counting == 1 {
		count = "counts"
	}
	return fmt.Sprintf("%s, %s, %s: %s, %s, %s; %d %s",
		plural(r.Files, "file"), plural(r.Words, "word"), plural(len(r.Census.Names()), "name"),
		plural(findings["error"], "error"), plural(findings["warning"], "warning"), plural(findings["info"], "info"), counting, count)
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// flow writes parts behind a head, and goes on in a new line, set in, where the
// width is used up; 0 stands for no bound. A part that is wider than a line is
// wrapped at its blanks.
func flow(head string, parts []string, separator string, width int) string {
	ending := strings.TrimRight(separator, " ") // which stays on the line
	out, used := head, displayWidth(head)
	for i, part := range parts {
		between, left, tail := separator, ending, displayWidth(ending)
		if i == 0 {
			between, left = "", ""
		}
		if i == len(parts)-1 {
			tail = 0
		}
		size := displayWidth(part)
		if width > 0 && used > 0 && used+displayWidth(between)+size+tail > width {
			out, used = strings.TrimRight(out+left, " ")+"\n"+gap, len(gap)
			part, size = wrapped(part, width-len(gap)-tail)
		} else {
			out, used = out+between, used+displayWidth(between)
		}
		out, used = out+part, used+size
	}
	return out
}

// wrapped breaks a text at its blanks into lines, set in, of at most a width, and
// gives the width of the last. Isolates are closed at the end of a line and opened
// again on the next.
func wrapped(text string, width int) (lines string, last int) {
	var out strings.Builder
	open := false
	for i, word := range strings.Split(text, " ") {
		size := displayWidth(word)
		switch {
		case i == 0:
		case last+1+size > width:
			if open {
				out.WriteString(isolateEnd)
			}
			out.WriteString("\n" + gap)
			if open {
				out.WriteString(isolate)
			}
			last = 0
		default:
			out.WriteString(" ")
			last++
		}
		out.WriteString(word)
		last += size
		if i := strings.LastIndexAny(word, isolate+isolateEnd); i >= 0 {
			open = strings.HasPrefix(word[i:], isolate)
		}
	}
	return out.String(), last
}
