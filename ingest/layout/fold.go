package layout

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tdkt/data"
)

var bracketed = regexp.MustCompile(`\([^()]*\)`)

// unbracketed is a text without what stands in brackets.
func unbracketed(s string) string { return bracketed.ReplaceAllString(s, " ") }

// folded is a line whose accents were taken off letter by letter, so that what a
// pattern finds in base can be cut out of the line as written.
type folded struct {
	text []rune // as written, composed, white space as single spaces
	base string // one byte a rune: lower case, without accents, '?' for what is not ASCII
}

func fold(s string) folded {
	text := []rune(strings.Join(strings.Fields(norm.NFC.String(s)), " "))
	base := make([]byte, len(text))
	for i, r := range text {
		base[i] = baseLetter(r)
	}
	return folded{text: text, base: string(base)}
}

func baseLetter(r rune) byte {
	r = unicode.ToLower(data.Letter(r))
	if r == 'đ' {
		return 'd'
	}
	if d, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r))); d < unicode.MaxASCII {
		return byte(d)
	}
	return '?'
}

// cut gives a part of the line as written.
func (f folded) cut(from, to int) string {
	return strings.TrimSpace(string(f.text[from:to]))
}

// find gives the sub-matches of a pattern over base, as written; nil where none.
func (f folded) find(re *regexp.Regexp) []string {
	at := re.FindStringSubmatchIndex(f.base)
	if at == nil {
		return nil
	}
	parts := make([]string, len(at)/2)
	for i := range parts {
		if at[2*i] >= 0 {
			parts[i] = f.cut(at[2*i], at[2*i+1])
		}
	}
	return parts
}

// has says whether a pattern is found in base.
func (f folded) has(re *regexp.Regexp) bool { return re.MatchString(f.base) }

// without gives the line with every match of a pattern blanked out.
func (f folded) without(re *regexp.Regexp) folded {
	base, text := []byte(f.base), append([]rune(nil), f.text...)
	for _, at := range re.FindAllStringIndex(f.base, -1) {
		for i := at[0]; i < at[1]; i++ {
			base[i], text[i] = ' ', ' '
		}
	}
	return folded{text: text, base: string(base)}
}

// upper says whether a text is all in capitals.
func upper(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
	}
	return letters
}

func (k Known) form(text string) bool { return k.Form != nil && k.Form(data.Key(text)) }
func (k Known) achievement(text string) bool {
	return k.Achievement != nil && k.Achievement(data.Key(text))
}
func (k Known) unit(text string) bool  { return k.Unit != nil && k.Unit(data.Key(text)) }
func (k Known) class(text string) bool { return k.ClassWord != nil && k.ClassWord(data.Key(text)) }
