package report

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var escape = regexp.MustCompile(`\x1b\[\d*m`)

// bare takes colours, isolates and line breaks out of a text.
func bare(s string) []string {
	return strings.Fields(strings.NewReplacer(isolate, "", isolateEnd, "").Replace(escape.ReplaceAllString(s, "")))
}

// However narrow the terminal: no line is too wide, no word is lost, and no
// isolate or colour is open at the end of a line.
func TestTableFitsTheTerminal(t *testing.T) {
	r := sample(t)
	items := listed(r)
	for i := range items {
		if i%2 == 0 {
			items[i].Start.Column += 1000
			items = append(items, items[i])
		}
	}
	r.Items = List(items...)
	words := func(s string) []string { return slices.Sorted(slices.Values(bare(s))) }
	census := func(v View) string {
		var out bytes.Buffer
		if err := writeCensusTable(&out, r.Census, v); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	r.View = View{}
	want, wantCensus := written(t, "table", r), census(View{})
	for _, width := range []int{40, 55, 60, 80, 120, 300} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			r.View = View{Width: width, Color: true, Isolates: true}
			got, gotCensus := written(t, "table", r), census(r.View)
			if diff := cmp.Diff(words(want), words(got)); diff != "" {
				t.Errorf("words (-unbounded +at this width):\n%s", diff)
			}
			if diff := cmp.Diff(words(wantCensus), words(gotCensus)); diff != "" {
				t.Errorf("words of the census (-unbounded +at this width):\n%s", diff)
			}
			for line := range strings.Lines(got + gotCensus) {
				holdLine(t, strings.TrimSuffix(line, "\n"), width)
			}
		})
	}
}

func holdLine(t *testing.T, line string, width int) {
	t.Helper()
	if n := displayWidth(line); n > width && len(bare(line)) > 1 {
		t.Errorf("%d columns: %q", n, line)
	}
	if strings.Count(line, isolate) != strings.Count(line, isolateEnd) {
		t.Errorf("isolates: %q", line)
	}
	colours := escape.FindAllString(line, -1)
	for i, c := range colours {
		if (c == reset) != (i%2 == 1) {
			t.Errorf("colours: %q", line)
		}
	}
	if strings.TrimRight(line, " ") != line {
		t.Errorf("blanks at the end: %q", line)
	}
}

// Every Arabic stretch is isolated on a terminal: outside of isolates there are
// no Arabic letters.
func TestTableIsolatesAllArabic(t *testing.T) {
	r := sample(t)
	r.View = View{Width: 70, Isolates: true}
	for line := range strings.Lines(written(t, "table", r)) {
		outside, depth := "", 0
		for _, c := range line {
			switch string(c) {
			case isolate:
				depth++
			case isolateEnd:
				depth--
			default:
				if depth == 0 {
					outside += string(c)
				}
			}
		}
		if arabicRun().MatchString(outside) {
			t.Errorf("outside of isolates: %q", outside)
		}
	}
}

// A table for no terminal has neither colours nor isolates, and wraps nothing.
func TestTableInAFileIsPlain(t *testing.T) {
	out := written(t, "table", sample(t))
	if strings.ContainsAny(out, "\x1b"+isolate+isolateEnd) {
		t.Errorf("got %q", out)
	}
}

func TestFlow(t *testing.T) {
	parts := []string{"حفتر ✓0", "هافتار 9", "Haftar 4"}
	for width, want := range map[int]string{
		0:  "Haftar: حفتر ✓0 · هافتار 9 · Haftar 4",
		37: "Haftar: حفتر ✓0 · هافتار 9 · Haftar 4",
		36: "Haftar: حفتر ✓0 · هافتار 9 ·\n  Haftar 4",
		17: "Haftar: حفتر ✓0 ·\n  هافتار 9 ·\n  Haftar 4",
		16: "Haftar:\n  حفتر ✓0 ·\n  هافتار 9 ·\n  Haftar 4",
		9:  "Haftar:\n  حفتر\n  ✓0 ·\n  هافتار\n  9 ·\n  Haftar\n  4",
	} {
		if got := flow("Haftar: ", parts, " · ", width); got != want {
			t.Errorf("width %d: %q, want %q", width, got, want)
		}
	}
}

// A spelling that is wider than a line goes on below, in isolates of its own.
func TestFlowWrapsALongPart(t *testing.T) {
	part := isolate + "بعثة الأمم المتحدة لتحقيق الاستقرار" + isolateEnd + " ✓4"
	want := "MINUSCA:\n  " + isolate + "بعثة الأمم" + isolateEnd + "\n  " + isolate + "المتحدة لتحقيق" + isolateEnd + "\n  " + isolate + "الاستقرار" + isolateEnd + " ✓4"
	if got := flow("MINUSCA: ", []string{part}, " · ", 18); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Columns too narrow to read make way for one column.
func TestTableStacksWhatWouldBeSqueezed(t *testing.T) {
	rows := []row{{"warning inconsistent-spelling", "archive/2024/translations/a.txt:1:33", "هانس جروندبرج →? هانس غروندبرغ (ج→غ, ج→غ)"}}
	for width, columns := range map[int]int{0: 3, 120: 3, 90: 3, 80: 1, 60: 1} {
		l := newLayout(View{Width: width})
		l.measure(rows)
		l.fit()
		if len(l.widths) != columns {
			t.Errorf("width %d: columns %v, want %d", width, l.widths, columns)
		}
	}
}

// The census of one file says its path once.
func TestCensusOfOneFile(t *testing.T) {
	r := sample(t)
	r.Census.Files = 1
	var out bytes.Buffer
	if err := writeCensusTable(&out, r.Census, View{}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out.String(), "\n")
	if lines[0] != "أخبار/ليبيا 100%, a:b#1|@x.txt" || lines[1] != "Aguila Saleh: عقيلة صالح ✓2 (2:6)" {
		t.Errorf("got %q", lines)
	}
}
