package checks

import (
	"strings"

	"example.com/asma/glossary/arabic"
)

// modelWords stand before the name of a model.
var modelWords = map[string]bool{"طراز": true, "الطراز": true, "موديل": true, "الموديل": true}

// isModel: letters and digits in one word (GPT-5, H20, 777X), a product name
// with its number behind it (Galaxy Z Fold 7, Ram 1500), or words behind the
// word for it: «من طراز Pinarello Dogma F». The maker alone is no model.
func isModel(a *Article, run *LatinRun) bool {
	return isNumbered(a, run) || run.Last > run.First && a.follows(run.First) && modelWords[a.spelling(&a.Tokens[run.First-1])]
}

func isNumbered(a *Article, run *LatinRun) bool {
	for i := run.First; i <= run.Last; i++ {
		if a.Tokens[i].word.script == arabic.Digit {
			return true
		}
	}
	return digitBeside(a, run.First, run.First-1) || digitBeside(a, run.Last+1, run.Last+1)
}

// digitBeside reports whether token i is a number that stands against the
// run: glued or by a hyphen (5G, PAC-3), or a blank away behind it.
func digitBeside(a *Article, right, i int) bool {
	if i < 0 || !a.follows(right) || a.Tokens[i].word.script != arabic.Digit {
		return false
	}
	return a.Tokens[right].Gap == Glued || right == i || strings.Contains(a.Text(a.Tokens[i].Segment, a.Tokens[i].End, a.Tokens[right].Start), "-")
}

// units are the measures that news writes in Latin letters.
var units = map[string]bool{
	"km": true, "kg": true, "cm": true, "mm": true, "m": true, "g": true, "mg": true, "kWh": true, "MWh": true, "GWh": true, "kW": true, "MW": true, "GW": true,
	"Hz": true, "kHz": true, "MHz": true, "GHz": true, "KB": true, "MB": true, "GB": true, "TB": true, "mAh": true, "Mbps": true, "Gbps": true, "nm": true, "dB": true,
	"K": true, "C": true, "F": true, "V": true, "W": true, "mph": true, "kph": true, "bps": true, "ppm": true, "USD": true, "EUR": true, "GMT": true, "UTC": true, "AM": true, "PM": true,
}

func isUnit(a *Article, run *LatinRun) bool {
	return run.First == run.Last && units[a.spelling(&a.Tokens[run.First])] &&
		run.First > 0 && a.Tokens[run.First-1].Segment == run.Segment && a.Tokens[run.First-1].word.script == arabic.Digit
}

// isTicker: a stock symbol, by its exchange, its dollar sign or its suffix
// (NASDAQ: NVDA, $TSLA, 2222.SR).
func isTicker(a *Article, run *LatinRun) bool {
	before, after := a.around(run)
	if !a.Tokens[run.First].word.upper {
		return false
	}
	return strings.HasSuffix(before, "$") || strings.HasPrefix(after, ":") && run.First == run.Last ||
		strings.HasSuffix(before, ":") && strings.ContainsAny(before[max(0, len(before)-8):], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") ||
		strings.HasSuffix(before, ".") && len(before) > 1 && before[len(before)-2] >= '0' && before[len(before)-2] <= '9'
}

func isRoman(a *Article, run *LatinRun) bool {
	text := a.Text(run.Segment, run.Start, run.End)
	return run.First == run.Last && strings.Trim(text, "IVX") == "" && text != "X"
}

// creditWords begin the line that says whose a picture or text is.
var creditWords = map[string]bool{
	"تصوير": true, "الصورة": true, "صورة": true, "الصور": true, "صور": true, "المصدر": true, "مصدر": true, "عدسة": true, "بعدسة": true, "ترجمة": true,
}

// isCredit: the source of a picture or text, alone behind a bar or a dash at
// the end of a stretch, or with a copyright sign.
func isCredit(a *Article, run *LatinRun) bool {
	before, after := a.around(run)
	before = strings.TrimRight(before, " ")
	if strings.HasSuffix(before, "©") || strings.HasSuffix(before, "(c)") {
		return true
	}
	if word, found := strings.CutSuffix(before, ":"); found && creditWords[strings.TrimSpace(word)] {
		return true
	}
	return strings.TrimSpace(after) == "" && (strings.HasSuffix(before, "|") || strings.HasSuffix(before, "/"))
}

// isCode: no human word: a file name, an identifier, a single letter.
func isCode(a *Article, run *LatinRun) bool {
	text := a.Text(run.Segment, run.Start, run.End)
	return len(text) == 1 && !a.isInitial(run) || strings.ContainsAny(text, "_/\\")
}

// isInitial reports letters with dots right before an Arabic word: half of a
// name was left, as in «S. جايشانكار».
func (a *Article) isInitial(run *LatinRun) bool {
	_, after := a.around(run)
	next := run.Last + 1
	for i := run.First; i <= run.Last; i++ {
		if len(strings.ReplaceAll(a.spelling(&a.Tokens[i]), ".", "")) != strings.Count(a.spelling(&a.Tokens[i]), ".")+1 {
			return false
		}
	}
	return strings.HasPrefix(after, ". ") && next < len(a.Tokens) && a.Tokens[next].Segment == run.Segment &&
		a.Tokens[next].Position == a.Tokens[run.Last].Position+1 && a.Tokens[next].word.script == arabic.Arabic && !a.Tokens[next].word.ordinary
}

// isAcronym: words of two to six capitals each, without an English article.
func isAcronym(a *Article, run *LatinRun) bool {
	if a.isInitial(run) {
		return false
	}
	for i := run.First; i <= run.Last; i++ {
		letters := strings.ReplaceAll(a.spelling(&a.Tokens[i]), ".", "")
		if !a.Tokens[i].word.upper || len(letters) > 6 || arabic.Possessive(letters) > 0 {
			return false
		}
	}
	return true
}
