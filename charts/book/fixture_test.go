package book

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/data"
	"tdkt/queries/library"
	"tdkt/queries/table"
)

// fact is what one unit has of one form in one year, by column of facts.csv; what is blank there is not here.
type fact struct {
	keys  map[string]string
	count map[string]int64
}

var achievements = []string{"thuong_xuyen", "chuyen_de", "dot_xuat", "chua_ro"}

func readFacts(t testing.TB) (all []fact) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", "facts.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows[1:] {
		f := fact{map[string]string{}, map[string]int64{}}
		for i, text := range r {
			if i < 4 {
				f.keys[rows[0][i]] = text
			} else if text != "" {
				if f.count[rows[0][i]], err = strconv.ParseInt(text, 10, 64); err != nil {
					t.Fatal(err)
				}
			}
		}
		all = append(all, f)
	}
	return all
}

// total adds up a column over facts with these keys (by turns name and value); nil where none states it.
func total(all []fact, column string, keys ...string) any {
	sum, stated := int64(0), false
	for _, f := range all {
		with := true
		for i := 0; i < len(keys); i += 2 {
			with = with && f.keys[keys[i]] == keys[i+1]
		}
		if n, ok := f.count[column]; ok && with {
			sum, stated = sum+n, true
		}
	}
	if !stated {
		return nil
	}
	return sum
}

// tableOf is the answer to a query with these rows; a column that a row does not name is blank.
func tableOf(t testing.TB, query string, rows ...map[string]any) table.Table {
	t.Helper()
	q, err := library.Get(query)
	if err != nil {
		t.Fatal(err)
	}
	out := table.Table{Name: q.Name, Title: q.Title, About: q.About, CountsBy: q.CountsBy, Sources: q.Sources, Build: "made-up-build", Columns: q.Columns}
	for _, r := range rows {
		row := make([]any, len(q.Columns))
		for name, v := range r {
			col := out.Col(name)
			if col < 0 {
				t.Fatalf("query %s has no column %s", query, name)
			}
			if n, ok := v.(int); ok {
				v = int64(n)
			}
			row[col] = v
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

type m = map[string]any

var people = strings.Fields("award collective enterprise household individual leader_ministry_province leader_department entrepreneur leader_other direct_worker class_unknown woman woman_unknown youth youth_unknown")

// counted adds the measures of the beneficiaries, those that a query has, to a row.
func counted(all []fact, row m, measures []string, keys ...string) m {
	for _, p := range measures {
		if v := total(all, p, keys...); v != nil {
			row[p+"_count"] = v
		}
	}
	return row
}

var (
	fixtureForms  = []string{"hc_ld_ba", "bk_tinh", "ldtt", "gd_van_hoa"}
	fixtureLevels = []string{"nha_nuoc", "tinh", "so", "xa", "chua_ro"}
	fixtureUnits  = []string{"so-a", "so-b", "h-a", "x-a"}
	unitNames     = map[string]string{"so-a": "Sở Một", "so-b": "=1+1", "h-a": "Huyện Hai", "x-a": "Xã Ba"}
	unitKindsOf   = map[string]string{"so-a": "department", "so-b": "department", "h-a": "district", "x-a": "commune"}
)

// fixture is a made-up province of four units over five years. Odd on purpose: a unit whose tallies split nothing, a year without classes,
// a unit called like a formula, a year of which nobody knows who owes, awards of no known year, a cluster with more than its
// units, members that neither have figures nor owe any.
func fixture(t testing.TB, lang string) Input {
	t.Helper()
	texts, err := data.LoadTexts(lang)
	if err != nil {
		t.Fatal(err)
	}
	in := Input{Year: 2025, Before: 2024, Lang: lang, Texts: texts.Of(false), Province: "Phú Thọ", Tables: map[string]table.Table{}}
	put := func(query string, rows ...m) { in.Tables[query] = tableOf(t, query, rows...) }
	fixtureLists(put)
	fixtureFigures(t, put)
	fixtureReturns(put)
	years := in.Tables["by-year"]
	years.Notes = []table.Text{{VI: "Tính đến ngày 20/11/2026.", EN: "As of 2026-11-20."}}
	in.Tables["by-year"] = years
	return in
}

func fixtureFigures(t testing.TB, put func(string, ...m)) {
	all := readFacts(t)
	var byYear, byForm, byLevel, formPeople, byAchievement, formAchievement, byUnit, byCluster []m
	for _, y := range []int{0, 2021, 2022, 2023, 2024, 2025} {
		year := strconv.Itoa(y)
		byYear = append(byYear, counted(all, m{"award_year": y}, people, "year", year))
		if y == 0 {
			continue
		}
		for _, f := range fixtureForms {
			if total(all, "award", "year", year, "form", f) == nil {
				continue
			}
			byForm = append(byForm, counted(all, m{"award_year": y, "form_code": f}, people[:5], "year", year, "form", f))
			formPeople = append(formPeople, counted(all, m{"award_year": y, "form_code": f}, people, "year", year, "form", f))
			for _, a := range achievements {
				if n := total(all, a, "year", year, "form", f); n != nil {
					formAchievement = append(formAchievement, m{"award_year": y, "form_code": f, "achievement_code": a, "award_count": n})
				}
			}
		}
		for _, l := range fixtureLevels {
			if n := total(all, "award", "year", year, "level", l); n != nil {
				byLevel = append(byLevel, m{"award_year": y, "level_code": l, "award_count": n})
			}
		}
		for _, a := range achievements {
			if n := total(all, a, "year", year); n != nil {
				byAchievement = append(byAchievement, m{"award_year": y, "achievement_code": a, "award_count": n})
			}
		}
		for _, u := range fixtureUnits {
			if total(all, "award", "year", year, "unit", u) != nil {
				byUnit = append(byUnit, counted(all, m{"award_year": y, "boundaries": "reported", "unit_code": u, "unit_name": unitNames[u], "unit_kind": unitKindsOf[u], "parent_name": "Tỉnh Phú Thọ"}, people, "year", year, "unit", u))
			}
		}
	}
	departments := []fact{}
	for _, f := range all {
		if strings.HasPrefix(f.keys["unit"], "so-") {
			departments = append(departments, f)
		}
	}
	k1 := counted(departments, m{"award_year": 2025, "cluster_code": "k1", "cluster_name": "Khối sở", "member_unit_count": 4, "reporting_unit_count": 2, "expected_unit_count": 2, "complete_unit_count": 2}, people, "year", "2025")
	k2 := counted(all, m{"award_year": 2025, "cluster_code": "k2", "cluster_name": "Cụm huyện", "member_unit_count": 2, "reporting_unit_count": 1, "expected_unit_count": 1, "complete_unit_count": 1}, people, "year", "2025", "unit", "h-a")
	k2["award_count"] = k2["award_count"].(int64) + 4 // more than its members have
	none := counted(all, m{"award_year": 2025, "cluster_code": "chua_ro", "cluster_name": "Không thuộc cụm, khối nào", "member_unit_count": 0, "reporting_unit_count": 1, "expected_unit_count": 1, "complete_unit_count": 0}, people, "year", "2025", "unit", "x-a")
	byCluster = []m{none, k1, k2, {"award_year": 2025, "cluster_code": "k3", "cluster_name": "Cụm không có gì", "member_unit_count": 3, "expected_unit_count": 0}}
	put("by-year", byYear...)
	put("by-form-year", byForm...)
	put("by-level-year", byLevel...)
	put("by-beneficiary-form", formPeople...)
	put("by-achievement", byAchievement...)
	put("by-form-achievement", formAchievement...)
	put("by-unit", byUnit...)
	put("by-cluster", byCluster...)
}

func fixtureLists(put func(string, ...m)) {
	put("dim-form", m{"form_code": "hc_ld_ba", "form_vi": "Huân chương Lao động hạng Ba", "form_en": "Labour Order, Third Class", "family_vi": "Huân chương", "family_en": "Orders", "level_code": "nha_nuoc", "legal_basis": "Luật 06/2022/QH15"},
		m{"form_code": "bk_tinh", "form_vi": "Bằng khen của Chủ tịch UBND tỉnh", "form_en": "Certificate of Merit of the province", "family_vi": "Bằng khen", "family_en": "Certificates of merit", "level_code": "tinh"},
		m{"form_code": "ldtt", "form_vi": "Lao động tiên tiến", "form_en": "Advanced Worker", "family_vi": "Danh hiệu thi đua", "family_en": "Emulation titles", "level_code": "chua_ro"},
		m{"form_code": "gd_van_hoa", "form_vi": "Gia đình văn hóa", "form_en": "Cultural Family", "family_vi": "Danh hiệu thi đua", "family_en": "Emulation titles", "level_code": "xa", "counts_in_state_total": true},
		m{"form_code": "gk_dang", "form_vi": "Giấy khen của Đảng", "form_en": "Party certificate", "family_vi": "Giấy khen", "family_en": "Certificates", "level_code": "chua_ro", "counts_in_state_total": false})
	put("dim-level", m{"level_code": "nha_nuoc", "level_vi": "Cấp Nhà nước", "level_en": "State", "colour": "#d55e00"}, m{"level_code": "tinh", "level_vi": "Cấp tỉnh", "level_en": "Province", "colour": "#0072b2"},
		m{"level_code": "so", "level_vi": "Cấp sở", "level_en": "Department", "colour": "#56b4e9"}, m{"level_code": "huyen", "level_vi": "Cấp huyện", "level_en": "District", "colour": "#009e73"},
		m{"level_code": "xa", "level_vi": "Cấp xã", "level_en": "Commune", "colour": "#e69f00"}, m{"level_code": "chua_ro", "level_vi": "Chưa rõ", "level_en": "Not known", "colour": "#999999"})
	put("dim-achievement", m{"achievement_code": "thuong_xuyen", "achievement_vi": "Thường xuyên", "achievement_en": "Regular", "colour": "#0072b2"}, m{"achievement_code": "chuyen_de", "achievement_vi": "Chuyên đề", "achievement_en": "Thematic", "colour": "#e69f00"},
		m{"achievement_code": "dot_xuat", "achievement_vi": "Đột xuất", "achievement_en": "Ad hoc", "colour": "#d55e00"}, m{"achievement_code": "chua_ro", "achievement_vi": "Chưa rõ", "achievement_en": "Not known", "colour": "#999999"})
	var classes []m
	for i, code := range strings.Fields("leader_ministry_province leader_department entrepreneur leader_other direct_worker chua_ro") {
		classes = append(classes, m{"class_code": code, "class_vi": "Loại " + code, "class_en": "Class " + code, "colour": []string{"#003f66", "#0072b2", "#e69f00", "#56b4e9", "#009e73", "#999999"}[i]})
	}
	put("dim-class", classes...)
	units := []m{{"unit_code": "so-c", "unit_name": "Sở Bốn", "unit_kind": "department", "parent_name": "Tỉnh Phú Thọ"}, {"unit_code": "so-d", "unit_name": "Sở Năm", "unit_kind": "department", "parent_name": "Tỉnh Phú Thọ"}}
	for _, u := range fixtureUnits {
		units = append(units, m{"unit_code": u, "unit_name": unitNames[u], "unit_kind": unitKindsOf[u], "parent_name": map[bool]string{true: "Tỉnh Vĩnh Phúc", false: "Tỉnh Phú Thọ"}[u == "h-a"]})
	}
	put("dim-unit", units...)
	var members []m
	for _, x := range [][2]string{{"k1", "so-a"}, {"k1", "so-b"}, {"k1", "so-c"}, {"k1", "so-d"}, {"k2", "h-a"}, {"k2", "h-khac"}} {
		members = append(members, m{"cluster_code": x[0], "cluster_name": map[string]string{"k1": "Khối sở", "k2": "Cụm huyện"}[x[0]], "award_year": 2025, "unit_code": x[1]})
	}
	put("dim-cluster", members...)
	put("law-breaks", m{"break_on": table.Date{Year: 2024, Month: 1, Day: 1}, "text_vi": "từ 1/1/2024 áp dụng luật mới", "text_en": "from 1/1/2024 under the new law", "legal_basis": "Luật 06/2022/QH15", "is_verified": true},
		m{"break_on": table.Date{Year: 2024, Month: 1, Day: 1}, "form_code": "bk_tinh", "form_vi": "Bằng khen của Chủ tịch UBND tỉnh", "form_en": "Certificate of Merit of the province", "text_vi": "từ 1/1/2024 tên khác", "text_en": "from 1/1/2024 another name", "is_verified": true},
		m{"break_on": table.Date{Year: 2026, Month: 10, Day: 1}, "text_vi": "từ 1/10/2026 luật sửa đổi", "text_en": "from 1/10/2026 the amending law", "legal_basis": "Luật 06/2026/QH16", "is_verified": false})
}

func fixtureReturns(put func(string, ...m)) {
	var years []m
	for i, y := range []int{2022, 2023, 2024, 2025} {
		years = append(years, m{"award_year": y, "expected_unit_count": []int{2, 2, 3, 4}[i], "complete_unit_count": []int{2, 1, 3, 3}[i], "is_over": true, "is_provisional": i == 1 || i == 3})
	}
	put("completeness-year", years...)
	due := table.Date{Year: 2025, Month: 12, Day: 15}
	var owed []m
	for i, u := range []string{"so-a", "so-b", "h-a", "x-a"} {
		row := m{"period": "2025", "unit_code": u, "unit_name": unitNames[u], "parent_name": "Tỉnh Phú Thọ", "form_of_return": "danh_sach_ca_nhan", "role": "counts", "standing_vi": "Đúng hạn", "standing_en": "On time",
			"due_on": due, "received_on": due, "expected_count": 1, "received_count": 1, "accepted_count": 1, "waiting_count": 0}
		if i == 3 {
			row["standing_vi"], row["standing_en"], row["received_on"], row["received_count"], row["accepted_count"] = "Chưa nhận", "Not received", nil, 0, 0
		}
		owed = append(owed, row)
	}
	put("completeness", append(owed, m{"period": "2023", "unit_code": "so-a", "unit_name": "Sở Một", "expected_count": 1}, m{"period": "2025-H1", "unit_code": "so-b", "unit_name": "=1+1", "role": "control", "form_of_return": "mau_01", "expected_count": 0})...)
	recon := func(row m) m {
		for k, v := range (m{"unit_code": "so-a", "unit_name": "Sở Một", "parent_name": "Tỉnh Phú Thọ", "form_code": "bk_tinh", "form_vi": "Bằng khen của Chủ tịch UBND tỉnh", "form_en": "Certificate of Merit of the province",
			"figure_measure": "award_count", "counted_source": "list", "other_return_id": "r1", "other_sheet": "Biểu 1", "other_cell": "B7", "other_file": "a.xlsx"}) {
			if _, has := row[k]; !has {
				row[k] = v
			}
		}
		return row
	}
	put("reconciliation",
		recon(m{"comparison": "list_tally", "award_year": 2025, "counted_count": 8, "other_count": 9, "difference_count": 1}),
		recon(m{"comparison": "list_tally", "award_year": 2024, "counted_count": 9, "other_count": 9, "difference_count": 0}),
		recon(m{"comparison": "control", "award_year": 0, "counted_count": nil, "other_count": 4}),
		recon(m{"comparison": "printed_total", "award_year": 2023, "counted_count": 50, "other_count": nil}),
		recon(m{"comparison": "printed_total", "award_year": 2001, "counted_count": 1, "other_count": 2, "difference_count": 1}))
	finding := func(severity, code, period, state string) m {
		return m{"severity": severity, "severity_vi": map[string]string{"error": "Lỗi", "warning": "Cảnh báo"}[severity], "severity_en": severity, "code": code, "period": period, "state": state,
			"got": "Trần Văn Mười Hai", "source_cell": "B7"}
	}
	put("findings", finding("warning", "gender-unknown", "2025", "open"), finding("warning", "gender-unknown", "2023", "open"), finding("error", "second-return", "2025-H1", "open"), finding("warning", "age-impossible", "2025", "accepted"))
}

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

// cellsOf are the cells of a workbook that hold something: sheet, cell, value as it stands, formula.
func cellsOf(t testing.TB, x *excelize.File) (all [][4]string) {
	t.Helper()
	for _, sheet := range x.GetSheetList() {
		rows, err := x.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		wide := 0
		for _, r := range rows {
			wide = max(wide, len(r))
		}
		for r := range rows {
			for c := range wide {
				at := name(c, r+1)
				value := ""
				if c < len(rows[r]) {
					value = rows[r][c]
				}
				formula, err := x.GetCellFormula(sheet, at)
				if err != nil {
					t.Fatal(err)
				}
				if value != "" || formula != "" {
					all = append(all, [4]string{sheet, at, value, formula})
				}
			}
		}
	}
	return slices.Clip(all)
}
