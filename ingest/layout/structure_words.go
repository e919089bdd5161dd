package layout

import (
	"regexp"
	"strings"
)

// The words by which people and statistical offices name totals and sources, beyond those of
// a return (words.go).
var (
	sumWords    = regexp.MustCompile(`(?i)^\W*((grand|sub)[ -]?)?totals?\b|,? totals?\W*(\\?\d+)?\W*$|^\W*all\s+\pL+`)
	otherWords  = regexp.MustCompile(`(?i)^\W*all\s+(other|khác)`)
	sourceWords = regexp.MustCompile(`(?i)^\W*(sources?|notes?|footnotes?|symbols?|https?|nguồn|chú thích|xem thêm|see also|for more)\b|^\\?\d{1,2}\s+\pL|^\(\d{1,2}\)\s*\pL`)
)

// isSource tells a line that says where figures come from or explains a mark.
func isSource(text string) bool { return len(text) < 2000 && sourceWords.MatchString(text) }

// isSum tells the words of a sum; key is data.Key of them.
func isSum(label, key string) bool {
	if len(label) > 200 || !strings.Contains(key, "tong") && !strings.Contains(key, "total") && !strings.Contains(key, "cong") && !strings.Contains(key, "all") {
		return false
	}
	return isTotal(label) || sumWords.MatchString(unbracketed(label)) && !otherWords.MatchString(label)
}
