package format

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"tdkt/queries/table"
)

const blank = "—"

// present writes a cell for people. Thousands are parted only in columns that have a unit:
// a year or a code is no amount.
func present(v any, c table.Column, lang string) string {
	switch v := v.(type) {
	case nil:
		return blank
	case string:
		return printable(v)
	case bool:
		if v {
			return table.Text{VI: "có", EN: "yes"}.In(lang)
		}
		return table.Text{VI: "không", EN: "no"}.In(lang)
	case table.Date:
		if lang == "en" {
			return v.String()
		}
		return v.Time().Format("02/01/2006")
	case int64:
		if c.Unit == (table.Text{}) {
			return strconv.FormatInt(v, 10)
		}
		return parted(strconv.FormatInt(v, 10), lang)
	case float64:
		return presentFloat(v, c, lang)
	}
	return table.Plain(v)
}

func presentFloat(v float64, c table.Column, lang string) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return table.Plain(v)
	}
	if c.Share {
		return parted(strconv.FormatFloat(v*100, 'f', 2, 64), lang) + table.Text{VI: " %", EN: "%"}.In(lang)
	}
	s := table.Plain(v)
	if strings.ContainsRune(s, 'e') {
		return s
	}
	if c.Unit == (table.Text{}) {
		if lang == "en" {
			return s
		}
		return strings.Replace(s, ".", ",", 1)
	}
	return parted(s, lang)
}

// parted writes a plain decimal with the marks of the language: 1.234,5 or 1,234.5.
func parted(plain, lang string) string {
	thousand, point := ".", ","
	if lang == "en" {
		thousand, point = ",", "."
	}
	sign := ""
	if strings.HasPrefix(plain, "-") {
		sign, plain = "-", plain[1:]
	}
	whole, fraction, hasFraction := strings.Cut(plain, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(thousand)
		}
		b.WriteRune(d)
	}
	if hasFraction {
		b.WriteString(point + fraction)
	}
	return b.String()
}

// printable is s on one line, without characters that would move the cursor or turn the text.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u200d':
			return '\ufffd'
		}
		return r
	}, s)
}
