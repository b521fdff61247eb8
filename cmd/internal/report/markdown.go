package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"example.com/asma/checks"
)

// maxMarkdown is how many characters of a comment are filled. GitHub takes
// 65,536; GitLab takes more.
const maxMarkdown = 60_000

// longText is how many characters of a found stretch a row shows: a whole
// sentence left in English would drown the names.
const longText = 80

// writeMarkdown writes a comment for a pull request: one table from right to
// left, name by name.
func writeMarkdown(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	fmt.Fprint(out, "<div dir=\"rtl\">\n\n### أسماء\n\n")
	items := r.Open()
	if items.Len() == 0 {
		fmt.Fprintf(out, "لا مآخذ على الأسماء. الملفات: %d.\n\n</div>\n", r.Files)
		return out.Flush()
	}
	open := *r
	open.Items = items
	findings, counting := open.counting()
	fmt.Fprintf(out, "أخطاء: **%d** · تحذيرات: **%d** · ملاحظات: **%d** · تُحتسب: **%d** · الملفات: **%d**\n\n",
		findings["error"], findings["warning"], findings["info"], counting, r.Files)
	fmt.Fprint(out, "| الاسم | الموجود | المقترح | الموضع | الحكم |\n|---|---|---|---|---|\n")
	if left := r.markdownRows(out, items); left > 0 {
		fmt.Fprintf(out, "\nومواضع أخرى لا يتسع لها التعليق: **%d**.\n", left)
	}
	fmt.Fprint(out, "\n</div>\n")
	return out.Flush()
}

// markdownRows writes as many rows as a comment holds and tells how many are
// left.
func (r *Report) markdownRows(w io.Writer, items Items) (left int) {
	groups, order := byName(items)
	counts := r.counts()
	room := maxMarkdown
	left = items.Len()
	for _, name := range order {
		first := markdownName(name, counts[name])
		for _, item := range groups[name] {
			row := markdownRow(first, item)
			room -= utf8.RuneCountInString(row)
			if room < 0 {
				return left
			}
			io.WriteString(w, row)
			first = ""
			left--
		}
	}
	return left
}

// markdownName is the first cell of a name: what it is called, and how it is
// spelled in the texts.
func markdownName(name string, n *checks.NameCount) string {
	if n == nil {
		return markdownText(name)
	}
	var parts []string
	for _, s := range tally(n) {
		parts = append(parts, fmt.Sprintf("%s %s%d", markdownText(s.Text), s.sign(), s.Count))
	}
	return markdownText(name) + "<br>" + strings.Join(parts, " · ")
}

func markdownRow(name string, item Item) string {
	want := "—"
	if len(item.Fixes) > 0 {
		want = markdownText(shortened(item.Fixes[0].Text))
		if !item.Fixes[0].Safe {
			want += " (للمراجعة)"
		}
	}
	severity := severityLabels[item.Severity]
	if item.Counts {
		severity = "**" + severity + "**"
	}
	place := fmt.Sprintf("%s:%d:%d", item.Path, item.Start.Line, item.Start.Column)
	return fmt.Sprintf("| %s | %s | %s | <code dir=\"ltr\">%s</code> | %s: %s |\n",
		name, markdownText(shortened(item.Text)), want, markdownEscape(place), severity, markdownText(checkLabel(item.Check)))
}

func shortened(s string) string {
	runes := []rune(s)
	if len(runes) <= longText {
		return s
	}
	return string(runes[:longText]) + "…"
}

// markdownText gives text as text, isolated from the direction around it.
func markdownText(s string) string { return `<span dir="auto">` + markdownEscape(s) + "</span>" }

// markdownEscape writes ASCII punctuation as references, which are never
// markup: not of Markdown, not of a table, not of HTML, and no address either.
// @name and #1 are links whatever they are written as, unless their sign stands
// in an element of its own.
func markdownEscape(s string) string {
	var out strings.Builder
	for _, c := range visible(s) {
		switch {
		case c == '@' || c == '#':
			fmt.Fprintf(&out, "<span>&#%d;</span>", c)
		case c > ' ' && c < 0x7F && !('0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'):
			fmt.Fprintf(&out, "&#%d;", c)
		default:
			out.WriteRune(c)
		}
	}
	return out.String()
}
