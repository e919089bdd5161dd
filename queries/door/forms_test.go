package door

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
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
	script := published + ";\ndelete from fct_beneficiary_count; delete from fct_award_count; delete from mart_cube; delete from mart_crossed"
	truth, given := map[string]int{}, map[string]bool{}
	const tallies = 90
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
		var crossed []string // every other tally crosses each kind or not, by the toss of a die
		for _, k := range kinds {
			if i%2 == 0 && dice.IntN(2) == 0 && byKind[k] > 0 {
				crossed, given[form+" "+k] = append(crossed, k), true
			}
		}
		for _, a := range types {
			row := ""
			for _, k := range crossed {
				row += fmt.Sprintf(", %d as %s", truth[form+" "+a+" "+k], k)
			}
			if row != "" {
				script += fmt.Sprintf(`;
insert into mart_crossed by name select 'h-227' as unit_code, 2025 as award_year, '%s' as form_code, 'tinh' as level_code, '%s' as achievement_code%s`, form, a, row)
			}
		}
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
		switch {
		case least == most:
			exact++
		case given[form+" "+k]:
			t.Errorf("%s %s %s: from %d to %d, and the tally crosses it: %d", form, a, k, least, most, want)
		default:
			open++
		}
	}
	if seen != tallies*len(kinds)*len(types) || exact == 0 || open == 0 || len(given) < 30 {
		t.Errorf("%d crossed cells, %d told, %d left open, %d kinds crossed", seen, exact, open, len(given))
	}
}

// Mẫu 03 crosses classes with types, merging the two highest; Mẫu 02 leaders and others; 0602 kinds alone. Whatever the individuals
// truly are lies within what form-achievement says of every class, and what a sender crossed it says just so.
func TestFormAchievementHoldsClassesThatTalliesCross(t *testing.T) {
	dice := rand.New(rand.NewPCG(8, 9))
	types := []string{"thuong_xuyen", "chuyen_de", "dot_xuat"}
	classes := []string{"leader_ministry_province", "leader_department", "leader_other", "direct_worker"}
	script := published + ";\ndelete from fct_beneficiary_count; delete from fct_award_count; delete from mart_cube; delete from mart_crossed"
	truth := map[string]int{}
	const tallies = 60
	for i := range tallies {
		form := fmt.Sprintf("form%d", i)
		n, collectives := map[string]int{}, map[string]int{}
		for _, a := range types {
			for _, c := range classes {
				if dice.IntN(2) == 0 {
					n[a+c] = dice.IntN(4)
				}
			}
			collectives[a] = dice.IntN(3)
		}
		sum := func(types, classes []string) (sum int) {
			for _, a := range types {
				for _, c := range classes {
					sum += n[a+c]
				}
			}
			return sum
		}
		senior, leaders, worker := classes[:2], classes[:3], classes[3:]
		people, whole := sum(types, classes), 0
		told := map[string]string{ // of the whole form
			"mau_03": fmt.Sprintf("%d as leader_other_count, %d as direct_worker_count, %d as class_unknown_count", sum(types, classes[2:3]), sum(types, worker), sum(types, senior)),
			"mau_02": fmt.Sprintf("%d as leader_any_count, %d as not_leader_count, %d as class_unknown_count", sum(types, leaders), sum(types, worker), people),
			"0602": fmt.Sprintf("%d as leader_ministry_province_count, %d as leader_department_count, %d as leader_other_count, %d as direct_worker_count, 0 as class_unknown_count",
				sum(types, classes[:1]), sum(types, classes[1:2]), sum(types, classes[2:3]), sum(types, worker)),
		}
		of := []string{"mau_03", "mau_02", "0602"}[i%3]
		for _, a := range types {
			at := []string{a}
			crossed := map[string]string{
				"mau_03": fmt.Sprintf("nullif(%d, 0) as leader_senior_count, nullif(%d, 0) as leader_other_count, nullif(%d, 0) as direct_worker_count, %d as class_unknown_count", sum(at, senior), n[a+"leader_other"], n[a+"direct_worker"], sum(at, senior)),
				"mau_02": fmt.Sprintf("nullif(%d, 0) as leader_any_count, nullif(%d, 0) as not_leader_count, %d as class_unknown_count", sum(at, leaders), sum(at, worker), sum(at, classes)),
				"0602":   fmt.Sprintf("%d as class_unknown_count", sum(at, classes)),
			}[of]
			script += fmt.Sprintf(`;
insert into mart_crossed by name select 'h-227' as unit_code, 2025 as award_year, '%s' as form_code, 'tinh' as level_code, '%s' as achievement_code, %d as individual_count, %s;
insert into fct_award_count values ('h-227', 2025, 0, '%s', 'tinh', '%s', 'tally', %d)`, form, a, sum(at, classes), crossed, form, a, sum(at, classes)+collectives[a])
			whole += sum(at, classes) + collectives[a]
			for measure, of := range map[string][]string{"leader_count": leaders, "leader_senior_count": senior, "leader_other_count": classes[2:3], "direct_worker_count": worker,
				"not_leader_count": worker, "leader_department_count": classes[1:2], "individual_count": classes, "class_unknown_count": nil} {
				truth[strings.Join([]string{form, a, measure}, " ")] = sum(at, of)
			}
		}
		script += fmt.Sprintf(`;
insert into fct_beneficiary_count by name select 'h-227' as unit_code, 2025 as award_year, 0 as decided_year, '%s' as form_code, 'tinh' as level_code, 'tally' as source,
    %d as award_count, %d as collective_count, %d as individual_count, %s`, form, whole, whole-people, people, told[of])
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
	stated := map[string][]string{"0": {"leader_count", "leader_senior_count", "leader_other_count", "direct_worker_count", "not_leader_count"}, "1": {"leader_count", "not_leader_count"}, "2": nil}
	seen, exact := 0, 0
	for r := range got.Rows {
		form, a, m := got.Text(r, "form_code"), got.Text(r, "achievement_code"), got.Text(r, "measure_code")
		want, asked := truth[strings.Join([]string{form, a, m}, " ")]
		if !asked {
			continue
		}
		seen++
		least, _ := got.Int(r, "at_least")
		most, _ := got.Int(r, "at_most")
		if int64(want) < least || int64(want) > most {
			t.Errorf("%s %s %s: from %d to %d, and truly %d", form, a, m, least, most, want)
		}
		no, _ := strconv.Atoi(strings.TrimPrefix(form, "form"))
		if least == most {
			exact++
		} else if m == "individual_count" || slices.Contains(stated[fmt.Sprint(no%3)], m) {
			t.Errorf("%s %s %s: from %d to %d, and the tally crosses it: %d", form, a, m, least, most, want)
		}
	}
	if seen != len(truth) || exact == seen {
		t.Errorf("%d of %d figures, %d told", seen, len(truth), exact)
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
		"bk_tinh dot_xuat leader_count":      "1 1 ", // Mẫu 02 tells it
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

// Mẫu 03 tells what was proposed by kind: of such a tally nothing is left open, of any other all is.
func TestFormProposedTellsTheKindsOfTallies(t *testing.T) {
	script := published + ";\ndelete from fct_proposal; delete from fct_list_row; delete from fct_contribution"
	for _, p := range []struct {
		form  string
		kinds map[string]int
		whole int
	}{{"bk_tinh", map[string]int{"collective_count": 6, "individual_count": 20}, 26}, {"ldtt", nil, 4}} {
		script += fmt.Sprintf(`;
insert into fct_proposal by name select 'h-227' as unit_code, 2025 as award_year, 0 as decided_year, '%s' as form_code, 'tinh' as level_code, 'chua_ro' as achievement_code,
    'tally' as source, %d as proposal_count`, p.form, p.whole)
		for kind, n := range p.kinds {
			script += fmt.Sprintf(`;
insert into fct_contribution by name select 'c-%s' as contribution_id, 'proposed' as fact, '%s' as measure, %d as amount, 'h-227' as unit_code, 2025 as award_year, '%s' as form_code,
    'tinh' as level_code, 'tally' as source`, kind, kind, n, p.form)
		}
	}
	d, err := Open(publish(t, script))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	q, err := library.Get("form-proposed")
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.Query(context.Background(), q, map[string]string{"year": "2025"})
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for r := range got.Rows {
		rows = append(rows, strings.Join([]string{got.Text(r, "form_code"), got.Text(r, "proposal_count"), got.Text(r, "collective_count"), got.Text(r, "household_count"),
			got.Text(r, "individual_count"), got.Text(r, "kind_open_count")}, " "))
	}
	if all := strings.Join(rows, "; "); all != "ldtt 4 0 0 0 4; bk_tinh 26 6 0 20 0" {
		t.Error(all)
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
