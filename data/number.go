package data

import (
	"math"
	"strconv"
	"strings"
)

// FormatInt writes n with its thousands apart: "1.234" in Vietnamese, "1,234" in English.
func FormatInt(lang string, n int64) string { return FormatDecimal(lang, strconv.FormatInt(n, 10)) }

// FormatDecimal writes a plain decimal ("-1234.5") with the marks of the language: "-1.234,5" in Vietnamese, "-1,234.5" in
// English.
func FormatDecimal(lang, plain string) string {
	sep := separators(lang)
	sign := ""
	if strings.HasPrefix(plain, "-") {
		sign, plain = "-", plain[1:]
	}
	whole, fraction, broken := strings.Cut(plain, ".")
	if broken {
		fraction = sep.decimal + fraction
	}
	return sign + groupThousands(whole, sep.thousands) + fraction
}

// FormatPercent writes the ratio x (0.4567) as a percentage with two decimals: "45,67 %" in Vietnamese (with a no-break
// space), "45.67%" in English. A ratio that is not a number (no denominator) is "–".
func FormatPercent(lang string, x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "–"
	}
	percent := strconv.FormatFloat(x*100, 'f', 2, 64)
	if strings.Trim(percent, "-0.") == "" {
		percent = "0.00" // never minus nought
	}
	return FormatDecimal(lang, percent) + separators(lang).percent
}

type numberForm struct {
	thousands, decimal, percent string
}

func separators(lang string) numberForm {
	if lang == "en" {
		return numberForm{",", ".", "%"}
	}
	return numberForm{".", ",", "\u00a0%"}
}

func groupThousands(digits, sep string) string {
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(sep)
		}
		b.WriteRune(d)
	}
	return b.String()
}
