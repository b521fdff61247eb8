package document

import (
	"strings"
	"unicode/utf8"
)

// What scraped pages leave in plain text. Each is a whole line, compared without
// harakat, hamza seats and punctuation. A line is taken for chrome only when it
// is one of these or follows from one: text that is wrongly left out is never
// checked, which is worse than a menu that is.
var (
	// labels are chrome themselves and say nothing of what follows.
	labels = lineSet(`
		Connect with us | Follow us | Share this | Share this article | Skip to content | Advertisement | Subscribe | Read more
		Hi, what are you looking for? | Leave a comment | Leave a Reply | Add a comment | Sign in | Log in
		اترك تعليقك | اترك تعليقا | اترك ردا | اترك رد | اضف تعليقك | اضف تعليقا | اضف تعليق | شارك برايك
		شارك المقال | شارك الخبر | شارك هذا الموضوع | شارك هذا المقال | تابعنا على | تابعونا على | اشترك في النشرة البريدية
		اشترك في نشرتنا البريدية | تسجيل الدخول | تخطى الى المحتوى | انتقل الى المحتوى | جميع الحقوق محفوظة | اعلان`)
	// sections name a part of a page; that is chrome before the article and after
	// it, and may be a heading within.
	sections = lineSet(`اخر الاخبار | احدث الاخبار | الرئيسية | القائمة | القائمة الرئيسية | بحث | Home | Menu | Search | Latest news`)
	// related heads a list of other articles.
	related = lineSet(`
		مقالات ذات صلة | مقالات ذات صله | مواضيع ذات صلة | موضوعات ذات صلة | اخبار ذات صلة | اخبار متعلقة | مقالات مشابهة | مقالات مقترحة
		مواضيع متعلقة | قد يعجبك ايضا | قد يهمك ايضا | اقرا ايضا | اقرا المزيد | الاكثر قراءة | الاكثر مشاهدة | المزيد من الاخبار
		Related articles | Related posts | Related stories | You may also like | More from this author | Most read`)
	// notices open the comment form, and no article goes on after one.
	notices = []string{"لن يتم نشر عنوان بريدك", "لن يتم نشر بريدك", "your email address will not be published"}
)

func lineSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, line := range strings.Split(list, "\n") {
		for _, label := range strings.Split(line, "|") {
			if label = bare(label); label != "" {
				set[label] = true
			}
		}
	}
	return set
}

// longestMark bounds the lines that can be a mark, in bytes; of a notice that
// many are looked at.
const longestMark = 120

// bareForm folds what web pages write now one way, now the other, and drops
// punctuation: «اقرأ أيضًا:» and «اقرا ايضا» are one mark.
var bareForm = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ى", "ي", "ـ", "",
	"ً", "", "ٌ", "", "ٍ", "", "َ", "", "ُ", "", "ِ", "", "ّ", "", "ْ", "",
	":", "", "!", "", "?", "", "؟", "", ".", "", "…", "", "،", "", ",", "", "*", "", "»", "", "«", "", "\u200F", "", "\u200E", "")

func bare(line string) string {
	if len(line) > longestMark {
		line = strings.TrimLeft(line[:longestMark], " \t")
		if !strings.HasPrefix(line, "لن يتم") && !strings.HasPrefix(line, "Your email") {
			return "" // spares the folding of nearly all lines
		}
	}
	return strings.Join(strings.Fields(bareForm.Replace(strings.ToLower(line))), " ")
}

// markPlainChrome tells the headline and the leavings of a page from the article.
func markPlainChrome(segments []Segment) {
	first := firstParagraph(segments)
	markMenu(segments[:first])
	over, beside := false, false // the article has ended; a list of others runs
	for i := range segments {
		s := &segments[i]
		line := bare(s.Text)
		switch {
		case over:
			s.Origin = Chrome
		case hasNotice(line):
			s.Origin = Chrome
			over = true
		case related[line]:
			s.Origin = Chrome
			beside = true
		case labels[line], sections[line] && i < first:
			s.Origin = Chrome
		case beside && isTeaser(segments, i):
			s.Origin = Chrome
		default:
			beside = false
		}
	}
	markHeadline(segments[:first])
}

func hasNotice(line string) bool {
	for _, n := range notices {
		if strings.HasPrefix(line, n) {
			return true
		}
	}
	return false
}

// firstParagraph gives the index of the first line that is running text, or the
// number of lines where there is none.
func firstParagraph(segments []Segment) int {
	for i := range segments {
		if isParagraph(segments[i].Text) {
			return i
		}
	}
	return len(segments)
}

// A paragraph is long, or a sentence with its stop.
func isParagraph(line string) bool {
	words := len(strings.Fields(cut(line)))
	return words >= 20 || words >= 5 && strings.HasSuffix(strings.TrimRight(line, "\"»” "), ".") && !isCut(line)
}

// cut bounds the work on a line to what decides.
func cut(line string) string { return line[:min(len(line), 2000)] }

// isCut says whether a line ends as the teaser of another article does.
func isCut(line string) bool {
	line = strings.TrimRight(line, "] ")
	return strings.HasSuffix(line, "...") || strings.HasSuffix(line, "…")
}

// isTeaser says whether line i can stand in a list of other articles: it is cut
// off, or it is a short line over one that is.
func isTeaser(segments []Segment, i int) bool {
	if isCut(segments[i].Text) {
		return true
	}
	return i+1 < len(segments) && !isParagraph(segments[i].Text) && isCut(segments[i+1].Text)
}

// menuLines is how many short lines on end make a menu, if one of them is the
// name of a section; a list of names has none.
const menuLines = 5

// markMenu marks the menus before the article.
func markMenu(segments []Segment) {
	for i := 0; i < len(segments); {
		j, known := i, false
		for j < len(segments) && isItem(segments[j].Text) {
			known = known || sections[bare(segments[j].Text)]
			j++
		}
		if known && j-i >= menuLines {
			for k := i; k < j; k++ {
				segments[k].Origin = Chrome
			}
		}
		i = max(j, i+1)
	}
}

// An item of a menu has few words and no punctuation.
func isItem(line string) bool {
	return utf8.RuneCountInString(cut(line)) <= 25 && len(strings.Fields(line)) <= 3 && !strings.ContainsAny(line, ".!؟?:،,؛")
}

// markHeadline marks the first line above the article that is not chrome.
func markHeadline(segments []Segment) {
	for i := range segments {
		if segments[i].Origin == Body {
			segments[i].Origin = Heading
			segments[i].Role = &Role{Where: "heading", Skip: segments[i].Skip}
			return
		}
	}
}
