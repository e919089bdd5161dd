package report

import (
	"fmt"
	"testing"

	"tdkt/data"
	"tdkt/queries/table"
)

// TestSeriesYears: a year before the first return must not look like a year without awards, and no year may vanish that somebody owes
// for, or asks to look at.
func TestSeriesYears(t *testing.T) {
	one := int64(1)
	for _, c := range []struct {
		shows        string
		period       data.ReportPeriod
		focus        data.ReportPeriod
		told, owed   []int
		all, without []int
	}{
		{"years before the first are left out", data.YearPeriod(2024), data.ReportPeriod{}, []int{2022, 2024}, nil, []int{2022, 2023, 2024}, []int{2020, 2021}},
		{"not where units owe returns", data.YearPeriod(2024), data.ReportPeriod{}, []int{2024}, []int{2021}, []int{2021, 2022, 2023, 2024}, []int{2020}},
		{"not where somebody looks at them", data.YearPeriod(2024), data.YearSpan(2021, 2022), []int{2024}, nil, []int{2021, 2022, 2023, 2024}, []int{2020}},
		{"the year itself stays", data.YearPeriod(2024), data.ReportPeriod{}, nil, nil, []int{2024}, []int{2020, 2021, 2022, 2023}},
		{"several years are as asked for", data.YearSpan(2022, 2024), data.ReportPeriod{}, []int{2024}, nil, []int{2022, 2023, 2024}, nil},
	} {
		in := Input{Request: Request{Kind: data.ReportKind{Series: 5}, Period: c.period, Focus: c.focus}, Lang: "vi", Tables: map[string]table.Table{}}
		owed := table.Table{Columns: []table.Column{{Name: "award_year"}, {Name: "expected_unit_count"}, {Name: "complete_unit_count"}, {Name: "is_over"}, {Name: "is_provisional"}}}
		for _, y := range c.owed {
			owed.Rows = append(owed.Rows, []any{int64(y), int64(3), int64(0), true, true})
		}
		in.Tables["completeness-year"] = owed
		comp := newComposer(in)
		comp.reads = []string{"by-beneficiary", "completeness-year"}
		comp.kinds["mart_beneficiary_year/award_count?award_year"] = []string{"by-beneficiary"}
		for _, y := range c.told {
			comp.known[fmt.Sprintf("mart_beneficiary_year/award_count?award_year=%d", y)] = &one
		}
		all, without := comp.seriesYears()
		if fmt.Sprint(all, without) != fmt.Sprint(c.all, c.without) || comp.faults != nil {
			t.Errorf("%s: %v without %v, want %v without %v; %v", c.shows, all, without, c.all, c.without, comp.faults)
		}
	}
}
