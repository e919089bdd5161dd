package value

import (
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// most is above every count of awards: the people of the country are about a hundred million.
const most = 99_999_999

var (
	plainDigits  = regexp.MustCompile(`^[0-9]+$`)
	groupedDots  = regexp.MustCompile(`^[0-9]{1,3}(\.[0-9]{3})+$`)
	groupedGaps  = regexp.MustCompile(`^[0-9]{1,3}( [0-9]{3})+$`)
	groupedComma = regexp.MustCompile(`^[0-9]{1,3}(,[0-9]{3}){2,}$`) // two commas are no decimal comma
	oneComma     = regexp.MustCompile(`^[0-9]{1,3},[0-9]{3}$`)
	decimal      = regexp.MustCompile(`^([0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+),([0-9]+)$`)
	decimalPoint = regexp.MustCompile(`^([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]+)$`)
)

// Count reads a whole-number cell; present is false where the cell is blank. number is true
// where the workbook holds a number: its point is then a decimal point, in text it groups
// thousands.
//
// A stroke or slash says nought aloud: in Vietnamese statistics it stands for "did not
// occur". An x does not: it is a tick in one return, nought crossed out in another, and in
// a statistical form "not to be filled in". So it is ErrAmbiguous, as are words for
// nought; the sender writes 0 or leaves the cell blank, which means not reported.
// Dots, such as "…", are not read as blank either.
// Errors: ErrCell, ErrNotNumber, ErrNotWhole, ErrNegative, ErrAmbiguous, ErrHuge.
func Count(text string, number bool) (n int64, present bool, err error) {
	t := signs(text)
	if t == "" {
		return 0, false, nil
	}
	if IsCellError(t) {
		return 0, true, ErrCell
	}
	if number {
		return countNumber(t)
	}
	switch strings.ToLower(t) {
	case "-", "--", "---", "/":
		return 0, true, nil
	case "x", "v", "✓", "×", "không", "ko":
		return 0, true, ErrAmbiguous
	}
	if rest, minus := strings.CutPrefix(t, "-"); minus {
		if _, _, err := Count(strings.TrimSpace(rest), false); err != nil {
			return 0, true, ErrNotNumber
		}
		return 0, true, ErrNegative
	}
	digits, err := wholeDigits(t)
	if err != nil {
		return 0, true, err
	}
	digits = strings.TrimLeft(digits, "0")
	if digits == "" {
		return 0, true, nil
	}
	if n, err = strconv.ParseInt(digits, 10, 64); err != nil || n > most {
		return 0, true, ErrHuge
	}
	return n, true, nil
}

// wholeDigits strips the grouping of a whole number written as text, and decimals that
// are all nought.
func wholeDigits(t string) (string, error) {
	switch {
	case plainDigits.MatchString(t):
		return t, nil
	case groupedDots.MatchString(t), groupedGaps.MatchString(t), groupedComma.MatchString(t):
		return ungroup.Replace(t), nil
	case oneComma.MatchString(t):
		return "", ErrAmbiguous // 1,234: a fraction here, a thousand abroad
	}
	m := decimal.FindStringSubmatch(t)
	if m == nil {
		m = decimalPoint.FindStringSubmatch(t)
	}
	if m == nil {
		return "", ErrNotNumber
	}
	if strings.Trim(m[2], "0") != "" {
		return "", ErrNotWhole
	}
	return ungroup.Replace(m[1]), nil
}

var ungroup = strings.NewReplacer(".", "", ",", "", " ", "")

// noise is how far a sum of binary fractions may lie from the whole number it shows.
const noise = 1e-9

func countNumber(t string) (int64, bool, error) {
	f, err := strconv.ParseFloat(t, 64)
	switch {
	case err != nil && !errors.Is(err, strconv.ErrRange) || math.IsNaN(f):
		return 0, true, ErrNotNumber
	case math.Abs(f) > most:
		return 0, true, ErrHuge
	}
	whole := math.Round(f)
	if math.Abs(f-whole) > noise {
		return 0, true, ErrNotWhole
	}
	if whole < 0 {
		return 0, true, ErrNegative
	}
	return int64(whole), true, nil
}

// Percent reads a share, as a part of one: "45,67%" is 0.4567. Without a sign a figure up
// to 1 is the share itself and a larger one counts hundredths, as both stand in the ratio
// columns of returns. Errors: ErrCell, ErrNotNumber, ErrNegative.
func Percent(text string, number bool) (share float64, present bool, err error) {
	t := signs(text)
	if t == "" {
		return 0, false, nil
	}
	if IsCellError(t) {
		return 0, true, ErrCell
	}
	if t == "-" || t == "/" {
		return 0, true, nil
	}
	t, signed := strings.CutSuffix(t, "%")
	t = strings.TrimSpace(t)
	if !number {
		t = strings.ReplaceAll(t, ",", ".")
	}
	if strings.HasPrefix(t, "-") {
		return 0, true, ErrNegative
	}
	if strings.Trim(t, "0123456789.") != "" {
		return 0, true, ErrNotNumber
	}
	share, err = strconv.ParseFloat(t, 64)
	if err != nil {
		return 0, true, ErrNotNumber
	}
	if signed || share > 1 {
		share /= 100
	}
	return share, true, nil
}
