package arabic

import "testing"

func TestOrdinaryKnowsEverydayWordsWithAllThatIsWrittenOntoThem(t *testing.T) {
	for _, word := range []string{
		"المدينة", "وبالمدينة", "زيارتهم", "سيعلن", "وقال", "دفتر", "إلى", "للحكومة", "استقبله", "اجتماعاتها",
		"مستشفيات", "يلتقي", "ستعقد", "اعلن", "رئيسي", "كبير",
		"أعلنت", "طالبوا", "يعتمدان", "يستخدمون", "وأضافت",
	} {
		if !Ordinary(word) {
			t.Errorf("%s is an everyday word", word)
		}
	}
}

func TestOrdinaryKnowsNoForeignNames(t *testing.T) {
	for _, word := range []string{
		"هافتار", "حفتر", "زيلينسكي", "غوارديولا", "هتفار", "مونير", "تانفير", "حوسان", "باكستان", "روالبندي", "ترامب",
	} {
		if Ordinary(word) {
			t.Errorf("%s is a name, not a word", word)
		}
	}
}

// What grammar allows and nobody writes may be a name misspelt.
func TestCommonLeavesOutWhatNobodyWrites(t *testing.T) {
	for _, word := range []string{"الحكومة", "وبالاجتماعات", "مستنيرة", "سيعلن", "زيارتهم", "كيف", "إلى"} {
		if !Common(word) {
			t.Errorf("%s is in everyday use", word)
		}
	}
	for _, word := range []string{"أليما", "بوشرا", "رجراجي", "نقفي"} {
		if !Ordinary(word) || Common(word) {
			t.Errorf("%s is a form that grammar allows and hardly anyone writes", word)
		}
	}
}

func BenchmarkOrdinary(b *testing.B) {
	for b.Loop() {
		Ordinary("وبالاجتماعات")
	}
}
