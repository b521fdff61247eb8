package main

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// FuzzTextDiff holds that hunks give back both texts, and that what counts as
// unchanged is the same in both.
func FuzzTextDiff(f *testing.F) {
	f.Add("قال هافتار أمس.\nخبر\n", "خبر\nقال حفتر أمس.\n")
	f.Add("", "كلمة")
	f.Add("أ\r\nب\r\n\r\nج", "ج\r\nب\r\nأ")
	f.Add("مُحَمَّد وصل\n", "محمد وصل\nمُحَمَّد وصل")
	f.Add("a\n \n  a\n", "  a\na\n\n")
	f.Add("\xff\n", "\xff\xff\n\xd9")
	f.Fuzz(func(t *testing.T, old, new string) {
		d := diffTexts(old, new)
		for _, b := range d.blocks {
			if b.size <= 0 || old[b.old:b.old+b.size] != new[b.new:b.new+b.size] {
				t.Fatalf("block %+v is not the same in %q and %q", b, old, new)
			}
		}
		for i := 1; i < len(d.blocks); i++ {
			if d.blocks[i-1].new+d.blocks[i-1].size > d.blocks[i].new {
				t.Fatalf("blocks %+v overlap", d.blocks)
			}
		}
		if utf8.ValidString(old) && utf8.ValidString(new) {
			if got := rebuilt(d, old); got != new {
				t.Fatalf("from %q to %q the hunks give %q", old, new, got)
			}
		}
	})
}

// rebuilt makes the new text of the old one: the lines between the hunks, and
// what the hunks keep and add.
func rebuilt(d *textDiff, old string) string {
	lines := splitLines(old)
	var b strings.Builder
	at := 0
	for _, h := range d.hunks {
		for ; at < h.OldLine-1; at++ {
			b.WriteString(lines[at])
		}
		before := ""
		for _, c := range h.Changes {
			text := strings.Join(c.Units, "")
			if c.Op != diffmatchpatch.DiffInsert {
				before += text
			}
			if c.Op != diffmatchpatch.DiffDelete {
				b.WriteString(text)
			}
		}
		at += len(splitLines(before))
	}
	b.WriteString(strings.Join(lines[at:], ""))
	return b.String()
}

func TestUnchangedStretchesAreFoundWhereTheyStood(t *testing.T) {
	old := "عنوان\nقال هافتار أمس إنه سعيد.\nخاتمة\n"
	for _, c := range []struct{ new, stretch, want string }{
		{old, "هافتار", "هافتار"},
		{"سطر جديد\n" + old, "هافتار", "هافتار"},
		{"عنوان\nصرح هافتار اليوم إنه حزين.\nخاتمة\n", "هافتار", "هافتار"},
		{"عنوان\nصرح هافتار اليوم إنه حزين.\nخاتمة\n", "صرح", ""},
		{"عنوان\nصرح هافتار اليوم إنه حزين.\nخاتمة\n", "صرح هافتار", ""},
		{"خاتمة\nعنوان\n  قال هافتار أمس إنه سعيد.\n", "قال هافتار أمس", "قال هافتار أمس"},
		{"عنوان\nقال هافتارات أمس إنه سعيد.\n", "هافتار", ""},
	} {
		d := diffTexts(old, c.new)
		start := strings.Index(c.new, c.stretch)
		got := ""
		if at, ok := d.unchanged(start, start+len(c.stretch)); ok {
			got = old[at : at+len(c.stretch)]
		}
		if got != c.want {
			t.Errorf("%q in %q stood at %q, want %q", c.stretch, c.new, got, c.want)
		}
	}
}

func TestLongTextsAreComparedInBoundedTime(t *testing.T) {
	var old, new strings.Builder
	for i := range 60_000 {
		fmt.Fprintf(&old, "سطر %d قديم\n", i)
		fmt.Fprintf(&new, "خبر %d جديد\n", i*7)
	}
	same := "في الختام سطر واحد\n"
	d := diffTexts(old.String()+same, new.String()+same)
	start := new.Len()
	if at, ok := d.unchanged(start, start+len(same)); !ok || at != old.Len() {
		t.Error("the common end is not found")
	}
}
