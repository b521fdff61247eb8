package document

import (
	"regexp"
	"strings"
	"sync"
)

// The addresses that are no prose. A page's address may hold Arabic letters, as
// https://ar.wikipedia.org/wiki/ترامب does; it ends at a space, a quotation mark,
// Arabic punctuation or a bidi control. \b knows ASCII only, which is wanted: in
// "رابطhttps://…" the address starts at the h.
var (
	pageAddress = pattern(`(?i)\b(?:[a-z][a-z0-9+.-]{1,20}://|www\.|mailto:)` +
		"[^\\s\u00A0<>\"`«»“”،؛؟|\\\\^{}\u200E\u200F\u202A-\u202E\u2066-\u2069]+")
	mailAddress = pattern(`(?i)[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+`)
	// Without a scheme only well-known ends count, or a path behind: "U.S." and
	// "Node.js" are prose.
	hostName = pattern(`(?i)\b(?:[a-z0-9-]+\.)+(?:(?:com|org|net|gov|edu|mil|int|info)\b(?:/[a-z0-9._~%/?#=&+-]*)?|[a-z]{2}/[a-z0-9._~%/?#=&+-]*)`)
	filePath = pattern(`^[("'\[]*((?:~|\.{1,2})?(?:/[A-Za-z0-9._-]+){2,}/?|[A-Za-z]:\\[^\s<>"|?*]+|(?:[A-Za-z0-9_-]+/)+[A-Za-z0-9_-]+\.[a-z][a-z0-9]{0,4}\b)`)
)

// pattern compiles an expression at its first use: a text may do without, and a
// start takes milliseconds.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// addresses finds the addresses of pages and mail and the file paths in a text.
// The result may overlap.
func addresses(text string) []Span {
	if !strings.ContainsAny(text, ".@/\\:") {
		return nil
	}
	var found []Span
	for i := 0; i < len(text); {
		n := strings.IndexAny(text[i:], whitespace)
		if n < 0 {
			n = len(text) - i
		}
		if chunk := text[i : i+n]; suspect(chunk) {
			found = addressesIn(chunk, i, found)
		}
		i += n + 1
	}
	return found
}

// suspect says whether a stretch without spaces may hold an address; it keeps the
// expressions away from nearly all text.
func suspect(chunk string) bool {
	if strings.ContainsAny(chunk, "@/\\") {
		return true
	}
	for i := 1; i+1 < len(chunk); i++ {
		if (chunk[i] == '.' || chunk[i] == ':') && isAlnum(chunk[i-1]) && isAlnum(chunk[i+1]) {
			return true
		}
	}
	return false
}

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

func addressesIn(chunk string, at int, found []Span) []Span {
	for _, e := range []*regexp.Regexp{pageAddress(), mailAddress(), hostName()} {
		for _, m := range e.FindAllStringIndex(chunk, -1) {
			end := m[0] + len(withoutStop(chunk[m[0]:m[1]]))
			found = append(found, Span{at + m[0], at + end})
		}
	}
	if m := filePath().FindStringSubmatchIndex(chunk); m != nil {
		end := m[2] + len(withoutStop(chunk[m[2]:m[3]]))
		found = append(found, Span{at + m[2], at + end})
	}
	return found
}

// withoutStop cuts the punctuation of the sentence from the end of an address; a
// closing bracket stays where its opening one is part of the address.
func withoutStop(address string) string {
	for address != "" {
		switch last := address[len(address)-1]; {
		case strings.IndexByte(".,;:!?'*_~", last) >= 0:
		case last == ')' && strings.Count(address, ")") > strings.Count(address, "("):
		case last == ']' && strings.Count(address, "]") > strings.Count(address, "["):
		default:
			return address
		}
		address = address[:len(address)-1]
	}
	return address
}
