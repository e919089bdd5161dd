package door

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tdkt/queries/library"
)

// A tally tells how many awards are of a type and how many went to a kind of recipient, not both at once. Whatever they truly were,
// the truth lies within what form-achievement says; and where the two totals leave one answer only, it says just that. What is
// lost if this breaks: a cell of a signed form with a number that nobody stated.
func TestFormAchievementHoldsWhateverIsTrue(t *testing.T) {
	dice := rand.New(rand.NewPCG(11, 7))
	kinds, types := []string{"collective_count", "household_count", "individual_count"}, []string{"thuong_xuyen", "chuyen_de", "dot_xuat"}
	script := published + ";\ndelete from fct_beneficiary_count; delete from fct_award_count; delete from mart_cube"
	truth := map[string]int{}
	const tallies = 60
	for i := range tallies {
		form, whole := fmt.Sprintf("form%d", i), 0
		byKind, byType := map[string]int{}, map[string]int{}
		for _, k := range kinds {
			for _, a := range types {
				n := 0
				if dice.IntN(2) == 0 { // many are nought, so that some totals leave one answer
					n = dice.IntN(4)
				}
				truth[form+" "+a+" "+k] = n
				byKind[k], byType[a], whole = byKind[k]+n, byType[a]+n, whole+n
			}
		}
		script += fmt.Sprintf(`;
insert into fct_beneficiary_count by name select 'h-227' as unit_code, 2025 as award_year, 0 as decided_year, '%s' as form_code, 'tinh' as level_code,
    'tally' as source, %d as award_count, %d as collective_count, %d as household_count, %d as individual_count`, form, whole, byKind[kinds[0]], byKind[kinds[1]], byKind[kinds[2]])
		for a, n := range byType {
			script += fmt.Sprintf(";\ninsert into fct_award_count values ('h-227', 2025, 0, '%s', 'tinh', '%s', 'tally', %d)", form, a, n)
		}
	}
	d, err := Open(publish(t, script))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	q, err := library.Get("form-achievement")
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.Query(context.Background(), q, map[string]string{"year": "2025"})
	if err != nil {
		t.Fatal(err)
	}
	exact, open, seen := 0, 0, 0
	for r := range got.Rows {
		form, a, k := got.Text(r, "form_code"), got.Text(r, "achievement_code"), got.Text(r, "measure_code")
		want, crossed := truth[strings.Join([]string{form, a, k}, " ")]
		if !crossed {
			continue
		}
		seen++
		least, _ := got.Int(r, "at_least")
		most, _ := got.Int(r, "at_most")
		if int64(want) < least || int64(want) > most {
			t.Errorf("%s %s %s: from %d to %d, and truly %d", form, a, k, least, most, want)
		}
		if least == most {
			exact++
		} else {
			open++
		}
	}
	if seen != tallies*len(kinds)*len(types) || exact == 0 || open == 0 {
		t.Errorf("%d crossed cells, %d told, %d left open", seen, exact, open)
	}
}

// A list tells every crossing; its figures lead to the cube.
func TestFormAchievementTellsListsExactly(t *testing.T) {
	d := openFixture(t)
	q, err := library.Get("form-achievement")
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.Query(context.Background(), q, map[string]string{"year": "2025"})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"ldtt thuong_xuyen individual_count": "10 10 mart_cube/individual_count?award_year=2025&form_code=ldtt&level_code=chua_ro&achievement_code=thuong_xuyen",
		"ldtt thuong_xuyen leader_count":     "3 3 ",
		"bk_tinh dot_xuat award_count":       "2 2 ",
		"bk_tinh dot_xuat collective_count":  "0 2 ", // 2 of 7 awards ad hoc, 3 of 7 to collectives
		"bk_tinh chua_ro collective_count":   "1 3 ",
		"bk_tinh chua_ro leader_count":       "0 1 ",
	}
	for r := range got.Rows {
		k := strings.Join([]string{got.Text(r, "form_code"), got.Text(r, "achievement_code"), got.Text(r, "measure_code")}, " ")
		if w, asked := want[k]; asked {
			if is := fmt.Sprintf("%s %s %s", got.Text(r, "at_least"), got.Text(r, "at_most"), got.FigureID(r, got.Col("of_lists"))); is != w {
				t.Errorf("%s: %q, want %q", k, is, w)
			}
			delete(want, k)
		}
	}
	for k := range want {
		t.Errorf("%s is missing", k)
	}
}

// Movements, bodies and staff are asked by year, the newest by itself; each figure leads to its mart.
func TestFormStatisticsOfAYear(t *testing.T) {
	d := openFixture(t)
	for _, c := range []struct {
		year string
		want []string
	}{
		{"0", []string{"2025 staff_total all 9 1 mart_statistic_year/statistic_count?report_year=2025&statistic=staff_total&column_code=all",
			"2025 staff_total woman 5 1 mart_statistic_year/statistic_count?report_year=2025&statistic=staff_total&column_code=woman"}},
		{"2024", []string{"2024 movement_total all 7 2 mart_statistic_year/statistic_count?report_year=2024&statistic=movement_total&column_code=all"}},
		{"2023", nil},
	} {
		q, err := library.Get("form-statistics")
		if err != nil {
			t.Fatal(err)
		}
		got, err := d.Query(context.Background(), q, map[string]string{"year": c.year})
		if err != nil {
			t.Fatal(err)
		}
		var rows []string
		for r := range got.Rows {
			rows = append(rows, strings.Join([]string{got.Text(r, "report_year"), got.Text(r, "statistic_code"), got.Text(r, "column_code"),
				got.Text(r, "statistic_count"), got.Text(r, "unit_count"), got.FigureID(r, got.Col("statistic_count"))}, " "))
		}
		if strings.Join(rows, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: %v, want %v", c.year, rows, c.want)
		}
	}
}
