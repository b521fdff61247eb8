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

func BenchmarkOrdinary(b *testing.B) {
	for b.Loop() {
		Ordinary("وبالاجتماعات")
	}
}
