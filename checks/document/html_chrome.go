package document

import (
	"slices"
	"strings"
	"unicode"
)

// chrome tells the article of a page from what surrounds it. While the page is
// read, every element that looks like a menu, a footer or a comment form by its
// name, role or class opens a part, and the text of each part is counted. Only at
// the end, when it is known where the article is, does a part count as chrome:
// page builders call boxes "widget" and "content-sidebar-wrap" that hold the
// whole article.
type chrome struct {
	parts []part // parts[0] is the page
	heart bool   // the page says where its article is
}

// A part is an element that may be chrome or an article, and the text in it that
// is in no inner part.
type part struct {
	outer   int
	text    int
	suspect bool // looks like chrome; false for the page itself and for articles
	heart   bool // holds the article or its headline
	others  bool // holds what others wrote, comments or related articles, in which <article> says nothing
	story   bool // stands in an article
}

func newChrome() chrome { return chrome{parts: make([]part, 1)} }

// see notes the marks of the article itself.
func (c *chrome) see(in int, name string, list []attribute, source string) {
	sure := name == "main" || name == "h1"
	for _, a := range list {
		value := source[a.value.Start:a.value.End]
		switch a.name {
		case "itemprop":
			sure = sure || value == "articleBody"
		case "role":
			sure = sure || value == "main"
		case "class", "id":
			sure = sure || mayBeChrome(name) && slices.ContainsFunc(strings.Fields(strings.ToLower(value)), isArticleClass)
		}
	}
	if sure || name == "article" && !c.inSuspect(in) {
		c.markHeart(in)
	}
}

// inSuspect says whether a part looks like chrome or stands in one that does.
func (c *chrome) inSuspect(in int) bool {
	for i := in; i > 0; i = c.parts[i].outer {
		if c.parts[i].suspect {
			return true
		}
	}
	return false
}

// markHeart notes that the article is here, unless others wrote it.
func (c *chrome) markHeart(in int) {
	if c.parts[in].others {
		return
	}
	c.heart = true
	for i := in; i > 0 && !c.parts[i].heart; i = c.parts[i].outer {
		c.parts[i].heart = true
	}
}

// isArticleClass knows the names that content systems give the article's text:
// WordPress, Drupal, Blogger, Joomla, Elementor, AMP.
func isArticleClass(class string) bool {
	switch class {
	case "entry-content", "post-content", "article-content", "article-body", "article__body", "story-body", "post-body",
		"td-post-content", "single-content", "amp-wp-article-content", "field--name-body", "field-name-body", "item-page",
		"elementor-widget-theme-post-content", "article-text", "news-content", "post_content", "entry_content", "articlebody":
		return true
	}
	return false
}

// enter gives the part that the inside of an element belongs to.
func (c *chrome) enter(in int, name string, list []attribute, source string) int {
	story := c.parts[in].story || name == "article"
	suspect, others := byName(name, story), c.parts[in].others
	for _, a := range list {
		value := strings.ToLower(source[a.value.Start:a.value.End])
		switch {
		case a.name == "role":
			suspect = suspect || slices.Contains(chromeRoles, value)
		case a.name == "hidden" || a.name == "aria-hidden" && value == "true":
			suspect = true
		case (a.name == "class" || a.name == "id") && mayBeChrome(name):
			s, o := byClass(source[a.value.Start:a.value.End])
			suspect, others = suspect || s, others || o
		}
	}
	if !suspect && story == c.parts[in].story {
		return in
	}
	c.parts = append(c.parts, part{outer: in, suspect: suspect, others: others, story: story})
	return len(c.parts) - 1
}

var chromeRoles = []string{"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alertdialog"}

// byName knows the elements that are chrome by themselves. A header or footer
// inside an article is part of it.
func byName(name string, story bool) bool {
	switch name {
	case "nav", "aside", "form", "button", "select", "dialog", "menu", "search":
		return true
	case "header", "footer":
		return !story
	}
	suspect, _ := byClass(name)
	return suspect && strings.Contains(name, "-") // <amp-sidebar>, <site-footer>
}

// mayBeChrome says whether the class of an element is looked at: that of the page
// and of the article tell of what else is on the page ("has-sidebar").
func mayBeChrome(name string) bool {
	switch name {
	case "html", "body", "main", "article", "p", "h1", "b", "i", "em", "strong", "title":
		return false
	}
	return true
}

// chromeWords are the words of class names that mark chrome.
var chromeWords = wordSet(`menu submenu nav navbar navigation breadcrumb breadcrumbs sidebar related relatedposts comment comments
	commentlist commentform respond disqus share sharing shares sharedaddy addtoany social footer widget widgets newsletter subscribe
	subscription cookie cookies gdpr consent pagination pager popup modal ad ads advert advertisement adsbygoogle sponsored promo outbrain
	taboola recommended recommendations topbar toolbar masthead offcanvas copyright mostread trending ticker skiplink`)

// othersWords are those of them that mark what others wrote.
var othersWords = wordSet(`comment comments commentlist commentform respond disqus related relatedposts recommended
	recommendations mostread trending outbrain taboola`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// byClass judges a class or id attribute: is it chrome, is it by others.
func byClass(value string) (suspect, others bool) {
	for _, class := range strings.Fields(value) {
		for _, word := range classWords(class) {
			suspect = suspect || chromeWords[word]
			others = others || othersWords[word]
		}
		suspect = suspect || class == "skip-link" || class == "screen-reader-text" || class == "visually-hidden"
	}
	return suspect, others
}

// classWords cuts a class into its words: main-menu, main_menu and mainMenu are
// the same. Classes that say what a page has, or that a page builder gives to
// everything, have none.
func classWords(class string) []string {
	lower := strings.ToLower(class)
	for _, prefix := range []string{"has-", "no-", "with-", "without-", "is-", "elementor-", "wpb_", "vc_", "menu-item-has"} {
		if strings.HasPrefix(lower, prefix) {
			return nil
		}
	}
	var list []string
	start := 0
	for i, c := range class {
		if c == '-' || c == '_' {
			list = append(list, strings.ToLower(class[start:i]))
			start = i + 1
		} else if unicode.IsUpper(c) && c < 0x80 && i > start && class[i-1] >= 'a' && class[i-1] <= 'z' {
			list = append(list, strings.ToLower(class[start:i]))
			start = i
		}
	}
	return append(list, strings.ToLower(class[start:]))
}

// count adds the bytes of a segment to its part.
func (c *chrome) count(in, size int) { c.parts[in].text += size }

// judge says of each part whether it is chrome: it looks so and holds neither
// the article nor, on a page that does not say where that is, more than half of
// the text; or it stands in one that is.
func (c *chrome) judge() []bool {
	for i := len(c.parts) - 1; i > 0; i-- { // inner parts come after outer ones
		c.parts[c.parts[i].outer].text += c.parts[i].text
	}
	is := make([]bool, len(c.parts))
	for i := 1; i < len(is); i++ {
		p := c.parts[i]
		most := !c.heart && !p.others && 2*p.text > c.parts[0].text
		is[i] = is[p.outer] || p.suspect && !p.heart && !most
	}
	return is
}
