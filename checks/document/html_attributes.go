package document

import "strings"

// An attribute is one attribute of a tag: its name in lower case, the bytes of
// its value and the quotation mark round it, 0 for none.
type attribute struct {
	name  string
	value Span
	quote byte
}

// wanted are the attributes that the reader looks at.
var wanted = wordSet(`alt title aria-label content name property itemprop role class id lang xml:lang hidden aria-hidden`)

// attributes reads those attributes of the start tag in source at tag that are
// listed in wanted, as the HTML standard's tokenizer does. Of two with one name
// the first counts.
func attributes(source string, tag Span) []attribute {
	var list []attribute
	i, end := tag.Start+1, tag.End-1 // without < and >
	for i < end && !isSpace(source[i]) && source[i] != '/' {
		i++
	}
	for {
		for i < end && (isSpace(source[i]) || source[i] == '/') {
			i++
		}
		if i >= end {
			return list
		}
		start := i
		for i++; i < end && !isSpace(source[i]) && source[i] != '/' && source[i] != '='; i++ {
		}
		a := attribute{name: strings.ToLower(source[start:i])}
		a.value, a.quote, i = attributeValue(source, i, end)
		if wanted[a.name] && !has(list, a.name) {
			list = append(list, a)
		}
	}
}

// attributeValue reads "= value" at i, if it stands there.
func attributeValue(source string, i, end int) (value Span, quote byte, next int) {
	k := i
	for k < end && isSpace(source[k]) {
		k++
	}
	if k >= end || source[k] != '=' {
		return Span{i, i}, 0, i
	}
	for k++; k < end && isSpace(source[k]); k++ {
	}
	if k < end && (source[k] == '"' || source[k] == '\'') {
		if n := strings.IndexByte(source[k+1:end], source[k]); n >= 0 {
			return Span{k + 1, k + 1 + n}, source[k], k + n + 2
		}
		return Span{k + 1, end}, source[k], end
	}
	start := k
	for k < end && !isSpace(source[k]) {
		k++
	}
	return Span{start, k}, 0, k
}

func isSpace(c byte) bool { return strings.IndexByte(whitespace, c) >= 0 }

func has(list []attribute, name string) bool {
	for _, a := range list {
		if a.name == name {
			return true
		}
	}
	return false
}
