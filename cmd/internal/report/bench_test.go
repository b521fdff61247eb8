package report

import (
	"fmt"
	"io"
	"strings"
	"testing"
)

// BenchmarkFormats writes the report of a thousand files with some ten findings
// each, which is what an archive gives; a write should be a small part of the
// run before it.
func BenchmarkFormats(b *testing.B) {
	many := map[string]string{}
	for i := range 1000 {
		many[fmt.Sprintf("2026/%d.txt", i)] = strings.Repeat(articles[oddPath], 2)
	}
	r := sampleOf(b, many)
	r.View = View{Width: 100, Color: true, Isolates: true}
	for _, f := range Formats {
		b.Run(f.Name, func(b *testing.B) {
			for b.Loop() {
				if err := f.Write(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(r.Items.Len()), "findings")
		})
	}
}
