package value

import (
	"regexp"
	"strings"

	"tdkt/data"
)

// Decision is what a cell tells of a decision; what it does not tell is empty.
type Decision struct {
	No        string // "123/QĐ-UBND", without spaces
	On        data.Date
	Authority string // what follows "của", as written
}

var (
	decisionNo  = regexp.MustCompile(`([0-9]+[A-Za-z]?(?: ?/ ?[0-9]{4})?) ?/ ?(\p{L}[\p{L}0-9]*(?: ?[-&./] ?\p{L}[\p{L}0-9]*)*)`)
	decisionDay = regexp.MustCompile(`(?:^|[^0-9/])([0-9]{1,2}) ?(?:[-/.]|tháng) ?([0-9]{1,2}) ?(?:[-/.]|,? ?năm) ?([0-9]{4}|[0-9]{2})(?:$|[^0-9/])`)
	numberOnly  = regexp.MustCompile(`^(?i:quyết định|qđ)? ?(?i:số)? ?:? ?([0-9]+[A-Za-z]?)$`)
	numberFirst = regexp.MustCompile(`^(?i:quyết định|qđ)? ?(?i:số)? ?:? ?([0-9]+[A-Za-z]?)[ ,;]+(?i:ngày)`)
	ofWhom      = regexp.MustCompile(`(?i)(?:^|[ ,;)])của (.+)$`)
	isoInside   = regexp.MustCompile(`(?:^|[^0-9])([0-9]{4})-([0-9]{2})-([0-9]{2})(?:$|[^0-9])`)
)

// ReadDecision reads number, day and authority of a decision out of one cell, as far as
// they stand there. A day that is not in the calendar is ErrImpossible beside the number
// that was read. Errors: ErrCell, ErrImpossible, ErrUnknown.
func ReadDecision(text string) (d Decision, present bool, err error) {
	t := signs(text)
	if t == "" {
		return d, false, nil
	}
	if IsCellError(t) {
		return d, true, ErrCell
	}
	rest := t
	if m := ofWhom.FindStringSubmatchIndex(rest); m != nil {
		d.Authority = strings.Trim(rest[m[2]:m[3]], " .,;")
		rest = strings.TrimSpace(rest[:m[0]])
	}
	switch m := decisionNo.FindStringSubmatchIndex(rest); {
	case m != nil:
		d.No = strings.ReplaceAll(rest[m[0]:m[1]], " ", "")
		rest = rest[:m[0]] + " " + rest[m[1]:]
	default:
		for _, form := range []*regexp.Regexp{numberOnly, numberFirst} {
			if m := form.FindStringSubmatchIndex(rest); m != nil {
				d.No = rest[m[2]:m[3]]
				rest = rest[m[3]:]
				break
			}
		}
	}
	d.On, err = dayIn(strings.ToLower(rest))
	if err == nil && d.No == "" && d.On == (data.Date{}) {
		err = ErrUnknown
	}
	return d, true, err
}

// dayIn finds the first day in a text; zero where there is none.
func dayIn(text string) (data.Date, error) {
	var p parts
	var err error
	if m := isoInside.FindStringSubmatch(text); m != nil {
		p, err = valid(atoi(m[1]), atoi(m[2]), atoi(m[3]))
	} else if m := decisionDay.FindStringSubmatch(text); m != nil {
		year := atoi(m[3])
		if len(m[3]) == 2 {
			year += 2000
		}
		p, err = valid(year, atoi(m[2]), atoi(m[1]))
	} else {
		return data.Date{}, nil
	}
	if err == nil && (p.day == 0 || p.month == 0) {
		err = ErrImpossible
	}
	if err != nil {
		return data.Date{}, err
	}
	return p.date(), nil
}
