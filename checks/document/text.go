package document

import "strings"

// bomLength is the number of bytes of the byte order mark at the start of source.
func bomLength(source string) int {
	if strings.HasPrefix(source, "\uFEFF") {
		return len("\uFEFF")
	}
	return 0
}

// longestLine is the length in bytes from which a line is read in parts. No
// paragraph is so long: what is a whole archive in one line must not be held in
// memory word by word at once.
const longestLine = 1 << 16

// readText makes a segment of every line that is not blank.
func readText(d *Document, source string) {
	d.Segments = make([]Segment, 0, strings.Count(source, "\n")+1)
	var b builder
	for i := bomLength(source); i < len(source); {
		end, next := lineEnd(source, i)
		if part := partEnd(source[i:end]); i+part < end {
			end, next = i+part, i+part
		}
		if line := source[i:end]; strings.TrimSpace(line) != "" {
			d.Segments = append(d.Segments, Segment{
				Text: line, Role: b.share(Role{Where: "line", Skip: mergeSpans(addresses(line))}), base: i,
			})
		}
		i = next
	}
	markPlainChrome(d.Segments)
}

// partEnd gives the end of the part of a line that is read at once: behind its
// last blank, if it has one.
func partEnd(line string) int {
	if len(line) <= longestLine {
		return len(line)
	}
	if blank := strings.LastIndexByte(line[:longestLine], ' '); blank >= 0 {
		return blank + 1
	}
	if blank := strings.IndexByte(line[longestLine:], ' '); blank >= 0 {
		return longestLine + blank + 1
	}
	return len(line)
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
