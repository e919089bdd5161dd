package format

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"tdkt/data"
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
		return data.FormatInt(lang, v)
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
		return data.FormatPercent(lang, v)
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
	return data.FormatDecimal(lang, s)
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
