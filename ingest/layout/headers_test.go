package layout_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"tdkt/data"
	"tdkt/ingest/layout"
)

// The header variants of domain.md §4.2 and §2.7, each as the third column of a list.
func TestHeaderVariants(t *testing.T) {
	for _, c := range []struct{ layout, name, field, variants string }{
		{"danh_sach_ca_nhan", "Họ và tên", "salutation", "Tên gọi (Ông/Bà/Chức danh) · Ông/Bà · Ông (Bà) · Danh xưng"},
		{"danh_sach_ca_nhan", "Họ và tên", "gender", "Giới tính · Nam/Nữ · GIỚI TÍNH"},
		{"danh_sach_ca_nhan", "Họ và tên", "gender_female", "Nữ · NỮ · Nữ (x)"},
		{"danh_sach_ca_nhan", "Họ và tên", "gender_male", "Nam"},
		{"danh_sach_ca_nhan", "Họ và tên", "award_year", "Năm · NĂM · Năm khen thưởng"},
		{"danh_sach_ca_nhan", "Họ và tên", "birth", "Ngày sinh · Năm sinh · Ngày, tháng, năm sinh · N/S · Ngày,⏎tháng, năm  sinh"},
		{"danh_sach_ca_nhan", "Họ và tên", "position", "Chức vụ · Chức danh · Chức vụ, đơn vị công tác · Chức vụ, đơn vị công tác, hoặc địa chỉ"},
		{"danh_sach_ca_nhan", "Họ và tên", "workplace", "Đơn vị · Đơn vị công tác · Cơ quan/đơn vị · Tên đơn vị/tập thể⏎công tác · Địa chỉ / Nơi ở · Tên phòng ban/ khối, tổ ⏎công tác"},
		{"danh_sach_ca_nhan", "Họ và tên", "form", "Hình thức, mức hạng · Danh hiệu đề nghị · Mã hình thức khen thưởng · Mã danh hiệu thi đua⏎(nếu có)"},
		{"danh_sach_ca_nhan", "Họ và tên", "achievement", "Loại hình khen thưởng · Phương thức khen thưởng"},
		{"danh_sach_ca_nhan", "Họ và tên", "movement", "Phong trào"},
		{"danh_sach_ca_nhan", "Họ và tên", "note", "Ghi chú"},
		{"danh_sach_ca_nhan", "Họ và tên", "class", "Đối tượng · Phân loại đối tượng · Phân loại cán bộ · Phân loại · Mã phân loại cán bộ"},
		{"danh_sach_ca_nhan", "Họ và tên", "decision_no", "Số QĐ · Số quyết định"},
		{"danh_sach_ca_nhan", "Họ và tên", "decision", "Quyết định số, ngày · Số, ngày, tháng, năm của quyết định; cơ quan ban hành"},
		{"danh_sach_ca_nhan", "Họ và tên", "direct_worker", "Lao động trực tiếp · Công nhân, nông dân"},
		{"danh_sach_ca_nhan", "Họ và tên", "reporting_unit", "Đơn vị báo cáo"},
		{"danh_sach_ca_nhan", "Họ và tên", "money", "Số tiền · Tiền thưởng"},
		{"danh_sach_ca_nhan", "Họ và tên", "origin", "Quê quán · Trú quán"},
		{"danh_sach_ca_nhan", "Họ và tên", "identity", "Số CCCD · CMND"},
		{"danh_sach_ca_nhan", "Họ và tên", "", "LĐTT"}, // LĐTT may be the title or the worker: never guessed
		{"danh_sach_hon_hop", "Tên tập thể/cá nhân/hộ gia đình", "kind", "Phân loại khen thưởng"},
		{"danh_sach_hon_hop", "Tên tập thể/cá nhân/hộ gia đình", "activity", "Lĩnh vực hoạt động"},
		{"danh_sach_tap_the", "Tên đơn vị / tập thể", "class", "Mã phân loại tập thể"},
	} {
		for variant := range strings.SplitSeq(c.variants, " · ") {
			text := "STT | " + c.name + " | " + variant + " | Danh hiệu thi đua/Hình thức khen thưởng\n1 | A | B | LĐTT"
			if c.field == "form" {
				text = "STT | " + c.name + " | " + variant + " | Ghi chú\n1 | A | LĐTT | B"
				if c.field == "note" {
					continue
				}
			}
			res := layout.Recognise(sheet(text), layouts(t), known)
			if res.Table == nil || res.Table.Layout.Code != c.layout || res.Table.Columns[2].Field != c.field {
				t.Errorf("%q: want %s in %s, got %+v", variant, c.field, c.layout, res.Table)
			}
		}
	}
	for layoutCode, names := range map[string]string{
		"danh_sach_ca_nhan": "Họ và tên · Họ tên · Tên cá nhân · Họ tên, chức vụ, đơn vị",
		"danh_sach_tap_the": "Tên tập thể · Tên đơn vị / tập thể · Tên đơn vị · Đơn vị",
		"danh_sach_hon_hop": "Tên tập thể/cá nhân/hộ gia đình · Tên tập thể, cá nhân · Họ tên chủ hộ",
	} {
		for name := range strings.SplitSeq(names, " · ") {
			res := layout.Recognise(sheet("STT | "+name+" | Hình thức khen thưởng\n1 | A | Giấy khen"), layouts(t), known)
			if res.Table == nil || res.Table.Layout.Code != layoutCode || res.Table.Columns[1].Field != "name" {
				t.Errorf("name %q: want %s, got %+v", name, layoutCode, res.Table)
			}
		}
	}
}

// What is embedded is what stands in the folder.
func TestEmbeddedLayoutsLoad(t *testing.T) {
	all, err := layout.Load(data.LayoutFS)
	if err != nil || len(all) != len(layouts(t)) {
		t.Fatalf("%d layouts, %v", len(all), err)
	}
}

// A layout with a fault is our error, named with its file.
func TestFaultyLayouts(t *testing.T) {
	good, err := os.ReadFile("../../data/layouts/mau_01.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, old, new, says string }{
		{"unknown key", `"version"`, `"verzion"`, "verzion"},
		{"unknown shape", `"units_down"`, `"sideways"`, "sideways"},
		{"a board's list by its code only", `"code": "mau_01"`, `"code": "board_01"`, "begins with board_"},
		{"no label field", `{"code": "unit"`, `{"code": "units"`, "needs a field unit"},
		{"a header twice", `"Tên đơn vị", `, `"Tên đơn vị", "Tên đơn vị", `, "stands twice"},
		{"a ratio of one count", `"total": true`, `"ratio": true, "ratio_of": ["form"]`, "names its part and its whole"},
		{"a ratio that is none", `"total": true`, `"ratio_of": ["form", "form"]`, "is for a ratio"},
		{"a ratio of what is no count", `"total": true`, `"ratio": true, "ratio_of": ["form", "unit"]`, "ratio of unit, which is no count"},
		{"a measure that counts nothing", `"measure": "award_count"`, `"measure": "awards_count"`, "awards_count"},
		{"a recipient that nobody is", `"forms": true`, `"forms": true, "recipient": "person"`, "person"},
		{"one of nothing known", `"shape"`, `"one_of": ["nobody"], "shape"`, "nobody"},
		{"left aside and counted", `"forms": true`, `"forms": true, "left": "address"`, "left aside"},
		{"a product of nothing", `"shape"`, `"crossed": [{"sections": [], "columns": []}], "shape"`, "product"},
		{"a base that is not there", `"shape"`, `"extends": "none.base.json", "shape"`, "none.base.json"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(string(good), c.old, c.new, 1)
			_, err := layout.Load(fstest.MapFS{"x/mau_01.json": {Data: []byte(text)}})
			if err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "mau_01.json") {
				t.Errorf("%v", err)
			}
		})
	}
}

// A form of return without a name of its own shows as its code wherever people look.
func TestEveryFormOfReturnHasItsName(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		texts, err := data.LoadTexts(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range layouts(t) {
			if !texts.Has("page.return." + l.Code) {
				t.Errorf("data/lang/%s.json has no page.return.%s", lang, l.Code)
			}
		}
	}
}

// Numbers of columns are numbers of columns also where a number format gave them decimals.
func TestIndexRowsInAnyDress(t *testing.T) {
	for _, index := range []string{"1,00 | 2,00 | 3,00 | 4,00", "1.0 | 2.0 | 3.0 | 4.0", "(1) | (2) | (3) | (4)", "A | B | 1,0 | 2,0", "(1,0) | (2,0) | (3,0) | (4,0)"} {
		tab := recognised(t, "danh_sach_ca_nhan", "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG\nSTT | Họ và tên | Danh hiệu thi đua | Ghi chú\n"+index+"\n1 | Nguyễn Văn A | LĐTT | \n")
		if got := kinds(tab); got != "mhid" {
			t.Errorf("%s: %s", index, got)
		}
	}
	tab := recognised(t, "mau_02", "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG\nHình thức khen thưởng | Tổng số lượng khen thưởng\nGiấy khen | 1.000\nBằng khen | 2.000\n")
	if got := kinds(tab); got != "mhdd" {
		t.Errorf("thousands: %s", got)
	}
	for _, row := range []string{"1.000 | 2.000 | 3.000 | 4.000", "1,50 | 2,00 | 3,00 | 4,00", "1.00 | 2.50 | 3.00 | 4.00"} {
		tab := recognised(t, "danh_sach_ca_nhan", "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG\nSTT | Họ và tên | Danh hiệu thi đua | Ghi chú\n"+row+"\n1 | Nguyễn Văn A | LĐTT | \n")
		if got := kinds(tab); strings.Contains(got, "i") {
			t.Errorf("%s is no index row: %s", row, got)
		}
	}
}
