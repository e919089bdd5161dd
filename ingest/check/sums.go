package check

// Part is one figure that goes into a whole.
type Part struct {
	Amount  int64
	Present bool // blank is not nought
	Cell    string
}

// Sum adds the parts that are present; present is false where none is.
func Sum(parts []Part) (sum int64, present bool) {
	for _, p := range parts {
		if p.Present {
			sum += p.Amount
			present = true
		}
	}
	return sum, present
}

// Outgrows gives the first part at which the running sum of the parts exceeds the whole,
// and that sum; at is -1 where the parts fit. Parts that fall short of their whole fit:
// what they do not tell is unknown.
func Outgrows(whole int64, parts []Part) (at int, sum int64) {
	for i, p := range parts {
		if !p.Present {
			continue
		}
		if sum += p.Amount; sum > whole {
			return i, sum
		}
	}
	return -1, sum
}
