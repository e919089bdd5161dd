package report

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"tdkt/data"
)

// Shape is how a number is written.
type Shape string

// The shapes of numbers. A shape with words holds them in the control, so that "tăng" turns into "giảm" with its number.
const (
	Count      Shape = "count"      // 1.379
	Share      Shape = "share"      // 45,99 %
	Change     Shape = "change"     // +12,34 %
	Difference Shape = "difference" // −764
	Risen      Shape = "risen"      // tăng 12,34 %
	RisenBy    Shape = "risen-by"   // giảm 764 lượt
	Told       Shape = "told"       // 764 lượt; where none is stated, that no return tells
)

var shapes = []Shape{Count, Share, Change, Difference, Risen, RisenBy, Told}

// unstated stands for what no return states.
const unstated = "–"

// minus is wider than a hyphen and no line breaks behind it.
const minus = "−"

// words of the shapes that have some: not comparable, no change, up, down, not told, awards.
var shapeWords = map[string][6]string{
	"vi": {"chưa so sánh được", "không thay đổi", "tăng %s", "giảm %s", "không báo cáo nào nêu", "%s\u00a0lượt"},
	"en": {"not comparable", "unchanged", "up %s", "down %s", "no return tells", "%s\u00a0awards"},
}

// Write writes an amount in a language.
func (s Shape) Write(lang string, a Amount) string {
	words := shapeWords[lang]
	if !a.Stated {
		switch s {
		case Risen, RisenBy:
			return words[0]
		case Told:
			return words[4]
		}
		return unstated
	}
	size := a
	if size.Num < 0 {
		size.Num = -size.Num
	}
	switch s {
	case Share:
		return strings.Replace(percent(lang, a), "-", minus, 1)
	case Change:
		return sign(a) + percent(lang, size)
	case Difference:
		return sign(a) + data.FormatInt(lang, size.Num)
	case Risen, RisenBy:
		text := percent(lang, size)
		if s == RisenBy {
			text = fmt.Sprintf(words[5], data.FormatInt(lang, size.Num))
		}
		switch {
		case a.Num == 0:
			return words[1]
		case a.Num > 0:
			return fmt.Sprintf(words[2], text)
		}
		return fmt.Sprintf(words[3], text)
	case Told:
		return fmt.Sprintf(words[5], data.FormatInt(lang, a.Num))
	}
	return strings.Replace(data.FormatInt(lang, a.Num), "-", minus, 1)
}

func percent(lang string, a Amount) string {
	return data.FormatPercent(lang, float64(a.Num)/float64(a.Den))
}

func sign(a Amount) string {
	switch {
	case a.Num > 0:
		return "+"
	case a.Num < 0:
		return minus
	}
	return ""
}

// plain writes an amount for machines: "1379", "-764/2143", "" where it is not stated.
func (a Amount) plain() string {
	switch {
	case !a.Stated:
		return ""
	case a.Den == 1:
		return strconv.FormatInt(a.Num, 10)
	}
	return fmt.Sprintf("%d/%d", a.Num, a.Den)
}

// parseAmount reads what plain writes.
func parseAmount(text string) (Amount, error) {
	if text == "" {
		return Amount{}, nil
	}
	top, bottom, ratio := strings.Cut(text, "/")
	n, err := strconv.ParseInt(top, 10, 64)
	d := int64(1)
	if err == nil && ratio {
		d, err = strconv.ParseInt(bottom, 10, 64)
	}
	if err != nil || d == 0 {
		return Amount{}, fmt.Errorf("amount %q: want a whole number or a ratio of two", text)
	}
	return Amount{n, d, true}, nil
}

var (
	grouped = regexp.MustCompile(`\d{1,3}(?:[.,]\d{3})+`)
	blanks  = regexp.MustCompile(`[\s\x{00a0}\x{2007}\x{202f}\x{200b}\x{feff}]+`)
)

// same tells whether two writings of a number in a shape say the same: blanks, letter case, the kind of the minus sign and, of
// whole numbers, the marks between thousands do not count.
func (s Shape) same(a, b string) bool { return s.bare(a) == s.bare(b) }

func (s Shape) bare(text string) string {
	text = strings.ToLower(blanks.ReplaceAllString(text, ""))
	text = strings.NewReplacer("−", "-", "‑", "-", "–", "-", "—", "-").Replace(text)
	if s == Count || s == Difference || s == RisenBy || s == Told {
		text = grouped.ReplaceAllStringFunc(text, func(m string) string { return strings.NewReplacer(".", "", ",", "").Replace(m) })
	}
	return text
}
