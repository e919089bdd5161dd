package data

import (
	"slices"
	"strings"
	"testing"
)

// cloneLists copies the lists so far that a case may change rows.
func cloneLists(l Lists) Lists {
	l.Forms, l.FormAliases = slices.Clone(l.Forms), slices.Clone(l.FormAliases)
	l.AuthorityAliases, l.FormAuthorities, l.SenderAuthorities = slices.Clone(l.AuthorityAliases), slices.Clone(l.FormAuthorities), slices.Clone(l.SenderAuthorities)
	l.Levels, l.Achievements, l.AchievementAliases = slices.Clone(l.Levels), slices.Clone(l.Achievements), slices.Clone(l.AchievementAliases)
	l.Classes, l.ClassAliases = slices.Clone(l.Classes), slices.Clone(l.ClassAliases)
	l.Units, l.UnitAliases, l.UnitEvents = slices.Clone(l.Units), slices.Clone(l.UnitAliases), slices.Clone(l.UnitEvents)
	l.Clusters, l.Obligations = slices.Clone(l.Clusters), slices.Clone(l.Obligations)
	return l
}

// first is the first row that a test picks, for changing.
func first[T any](rows []T, pick func(T) bool) *T {
	return &rows[slices.IndexFunc(rows, pick)]
}

func unitNamed(l *Lists, code string) *Unit {
	return first(l.Units, func(u Unit) bool { return u.Code == code })
}

func formNamed(l *Lists, code string) *Form {
	return first(l.Forms, func(f Form) bool { return f.Code == code })
}

func eventFrom(l *Lists, code string) *UnitEvent {
	return first(l.UnitEvents, func(e UnitEvent) bool { return e.From == code })
}

// Each contradiction that Check knows, put into the real lists, must turn it red and say so.
func TestCheckTurnsRed(t *testing.T) {
	lists := reference(t).Lists
	for _, c := range []struct {
		name   string
		change func(l *Lists)
		say    string
	}{
		{"two rows of one key", func(l *Lists) { l.Levels = append(l.Levels, l.Levels[0]) }, "level: two rows of key"},
		{"form without a level", func(l *Lists) { l.Forms[0].Level = "trung_uong" }, `"trung_uong" is not known`},
		{"form of no family", func(l *Lists) { l.Forms[0].Family = "flag" }, `"flag" is not known`},
		{"form of a fourth class", func(l *Lists) { l.Forms[0].Class = "tu" }, `"tu" is not known`},
		{"form that takes nobody", func(l *Lists) { formNamed(l, "gia_dinh_van_hoa").TakesHousehold = false }, "takes nobody"},
		{"form rows that overlap", func(l *Lists) { formNamed(l, "bk_tinh").ValidTo = Date{2024, 6, 1} }, "award_form bk_tinh: rows of"},
		{"form that ends before it begins", func(l *Lists) { formNamed(l, "xa_tieu_bieu").ValidTo = Date{2020, 1, 1} }, "before it begins"},
		{"form rows that differ in what counts", func(l *Lists) { formNamed(l, "bk_tinh").CountsInState = false }, "rows differ"},
		{"alias of no form", func(l *Lists) { l.FormAliases[0].Form = "hc_kim_cuong" }, `"hc_kim_cuong" is not known`},
		{"an open alias with one form", func(l *Lists) {
			l.FormAliases = append(l.FormAliases, FormAlias{"Huân chương nào đó", "ldtt", "open", ""})
		}, `open, but only ldtt`},
		{"an alias both open and exact", func(l *Lists) {
			l.FormAliases = append(l.FormAliases, FormAlias{"L Đ T T", "ttldtt", "open", ""}, FormAlias{"LĐ TT", "ldtt", "open", ""})
		}, `award_form_alias "L Đ T T"`},
		{"alias in no context", func(l *Lists) { l.FormAliases[0].Context = "row" }, `"row" is not known`},
		{"alias with two forms", func(l *Lists) {
			l.FormAliases = append(l.FormAliases, FormAlias{"l.đ.t.t", "ttldtt", "any", ""}, FormAlias{"L Đ T T", "ldtt", "form", ""})
		}, "L Đ T T"},
		{"alias that is another form's name", func(l *Lists) {
			l.FormAliases = append(l.FormAliases, FormAlias{"Bằng khen của bộ, ngành, tỉnh, Đoàn thể TRUNG ƯƠNG", "bk_khac", "any", ""})
		}, "bk_khac"},
		{"authority for no form", func(l *Lists) { l.FormAuthorities[0].Form = "x" }, "form_authority x"},
		{"authority not in the law", func(l *Lists) { l.FormAuthorities[0].Authority = "TU" }, `"TU" is not known`},
		{"authority twice at a time", func(l *Lists) {
			a := l.FormAuthorities[0]
			a.ValidFrom = Date{2020, 1, 1}
			l.FormAuthorities = append(l.FormAuthorities, a)
		}, "overlap"},
		{"sender of no kind", func(l *Lists) { l.SenderAuthorities[0].UnitKind = "ministry" }, `"ministry" is not known`},
		{"sender at no level", func(l *Lists) { l.SenderAuthorities[0].Level = "cum" }, `"cum" is not known`},
		{"authority words of two levels", func(l *Lists) {
			l.AuthorityAliases = append(l.AuthorityAliases, AuthorityAlias{"giám đốc SỞ", "bo", ""})
		}, "authority_alias"},
		{"achievement phrase with two types", func(l *Lists) {
			l.AchievementAliases = append(l.AchievementAliases, AchievementAlias{"ĐỘT XUẤT!", "chuyen_de", ""})
		}, "achievement_alias"},
		{"achievement type missing", func(l *Lists) { l.Achievements = l.Achievements[1:] }, "missing code"},
		{"class phrase with two classes", func(l *Lists) {
			l.ClassAliases = append(l.ClassAliases, ClassAlias{"công  nhân", "entrepreneur", ""})
		}, "beneficiary_class_alias"},
		{"no unknown level", func(l *Lists) {
			l.Levels = slices.DeleteFunc(l.Levels, func(x Level) bool { return x.Code == "chua_ro" })
		}, "unknown member"},
		{"colour not of the form", func(l *Lists) { l.Levels[0].Colour = "red" }, "want #rrggbb"},
		{"colour shared", func(l *Lists) { l.Levels[0].Colour = l.Levels[1].Colour }, "is shared by"},
		{"two colours of a form", func(l *Lists) { formNamed(l, "bk_tinh").Colour = "#123456" }, "two colours"},
		{"unit of no kind", func(l *Lists) { l.Units[0].Kind = "village" }, `"village" is not known`},
		{"unit rows that overlap", func(l *Lists) { unitNamed(l, "pt-dh-hung-vuong").ValidTo = Date{2026, 1, 1} }, "unit pt-dh-hung-vuong: rows of"},
		{"parent not there", func(l *Lists) { unitNamed(l, "xc-07888").Parent = "h-999" }, "parent h-999 is not there"},
		{"parent ended before", func(l *Lists) { unitNamed(l, "xm-08515").Parent = "tinh-25" }, "is not valid over"},
		{"parent cycle", func(l *Lists) { unitNamed(l, "tinh-25").Parent = "h-227" }, "is its own ancestor"},
		{"two units of one name", func(l *Lists) { unitNamed(l, "pt-so-noi-vu").Name = "SỞ Y TẾ" }, "are both"},
		{"alias of two units", func(l *Lists) {
			l.UnitAliases = append(l.UnitAliases, UnitAlias{"Sở GD&ĐT", "pt-so-y-te", ""})
		}, "are both"},
		{"alias of no unit", func(l *Lists) { l.UnitAliases[0].Unit = "x" }, "unit x is not there"},
		{"event from a unit not there on the eve", func(l *Lists) { eventFrom(l, "pt-so-gtvt").On = Date{2025, 5, 1} }, "not valid on the eve"},
		{"event into a unit not there on the day", func(l *Lists) { eventFrom(l, "pt-so-gtvt").To = "ptm-so-xay-dung" }, "not valid on the day"},
		{"event of no extent", func(l *Lists) { l.UnitEvents[0].Extent = "half" }, `"half" is not known`},
		{"event of no kind", func(l *Lists) { l.UnitEvents[0].Kind = "swap" }, `"swap" is not known`},
		{"merge into nothing", func(l *Lists) { eventFrom(l, "pt-so-gtvt").To = "" }, "only an abolished unit"},
		{"whole twice", func(l *Lists) { l.UnitEvents = append(l.UnitEvents, *eventFrom(l, "pt-so-gtvt")) }, "has gone whole before"},
		{"whole and still there", func(l *Lists) { unitNamed(l, "pt-so-gtvt").ValidTo = Date{2025, 6, 30} }, "is still valid"},
		{"end without an event", func(l *Lists) {
			l.UnitEvents = slices.DeleteFunc(l.UnitEvents, func(e UnitEvent) bool { return e.From == "pt-so-gtvt" })
		}, "without an event"},
		{"department in two clusters", func(l *Lists) {
			l.Clusters = append(l.Clusters, ClusterMember{Cluster: "c1", Name: "Khối 1", Unit: "pt-so-y-te", Year: 2024}, ClusterMember{Cluster: "c2", Name: "Khối 2", Unit: "pt-so-y-te", Year: 2024})
		}, "unit pt-so-y-te: in 2 clusters in 2024"},
		{"cluster member not there", func(l *Lists) {
			l.Clusters = append(l.Clusters, ClusterMember{Cluster: "c1", Name: "Cụm 1", Unit: "xm-08515", Year: 2021})
		}, "is not there in 2021"},
		{"cluster of two names", func(l *Lists) {
			l.Clusters = append(l.Clusters, ClusterMember{Cluster: "c1", Name: "Khối 1", Unit: "pt-so-y-te", Year: 2024}, ClusterMember{Cluster: "c1", Name: "Khối khác", Unit: "pt-so-noi-vu", Year: 2024})
		}, "two names"},
		{"obligation of no unit", func(l *Lists) {
			l.Obligations = append(l.Obligations, Obligation{"x", "mau_01", "2025", Date{2025, 12, 15}, "counts", "", ""})
		}, "obligation x"},
		{"obligation of no form of return", func(l *Lists) {
			l.Obligations = append(l.Obligations, Obligation{"h-237", "mau_09", "2025", Date{2025, 12, 15}, "counts", "", ""})
		}, "mau_09"},
		{"obligation without a role", func(l *Lists) {
			l.Obligations = append(l.Obligations, Obligation{"h-237", "mau_01", "2025", Date{2025, 12, 15}, "counted", "", ""})
		}, `"counted" is not known`},
	} {
		t.Run(c.name, func(t *testing.T) {
			changed := cloneLists(lists)
			c.change(&changed)
			err := changed.Check()
			if err == nil || !strings.Contains(err.Error(), c.say) {
				t.Errorf("Check() = %v, want %q", err, c.say)
			}
		})
	}
}
