package report

import (
	"bufio"
	"fmt"
	"io"
)

// writePlain writes path:line:col: severity: message [check], which editors
// and log readers understand.
func writePlain(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	for item := range r.Items.All() {
		passed := ""
		if item.Suppressed != "" {
			passed = " (" + item.Set + ": " + visible(item.Suppressed) + ")"
		}
		fmt.Fprintf(out, "%s:%d:%d: %s: %s [%s]%s\n", visible(item.Path), item.Start.Line, item.Start.Column, item.Severity, visible(item.Message), item.Check, passed)
	}
	return out.Flush()
}
