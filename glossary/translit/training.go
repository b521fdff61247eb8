//go:build train

package translit

// What training needs of a model that is not embedded yet.

// CompileLatin2 is CompileLatin for a model in the making.
func CompileLatin2(m *Model, word string) *Latin { return compileLatin(m, word) }

// CompileArabic2 is CompileArabic for a model in the making.
func CompileArabic2(m *Model, word string) *Arabic { return compileArabic(m, word) }

// TooFar reports two words that are not compared in full.
func TooFar(l *Latin, a *Arabic) bool { return tooFar(l.mask, a.mask, len(l.codes), len(a.codes)) }

// TooFarArabic reports two Arabic words that are not compared in full.
func TooFarArabic(a, b *Arabic) bool { return tooFar(a.mask, b.mask, len(a.codes), len(b.codes)) }

// OriginLogs gives log P(Arabic | Latin) as a foreign and as a native name.
func (m *Model) OriginLogs(latin, arab string) (foreign, native float64) {
	codes, target := cut(LatinCodes(latin)), cut(ArabicCodes(arab))
	for i, t := range m.Forward {
		s, index := t.compile(codes), t.target(target)
		p := logProbability(&s, &index, t.Longest)
		if i == 0 {
			foreign = p
		} else {
			native = p
		}
	}
	return foreign, native
}

// SpellForeign gives the best Arabic spelling of a Latin word as a foreign one.
func (m *Model) SpellForeign(latin string) string {
	for _, h := range m.Forward[0].beam(cut(LatinCodes(latin)), 16) {
		return arabicText([]uint8(h.text))
	}
	return ""
}

// CrossProbability is Probability for a model in the making.
func (m *Model) CrossProbability(l *Latin, a *Arabic) float64 {
	if TooFar(l, a) {
		return 0
	}
	f := m.CrossFeatures(l, a)
	return m.Cross.probability(f[:])
}

// SameProbability is ProbabilityArabic for a model in the making, without the
// list of distinct names.
func (m *Model) SameProbability(a, b *Arabic) float64 {
	if TooFarArabic(a, b) {
		return 0
	}
	f := m.SameFeatures(a, b)
	return m.Same.probability(f[:])
}
