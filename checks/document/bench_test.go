package document

import (
	"strings"
	"testing"
	"time"
)

const sentence = "قال رئيس الأركان صدام هافتار (LNA) إن الزيارة كانت ناجحة، وإن الجانبين اتفقا على مواصلة المحادثات في إسلام آباد."

func BenchmarkOpen(b *testing.B) {
	for format, unit := range map[string]string{
		"text":     sentence + "\n",
		"markdown": sentence + "\n> **قال** هاف*تار*\n\n",
		"html":     "<p class=\"a b-c\">" + sentence + " <b>هاف</b>تار &amp; غيره</p>\n",
	} {
		b.Run(format, func(b *testing.B) {
			source := []byte(strings.Repeat(unit, 5000))
			b.SetBytes(int64(len(source)))
			for b.Loop() {
				if _, err := Open("f", format, source); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A page made to be slow is read in time that grows with its length. Each of
// these took minutes or all memory before; now, parts of a second.
func TestHostilePages(t *testing.T) {
	const n = 50000
	for name, source := range map[string]string{
		"open inline elements":  strings.Repeat("<b>", n) + strings.Repeat("<div></div>", n),
		"end tags of nothing":   strings.Repeat("<div>", n) + strings.Repeat("</span><li>", n),
		"blocks in open code":   strings.Repeat("<code><div>x", n),
		"one tag of attributes": "<a " + strings.Repeat("alt=c title=d ", n) + ">",
		"ampersands":            strings.Repeat("&", n) + strings.Repeat("a", n),
		"menus in menus":        strings.Repeat("<nav><h1>", n),
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			if _, err := Open("f", "html", []byte(source)); err != nil {
				t.Fatal(err)
			}
			if took := time.Since(began); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
