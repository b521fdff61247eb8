package glossary

import (
	"strings"

	"example.com/asma/glossary/arabic"
)

// A source says where the text of a form stands: its low bits say how, the
// others are a number.
const (
	wordSource    = iota // a word of the texts
	derivedSource        // which of the entry's formsOf it is: found in no other way
	arabicSource         // an Arabic form of the entry, or its last words; a nisbaForm has it without ال
	nameSource           // the first words of the entry's name
	sourceBits    = 2
	sourceMask    = 1<<sourceBits - 1
)

// endBits is the width of the number of last words in an arabicSource, 0 for
// all; the number of the form follows.
const endBits = 3

// source tells where the text of a form of an entry stands.
func (t *textTable) source(e *Entry, f indexed, ordinal int) int {
	if number, found := t.numbers[f.text]; found && !strings.Contains(f.text, " ") {
		return number << sourceBits // a wordSource
	}
	words := strings.Count(f.text, " ") + 1
	if f.kind.latin() {
		if strings.HasPrefix(e.Name+" ", f.text+" ") {
			return words<<sourceBits | nameSource
		}
		return ordinal<<sourceBits | derivedSource
	}
	for i, form := range e.Arabic {
		switch {
		case form.Text == f.text, f.kind == nisbaForm && arabic.Indefinite(form.Text) == f.text:
			return i<<(endBits+sourceBits) | arabicSource
		case f.kind == arabicSurname && words < 1<<endBits && strings.HasSuffix(form.Text, " "+f.text):
			return (i<<endBits|words)<<sourceBits | arabicSource
		}
	}
	return ordinal<<sourceBits | derivedSource
}

// readText gives the text of a form as the glossary writes it. It leaves the
// entry undecoded where it can.
func (l *layer) readText(f *formRecord) string {
	n := f.source >> sourceBits
	d := entryDecoder{texts: &l.texts}
	switch f.source & sourceMask {
	case wordSource:
		return l.texts.at(n)
	case derivedSource:
		return formsOf(l.entry(f.entry))[n].text
	case nameSource:
		d.rest = l.entries.at(f.entry)
		d.number()
		return d.words(n)
	}
	d.rest = l.entries.at(f.entry)
	d.skipText()
	d.skip(3)
	for range n >> endBits {
		d.skip(1)
		d.skipText()
	}
	d.skip(1)
	all, last := d.number(), n&(1<<endBits-1)
	if last == 0 {
		last = all
	}
	d.skip(all - last)
	text := d.words(last)
	if f.kind == nisbaForm {
		text = arabic.Indefinite(text)
	}
	return text
}
