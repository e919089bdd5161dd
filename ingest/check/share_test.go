package check

import "testing"

func TestShare(t *testing.T) {
	for _, c := range []struct {
		name         string
		text         string
		number       bool
		part, whole  int64
		agrees, told bool
	}{
		{"with a comma and a sign", "45,67%", false, 4567, 10000, true, true},
		{"a blank before the sign", "45,67 %", false, 4567, 10000, true, true},
		{"a no-break blank before the sign", "45,67\u00a0%", false, 4567, 10000, true, true},
		{"hundredths without a sign", "45.67", true, 4567, 10000, true, true},
		{"the part of one, as a workbook keeps it", "0.4567", true, 4567, 10000, true, true},
		{"the part of one in text", "0,4567", false, 4567, 10000, true, true},
		{"many digits of a formula", "0.666666666666667", true, 2, 3, true, true},
		{"rounded to one place", "66,7%", false, 2, 3, true, true},
		{"rounded to whole percents", "67%", false, 2, 3, true, true},
		{"cut off instead of rounded", "66%", false, 2, 3, false, true},
		{"at the tolerance", "45,72%", false, 4567, 10000, true, true},
		{"beyond it", "45,73%", false, 4567, 10000, false, true},
		{"beyond it from below", "0.4561", true, 4567, 10000, false, true},
		{"below one per cent", "0,5", false, 1, 200, true, true},
		{"all of it", "100%", false, 3, 3, true, true},
		{"all of it as one", "1", true, 3, 3, true, true},
		{"all of it as a hundred", "100", true, 3, 3, true, true},
		{"more than all", "150%", false, 3, 2, true, true},
		{"of another count", "0,6", false, 30, 100, false, true},
		{"nothing, said aloud", "-", false, 0, 7, true, true},
		{"something, said to be nothing", "-", false, 3, 7, false, true},
		{"a blank says nothing", " ", false, 3, 7, false, false},
		{"no whole, no share", "0%", false, 0, 0, false, false},
		{"a formula error is no share", "#DIV/0!", false, 1, 2, false, false},
		{"words are no share", "một nửa", false, 1, 2, false, true},
		{"below nought", "-50%", false, 1, 2, false, true},
	} {
		if agrees, told := Share(c.text, c.number, c.part, c.whole); agrees != c.agrees || told != c.told {
			t.Errorf("%s: %q of %d in %d: agrees %v, told %v", c.name, c.text, c.part, c.whole, agrees, told)
		}
	}
}
