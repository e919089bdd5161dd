package charts

import (
	"strings"
	"testing"

	"tdkt/queries/table"
)

// The mark beside the year, and the list of whom to telephone, as a reader sees them on a day.
func TestCampaignOnThePage(t *testing.T) {
	in := fixture(t, "vi")
	f, err := gather(in)
	if err != nil {
		t.Fatal(err)
	}
	b := openPage(t, render(t, in), 1366, 900)
	d := f.duty(2025)
	if got := eval[string](t, b, `document.getElementById("mark").textContent`); got != "Sơ bộ: "+d.Words("vi")[:len(d.Words("vi"))-len(", sơ bộ")] {
		t.Errorf("the mark says %q", got)
	}
	overdue := b.panel(t, "overdue")
	var got []string
	for _, r := range overdue.Table {
		got = append(got, r.Label+" "+strings.Join(r.Values[1:4], " "))
	}
	want := []string{ // 15/12/2025 to 20/1/2026; a held return of the same day too
		"Hội Liên hiệp Phụ nữ · Phú Thọ (cũ) 2025 15/12/2025 36", "Sở Nông nghiệp và Môi trường · Vĩnh Phúc 2025 15/12/2025 36", "Sở Nông nghiệp và Môi trường · Vĩnh Phúc 2025 15/12/2025 36",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("to telephone:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	owed, absent := int64(0), int64(0)
	for _, o := range f.Obligations {
		if o.Year == 2025 && o.Expected == 1 {
			owed++
			if o.Standing == "not_received" {
				absent++
			}
		}
	}
	sums := eval[[]int64](t, b, `[...document.querySelectorAll('[data-panel="cluster"] tfoot td')].filter((td, i) => i === 0 || i === 5).map((td) => Number(td.dataset.value))`)
	if len(sums) != 2 || sums[0] != owed || sums[1] != absent {
		t.Errorf("clusters add up to %v, owed %d, absent %d", sums, owed, absent)
	}
	labels := eval[string](t, b, `[...document.querySelectorAll('[data-panel="cluster"] tbody th')].map((e) => e.textContent).join("|")`)
	if !strings.Contains(labels, "Khối sở, ngành · Tỉnh Vĩnh Phúc") {
		t.Errorf("clusters of one name are not told apart: %s", labels)
	}
	b.clean(t)
}

// Before the due day nobody is to be telephoned, and a year that is not over is provisional though all returns are there.
func TestCampaignBeforeTheDueDay(t *testing.T) {
	in := fixture(t, "vi")
	in.AsOf = table.Date{Year: 2025, Month: 12, Day: 15}
	in.Tables["completeness-year"] = textTable("completeness-year", []string{"award_year", "is_over"}, any1{int64(2024), true}, any1{int64(2025), false})
	b := openPage(t, render(t, in), 1366, 900)
	if rows := b.panel(t, "overdue").Table; len(rows) != 1 || rows[0].Values[3] != "" { // the held return, of which no day has passed
		t.Errorf("%v", rows)
	}
	b.show(t, view{2025, "26-b"})
	if got := eval[string](t, b, `document.getElementById("mark").textContent`); got != "Sơ bộ: 1/1 đơn vị" {
		t.Errorf("the mark says %q", got)
	}
	if got := eval[string](t, b, `document.getElementById("sentences").textContent`); !strings.Contains(got, "năm chưa hết vào ngày nhận báo cáo cuối cùng") {
		t.Errorf("the sentences say %q", got)
	}
	b.show(t, view{2025, "25-b"})
	if got := eval[string](t, b, `document.querySelector('[data-panel="returns"] tbody').textContent`); !strings.Contains(got, "– được miễn") {
		t.Errorf("an excused return is not told: %q", got)
	}
	b.clean(t)
}
