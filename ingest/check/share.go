package check

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"tdkt/ingest/value"
)

// tolerance is how far, in percentage points, a printed share may lie from its counts.
const tolerance = 0.05

// Share holds a printed share against the counts that it is of. told is false where
// nothing can be said: the cell is blank or a formula error, or the whole is nought. A
// share is written with a sign or without, as 45,67 % or as the part of one, 0.4567; one
// written in whole percents may be rounded to them.
func Share(text string, number bool, part, whole int64) (agrees, told bool) {
	share, present, err := value.Percent(text, number)
	if !present || whole == 0 || errors.Is(err, value.ErrCell) {
		return false, false
	}
	if err != nil {
		return false, true
	}
	digits := strings.NewReplacer("%", "", " ", "", "\u00a0", "", ",", ".").Replace(strings.TrimSpace(text))
	places := 0
	if _, fraction, broken := strings.Cut(digits, "."); broken {
		places = len(fraction)
	}
	signed := strings.Contains(text, "%")
	near := func(share float64, places int) bool {
		slack := tolerance
		if places <= 0 {
			slack = 0.5
		}
		return math.Abs(share-float64(part)/float64(whole))*100 <= slack+1e-9
	}
	switch {
	case signed:
		return near(share, places), true
	case written(digits) <= 1: // the part of one, or below one per cent
		return near(share, places-2) || near(share/100, places), true
	default:
		return near(share, places), true
	}
}

// written is the number as it stands.
func written(digits string) float64 {
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return math.Inf(1)
	}
	return n
}
