package report

import (
	"bytes"
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// layout gives the tables of all names the same columns.
type layout struct {
	view    View
	natural [3]int // width of the longest line of each column, in cells of the terminal
	least   [3]int // how narrow a column may become
	longest int    // width of the longest word
	widths  []int  // of the columns; a single one where three do not fit side by side
}

// readable is how wide the columns stay, where they have so much: in narrower ones
// places and repairs fall to pieces. A fault goes well below its severity.
var readable = [3]int{0, 20, 26}

// gap stands before every column.
const gap = "  "

func newLayout(view View) *layout { return &layout{view: view} }

func (l *layout) measure(rows []row) {
	for _, r := range rows {
		for i, cell := range r {
			width := displayWidth(cell)
			l.natural[i] = max(l.natural[i], width)
			l.least[i] = max(l.least[i], min(width, readable[i]), longestWord(cell))
			l.longest = max(l.longest, longestWord(cell))
		}
	}
}

// longestWord is the width under which tablewriter would cut a word of a cell.
func longestWord(cell string) (width int) {
	for word := range strings.FieldsSeq(cell) {
		width = max(width, displayWidth(word))
	}
	return width
}

// fit narrows the columns to the terminal: first the places, which lose nothing
// when they go on below, then the fault, then the repair. Where that is not
// enough to keep them readable, as with long paths, all goes into one column.
func (l *layout) fit() {
	l.widths = l.natural[:]
	if l.view.Width == 0 {
		return
	}
	over := len(l.widths)*len(gap) - l.view.Width
	for _, w := range l.widths {
		over += w
	}
	for _, column := range []int{1, 0, 2} {
		less := max(0, min(over, l.widths[column]-l.least[column]))
		l.widths[column] -= less
		over -= less
	}
	if over > 0 {
		l.widths = []int{max(l.view.Width-len(gap), l.longest)}
	}
}

// cells lays a row out: side by side, or the place below the rest.
func (l *layout) cells(r row) []string {
	if len(l.widths) == 1 {
		return []string{r[0] + " " + r[2] + "\n" + r[1]}
	}
	return r[:]
}

// write draws the table of one name.
func (l *layout) write(w io.Writer, rows []row) error {
	widths := tw.NewMapper[int, int]()
	for i, width := range l.widths {
		widths.Set(i, len(gap)+width)
	}
	var drawn bytes.Buffer
	table := tablewriter.NewTable(&drawn,
		tablewriter.WithRenderer(&isolating{Renderer: renderer.NewBlueprint(tw.Rendition{
			Borders:  tw.BorderNone,
			Settings: tw.Settings{Separators: tw.SeparatorsNone, Lines: tw.LinesNone},
		})}),
		tablewriter.WithRowAutoWrap(tw.WrapNormal),
		tablewriter.WithWidths(tw.CellWidth{PerColumn: widths}),
		tablewriter.WithRowAlignment(tw.AlignLeft),
		tablewriter.WithPadding(tw.Padding{Left: gap, Overwrite: true}),
	)
	for _, r := range rows {
		if err := table.Append(l.cells(r)); err != nil {
			return err
		}
	}
	if err := table.Render(); err != nil {
		return err
	}
	for line := range bytes.Lines(drawn.Bytes()) {
		if _, err := w.Write(append(bytes.TrimRight(line, " \n"), '\n')); err != nil {
			return err
		}
	}
	return nil
}

func displayWidth(s string) int { return twwidth.Width(s) }

// isolating closes the bidi isolates of a cell at the end of each line that it
// is wrapped into, and opens them again on the next: one that ran on would turn
// round the columns of the line below.
type isolating struct {
	tw.Renderer
	open [3]bool
}

// Row draws one line of a row; a cell of several lines comes once for each.
func (i *isolating) Row(cells []string, ctx tw.Formatting) {
	for column, cell := range ctx.Row.Current {
		if column >= len(i.open) {
			continue
		}
		if i.open[column] && cell.Data != "" {
			cell.Data = isolate + cell.Data
		}
		i.open[column] = strings.Count(cell.Data, isolate) > strings.Count(cell.Data, isolateEnd)
		if i.open[column] {
			cell.Data += isolateEnd
		}
		ctx.Row.Current[column] = cell
	}
	i.Renderer.Row(cells, ctx)
}
