//go:build generate

package main

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
	"example.com/asma/glossary/translit"
)

// displayNames is the shape of territories.json and languages.json.
type displayNames struct {
	Main map[string]struct {
		LocaleDisplayNames struct{ Territories, Languages map[string]string }
	}
}

func territories(dir string) []row {
	english, arab := display(dir, "territories.json")
	var out []row
	for key, name := range english.Territories {
		if len(key) == 2 {
			out = append(out, territory(key, name, english.Territories, arab.Territories))
		}
	}
	return byKey(out)
}

// territory takes the short Arabic name where there is one; the other English
// names become Latin forms.
func territory(key, name string, english, arab map[string]string) row {
	r := row{key: key, name: plain(name), arabic: arab[key]}
	for _, alt := range []string{"short", "variant"} {
		if other := plain(english[key+"-alt-"+alt]); other != "" && other != r.name && !strings.Contains(other, "(") {
			r.latin = append(r.latin, other)
		}
	}
	return r
}

// languages gives the languages that CLDR itself covers well, those that news
// is written in and about, where their Arabic is an adjective as it should be:
// what is only respelt (الهوسا, المايثيلي) is too often odd.
func languages(dir string) []row {
	english, arab := display(dir, "languages.json")
	var coverage struct{ EffectiveCoverageLevels map[string]string }
	read(dir, "cldr-core/coverageLevels.json", &coverage)
	var out []row
	for key, name := range english.Languages {
		level := coverage.EffectiveCoverageLevels[key]
		if level == "modern" && arabic.HasArticle(arab.Languages[key]) && strings.HasSuffix(arab.Languages[key], "ية") && !strings.Contains(name, " ") {
			out = append(out, row{key: key, name: plain(name), arabic: arab.Languages[key]})
		}
	}
	return byKey(out)
}

func display(dir, file string) (english, arab struct{ Territories, Languages map[string]string }) {
	var names [2]displayNames
	for i, locale := range []string{"en", "ar"} {
		read(dir, filepath.Join("cldr-localenames-full/main", locale, file), &names[i])
	}
	return names[0].Main["en"].LocaleDisplayNames, names[1].Main["ar"].LocaleDisplayNames
}

// currencies gives those that are in use somewhere.
func currencies(dir string) []row {
	used := tender(dir)
	type display struct{ DisplayName string }
	var names [2]struct {
		Main map[string]struct {
			Numbers struct{ Currencies map[string]display }
		}
	}
	for i, locale := range []string{"en", "ar"} {
		read(dir, filepath.Join("cldr-numbers-full/main", locale, "currencies.json"), &names[i])
	}
	arab := names[1].Main["ar"].Numbers.Currencies
	var out []row
	for key, c := range names[0].Main["en"].Numbers.Currencies {
		if used[key] && strings.Contains(arab[key].DisplayName, " ") {
			out = append(out, row{key: key, name: plain(c.DisplayName), arabic: arab[key].DisplayName})
		}
	}
	return byKey(out)
}

// tender gives the currencies that a country pays with today.
func tender(dir string) map[string]bool {
	var file struct {
		Supplemental struct {
			CurrencyData struct {
				Region map[string][]map[string]map[string]string
			}
		}
	}
	read(dir, "cldr-core/supplemental/currencyData.json", &file)
	out := map[string]bool{}
	for _, list := range file.Supplemental.CurrencyData.Region {
		for _, currency := range list {
			for key, facts := range currency {
				if facts["_to"] == "" && facts["_tender"] != "false" {
					out[key] = true
				}
			}
		}
	}
	return out
}

// cities gives the cities that time zones are called by.
func cities(dir string) []row {
	english, arab := zones(dir, "en"), zones(dir, "ar")
	var out []row
	for key, name := range arab {
		called := english[key]
		if called == "" {
			called = strings.ReplaceAll(key[strings.LastIndex(key, "/")+1:], "_", " ")
		}
		if !strings.Contains(called, ",") {
			out = append(out, row{key: key, name: plain(called), arabic: name})
		}
	}
	return byKey(out)
}

func zones(dir, locale string) map[string]string {
	var file struct {
		Main map[string]struct {
			Dates struct{ TimeZoneNames struct{ Zone map[string]any } }
		}
	}
	read(dir, filepath.Join("cldr-dates-full/main", locale, "timeZoneNames.json"), &file)
	out := map[string]string{}
	walkZones(file.Main[locale].Dates.TimeZoneNames.Zone, "", out)
	return out
}

func walkZones(tree map[string]any, prefix string, out map[string]string) {
	for key, value := range tree {
		switch v := value.(type) {
		case string:
			if key == "exemplarCity" {
				out[strings.TrimSuffix(prefix, "/")] = v
			}
		case map[string]any:
			walkZones(v, prefix+key+"/", out)
		}
	}
}

// plain writes an English name as newspapers do.
func plain(name string) string {
	return strings.NewReplacer(" & ", " and ", "St. ", "Saint ", "’", "'").Replace(name)
}

func byKey(rows []row) []row {
	byKey := map[string]row{}
	for _, r := range rows {
		byKey[r.key] = r
	}
	out := make([]row, 0, len(byKey))
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		out = append(out, byKey[key])
	}
	return out
}

// soundBound is the probability from which a word passes for a rendering of
// its Latin counterpart; the program that proves the glossary has the same.
const soundBound = 0.01

// rulesFor marks a place whose Arabic is a translation or a conventional name
// that does not sound like the Latin one. Which are everyday words too (مالي)
// people decide, in places-*.tsv.
func rulesFor(r row) string {
	latin, arab := strings.Fields(arabic.LatinKey(r.name)), strings.Fields(r.arabic)
	switch {
	case len(latin) == len(arab) && sounds(latin, arab):
		return ""
	case len(arab) > 1 && slices.ContainsFunc(arab, arabic.Ordinary):
		return "translation"
	}
	return "exonym"
}

func sounds(latin, arab []string) bool {
	for i, w := range arab {
		if translit.Probability(translit.CompileLatin(latin[i]), translit.CompileArabic(arabic.Indefinite(w))) < soundBound {
			return false
		}
	}
	return true
}
