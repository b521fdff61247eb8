package report

import (
	"cmp"

	"example.com/asma/checks"
)

// The formats that editors read as a page speak Arabic. These are their words.

var severityLabels = map[checks.Severity]string{checks.Error: "خطأ", checks.Warning: "تحذير", checks.Info: "ملاحظة"}

var checkLabels = map[string]string{
	"mixed-script":          "اسم بحروف لاتينية",
	"deprecated-spelling":   "كتابة مرفوضة",
	"inconsistent-spelling": "كتابات مختلفة في المقال",
	"unlisted-spelling":     "كتابة غير مدرجة",
	"untranslated-name":     "اسم لم يُعرَّب",
	"corpus-inconsistency":  "كتابات مختلفة بين الملفات",
	"unexplained-acronym":   "اختصار بلا شرح",
	"article-on-name":       "أل التعريف",
	"joined-scripts":        "كتابتان في كلمة واحدة",
	"repeated-word":         "كلمة مكررة",
	"untranslated-text":     "جملة لم تُترجم",
}

// checkLabel gives what a page calls a check; a new one goes by its own name.
func checkLabel(name string) string { return cmp.Or(checkLabels[name], name) }

var statusLabels = map[checks.Status]string{
	checks.Preferred: "مفضلة", checks.Admitted: "مقبولة", checks.Deprecated: "مرفوضة", checks.Translated: "مترجمة بالمعنى",
	checks.Unlisted: "غير مدرجة", checks.Discovered: "من النص", checks.Foreign: "لاتينية",
}
