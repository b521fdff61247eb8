package document

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestHTMLSegments(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"inline markup is gone", "<p>ا<a href=x>ل<i>ل</i></a>ي", `body paragraph "اللي"` + "\n"},
		{"blocks cut", "أ<div>ب</div>ج<br>د<hr>ه", `body text "أ"` + "\n" + `body text "ب"` + "\n" + `body text "ج"` + "\n" + `body text "د"` + "\n" + `body text "ه"` + "\n"},
		{"what is not read", "<p>أ<script>x</script><style>y</style><svg><text>z</text></svg><noscript>n</noscript><textarea>t</textarea><iframe>i</iframe><template>t</template><pre>p</pre>ب",
			`body paragraph "أ"` + "\n" + `body text "ب"` + "\n"},
		{"a drawing that is not closed ends at a block", "<svg><p>أ", `body paragraph "أ"` + "\n"},
		{"code that goes over blocks", "<code>أ<div>ب</div>ج</code>د", `body text "أ" skip "أ"` + "\n" + `body text "ب" skip "ب"` + "\n" + `body text "جد" skip "ج"` + "\n"},
		{"language", `<p lang=ar>أ<p lang="en-US">b<p>c`, `body paragraph (ar) "أ"` + "\n" + `body paragraph (en-US) "b"` + "\n" + `body paragraph "c"` + "\n"},
		{"attributes that are prose", `<input placeholder=أ value=ب aria-label=ج><link title=د><a title=" ه "></a><meta name=keywords content=و>`,
			`attribute aria-label attribute "ج"` + "\n" + `attribute title attribute "ه"` + "\n"},
		{"of two attributes the first", `<img alt=أ ALT=ب>`, `attribute alt attribute "أ"` + "\n"},
		{"comments", "<!-- أ --><!--><!--x--!><!-- y", `comment " أ "` + "\n" + `comment ""` + "\n" + `comment "x"` + "\n" + `comment " y"` + "\n"},
		{"stray end tags", "</p></div>أ</span>ب</p>ج", `body text "أب"` + "\n" + `body text "ج"` + "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Open("f", "html", []byte(c.source))
			if err != nil {
				t.Fatal(err)
			}
			if got := describe(d); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

// Class names that tell of the page and not of the element, and boxes that hold
// the article, are not chrome; what readers wrote is, however long.
func TestHTMLChrome(t *testing.T) {
	for _, c := range []struct {
		name, source string
		chrome       bool // of the segment with the letter س
	}{
		{"class of the page", `<body class="sidebar"><p>س`, false},
		{"class that says what a page has", `<p>ص ص ص<div class="has-sidebar">س</div>`, false},
		{"camel case", `<p>ص ص ص<div class="mainMenu">س</div>`, true},
		{"box that holds the article", `<div class="widget"><h1>ص</h1><p>س</div>`, false},
		{"box that holds most of the text", `<p>ص<div class="widget">س طويل طويل</div>`, false},
		{"comments longer than the article", `<p>ص<div id="comments"><article><p>س طويل طويل</article></div>`, true},
		{"teaser in an aside", `<article>ص</article><aside><article>س</article></aside>`, true},
		{"header of the article", `<article><header>س</header>ص</article>`, false},
		{"header of the page", `<header>س</header><article>ص</article>`, true},
		{"link in the page itself", `<a class="skip-link">س</a><main>ص</main>`, true},
		{"text behind an inline box", `<main><p>ص<span class="share">ش</span>س</main>`, false},
		{"role", `<div role=navigation>س</div><main>ص</main>`, true},
		{"attribute in a menu", `<nav><img alt=س></nav><main>ص</main>`, true},
		{"menu that is not closed ends with what holds it", `<div><nav>ص</div><p>س`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, i, _ := find(t, "html", c.source, "س")
			if got := d.Segments[i].Origin == Chrome; got != c.chrome {
				t.Errorf("chrome: %v\n%s", got, describe(d))
			}
		})
	}
}

// The tokenizer of x/net/html is the reference for attributes and entities; it
// only cannot tell their places.
func FuzzHTMLAgreesWithTokenizer(f *testing.F) {
	for _, s := range htmlSeeds {
		f.Add(s)
	}
	f.Add(`<a alt= title="&amp;&copy=1&copyx&copy;&#65;&#x&#;" =id role/class / = name lang =
ar>&notit;&notin;&no&&#1605&#x;`)
	f.Fuzz(func(t *testing.T, source string) {
		if strings.ContainsAny(source, "\r\x00") { // the tokenizer rewrites them
			return
		}
		z := html.NewTokenizer(strings.NewReader(source))
		for at := 0; ; {
			kind := z.Next()
			token := Span{at, at + len(z.Raw())}
			at = token.End
			switch kind {
			case html.ErrorToken:
				return
			case html.TextToken:
				b := builder{source: source}
				b.decode(token, false)
				raw := source[token.Start:token.End]
				if got := string(b.text); got != html.UnescapeString(raw) {
					t.Fatalf("text %q is %q, want %q", raw, got, html.UnescapeString(raw))
				}
			case html.StartTagToken, html.SelfClosingTagToken:
				agreeOnAttributes(t, z.Token(), source, token)
			}
		}
	})
}

func agreeOnAttributes(t *testing.T, want html.Token, source string, tag Span) {
	t.Helper()
	list := attributes(source, tag)
	want.Attr = slices.DeleteFunc(want.Attr, func(a html.Attribute) bool { return !wanted[a.Key] })
	if len(list) != len(want.Attr) {
		t.Fatalf("tag %q has attributes %v, want %v", source[tag.Start:tag.End], list, want.Attr)
	}
	for i, a := range list {
		b := builder{source: source}
		b.decode(a.value, true)
		if w := want.Attr[i]; string(b.text) != w.Val {
			t.Fatalf("tag %q, attribute %s is %q, want %q", source[tag.Start:tag.End], a.name, b.text, w.Val)
		}
	}
}
