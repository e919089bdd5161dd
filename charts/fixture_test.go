package charts

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tdkt/queries/table"
)

// hostile is a unit name that would run if it ever went in as markup.
const hostile = `</script><img src=x onerror=alert(1)>`

func readTexts(t testing.TB, lang string) map[string]string {
	t.Helper()
	b, err := os.ReadFile("../data/lang/" + lang + ".json")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	if err := json.Unmarshal(b, &texts); err != nil {
		t.Fatal(err)
	}
	return texts
}

// textTable makes a table from rows; the kind of a column is that of its first stated cell.
func textTable(name string, columns []string, rows ...[]any) table.Table {
	t := table.Table{Name: name, Title: table.Text{VI: name, EN: name}, Build: "made-up-build", Rows: rows}
	for i, c := range columns {
		kind := table.KindText
		for _, r := range rows {
			switch r[i].(type) {
			case int64:
				kind = table.KindInt
			case float64:
				kind = table.KindFloat
			case bool:
				kind = table.KindBool
			case table.Date:
				kind = table.KindDate
			}
		}
		t.Columns = append(t.Columns, table.Column{Name: c, Title: table.Text{VI: c, EN: c}, Kind: kind})
	}
	return t
}

type any1 = []any

// fixture is a made-up province: 16 units of two provinces over five years. Units and figures
// are invented; what matters is what is odd in it (see the comments).
func fixture(t testing.TB, lang string) Input {
	in := Input{Lang: lang, Texts: readTexts(t, lang), Province: "Phú Thọ", AsOf: table.Date{Year: 2026, Month: 1, Day: 20}, Tables: map[string]table.Table{}}
	put := func(name string, columns []string, rows ...[]any) {
		in.Tables[name] = textTable(name, columns, rows...)
	}
	put("dim-unit", []string{"unit_code", "unit_name", "unit_kind", "parent_code", "valid_to"}, fixtureUnits()...)
	put("dim-unit-boundary", []string{"boundaries", "boundaries_" + lang, "unit_code", "member_code"}, fixtureBoundaries()...)
	put("dim-form", []string{"form_code", "form_vi", "form_en", "level_code", "colour", "family_code", "family_vi", "family_en", "family_order"}, withFamilies(fixtureForms())...)
	put("dim-cluster", []string{"cluster_code", "cluster_name", "award_year", "unit_code"}, fixtureClusters()...)
	put("dim-level", []string{"level_code", "level_vi", "level_en", "colour"},
		any1{"nha_nuoc", "Nhà nước", "State", "#0072b2"}, any1{"tinh", "Tỉnh", "Province", "#56b4e9"}, any1{"so", "Sở, ngành", "Department", "#009e73"},
		any1{"huyen", "Huyện", "District", "#e69f00"}, any1{"xa", "Xã", "Commune", "#cc79a7"}, any1{"chua_ro", "Chưa rõ", "Not known", "#c9ced4"})
	put("dim-achievement", []string{"achievement_code", "achievement_vi", "achievement_en", "colour"},
		any1{"thuong_xuyen", "Thường xuyên (công trạng)", "Regular", "#0072b2"}, any1{"chuyen_de", "Chuyên đề, phong trào thi đua", "Thematic", "#56b4e9"},
		any1{"dot_xuat", "Đột xuất", "Extraordinary", "#e69f00"}, any1{"cong_hien", "Quá trình cống hiến", "Lifelong contribution", "#009e73"}, any1{"chua_ro", "Chưa rõ", "Not known", nil})
	put("dim-class", []string{"class_code", "class_vi", "class_en", "colour"},
		any1{"leader_ministry_province", "Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên", "Leaders of ministry or province rank", "#003f66"},
		any1{"leader_department", "Lãnh đạo cấp vụ, sở, ngành và tương đương", "Leaders of department rank", "#0072b2"},
		any1{"entrepreneur", "Doanh nhân", "Entrepreneurs", "#e69f00"}, any1{"leader_other", "Lãnh đạo khác", "Other leaders", "#56b4e9"},
		any1{"direct_worker", "Người trực tiếp công tác, lao động, học tập, chiến đấu", "Direct workers", "#009e73"}, any1{"chua_ro", "Chưa rõ", "Not known", "#c9ced4"})
	put("law-breaks", []string{"break_on", "break_code", "form_code", "short_vi", "short_en", "text_vi", "text_en"},
		any1{table.Date{Year: 2024, Month: 1, Day: 1}, "luat-2022", "", "Luật mới", "New law", "từ 1/1/2024 áp dụng luật 2022", "from 1/1/2024 under the 2022 law"},
		any1{table.Date{Year: 2024, Month: 1, Day: 1}, "ten-bk_tinh", "bk_tinh", "Tên mới", "New name", "từ 1/1/2024 tên khác", "from 1/1/2024 another name"},
		any1{table.Date{Year: 2025, Month: 7, Day: 1}, "hai-cap", "", "Sáp nhập", "Mergers", "từ 1/7/2025 không còn cấp huyện", "from 1/7/2025 without districts"})
	fillCubes(in)
	fillReturns(in)
	fillPlaces(in)
	cube := in.Tables["cube-award"]
	cube.Notes = []table.Text{{VI: "Tính đến ngày 20/11/2025.", EN: "As of 2025-11-20."}, {VI: "Mốc so sánh – luật 2022.", EN: "Break in series – 2022 law."}}
	in.Tables["cube-award"] = cube
	return in
}

func fixtureUnits() [][]any {
	ended := table.Date{Year: 2025, Month: 6, Day: 30}
	rows := [][]any{
		{"tinh-25", "Tỉnh Phú Thọ", "other", nil, ended}, {"tinh-pt", "Tỉnh Phú Thọ", "other", nil, nil}, {"tinh-26", "Tỉnh Vĩnh Phúc", "other", nil, ended},
	}
	names := []string{"Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Tài chính", "Sở Nông nghiệp và Môi trường", "Hội Liên hiệp Phụ nữ", "Huyện Lâm Thao", "Thành phố Việt Trì"}
	for _, p := range []string{"25", "26"} {
		for i, n := range names {
			kind := "department"
			if i == 4 {
				kind = "mass_organisation"
			} else if i > 4 {
				kind = "district"
			}
			rows = append(rows, []any{p + "-" + string(rune('a'+i)), n, kind, "tinh-" + p, ended})
		}
	}
	return append(rows, []any{"pt-a", "Sở Y tế", "department", "tinh-pt", nil}, []any{"pt-x", hostile, "commune", "tinh-pt", nil})
}

// fixtureBoundaries: Sở Y tế of both provinces passed into one; districts have no successor; the commune goes back to Lâm Thao.
func fixtureBoundaries() [][]any {
	back, now := "theo địa giới 30/6/2025", "theo địa giới hiện nay"
	return [][]any{
		{"districts", back, "pt-a", notCarried}, {"districts", back, "pt-x", "25-f"},
		{"today", now, "25-a", "pt-a"}, {"today", now, "26-a", "pt-a"}, {"today", now, "25-f", notCarried}, {"today", now, "25-g", notCarried},
		{"today", now, "26-f", notCarried}, {"today", now, "26-g", notCarried}, {"today", now, "26-b", "pt-new"},
	}
}

func fixtureForms() [][]any {
	return [][]any{
		{"hc_lao_dong_nhat", "Huân chương Lao động hạng Nhất", "Labour Order, First Class", "nha_nuoc", "#b8860b"},
		{"hc_lao_dong_ba", "Huân chương Lao động hạng Ba", "Labour Order, Third Class", "nha_nuoc", "#b8860b"},
		{"bk_thu_tuong", "Bằng khen của Thủ tướng Chính phủ", "Certificate of Merit of the Prime Minister", "nha_nuoc", "#0072b2"},
		{"co_chinh_phu", "Cờ thi đua của Chính phủ", "Government Emulation Flag", "nha_nuoc", "#0072b2"},
		{"cstd_tinh", "Chiến sĩ thi đua cấp tỉnh", "Provincial Emulation Fighter", "tinh", ""},
		{"co_tinh", "Cờ thi đua của Ủy ban nhân dân tỉnh", "Provincial Emulation Flag", "tinh", ""},
		{"bk_tinh", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Certificate of Merit of the Chairperson of the Provincial People's Committee", "tinh", ""},
		{"ttldxs", "Tập thể lao động xuất sắc", "Excellent Labour Collective", "tinh", ""},
		{"cstd_co_so", "Chiến sĩ thi đua cơ sở", "Grassroots Emulation Fighter", "so", ""},
		{"ldtt", "Lao động tiên tiến", "Advanced Worker", "so", ""},
		{"ttldtt", "Tập thể lao động tiên tiến", "Advanced Labour Collective", "so", ""},
		{"giay_khen", "Giấy khen", "Certificate of Commendation", "so", ""},
		{"ky_niem_chuong", "Kỷ niệm chương", "Commemorative Medal", "tinh", ""},
	}
}

// withFamilies adds the family of each form.
func withFamilies(forms [][]any) [][]any {
	for i, f := range forms {
		family := []any{"emulation_title", "Danh hiệu thi đua", "Emulation titles", int64(5)}
		switch code := f[0].(string); {
		case strings.HasPrefix(code, "hc_"):
			family = []any{"order", "Huân chương", "Orders", int64(1)}
		case strings.HasPrefix(code, "bk_"):
			family = []any{"merit_certificate", "Bằng khen", "Certificates of merit", int64(6)}
		case code == "giay_khen":
			family = []any{"commendation_certificate", "Giấy khen", "Certificates of commendation", int64(7)}
		case code == "ky_niem_chuong":
			family = []any{"commemorative", "Kỷ niệm chương", "Commemorative medals", int64(8)}
		}
		forms[i] = append(f, family...)
	}
	return forms
}

// fixtureClusters: departments of both provinces in one, districts in another; 26-d changes over in 2024; 99-z has no figures.
func fixtureClusters() [][]any {
	var rows [][]any
	for _, c := range []struct{ code, name, letters string }{{"huyen", "Cụm huyện", "fg"}, {"so", "Khối sở, ngành", "abcd"}} {
		for year := int64(2021); year <= 2025; year++ {
			for _, p := range []string{"25", "26"} {
				for _, l := range c.letters {
					if p+"-"+string(l) != "26-d" || year < 2024 {
						rows = append(rows, []any{c.code, c.name, year, p + "-" + string(l)})
					}
				}
			}
			if c.code == "huyen" && year >= 2024 {
				rows = append(rows, []any{c.code, c.name, year, "26-d"})
			}
			rows = append(rows, []any{c.code, c.name, year, "99-z"})
		}
	}
	return rows
}

// fillCubes: collectives only for flags and collectives; Sở Tài chính sends tallies without
// classes and gender (null, all unknown); Huyện Lâm Thao does not split at all; 2023 is missing
// for one unit; year 0 holds a few awards of no known year.
func fillCubes(in Input) {
	var awards, people [][]any
	seed := uint32(7)
	next := func(n int) int64 { // a fixed sequence: the same fixture on every run
		seed = seed*1664525 + 1013904223
		return int64(seed>>8) % int64(n)
	}
	size := map[string]int{"ldtt": 900, "cstd_co_so": 160, "giay_khen": 300, "bk_tinh": 60, "ttldtt": 40, "ttldxs": 12, "cstd_tinh": 10, "co_tinh": 3, "bk_thu_tuong": 4}
	for year := int64(2021); year <= 2025; year++ {
		for _, u := range fixtureUnits()[3:] {
			code := u[0].(string)
			if (code[:2] == "pt") != (year == 2025) && code[:2] == "pt" || code == "26-c" && year == 2023 {
				continue
			}
			for _, f := range fixtureForms() {
				most := size[f[0].(string)]
				if most == 0 && next(9) > 0 {
					continue
				}
				n := 1 + next(most+2)
				level := f[3]
				if f[0] == "giay_khen" && u[2] == "district" {
					level = "huyen"
				}
				awards, people = fixtureRows(awards, people, year, code, f[0].(string), level, n, next)
			}
		}
	}
	awards = append(awards, any1{int64(0), "25-a", "giay_khen", "chua_ro", "chua_ro", int64(3), "list"})
	people = append(people, any1{int64(0), "25-a", "giay_khen", "chua_ro", int64(3), nil, nil, nil, int64(3), nil, nil, nil, nil, nil, int64(3), int64(1), int64(0), nil, int64(3), "chua_ro", "list"})
	in.Tables["cube-award"] = textTable("cube-award", []string{"award_year", "unit_code", "form_code", "level_code", "achievement_code", "award_count", "source"}, awards...)
	t := textTable("cube-beneficiary", append(append([]string{"award_year", "unit_code", "form_code", "level_code"}, measures...), "achievement_code", "source"), people...)
	for i, title := range fixtureTitles {
		t.Columns[4+i].Title = table.Text{VI: title, EN: measures[i]}
	}
	in.Tables["cube-beneficiary"] = t
	in.Tables["cube-crossed"] = crossedTable(awards, people)
}

// crossedTable is what the tallies of 26-c cross: who received the awards of each type.
func crossedTable(awards, people [][]any) table.Table {
	told := map[string][]any{}
	for _, r := range people {
		if r[1] == "26-c" {
			told[fmt.Sprint(r[:4])] = r[4 : 4+len(measures)]
		}
	}
	at := func(m string) int { return slices.Index(measures, m) }
	var rows [][]any
	for _, r := range awards {
		whole, crosses := told[fmt.Sprint(r[:4])]
		if !crosses {
			continue
		}
		row := append(slices.Clone(r[:5]), make([]any, len(crossedMeasures))...)
		for i, m := range crossedMeasures {
			if whole[at(m)] != nil { // each is all or nothing
				row[5+i] = r[5]
			}
		}
		rows = append(rows, row)
	}
	return textTable("cube-crossed", slices.Concat([]string{"award_year", "unit_code", "form_code", "level_code", "achievement_code"}, crossedMeasures), rows...)
}

var crossedMeasures = []string{"collective_count", "household_count", "individual_count", "class_unknown_count", "woman_unknown_count", "youth_unknown_count"}

var fixtureTitles = []string{"Số lượt khen thưởng", "Tập thể", "Trong đó: doanh nghiệp", "Hộ gia đình", "Cá nhân",
	"Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên", "Lãnh đạo cấp vụ, sở, ngành và tương đương", "Doanh nhân", "Lãnh đạo khác",
	"Người trực tiếp công tác, lao động, học tập, chiến đấu", "Chưa rõ loại đối tượng", "Nữ", "Chưa rõ giới tính", "Thanh niên", "Chưa rõ tuổi"}

func fixtureRows(awards, people [][]any, year int64, unit, form string, level any, n int64, next func(int) int64) ([][]any, [][]any) {
	source := "list"
	if unit == "25-f" || unit[3:] == "c" {
		source = "tally"
	}
	sudden, kind := n/5, any(nil)
	awards = append(awards, any1{year, unit, form, level, "thuong_xuyen", n - sudden, source})
	if sudden > 0 {
		kind = []string{"dot_xuat", "chuyen_de", "chua_ro"}[next(3)]
		awards = append(awards, any1{year, unit, form, level, kind, sudden, source})
	}
	row := any1{n}
	switch {
	case form == "co_tinh" || form == "ttldxs" || form == "ttldtt" || form == "co_chinh_phu":
		row = append(row, n, next(int(n)+1), nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil)
	case unit == "25-f": // not split
		row = append(row, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil)
	case unit[3:] == "c": // a tally without classes and gender
		row = append(row, nil, nil, nil, n, nil, nil, nil, nil, nil, n, nil, n, nil, n)
	default:
		unknown, top := next(int(n)/12+1), n/50
		rest := n - unknown - top
		lead, boss, other := rest/9, rest/30, rest/6
		genderUnknown := next(int(n)/30 + 1)
		ageUnknown := next(int(n)/9 + 1)
		row = append(row, nil, nil, nil, n, top, lead, boss, other, rest-lead-boss-other, unknown,
			(n-genderUnknown)*(40+next(20))/100, genderUnknown, (n-ageUnknown)*(10+next(15))/100, ageUnknown)
	}
	key := any1{year, unit, form, level}
	switch {
	case source == "tally":
		people = append(people, slices.Concat(key, row, any1{"chua_tach", source}))
	case sudden == 0:
		people = append(people, slices.Concat(key, row, any1{"thuong_xuyen", source}))
	default:
		part, rest := partOf(row, sudden)
		people = append(people, slices.Concat(key, rest, any1{"thuong_xuyen", source}), slices.Concat(key, part, any1{kind, source}))
	}
	return awards, people
}

// partOf takes n of the awards of a row of measures out of it: part and rest add up to the row, and in both the classes make up
// the individuals, women and youth are within them.
func partOf(row []any, n int64) (part, rest []any) {
	part, rest = make([]any, len(row)), slices.Clone(row)
	for _, group := range [][]int{{0}, {1, 4}, {2}, {9, 8, 6, 7, 5, 10}, {11, 12}, {13, 14}} { // each may fill the n
		left := n
		for _, m := range group {
			if has, stated := row[m].(int64); stated {
				take := min(left, has)
				part[m], rest[m] = take, has-take
				left -= take
			}
		}
	}
	return part, rest
}

func year(period string) int {
	y, err := strconv.Atoi(period)
	if err != nil {
		panic(err)
	}
	return y
}

// cluster: departments of both provinces have clusters of one name.
func cluster(u []any) any {
	if u[2] == "department" {
		return "Khối sở, ngành"
	}
	return nil
}

func fillReturns(in Input) {
	var due, found [][]any
	for _, u := range fixtureUnits()[3:] {
		code := u[0].(string)
		for _, period := range []string{"2021", "2022", "2023", "2024", "2025"} {
			if code[:2] == "pt" && period != "2025" {
				continue
			}
			for i, form := range []string{"danh_sach_ca_nhan", "danh_sach_tap_the"} {
				received, accepted, late, status := int64(1), int64(1), int64(0), "accepted"
				switch {
				case period == "2025" && code == "26-d" || code == "26-c" && period == "2023":
					received, accepted, status = 0, 0, "missing"
				case period == "2025" && code == "25-e" && i == 0:
					accepted, status = 0, "held"
				case code == "25-g":
					late = 1
				}
				standing, on := map[string]string{"accepted": "on_time", "missing": "not_received", "held": "held"}[status], table.Date{Year: year(period), Month: 12, Day: 15}
				if late == 1 {
					standing = "late"
				}
				due = append(due, any1{code, form, period, "counts", status, int64(1), received, accepted, late, u[1], nil, on, nil, standing, int64(0), cluster(u), standing, int64(0), ""})
			}
		}
	}
	due = append(due, any1{"25-a", "mau_01", "2025", "counts", "accepted", int64(0), int64(1), int64(1), int64(0), "Sở Y tế", "Tỉnh Phú Thọ", nil, table.Date{Year: 2025, Month: 12, Day: 1}, "unasked", int64(0), nil, "unasked", int64(1), ""},
		any1{"25-b", "mau_01", "2025", "counts", nil, int64(0), int64(0), int64(0), int64(0), "Sở Giáo dục và Đào tạo", nil, nil, nil, "excused", int64(0), nil, "excused", int64(0), "mới thành lập"},
		any1{"26-b", "mau_01", "2025", "counts", "accepted", int64(1), int64(1), int64(1), int64(0), "Sở Giáo dục và Đào tạo", nil, table.Date{Year: 2025, Month: 12, Day: 15}, nil, "on_time", int64(1), nil, "on_time", int64(0), ""})
	in.Tables["completeness-year"] = textTable("completeness-year", []string{"award_year", "is_over"}, any1{int64(0), true}, any1{int64(2021), true}, any1{int64(2022), true},
		any1{int64(2023), true}, any1{int64(2024), true}, any1{int64(2025), true})
	for i := range 7 {
		found = append(found, any1{"gender-unknown", "warning", []any{"25-a", "25-b", "26-b"}[i%3], "2025", "a.xlsx", "B7", `=cmd|'/c calc'!A1`, "Danh sách", nil, nil})
	}
	found = append(found, any1{"second-return", "error", "25-e", "2025", "b.xlsx", "", "", "", nil, nil}, any1{"not-expected", "query", nil, "", "c.xlsx", "", "", "", nil, nil})
	in.Tables["completeness"] = textTable("completeness", []string{"unit_code", "form_of_return", "period", "role", "status", "expected_count", "received_count", "accepted_count", "late_count", "unit_name", "parent_name", "due_on", "received_on", "standing", "zero_count", "cluster_name", "standing_" + in.Lang, "waiting_count", "excuse"}, due...)
	listed := func(query string, rows ...map[string]any) {
		l := lists[slices.IndexFunc(lists, func(l list) bool { return l.query == query })]
		columns := append(l.inLang(in.Lang), "unit_code")
		if query == "reconciliation" {
			columns = append(columns, "comparison_"+in.Lang, "other_sheet")
		}
		var cells [][]any
		for _, r := range rows {
			row := make([]any, len(columns))
			for c, name := range columns {
				row[c] = r[name]
			}
			cells = append(cells, row)
		}
		t := textTable(query, columns, cells...)
		for c := range t.Columns {
			t.Columns[c].Share = strings.HasSuffix(t.Columns[c].Name, "_share")
		}
		in.Tables[query] = t
	}
	in.Tables["findings"] = textTable("findings", append([]string{"code", "severity", "unit_code", "period", "source_file", "source_cell", "got"}, "source_sheet", "want_"+in.Lang, "mend_"+in.Lang), found...)
	listed("returns", map[string]any{"period": "2025", "unit_name": hostile, "form_of_return": "mau_02", "status": "held", "file_name": "made-up.xlsx", "rows_read": int64(12)})
	listed("reconciliation",
		map[string]any{"comparison": "printed_total", "award_year": int64(2025), "unit_name": hostile, "counted_count": int64(120), "other_count": int64(121), "difference_count": int64(1)},
		map[string]any{"comparison": "list_tally", "award_year": int64(0), "unit_name": "=1+1", "counted_count": int64(80)})
	listed("by-cluster",
		map[string]any{"award_year": int64(2025), "cluster_name": "Khối sở, ngành", "member_unit_count": int64(4), "reporting_unit_count": int64(3), "award_count": int64(3200), "woman_share": 0.75},
		map[string]any{"award_year": int64(2025), "cluster_name": "Cụm huyện", "member_unit_count": int64(2), "reporting_unit_count": int64(2)})
}
