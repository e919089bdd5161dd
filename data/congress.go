package data

import "strings"

// CongressCycle is the years that a national congress of patriotic emulation (Đại hội Thi đua yêu nước toàn quốc) looks back on,
// from the year of the congress before it to its own; neighbours share that year.
type CongressCycle struct {
	Code     string `csv:"cycle_code,key"`
	NameVI   string `csv:"name_vi"`
	NameEN   string `csv:"name_en"`
	FromYear int    `csv:"from_year"`
	ToYear   int    `csv:"to_year"`
	Verified bool   `csv:"verified"`
	Note     string `csv:"note,optional"`
}

// Period is the cycle as a period.
func (c CongressCycle) Period() ReportPeriod {
	return ReportPeriod{Kind: PeriodCycle, From: c.FromYear, To: c.ToYear, Cycle: c}
}

// ReportPeriod reads a period, or the code of a cycle between congresses. An error is a PeriodError.
func (r *Reference) ReportPeriod(text string) (ReportPeriod, error) {
	for _, c := range r.Cycles {
		if strings.EqualFold(strings.TrimSpace(text), c.Code) {
			return c.Period(), nil
		}
	}
	return ParseReportPeriod(text)
}

func (l Lists) checkCycles(f *faults) {
	for _, c := range l.Cycles {
		if c.ToYear <= c.FromYear {
			f.add("congress_cycle %s: ends %d, begins %d", c.Code, c.ToYear, c.FromYear)
		}
		if _, err := ParseReportPeriod(c.Code); err == nil {
			f.add("congress_cycle %s: the code is a period already", c.Code)
		}
	}
}
