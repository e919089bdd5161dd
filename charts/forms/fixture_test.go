package forms

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/data"
	"tdkt/queries/table"
)

// readCSV reads a file of testdata, header first.
func readCSV(t testing.TB, name string) [][]string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return rows
}

// tableOf makes a table of text and whole numbers; a blank cell is nil, and so is a date that is none.
func tableOf(name string, rows [][]string, texts ...string) table.Table {
	t := table.Table{Name: name, CountsBy: table.ByAwardYear, Build: "b1"}
	for _, c := range rows[0] {
		col := table.Column{Name: c, Kind: table.KindInt}
		for _, text := range texts {
			if text == c {
				col.Kind = table.KindText
			}
		}
		switch {
		case c == "valid_from", c == "valid_to":
			col.Kind = table.KindDate
		case strings.HasSuffix(c, "_count") && name == "form-people":
			col.Figure, col.Keys = "mart_beneficiary_year/"+c, []string{"form_code", "level_code"}
		case c == "of_lists":
			col.Figure, col.Keys = "mart_cube/{mart_measure}", []string{"form_code", "level_code", "achievement_code"}
		case c == "statistic_count":
			col.Figure, col.Keys = "mart_statistic_year/statistic_count", []string{"statistic=statistic_code", "column_code"}
		case c == "award_count" && name == "form-units":
			col.Figure, col.Keys = "mart_cube/award_count", []string{"unit_code", "form_code"}
		}
		t.Columns = append(t.Columns, col)
	}
	for _, r := range rows[1:] {
		var row []any
		for i, text := range r {
			n, err := strconv.ParseInt(text, 10, 64)
			day, dayErr := table.ParseDate(text)
			switch {
			case t.Columns[i].Kind == table.KindText:
				row = append(row, text)
			case t.Columns[i].Kind == table.KindDate && dayErr == nil:
				row = append(row, day)
			case err == nil && text != "":
				row = append(row, n)
			default:
				row = append(row, nil)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// typesTable spells types.csv out, a row a measure: "1-4" is at least and at most.
func typesTable(t testing.TB, rows [][]string) table.Table {
	t.Helper()
	out := [][]string{{"form_code", "level_code", "achievement_code", "measure_code", "at_least", "at_most", "mart_measure", "of_lists"}}
	for _, r := range rows[1:] {
		least, most := map[string]int{}, map[string]int{}
		for i, head := range rows[0][3:] {
			low, high, ranged := strings.Cut(r[3+i], "-")
			if !ranged {
				high = low
			}
			var err, err2 error
			least[head], err = strconv.Atoi(low)
			most[head], err2 = strconv.Atoi(high)
			if err != nil || err2 != nil {
				t.Fatalf("types.csv: %q", r[3+i])
			}
		}
		for _, m := range []struct {
			code, mart string
			parts      []string
		}{
			{"award_count", "award_count", []string{"award"}}, {"collective_count", "collective_count", []string{"collective"}},
			{"household_count", "household_count", []string{"household"}}, {"individual_count", "individual_count", []string{"individual"}},
			{"collective_household_count", "", []string{"collective", "household"}}, {"leader_count", "", []string{"leader_mp", "leader_d", "leader_o"}},
			{"leader_senior_count", "", []string{"leader_mp", "leader_d"}}, {"leader_other_count", "leader_other_count", []string{"leader_o"}},
			{"direct_worker_count", "direct_worker_count", []string{"direct"}}, {"not_leader_count", "", []string{"direct"}},
			{"entrepreneur_count", "entrepreneur_count", []string{"entrepreneur"}}, {"class_unknown_count", "class_unknown_count", []string{"unknown"}},
		} {
			a, z := 0, 0
			for _, p := range m.parts {
				a, z = a+least[p], z+most[p]
			}
			lists := ""
			if m.mart != "" && a == z {
				lists = strconv.Itoa(a)
			}
			out = append(out, []string{r[0], r[1], r[2], m.code, strconv.Itoa(a), strconv.Itoa(z), m.mart, lists})
		}
	}
	return tableOf("form-achievement", out, "form_code", "level_code", "achievement_code", "measure_code", "mart_measure")
}

// statisticsTable gives the figures their words, which are not in the file: those of a form are its layout's.
func statisticsTable(t testing.TB, rows [][]string) table.Table {
	t.Helper()
	for i := range rows {
		words := []string{"statistic_vi", "statistic_en", "column_vi", "column_en"}
		if i > 0 {
			words = []string{rows[i][0], rows[i][0], rows[i][3], rows[i][3]}
		}
		rows[i] = append(rows[i], words...)
	}
	return tableOf("form-statistics", rows, "statistic_code", "measure_code", "section_code", "column_code", "statistic_vi", "statistic_en", "column_vi", "column_en")
}

// input is the fixture for a form in a year.
func input(t testing.TB, code string, year int, lang string) Input {
	t.Helper()
	all, err := data.StatForms()
	if err != nil {
		t.Fatal(err)
	}
	texts, err := data.LoadTexts(lang)
	if err != nil {
		t.Fatal(err)
	}
	in := Input{Year: year, Lang: lang, Texts: map[string]string{}, Sender: "Ban Thi đua - Khen thưởng tỉnh Phú Thọ"}
	for _, k := range texts.Keys() {
		in.Texts[k] = texts.Get(k)
	}
	for _, f := range data.StatFormsOf(all, year) {
		if f.Code == code {
			in.Form = f
		}
	}
	people := tableOf("form-people", readCSV(t, "people.csv"), "form_code", "form_vi", "family_code", "level_code")
	people.Completeness = []table.Completeness{{Year: int64(year), Expected: 20, Complete: 17, Provisional: true}}
	in.Tables = map[string]table.Table{
		"form-people":          people,
		"form-achievement":     typesTable(t, readCSV(t, "types.csv")),
		"form-proposed":        tableOf("form-proposed", readCSV(t, "proposed.csv"), "form_code", "form_vi", "level_code"),
		"form-units":           tableOf("form-units", readCSV(t, "units.csv"), "unit_code", "form_code", "form_vi"),
		"form-places":          tableOf("form-places", readCSV(t, "places.csv"), "unit_code", "unit_name", "unit_kind", "parent_code"),
		"form-statistics":      statisticsTable(t, readCSV(t, "statistics.csv")),
		"form-statistic-units": tableOf("form-statistic-units", [][]string{{"measure_code", "unit_code"}, {"movement_count", "so-y-te-a"}, {"movement_count", "xa-moi"}, {"staff_count", "so-y-te-a"}}, "measure_code", "unit_code"),
		"form-undated":         tableOf("form-undated", [][]string{{"form_code", "level_code", "award_count"}, {"bk_tinh", "tinh", "3"}, {"ldtt", "chua_ro", "2"}}, "form_code", "level_code"),
		"dim-level": tableOf("dim-level", [][]string{{"level_code", "level_vi", "level_en"}, {"nha_nuoc", "Cấp Nhà nước", "State"},
			{"tinh", "Cấp tỉnh", "Province"}, {"bo", "Cấp bộ, ban, ngành", "Ministry"}}, "level_code", "level_vi", "level_en"),
		"dim-achievement": tableOf("dim-achievement", [][]string{{"achievement_code", "achievement_vi", "achievement_en"}, {"thuong_xuyen", "Thường xuyên", "Regular"},
			{"chuyen_de", "Chuyên đề", "Thematic"}, {"dot_xuat", "Đột xuất", "Ad hoc"}, {"doi_ngoai", "Đối ngoại", "Foreign relations"},
			{"cong_hien", "Cống hiến", "Life-long contribution"}, {"nien_han", "Niên hạn", "Length of service"}, {"khang_chien", "Kháng chiến", "Resistance war"},
			{"chuyen_de_dot_xuat", "Chuyên đề, đột xuất (chưa tách)", "Thematic or ad hoc (not split)"}, {"chua_ro", "Chưa rõ", "Not known"}}, "achievement_code", "achievement_vi", "achievement_en"),
	}
	if in.Form.Code == "" {
		t.Fatalf("no form %s in %d", code, year)
	}
	return in
}

// theForms are all forms with a year that each is of.
var theForms = map[string]int{"bieu_0602": 2024, "bieu_0603": 2024, "bieu_0702": 2021, "bieu_0703": 2021,
	"bieu_0601": 2024, "bieu_0604": 2024, "bieu_0605": 2024, "bieu_0701": 2021, "mau_01": 2024, "mau_02": 2024, "mau_03": 2024, "mau_02_nha_nuoc": 2024}

func written(t testing.TB, in Input) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, in); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func opened(t testing.TB, content []byte) *excelize.File {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}
