package report

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// The page shows what was found, in its own font, without an error in the
// console, a refused style or script, or a connection. With -artifacts a
// screenshot and the printed page are kept to be looked at.
func TestPageInChromium(t *testing.T) {
	p := openTab(t, written(t, "html", sample(t)))
	expect(t, p, "document.dir", "rtl")
	expect(t, p, "[...document.fonts].map(f => f.status).join()", "loaded")
	expect(t, p, "getComputedStyle(document.querySelector('.key')).display", "inline-block")
	expect(t, p, "document.querySelectorAll('article').length", "4")
	expect(t, p, "document.querySelectorAll('article details[open]').length", "3")
	expect(t, p, "document.querySelectorAll('.findings li').length", "8")
	expect(t, p, "document.querySelectorAll('article mark.allowed').length", "1")
	expect(t, p, "document.querySelector('article mark.error').textContent", "خليفة هفترخليفة حفتر")
	expect(t, p, "performance.getEntriesByType('resource').filter(e => !e.name.startsWith('data:')).length", "0")
	p.screenshot(filepath.Join(t.ArtifactDir(), "page.png"))
	p.print(filepath.Join(t.ArtifactDir(), "page.pdf"))
	if len(p.messages) > 0 {
		t.Errorf("console: %s", strings.Join(p.messages, "\n"))
	}
}

func expect(t *testing.T, p *tab, script, want string) {
	t.Helper()
	if got := p.evaluate(script); got != want {
		t.Errorf("%s is %q, want %q", script, got, want)
	}
}

// The filters work alone and together, and let go again.
func TestPageFilters(t *testing.T) {
	p := openTab(t, written(t, "html", sample(t)))
	count := func(selector string) string {
		return p.evaluate(fmt.Sprintf("[...document.querySelectorAll(%q)].filter(e => e.checkVisibility()).length", selector))
	}
	set := func(id, value string) {
		p.evaluate(fmt.Sprintf("{const e = document.getElementById(%q); e.value = %q; e.dispatchEvent(new Event('input', {bubbles: true}))}", id, value))
	}
	reset := func() {
		p.evaluate("document.querySelector('[type=reset]').click(), new Promise(done => setTimeout(done, 50))")
	}
	for _, c := range []struct {
		what, name, check, file         string
		rows, articles, findings, marks string
	}{
		{"all", "", "", "", "1", "4", "8", "10"},
		{"a name", "Khalifa Haftar", "", "", "1", "4", "6", "7"},
		{"a spelling without hamza and harakat", "عَقيلة صالح", "", "", "1", "1", "0", "2"},
		{"a part of a name in small letters", "haft", "", "", "1", "4", "6", "7"},
		{"no name", "نص لا يوجد", "", "", "0", "0", "0", "0"},
		{"a check", "", "mixed-script", "", "1", "1", "2", "2"},
		{"a file", "", "", "0", "1", "1", "0", "1"},
		{"a check in a file", "", "deprecated-spelling", "1", "1", "1", "2", "2"},
		{"a check that is not in the file", "", "mixed-script", "1", "0", "0", "0", "0"},
	} {
		reset()
		set("name", c.name)
		set("check", c.check)
		set("file", c.file)
		got := []string{count(".name"), count("article"), count(".findings li"), count("article mark:not(.off)")}
		if want := []string{c.rows, c.articles, c.findings, c.marks}; !slices.Equal(got, want) {
			t.Errorf("%s: rows, articles, findings, marks are %v, want %v", c.what, got, want)
		}
	}
	reset()
	p.evaluate("document.querySelector('.name button').click()")
	expect(t, p, "document.getElementById('name').value", "Khalifa Haftar")
	expect(t, p, "document.getElementById('shown').textContent", "المآخذ الظاهرة: 6 · المقالات: 4")
}

// hostile are texts that would be markup, script or style if they were not
// kept from it.
var hostile = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `</style><script>alert(1)</script>`,
	`</title><svg onload=alert(1)>`, `javascript:alert(1)`, `{{.Policy}}`, `<!--`, `]]>`, "\u202E\u2066\x1b[31m\x00", `&lt;b&gt;`, "</details></article>",
}

// Whatever the input holds, in paths, texts, messages and names, the page has
// the elements of a harmless one and no other.
func TestHostileInputStaysText(t *testing.T) {
	harmless := sample(t)
	r := sample(t)
	items := listed(r)
	for i := range items {
		item := &items[i]
		bad := strings.Join(hostile, " ") + hostile[i%len(hostile)]
		item.Message += bad
		item.Text += bad
		item.Check += bad
		if item.Suppressed != "" {
			item.Suppressed += bad
		}
		for k := range item.Fixes {
			item.Fixes[k].Text += bad
		}
	}
	for _, a := range r.Articles {
		old := a.Doc.Path
		a.Doc.Path += strings.Join(hostile, "")
		for i := range items {
			if items[i].Path == old {
				items[i].Path = a.Doc.Path
			}
		}
		for _, n := range a.Names {
			n.Label = strings.Join(hostile, "") + n.Label
		}
		for i := range a.Doc.Segments {
			a.Doc.Segments[i].Text += strings.Join(hostile, " ")
		}
	}
	r.Items = List(items...)

	r.Version = strings.Join(hostile, "")
	page := written(t, "html", r)
	if want, got := skeleton(written(t, "html", harmless)), skeleton(page); !slices.Equal(want, got) {
		t.Errorf("elements and attributes\n%v\nof the harmless page became\n%v", want, got)
	}
	p := openTab(t, page)
	expect(t, p, "document.querySelectorAll('.findings li').length", "8")
	if len(p.messages) > 0 {
		t.Errorf("console: %s", strings.Join(p.messages, "\n"))
	}
}

// skeleton gives the elements of a page with the names of their attributes,
// but for the options of a filter, which are as many as there are checks.
func skeleton(page string) []string {
	var out []string
	z := html.NewTokenizer(strings.NewReader(page))
	for z.Next() != html.ErrorToken {
		token := z.Token()
		if token.Type != html.StartTagToken || token.Data == "option" {
			continue
		}
		names := []string{token.Data}
		for _, a := range token.Attr {
			names = append(names, a.Key)
		}
		out = append(out, strings.Join(names, " "))
	}
	return out
}

var policy = regexp.MustCompile(`default-src 'none'; style-src 'sha256-[^' ]+'; script-src 'sha256-[^' ]+'; font-src data:; base-uri 'none'; form-action 'none'`)

// The policy allows the page's own style and script and nothing else: no
// address, no inline style.
func TestPagePolicyIsStrict(t *testing.T) {
	page := html.UnescapeString(written(t, "html", sample(t)))
	if !policy.MatchString(page) {
		t.Error("no strict policy")
	}
	if strings.Contains(page, " style=") || regexp.MustCompile(`https?://[^ ]*["')]`).MatchString(page) {
		t.Error("an inline style or an address")
	}
}

// The golden holds the page without its style, script and font.
func withoutAssets(page string) string {
	page = regexp.MustCompile(`(?s)<style>.*</style>`).ReplaceAllString(page, "<style></style>")
	page = regexp.MustCompile(`(?s)<script>.*</script>`).ReplaceAllString(page, "<script></script>")
	return regexp.MustCompile(`sha256-[^&]*`).ReplaceAllString(page, "sha256")
}
