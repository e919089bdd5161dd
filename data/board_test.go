package data

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What the board says of a name holds on top of the lists and never against them.
func TestBoardAliases(t *testing.T) {
	ref, err := LoadReference()
	if err != nil {
		t.Fatal(err)
	}
	mapped := []BoardAlias{
		{Kind: "unit", Name: "Sở Lạ", Code: "pt-so-noi-vu"},
		{Kind: "unit", Name: "Huyện Lâm Thao", Code: "ptm-so-noi-vu", Valid: Period{From: Date{2025, 7, 1}}}, // the district's name ended the day before
		{Kind: "form", Name: "Bằng vinh danh ngành", Code: "giay_khen", Valid: Period{From: Date{2023, 1, 1}, To: Date{2023, 12, 31}}},
		{Kind: "authority", Name: "Hội đồng Lạ", Code: "tinh"},
		{Kind: "achievement", Name: "Thành tích lạ", Code: "dot_xuat"},
		{Kind: "class", Name: "Nhóm lạ", Code: "direct_worker"},
	}
	passedOver := []BoardAlias{
		{Kind: "unit", Name: "Sở Y tế", Code: "pt-so-noi-vu"},
		{Kind: "unit", Name: "Huyện Lâm Thao", Code: "pt-so-y-te"},
		{Kind: "unit", Name: "Sở Lạ Nữa", Code: "nosuch"},
		{Kind: "unit", Name: "Sở Lạ Nữa", Code: "pt-so-y-te", Valid: Period{From: Date{2025, 7, 1}}}, // the unit had ended by then
		{Kind: "unit", Name: "SỞ  LẠ", Code: "pt-so-y-te"},                                           // a name has one meaning
		{Kind: "form", Name: "Giấy khen", Code: "bk_tinh"},
		{Kind: "form", Name: "…", Code: "bk_tinh"},
		{Kind: "class", Name: "Nhóm khác", Code: "chua_ro"},
		{Kind: "nosuch", Name: "x", Code: "y"},
	}
	more, used := ref.With(append(mapped, passedOver...))
	if diff := cmp.Diff(mapped, used); diff != "" {
		t.Errorf("taken (-want +got):\n%s", diff)
	}
	unit := func(r *Reference, name string, on Date) string {
		if u := r.UnitsNamed(name, "", on); len(u) == 1 {
			return u[0].Code
		}
		return ""
	}
	form := func(r *Reference, name string, on Date) string {
		m, _ := r.ResolveForm(name, on)
		return m.Code
	}
	in2023, in2024, in2026 := Date{2023, 6, 1}, Date{2024, 6, 1}, Date{2026, 1, 1}
	achievement, _ := more.AchievementByAlias("thành tích lạ")
	class, _ := more.ClassByAlias("NHÓM LẠ")
	who, _ := more.ResolveAuthority("Hội đồng Lạ")
	got := []string{unit(more, "sở lạ", in2024), unit(more, "Huyện Lâm Thao", in2024), unit(more, "Huyện Lâm Thao", in2026),
		form(more, "Bằng vinh danh ngành", in2023), form(more, "Bằng vinh danh ngành", in2024), form(more, "Bằng vinh danh ngành của Giám đốc Sở Y tế", in2023),
		form(more, "Giấy khen", in2023), achievement, class, who.Level}
	want := []string{"pt-so-noi-vu", "h-237", "ptm-so-noi-vu", "giay_khen", "", "giay_khen", "giay_khen", "dot_xuat", "direct_worker", "tinh"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("meanings (-want +got):\n%s", diff)
	}
	if unit(ref, "Sở Lạ", in2024) != "" || form(ref, "Bằng vinh danh ngành", in2023) != "" {
		t.Error("the lists themselves have changed")
	}
}
