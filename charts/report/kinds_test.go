package report

import (
	"slices"
	"strings"
	"testing"

	"tdkt/data"
	"tdkt/queries/table"
)

// Every kind of report names sections that there are, and the queries that they read, no more and no less.
func TestKindsNameWhatThereIs(t *testing.T) {
	all, err := data.ReportKinds()
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, k := range all {
		if err := CheckKind(k); err != nil {
			t.Error(err)
		}
		for _, name := range sectionsOf(k.Sections) {
			used[name] = true
		}
	}
	for name := range registry {
		if !used[name] {
			t.Errorf("no kind of report has the section %s", name)
		}
	}
	one := func(sections []data.ReportSection, queries ...data.ReportQuery) error {
		return CheckKind(data.ReportKind{Code: "thu", Sections: sections, Queries: queries})
	}
	inPart := []data.ReportSection{{Part: "report.part.results", Sections: []data.ReportSection{{Section: "people"}}}}
	for what, err := range map[string]error{
		"no section khac":        one([]data.ReportSection{{Section: "khac"}}),
		"section people":         one(inPart),
		"the query by-cluster":   one(inPart, data.ReportQuery{Query: "by-beneficiary"}, data.ReportQuery{Query: "by-cluster"}),
		"the query by-benefici":  one(inPart, data.ReportQuery{Query: "by-cluster"}),
		"thu: no section there,": one([]data.ReportSection{{Annexes: true, Sections: []data.ReportSection{{Section: "there,"}}}}),
	} {
		if err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%v, want it to say %q", err, what)
		}
	}
}

// A section that reads a query, or a figure of one, without saying so is a fault, not an empty table.
func TestSectionsSayWhatTheyRead(t *testing.T) {
	year := func(name string) table.Table {
		return table.Table{Name: name, Columns: []table.Column{{Name: "award_year", Kind: table.KindInt}, {Name: "award_count", Kind: table.KindInt, Figure: "mart_x/award_count", Keys: []string{"award_year"}}}}
	}
	in := Input{Request: Request{Kind: data.ReportKind{Queries: []data.ReportQuery{{Query: "said"}, {Query: "unsaid"}}}}, Tables: map[string]table.Table{"said": {Name: "said"}, "unsaid": year("unsaid")}}
	c := newComposer(in)
	c.name, c.reads = "thu", []string{"said"}
	c.table("said")
	if c.faults != nil {
		t.Fatal(c.faults)
	}
	c.table("unsaid")
	c.figure("mart_x", "award_count", "award_year", "2025")
	if len(c.faults) != 2 || !strings.Contains(c.faults[0], "section thu reads the query unsaid") || !strings.Contains(c.faults[1], "mart_x/award_count") {
		t.Error(c.faults)
	}
	c.faults, c.reads = nil, []string{"unsaid"}
	c.figure("mart_x", "award_count", "award_year", "2025")
	if c.faults != nil {
		t.Error(c.faults)
	}
}

// What was asked for stands in the parameters; what was not is not asked.
func TestFeedsOfARequest(t *testing.T) {
	k := data.ReportKind{Series: 5, Queries: []data.ReportQuery{
		{Query: "a", Params: map[string]string{"year": "{last_year}", "years": "{years}"}},
		{Query: "b", Params: map[string]string{"period": "{period}"}}, {Query: "b", Params: map[string]string{"period": "{compare}"}},
		{Query: "c", Params: map[string]string{"focus": "{focus}"}},
	}}
	for _, c := range []struct {
		shows string
		r     Request
		want  []string
	}{
		{"a year", Request{Kind: k, Period: data.YearPeriod(2025), Compare: data.YearPeriod(2024)}, []string{"a 2025 5", "b 2025", "b 2024"}},
		{"several", Request{Kind: k, Period: data.YearSpan(2004, 2009), Focus: data.YearSpan(2006, 2008)}, []string{"a 2009 6", "b 2004..2009", "c 2006..2008"}},
		{"no period", Request{Kind: k}, []string{"a 0 1", "b"}},
	} {
		var got []string
		for _, f := range c.r.Feeds() {
			got = append(got, strings.TrimSpace(f.Query+" "+f.Params["year"]+f.Params["period"]+f.Params["focus"]+" "+f.Params["years"]))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.shows, got, c.want)
		}
	}
}
