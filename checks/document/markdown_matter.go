package document

import (
	"slices"
	"strings"
)

// frontMatter gives the end of the block of YAML (between lines of ---) or TOML
// (+++) at the top of a Markdown file, or start where there is none. To a parser
// of Markdown it would be a heading.
func frontMatter(source string, start int) int {
	end, next := lineEnd(source, start)
	fence := source[start:end]
	if fence != "---" && fence != "+++" {
		return start
	}
	for i := next; i < len(source); i = next {
		end, next = lineEnd(source, i)
		if line := strings.TrimRight(source[i:end], " \t"); line == fence || fence == "---" && line == "..." {
			return next
		}
	}
	return start
}

// matterLine is a line of front matter with prose: a plain or quoted value of one
// line without escapes.
var matterLine = pattern(`^(?:title|description|summary|subtitle|excerpt)[ \t]*[:=][ \t]+` +
	`(?:"([^"\\]*)"|'([^']*)'|([^"'\\\[\]{}|>&*!%#@,` + "`" + `:\s-][^\\#:]*?))[ \t]*$`)

// readFrontMatter makes segments of the headline and summary of an article.
func readFrontMatter(source string, matter Span) []Segment {
	var found []Segment
	for i := matter.Start; i < matter.End; {
		end, next := lineEnd(source, i)
		if m := matterLine().FindStringSubmatchIndex(source[i:end]); m != nil {
			for g := 2; g < len(m); g += 2 {
				if m[g] < 0 {
					continue
				}
				b := builder{source: source}
				b.verbatim(Span{i + m[g], i + m[g+1]})
				if s, ok := b.take(layout{encode: encodeMatter, accept: acceptMatter(source, matter)}, true, Role{Where: "front matter"}); ok {
					s.Origin = Heading
					found = append(found, s)
				}
			}
		}
		i = next
	}
	return found
}

// acceptMatter tries an edit of front matter: after it all values must be read as
// before, but for the edited one.
func acceptMatter(source string, matter Span) func(*Segment, []Edit, string) bool {
	return func(s *Segment, edits []Edit, want string) bool {
		edited, err := Apply([]byte(source[:matter.End]), edits)
		if err != nil {
			return false
		}
		had, got := readFrontMatter(source, matter), readFrontMatter(string(edited), Span{matter.Start, len(edited)})
		return slices.EqualFunc(had, got, func(a, b Segment) bool {
			return b.Text == a.Text && a.Span(0, 0) != s.Span(0, 0) || b.Text == want && a.Span(0, 0) == s.Span(0, 0)
		})
	}
}

// plainMatter is text that means itself in YAML and TOML, quoted or not.
var plainMatter = pattern(`^[\p{L}\p{M}\p{N}\x{200C}\x{200D} ]*$`)

// encodeMatter writes words; anything else could change what the line means.
func encodeMatter(text string, level int) (string, bool) {
	return text, level == 0 && plainMatter().MatchString(text)
}
