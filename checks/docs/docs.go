// Package docs holds one Markdown page a check: documentation, the text of
// asma explain, and test in one.
package docs

import (
	"embed"
	"io/fs"
)

//go:embed *.md
var pages embed.FS

// Page gives the page of a check, "" where there is none.
func Page(check string) string {
	page, err := pages.ReadFile(check + ".md")
	if err != nil {
		return ""
	}
	return string(page)
}

// Pages gives all pages, each named after its check with .md behind.
func Pages() fs.FS { return pages }
