package data

import (
	"slices"
	"strings"
	"testing"
)

// The law of the day gives a form its name; its code stays, so that a series runs on.
func TestFormsByRegime(t *testing.T) {
	ref := reference(t)
	for _, c := range []struct {
		code string
		on   Date
		name string // "" where the form is not in force
	}{
		{"bk_tinh", Date{2023, 12, 31}, "Bằng khen của bộ, ngành, tỉnh, đoàn thể trung ương"},
		{"bk_tinh", Date{2024, 1, 1}, "Bằng khen của Bộ, ban, ngành, tỉnh"},
		{"cstd_tinh", Date{2023, 12, 31}, "Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương"},
		{"cstd_tinh", Date{2024, 1, 1}, "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh"},
		{"co_tinh", Date{2023, 12, 31}, "Cờ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương"},
		{"co_tinh", Date{2024, 1, 1}, "Cờ thi đua của Bộ, ban, ngành, tỉnh"},
		{"ky_niem_chuong", Date{2023, 12, 31}, "Kỷ niệm chương, Huy hiệu"},
		{"ky_niem_chuong", Date{2024, 1, 1}, "Kỷ niệm chương"},
		{"thon_van_hoa", Date{2023, 12, 31}, "Thôn, làng, bản, ấp, tổ dân phố văn hóa"},
		{"thon_van_hoa", Date{2024, 1, 1}, "Thôn, tổ dân phố văn hóa"},
		{"xa_tieu_bieu", Date{2023, 12, 31}, ""},
		{"xa_tieu_bieu", Date{2024, 1, 1}, "Xã, phường, thị trấn tiêu biểu"},
		{"xa_tieu_bieu", Date{2025, 6, 30}, "Xã, phường, thị trấn tiêu biểu"},
		{"xa_tieu_bieu", Date{2025, 7, 1}, "Xã, phường, đặc khu tiêu biểu"},
		{"huyc_tnxp_ve_vang", Date{2023, 12, 31}, ""},
		{"huyc_tnxp_ve_vang", Date{2024, 1, 1}, "Huy chương Thanh niên xung phong vẻ vang"},
	} {
		if f, _ := ref.Form(c.code, c.on); f.NameVI != c.name {
			t.Errorf("%s on %s is %q, want %q", c.code, c.on, f.NameVI, c.name)
		}
	}
}

// §1.4: who may decide a form on a day. The other forms of each line of the table are held by TestEveryFormHasAnAuthority.
func TestAuthoritiesByRegime(t *testing.T) {
	ref := reference(t)
	for _, c := range []struct {
		form                           string
		law2003, law2022, withoutHuyen string
	}{
		{"hc_lao_dong_ba", "CTN", "CTN", "CTN"},
		{"huyc_chien_si_ve_vang_ba", "CTN", "CTN", "CTN"},
		{"nha_giao_uu_tu", "CTN", "CTN", "CTN"},
		{"giai_thuong_nha_nuoc", "CTN", "CTN", "CTN"},
		{"co_chinh_phu", "CP TTG", "CP", "CP"},
		{"cstd_toan_quoc", "TTG", "TTG", "TTG"},
		{"bk_thu_tuong", "TTG", "TTG", "TTG"},
		{"cstd_tinh", "BT", "BT", "BT"},
		{"co_tinh", "BT", "BT", "BT"},
		{"ttldxs", "BT", "BT", "BT"},
		{"bk_tinh", "BT", "BT", "BT"},
		{"xa_tieu_bieu", "", "BT", "BT"},
		{"cstd_co_so", "DN HN S", "DN HN S", "DN S X"},
		{"ttldtt", "DN HN S", "DN HN S", "DN S X"},
		{"ldtt", "DN HN S X", "DN HN S X", "DN S X"},
		{"thon_van_hoa", "HN", "HN", "X"},
		{"gia_dinh_van_hoa", "X", "X", "X"},
		{"giay_khen", "DN HN S X", "DN HN S X", "DN S X"},
		{"knc_tu_day", "TTG", "TTG", "TTG"},
		{"hc_chien_thang_ba", "CTN", "CTN", "CTN"},
	} {
		for on, want := range map[Date]string{{2004, 7, 1}: c.law2003, {2023, 12, 31}: c.law2003, {2024, 1, 1}: c.law2022,
			{2025, 6, 30}: c.law2022, {2025, 7, 1}: c.withoutHuyen, {2026, 11, 1}: c.withoutHuyen} {
			if got := strings.Join(ref.authoritiesOf(c.form, on), " "); got != want {
				t.Errorf("%s on %s: %q, want %q", c.form, on, got, want)
			}
		}
	}
}

func (r *Reference) authoritiesOf(form string, on Date) (codes []string) {
	for _, a := range r.FormAuthorities {
		if a.Form == form && a.Valid().Holds(on) {
			codes = append(codes, a.Authority)
		}
	}
	slices.Sort(codes)
	return codes
}

// A day without an authority would take every award of that day for one that nobody may give.
func TestEveryFormHasAnAuthority(t *testing.T) {
	ref := reference(t)
	none := []string{"bk_khac", "chung_nhan_doan_the"} // heads that §1.4 does not name; outside the law
	for _, f := range ref.Forms {
		// Authorities change on the bounds of rows only: the first day of the form, and the day after each end.
		days := map[Date]bool{f.ValidFrom: true, {2004, 7, 1}: true, {2026, 11, 1}: true}
		for _, a := range ref.FormAuthorities {
			if a.Form == f.Code {
				days[a.ValidFrom], days[a.ValidTo] = true, true
				if !a.ValidTo.IsZero() {
					days[a.ValidTo.AddDays(1)] = true
				}
			}
		}
		for on := range days {
			if on.IsZero() || !f.Valid().Holds(on) || slices.Contains(none, f.Code) {
				continue
			}
			if len(ref.authoritiesOf(f.Code, on)) == 0 {
				t.Errorf("%s on %s: nobody may give it", f.Code, on)
			}
		}
	}
	for _, code := range none {
		if got := ref.authoritiesOf(code, today); len(got) > 0 {
			t.Errorf("%s has authorities %v: take it off the list of those without", code, got)
		}
	}
}
