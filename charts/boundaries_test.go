package charts

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func (b *browser) goTo(t *testing.T, hash string) {
	t.Helper()
	eval[bool](t, b, fmt.Sprintf(`new Promise((done) => {
		if (location.hash === %[1]q) return done(true);
		addEventListener("hashchange", () => setTimeout(() => { drawRest(); done(true); }), { once: true });
		location.hash = %[1]q;
	})`, hash))
}

// byMember adds up the awards of a year by unit, each row of the cube under its unit in a view.
func byMember(in Input, views []boundary, code string, year int64) (sums map[string]int64, total int64) {
	sums = map[string]int64{}
	t := in.Tables["cube-award"]
	for r := range t.Rows {
		y, _ := t.Int(r, "award_year")
		n, _ := t.Int(r, "award_count")
		if y != year {
			continue
		}
		unit := t.Text(r, "unit_code")
		for _, v := range views {
			if member, moved := v.member[unit]; moved && v.Code == code {
				unit = member
			}
		}
		sums[unit] += n
		total += n
	}
	return sums, total
}

// In every view the page shows the same total, each unit's figure where it was carried, and the share of what was not; guards
// the leader who turns a filter and signs the figure.
func TestPageInEveryView(t *testing.T) {
	in := fixture(t, "vi")
	f, err := gather(in)
	if err != nil {
		t.Fatal(err)
	}
	labels := map[string]string{}
	for _, u := range f.Units {
		labels[u.Label] = u.Code
	}
	b := openPage(t, render(t, in), 1366, 900)
	for _, code := range []string{"reported", "districts", "today"} {
		b.goTo(t, "#reader=compiler&year=2025&boundaries="+code)
		want, total := byMember(in, f.Boundaries, code, 2025)
		panel, got := b.panel(t, "unit"), map[string]int64{}
		for i, row := range panel.Table {
			if n, err := strconv.ParseInt(row.Values[0], 10, 64); err == nil {
				got[labels[row.Label]] = n
				mart := "mart_unit_boundary_year/award_count?award_year=2025&boundaries=" + code + "&unit_code="
				if code == "reported" {
					mart = "mart_unit_year/award_count?award_year=2025&unit_code="
				}
				if row.Figures[0] != mart+labels[row.Label] {
					t.Errorf("%s: row %d is figure %q", code, i, row.Figures[0])
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", code, diff)
		}
		if shown := eval[string](t, b, `document.querySelector('[data-card="total"] .big').dataset.value`); shown != fmt.Sprint(total) {
			t.Errorf("%s: total %s, want %d", code, shown, total)
		}
		if note := eval[string](t, b, `document.querySelector('[data-panel="unit"] .note').textContent`); strings.Contains(note, "Không quy đổi được") != (want[notCarried] > 0) {
			t.Errorf("%s: note %q", code, note)
		}
		if want[notCarried] > 0 && !slices.Contains(panel.Categories, "Không quy đổi được") {
			t.Errorf("%s: what cannot be carried is not drawn", code)
		}
		b.shoot(t, "boundaries-"+code, false)
	}
	for hash, want := range map[string]string{
		"#reader=compiler&year=2025&unit=25-a":                      "25-a",
		"#reader=compiler&year=2025&unit=25-a&boundaries=today":     "pt-a", // its successor
		"#reader=compiler&year=2025&unit=pt-x&boundaries=districts": "25-f", // its district
		"#reader=compiler&year=2025&unit=25-f&boundaries=today":     "",     // in no one commune: the whole province
		"#reader=compiler&year=2025&unit=25-f&boundaries=moon":      "25-f",
	} {
		b.goTo(t, hash)
		if got := eval[string](t, b, `document.getElementById("unit").value`); got != want {
			t.Errorf("%s: unit %q, want %q", hash, got, want)
		}
	}
	b.goTo(t, "#reader=compiler&year=2024&unit=25-f")
	eval[bool](t, b, `(() => { const s = document.getElementById("boundaries"); s.value = "districts"; s.dispatchEvent(new Event("change")); return true; })()`)
	if hash := eval[string](t, b, "location.hash"); hash != "#reader=compiler&year=2024&unit=25-f&boundaries=districts" {
		t.Errorf("the address of a view is %s", hash)
	}
	b.clean(t)
}

// The sheets of the workbook in other boundaries have the totals of the sheet as reported.
func TestWorkbookInEveryView(t *testing.T) {
	in := fixture(t, "vi")
	f, err := gather(in)
	if err != nil {
		t.Fatal(err)
	}
	feet := map[string][]any{}
	for _, s := range figureSheets(in, f) {
		feet[s.Name] = s.Foot
	}
	for _, key := range []string{"sheet.boundaries.districts", "sheet.boundaries.today"} {
		if diff := cmp.Diff(feet[in.say("sheet.unit")], feet[in.say(key)]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", key, diff)
		}
	}
}
