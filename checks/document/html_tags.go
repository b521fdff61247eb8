package document

import "strings"

// A tag is what the reader knows of an element by its name.
type tag struct {
	block  bool   // ends the segment before it, and its end ends its own
	void   bool   // has no content and no end
	unread bool   // what is inside is no prose
	code   bool   // inline code: part of the text, but skipped
	where  string // what its text is called; "" as what surrounds it
}

var tags = makeTags()

// makeTags builds the table of elements, after the HTML standard's rendering
// section (which are blocks) and its lists of void and of raw text elements.
func makeTags() map[string]tag {
	m := map[string]tag{}
	each := func(names string, change func(*tag)) {
		for _, n := range strings.Fields(names) {
			t := m[n]
			change(&t)
			m[n] = t
		}
	}
	each(`address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt
		fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li
		link listing main menu meta nav ol optgroup option p pre search section select summary table tbody td
		template textarea tfoot th thead title tr ul video audio canvas object br`, func(t *tag) { t.block = true })
	each(`area base br col embed frame hr img input link meta param source track wbr`, func(t *tag) { t.void = true })
	each(`script style noscript template svg math textarea iframe pre xmp listing noembed noframes plaintext object
		canvas audio video datalist`, func(t *tag) { t.unread = true })
	each(`code kbd samp tt`, func(t *tag) { t.code = true })
	for where, names := range map[string]string{
		"title": "title", "heading": "h1 h2 h3 h4 h5 h6", "paragraph": "p", "list item": "li", "table cell": "td th",
		"caption": "figcaption caption", "quotation": "blockquote", "definition": "dt dd", "button": "button option",
		"text": "article section main aside header footer nav body form",
	} {
		each(names, func(t *tag) { t.where = where })
	}
	return m
}

// tagOf gives what is known of an element. One with a name of its own, as in
// <amp-story>, is taken for a block: two words that run together are worse than a
// sentence that is cut. Namespaced names of office programs (<o:p>) and all else
// are transparent.
func tagOf(name string) tag {
	t, known := tags[name]
	if !known {
		t.block = strings.Contains(name, "-")
	}
	return t
}

// impliedEnd gives the elements that the start of a block ends, and those beyond
// which it has no such power.
func impliedEnd(name string) (closes, within []string) {
	switch name {
	case "li":
		return []string{"li"}, []string{"ul", "ol", "menu", "dir"}
	case "dt", "dd":
		return []string{"dt", "dd"}, []string{"dl"}
	case "td", "th":
		return []string{"td", "th"}, []string{"table", "tr"}
	case "tr", "tbody", "thead", "tfoot":
		return []string{"tr"}, []string{"table"}
	case "option", "optgroup":
		return []string{"option"}, []string{"select"}
	}
	return nil, nil
}
