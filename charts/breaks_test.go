package charts

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What the figures go up to and which breaks they cross comes with them: the dashboard says it in its foot and on its axis of years,
// the workbook on its cover and over the five years. No text of a law stands in the program.
func TestNotesStandInPageAndWorkbook(t *testing.T) {
	in := fixture(t, "vi")
	if d := cmp.Diff([]yearBreak{{2024, "Luật mới"}, {2025, "Sáp nhập"}}, breaksOf(in)); d != "" {
		t.Error(d)
	}
	var page bytes.Buffer
	if err := Dashboard(&page, in); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Tính đến ngày 20/11/2025.", "Mốc so sánh – luật 2022.", `"breaks":[{"year":2024,"text":"Luật mới"},{"year":2025,"text":"Sáp nhập"}]`} {
		if !strings.Contains(spoken(t, page.Bytes()), want) {
			t.Errorf("the page does not say %s", want)
		}
	}
	x := openWorkbook(t, workbook(t, in))
	said := func(sheet string) (lines []string) {
		rows, err := x.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			lines = append(lines, strings.Join(r, ""))
		}
		return lines
	}
	for sheet, want := range map[string]string{
		in.say("sheet.cover"): "Tính đến ngày 20/11/2025.",
		in.say("sheet.five"):  "So sánh cần thận trọng qua các mốc: từ 1/1/2024 áp dụng luật 2022; từ 1/7/2025 không còn cấp huyện.",
	} {
		if lines := said(sheet); !slices.Contains(lines, want) {
			t.Errorf("%s does not say %q: %q", sheet, want, lines[:min(len(lines), 6)])
		}
	}
}

// Years that begin with a law do not cross it; a break in the middle of a year is crossed by that year alone.
func TestBreakNote(t *testing.T) {
	in := fixture(t, "en")
	for _, c := range []struct {
		from, to int
		want     string
	}{
		{2021, 2023, ""}, {2024, 2024, ""},
		{2023, 2024, "Compare with care across these breaks: from 1/1/2024 under the 2022 law."},
		{2025, 2025, "Compare with care across these breaks: from 1/7/2025 without districts."},
	} {
		if got := breakNote(in, c.from, c.to); got != c.want {
			t.Errorf("%d–%d: %q", c.from, c.to, got)
		}
	}
}
