package checks

import (
	"example.com/asma/glossary/translit"
)

// spell proposes Arabic for one Latin word: as the names of the glossary write
// it most, else as the ear prefers. "" where nothing good is known.
func (v *vocabulary) spell(latin string) string {
	s, known := v.spelled[latin]
	if !known {
		s = v.newSpelling(latin)
		v.spelled[latin] = s
	}
	return s
}

func (v *vocabulary) newSpelling(latin string) string {
	if s := v.glossary.CommonPart(latin); s != "" {
		return s
	}
	for _, s := range translit.Spell(latin, 1, translit.Profile{}) {
		return s.Text
	}
	return ""
}
