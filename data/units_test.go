package data

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestUnitsNamed(t *testing.T) {
	ref := reference(t)
	before, after := Date{2025, 6, 30}, Date{2025, 7, 1}
	for _, c := range []struct {
		text, province string
		on             Date
		want           []string
	}{
		{"Sở Y tế", "26", before, []string{"vp-so-y-te"}},
		{"Sở Y tế", "", before, []string{"hb-so-y-te", "pt-so-y-te", "vp-so-y-te"}},
		{"SỞ Y TẾ TỈNH VĨNH PHÚC", "", before, []string{"vp-so-y-te"}},
		{"Sở Y tế, tỉnh Vĩnh Phúc", "", before, []string{"vp-so-y-te"}},
		{"Sở Y tế tỉnh Vĩnh Phúc", "25", before, nil},
		{"Sở Y tế", "25", after, []string{"ptm-so-y-te"}},
		{"Sở Y tế tỉnh Phú Thọ", "", after, []string{"ptm-so-y-te"}},
		{"Sở Y tế Hoà Bình", "", before, []string{"hb-so-y-te"}},
		{"Sở GD&ĐT", "17", before, []string{"hb-so-gd-dt"}},
		{"Sở Kế hoạch và Đầu tư", "25", Date{2025, 3, 1}, nil},
		{"UBND huyện Lâm Thao", "", before, []string{"h-237"}},
		{"Ủy ban nhân dân huyện Lâm Thao, tỉnh Phú Thọ", "", before, []string{"h-237"}},
		{"Huyện Lâm Thao", "", after, nil},
		{"UBND TP. Việt Trì", "", before, []string{"h-227"}},
		{"TX Phú Thọ", "25", before, []string{"h-228"}},
		{"Huyện Thanh Thủy", "", before, []string{"h-239"}},
		{"Huyện Hạ Hòa", "", before, []string{"h-231"}},
		{"Xã Tân Lập", "", before, []string{"xc-05287", "xc-08641", "xc-08818"}},
		{"Xã Tân Lập, huyện Thanh Sơn", "", before, []string{"xc-08641"}},
		{"UBND xã Tân Lập, H. Thanh Sơn, tỉnh Phú Thọ", "", before, []string{"xc-08641"}},
		{"Xã Đoàn Kết", "17", before, []string{"xc-04858", "xc-05380"}},
		{"Xã Tân Lập, huyện Lâm Thao", "", before, nil},
		{"Xã Hy Cương", "", after, []string{"xm-08515"}},
		{"UBND xã Hi Cương tỉnh Phú Thọ", "", after, []string{"xm-08515"}},
		{"UBND tỉnh Phú Thọ", "", before, []string{"tinh-25"}},
		{"Tỉnh Phú Thọ", "", after, []string{"tinh-pt"}},
		{"Sở Y tê", "26", before, []string{"vp-so-y-te"}},
		{"Sở Y", "26", before, nil},
		{"", "", before, nil},
	} {
		t.Run(c.text+" "+c.province+" "+c.on.String(), func(t *testing.T) {
			var got []string
			for _, u := range ref.UnitsNamed(c.text, c.province, c.on) {
				got = append(got, u.Code)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// The official table has 482 rows for new Phú Thọ: 479 old communes, three of them in two parts, into 148 new ones.
func TestCommunesAgreeWithTheOfficialTable(t *testing.T) {
	ref := reference(t)
	count := map[string]int{}
	for _, u := range ref.Units {
		count[u.Code[:2]]++
	}
	want := map[string]int{"xc": 479, "xm": 148, "h-": 32}
	for prefix, n := range want {
		if count[prefix] != n {
			t.Errorf("%d units %s, want %d", count[prefix], prefix, n)
		}
	}
	from, to, parts, events := map[string]bool{}, map[string]bool{}, map[string]int{}, 0
	for _, e := range ref.UnitEvents {
		if e.From[:2] != "xc" {
			continue
		}
		events++
		from[e.From], to[e.To] = true, true
		if e.Extent == "part" {
			parts[e.From]++
		}
	}
	if events != 482 || len(from) != 479 || len(to) != 148 || len(parts) != 3 {
		t.Errorf("%d events of %d old into %d new communes, %d in parts; want 482, 479, 148, 3", events, len(from), len(to), len(parts))
	}
	for code, n := range parts {
		if n != 2 {
			t.Errorf("%s goes in %d parts", code, n)
		}
	}
}
