package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tdkt/queries/table"
)

// sortBy sorts by a number, those alike as they were.
func sortBy[T any](all []T, of func(T) int64) {
	slices.SortStableFunc(all, func(a, b T) int { return cmp.Compare(of(a), of(b)) })
}

// upper makes the first letter a capital.
func upper(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return strings.ToUpper(string(r)) + text[n:]
}

// lower makes the first letter a small one.
func lower(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return strings.ToLower(string(r)) + text[n:]
}

// yearText is a year as periods begin or end with it.
func yearText(year int) string { return strconv.Itoa(year) }

// date writes a day as the language does.
func (c *composer) date(d table.Date) string {
	if c.in.Lang == "en" {
		return d.String()
	}
	return fmt.Sprintf("%d/%d/%d", d.Day, int(d.Month), d.Year)
}
