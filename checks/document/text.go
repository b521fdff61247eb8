package document

import "strings"

// bomLength is the number of bytes of the byte order mark at the start of source.
func bomLength(source string) int {
	if strings.HasPrefix(source, "\uFEFF") {
		return len("\uFEFF")
	}
	return 0
}

// readText makes a segment of every line that is not blank.
func readText(d *Document, source string) {
	d.Segments = make([]Segment, 0, strings.Count(source, "\n")+1)
	var b builder
	for i := bomLength(source); i < len(source); {
		end, next := lineEnd(source, i)
		if line := source[i:end]; strings.TrimSpace(line) != "" {
			d.Segments = append(d.Segments, Segment{
				Text: line, Role: b.share(Role{Where: "line", Skip: mergeSpans(addresses(line))}), base: i,
			})
		}
		i = next
	}
	markPlainChrome(d.Segments)
}

// lineEnd gives the end of the line that starts at i, without "\n" or "\r\n",
// and the start of the next one.
func lineEnd(source string, i int) (end, next int) {
	n := strings.IndexByte(source[i:], '\n')
	if n < 0 {
		return len(source), len(source)
	}
	end, next = i+n, i+n+1
	if end > i && source[end-1] == '\r' {
		end--
	}
	return end, next
}
