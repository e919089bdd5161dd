package data

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every spelling of the official table; what is less than the whole commune is a part. A part taken for a whole would carry
// figures to where they do not all belong.
func TestMergerExtent(t *testing.T) {
	for note, want := range map[string]string{
		"Nhập toàn bộ": "full merge", "Giữ nguyên": "full rename", "Đổi tên": "full rename", "Đổi loại hình": "full rename",
		"Sắp xếp toàn bộ huyện Cồn Cỏ thành đặc khu Cồn Cỏ":  "full rename",
		"Sắp xếp toàn bộ xã Thổ Châu thành đặc khu Thổ Châu": "full rename",
		"Nhập một phần": "part split", "Nhập một  phần": "part split", "Nhập một phần diện tích": "part split", "Nhập một phần  diện tích": "part split",
		"Nhâp một phần diện tích": "part split", "Nhập một phần dân số": "part split", "Nhập một phần diện tích, toàn bộ dân số": "part split",
		"Nhập toàn bộ diện tích": "part split", "Phần còn lại sau khi tách một phần vào xã Canh Vinh": "part split",
		"Đổi tên từ một phần Phường 15": "part split", "Đổi tên, đổi loại hình từ một phần thị trấn Lai Uyên": "part split",
		"": "unknown", "Nhập": "unknown", "Nhập toàn bộ trừ thôn 3": "unknown", "Chuyển giao": "unknown", "Đổi tên thành xã B": "unknown",
	} {
		extent, kind, ok := MergerExtent(note)
		if got := extent + " " + kind; ok && got != want || !ok && want != "unknown" {
			t.Errorf("%q: %q %v, want %q", note, got, ok, want)
		}
	}
}

func mergersOf(t *testing.T, text string) ([]string, []string) {
	t.Helper()
	var rows []Merger
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		f := strings.Split(line, "|")
		rows = append(rows, Merger{NewProvinceCode: "9", NewCode: f[0], New: f[1], OldCode: f[2], Old: f[3], Note: f[4], DistrictCode: f[5], District: f[6], OldProvinceCode: f[7]})
	}
	merged, err := UnitsOfMergers(rows, func(official string, on Date) string { return "tinh-" + official })
	if err != nil {
		t.Fatal(err)
	}
	var u, e []string
	for _, x := range merged.Units {
		u = append(u, x.Code+" "+x.Name+" < "+x.Parent)
	}
	for _, x := range merged.Events {
		e = append(e, x.From+" > "+x.To+" "+x.Extent+" "+x.Kind)
	}
	return u, e
}

func TestUnitsOfMergers(t *testing.T) {
	units, events := mergersOf(t, `
1|Đặc khu Đảo|||Sắp xếp toàn bộ huyện Đảo thành đặc khu Đảo|31|Huyện Đảo|1
2|Đặc khu Hai|21|Xã Một|Nhập toàn bộ|32|Huyện Hai|1
2|Đặc khu Hai|22|Xã Hai|Nhập toàn bộ|32|Huyện Hai|1
3|Xã Ba|23|Xã Ba|Nhập toàn bộ|33|Thị Xã Ba|1
3|Xã Ba||Bãi bồi do huyện Ba quản lý|Nhập toàn bộ|33|Thị xã Ba|2
4|Xã Bốn|24|Xã Bốn|Nhập một phần|33|Thị xã Ba|1
5|Xã Năm|25|Xã Năm|Nhập toàn bộ|34|Huyện Tư|1
6|Xã Sáu|25|Xã Khác|Nhập toàn bộ|34|Huyện Tư|1
6|Xã Sáu|27|Xã  Khác|Nhập một phần|34|Huyện Tư|1
6|Xã Sáu|25|Xã Riêng|Nhập toàn bộ|34|Huyện Tư|1`)
	if diff := cmp.Diff([]string{
		"h-31 Huyện Đảo < tinh-1", "xm-1 Đặc khu Đảo < tinh-9",
		"h-32 Huyện Hai < tinh-1", "xm-2 Đặc khu Hai < tinh-9", "xc-21 Xã Một < h-32", "xc-22 Xã Hai < h-32",
		"h-33 Thị xã Ba < tinh-1", "xm-3 Xã Ba < tinh-9", "xc-23 Xã Ba < h-33", "xm-4 Xã Bốn < tinh-9", "xc-24 Xã Bốn < h-33",
		"h-34 Huyện Tư < tinh-1", "xm-5 Xã Năm < tinh-9", "xc-25 Xã Năm < h-34", "xm-6 Xã Sáu < tinh-9", "xc-27 Xã Khác < h-34",
		"xc-25-xa-rieng Xã Riêng < h-34",
	}, units); diff != "" {
		t.Errorf("units (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{
		"h-31 > xm-1 full rename",
		"h-32 > xm-2 full merge", "xc-21 > xm-2 full merge", "xc-22 > xm-2 full merge",
		"h-33 >  full abolish", "xc-23 > xm-3 full merge", "h-33 > xm-3 part split", "xc-24 > xm-4 part split",
		"h-34 >  full abolish", "xc-25 > xm-5 full merge", "xc-27 > xm-6 full merge", "xc-27 > xm-6 part split", "xc-25-xa-rieng > xm-6 full merge",
	}, events); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

// Two communes of one district whose names differ in a tone are told apart as written, and by nothing else.
func TestNamesThatDifferInATone(t *testing.T) {
	lists := Lists{Units: []Unit{
		{Code: "h", Name: "Huyện Lộc Ninh", Kind: "district"},
		{Code: "a", Name: "Xã Lộc Thành", Kind: "commune", Parent: "h"}, {Code: "b", Name: "Xã Lộc Thạnh", Kind: "commune", Parent: "h"},
	}}
	var f faults
	if lists.checkUnitNames(&f); len(f) > 0 {
		t.Error(f)
	}
	r := &Reference{Lists: lists}
	r.indexUnits()
	for text, want := range map[string]string{
		"Xã Lộc Thành": "a", "UBND xã Lộc Thạnh": "b", "X. LỘC THẠNH, huyện Lộc Ninh": "b", "Xã Lộc Thạnh": "b", "Xa Loc Thanh": "ab", "Xã Lộc Thánh": "ab",
	} {
		got := ""
		for _, u := range r.UnitsNamed(text, "", Date{}) {
			got += u.Code
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	lists.Units = append(lists.Units, Unit{Code: "c", Name: "xã Lộc Thành", Kind: "commune", Parent: "h"})
	if lists.checkUnitNames(&f); len(f) == 0 {
		t.Error("the same name twice under one district is not seen")
	}
}
