package main

import (
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tdkt/data"
)

// listsRecounted recounts every list return from the original file, by other means than ours: excelize or encoding/csv,
// and a reader of its own that knows only the words of headers. Names of forms are the only knowledge it borrows.
// Were a row lost or read twice, or a column taken for another, the samples' truth could still be met by a fault that
// the generator shares; this reads what an official reads.
func listsRecounted(t *testing.T, db *sql.DB) {
	got := map[string]map[string]int{} // by file and sheet, by figure
	for _, r := range asked(t, db, `select c.source_file || '!' || c.source_sheet as place,
			case when measure in ('award_count', 'proposal_count') then measure || ' ' || form_code else measure end as figure, sum(amount)
		from fct_contribution as c
		where `+fmt.Sprintf(recountable, "source_file")+` and source = 'list' and fact in ('beneficiary', 'proposal') and measure in ('award_count', 'proposal_count', 'individual_count',
			'collective_count', 'household_count', 'woman_count', 'youth_count', 'direct_worker_count')
		group by all order by all`) {
		if got[r[0]] == nil {
			got[r[0]] = map[string]int{}
		}
		got[r[0]][r[1]], _ = strconv.Atoi(r[2])
	}
	files := asked(t, db, `select distinct file_name from fct_return
		where form_of_return like 'danh_sach%' and status in ('accepted', 'accepted_with_warnings') and `+fmt.Sprintf(recountable, "file_name")+` order by file_name`)
	if len(files) < 20 {
		t.Errorf("only %d files hold lists", len(files))
	}
	want, lists := recount(t, files)
	awards := 0
	for _, place := range slices.Sorted(maps.Keys(lists)) {
		if len(want[place]) == 0 {
			t.Errorf("%s: the recount finds a list and no award in it", place)
		}
		awards += want[place]["individual_count"] + want[place]["collective_count"] + want[place]["household_count"]
	}
	for _, place := range slices.Sorted(maps.Keys(got)) {
		if !lists[place] {
			t.Errorf("%s: the recount cannot read this list", place)
		}
	}
	for _, place := range slices.Sorted(maps.Keys(want)) {
		figures := maps.Clone(want[place])
		maps.Copy(figures, got[place])
		for _, f := range slices.Sorted(maps.Keys(figures)) {
			if got[place][f] != want[place][f] {
				t.Errorf("%s: %s is %d, the original recounted gives %d", place, f, got[place][f], want[place][f])
			}
		}
	}
	t.Logf("%d files, %d lists, %d awards recounted", len(files), len(lists), awards)
	if awards < 1000 {
		t.Errorf("only %d awards were recounted", awards)
	}
}

// recount reads the files and counts, by file and sheet; lists are the sheets that hold a list.
func recount(t *testing.T, files [][]string) (figures map[string]map[string]int, lists map[string]bool) {
	t.Helper()
	ref, err := data.LoadReference()
	if err != nil {
		t.Fatal(err)
	}
	figures, lists = map[string]map[string]int{}, map[string]bool{}
	var all []recipient
	for _, f := range files {
		sheets := original(t, f[0])
		var head sheet // all above the first row of the sheet before
		for _, name := range slices.Sorted(maps.Keys(sheets)) {
			if _, err := strconv.Atoi(sheets[name].cell(0, 0)); err == nil { // the list goes on without a header
				sheets[name] = append(slices.Clone(head), sheets[name]...)
			}
			if cols, _, last := header(sheets[name], 0); cols != nil {
				head = sheets[name][:last+1]
			}
			if rows, ok := recipients(t, ref, f[0]+"!"+name, sheets[name]); ok {
				lists[f[0]+"!"+name] = true
				all = append(all, rows...)
			}
		}
	}
	for _, r := range withoutRevoked(t, all) {
		if r.outside {
			continue // certificates of the Party and of mass organisations stand in no total
		}
		if figures[r.place] == nil {
			figures[r.place] = map[string]int{}
		}
		add := func(figure string, yes bool) {
			if yes {
				figures[r.place][figure]++
			}
		}
		add("proposal_count "+r.form, r.proposed)
		add("award_count "+r.form, !r.proposed)
		add(r.kind+"_count", !r.proposed)
		person := !r.proposed && r.kind == "individual"
		add("woman_count", person && r.woman)
		add("youth_count", person && r.youth)
		add("direct_worker_count", person && r.worker)
	}
	return figures, lists
}

// withoutRevoked takes out the rows that say Thu hồi, each with the one award that it names.
func withoutRevoked(t *testing.T, all []recipient) []recipient {
	t.Helper()
	var standing []recipient
	for _, r := range all {
		if r.event != "thu hoi" {
			standing = append(standing, r)
		}
	}
	revoked := 0
	for _, r := range all {
		if r.event != "thu hoi" {
			continue
		}
		at := slices.IndexFunc(standing, func(a recipient) bool {
			return a.agency == r.agency && a.name == r.name && a.form == r.form && a.decision == r.decision
		})
		if at < 0 {
			t.Errorf("%s: %s revokes %s of decision %s, which no list holds", r.place, r.name, r.form, r.decision)
			continue
		}
		standing, revoked = slices.Delete(standing, at, at+1), revoked+1
	}
	if revoked == 0 {
		t.Error("the samples revoke no award: that rule was not recounted")
	}
	return standing
}

// placesHoldText wants something written in every cell that a list's contribution names.
func placesHoldText(t *testing.T, db *sql.DB) {
	files := map[string]map[string]sheet{}
	places := asked(t, db, `select distinct source_file, source_sheet, source_cell from fct_contribution where source = 'list' and `+fmt.Sprintf(recountable, "source_file")+` order by all`)
	empty := 0
	for _, p := range places {
		if files[p[0]] == nil {
			files[p[0]] = original(t, p[0])
		}
		if strings.TrimSpace(files[p[0]][p[1]].at(p[2])) == "" {
			if empty++; empty <= 20 {
				t.Errorf("%s!%s!%s: the original is empty there; measures %v", p[0], p[1], p[2], asked(t, db, fmt.Sprintf(
					`select distinct measure from fct_contribution where source_file = '%s' and source_sheet = '%s' and source_cell = '%s' order by all`, p[0], p[1], p[2])))
			}
		}
	}
	t.Logf("%d cells looked at in %d files", len(places), len(files))
	if len(places) < 2000 {
		t.Errorf("only %d cells were looked at", len(places))
	}
	if empty > 20 {
		t.Errorf("and %d more", empty-20)
	}
}
