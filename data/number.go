package data

import (
	"math"
	"strconv"
	"strings"
)

// FormatInt writes n with its thousands apart: "1.234" in Vietnamese, "1,234" in English.
func FormatInt(lang string, n int64) string {
	digits := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	return sign + groupThousands(digits, separators(lang).thousands)
}

// FormatPercent writes the ratio x (0.4567) as a percentage with two decimals: "45,67 %" in Vietnamese (with a no-break
// space), "45.67%" in English. A ratio that is not a number (no denominator) is "–".
func FormatPercent(lang string, x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "–"
	}
	sep := separators(lang)
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(math.Abs(x)*100, 'f', 2, 64), ".")
	sign := ""
	if x < 0 && (strings.Trim(whole, "0") != "" || strings.Trim(fraction, "0") != "") {
		sign = "-"
	}
	return sign + groupThousands(whole, sep.thousands) + sep.decimal + fraction + sep.percent
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
