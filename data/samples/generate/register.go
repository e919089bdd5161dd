package main

import (
	"bytes"
	"encoding/csv"
	"sort"
	"strconv"
	"strings"
)

func csvText(rows [][]string) string {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	must(w.WriteAll(rows))
	return out.String()
}

// register is the intake register beside the returns.
func register(all []file, boards []boardBook) string {
	rows := [][]string{}
	in := map[string]bool{}
	for _, f := range all {
		if in[f.sent()] { // an archive has one row for all that it holds
			continue
		}
		in[f.sent()] = true
		rows = append(rows, []string{f.sent(), f.received.iso(), f.sender, f.revises, f.note})
	}
	for _, b := range boards {
		rows = append(rows, []string{b.path, b.on.iso(), b.board.code, "", ""})
	}
	rows = append(rows, typedRegister...)
	sort.Slice(rows, func(i, j int) bool { return rows[i][0] < rows[j][0] })
	return csvText(append([][]string{{"file", "received_on", "sender", "revises", "note"}}, rows...))
}

// typedRegister is the register's lines of the returns typed by hand.
var typedRegister = [][]string{
	{"go-tay/ca-nhan-so-xay-dung-vinh-phuc-2021.csv", "2021-12-24", "Sở Xây dựng tỉnh Vĩnh Phúc", "", "gửi chậm"},
	{"go-tay/tap-the-so-vhttdl-hoa-binh-2023.csv", "2023-12-08", "hb-so-vh-tt-dl", "", ""},
	{"go-tay/mau-01-luong-son-2022.csv", "2022-12-14", "Huyện Lương Sơn", "", ""},
	{"go-tay/hon-hop-vinh-tuong-2024.xlsx", "2024-12-12", "Huyện Vĩnh Tường", "", ""},
	{"go-tay/bieu-0603-hoa-binh-2025.xlsx", "2025-06-27", "hb-ban-tdkt", "", ""},
	{"go-tay/mau-02-so-vhttdl-phu-tho-2024.xlsx", "2024-12-13", "Sở Văn hóa, Thể thao và Du lịch tỉnh Phú Thọ", "", ""},
	{"go-tay/bieu-0602-vinh-phuc-2024.xlsx", "2024-12-16", "vp-ban-tdkt", "", ""},
	{"go-tay/bieu-0702-hoa-binh-2022.csv", "2022-12-14", "hb-ban-tdkt", "", ""},
	{"go-tay/mau-02-nha-nuoc-vinh-phuc-2023.xlsx", "2023-12-20", "vp-ban-tdkt", "", ""},
	{"go-tay/mau-03-so-noi-vu-hoa-binh-2024.xlsx", "2024-12-11", "hb-so-noi-vu", "", ""},
	{"go-tay/phong-trao-to-chuc-cong-chuc-so-noi-vu-phu-tho-2025.xlsx", "2025-12-12", "ptm-so-noi-vu", "", ""},
	{"go-tay/mot-o-so-noi-vu-vinh-phuc-2024.xlsx", "2024-12-10", "vp-so-noi-vu", "", ""},
}

func (p part) periodText() string {
	if p.period != "" {
		return p.period
	}
	if p.list != nil {
		return strconv.Itoa(p.list.head.year)
	}
	return strconv.Itoa(p.table.head.year)
}

// dueOn: a year's return is due on 15 December, a half-year's on 15 July, a month's on the 15th of the next.
func dueOn(period string) string {
	if year, half := strings.CutSuffix(period, "-H1"); half {
		return year + "-07-15"
	}
	if len(period) == len("2026-06") {
		m, err := strconv.Atoi(period[5:])
		must(err)
		return day{m: m + 1, y: isoDay(period + "-01").y, d: 15}.iso()
	}
	return period[len(period)-4:] + "-12-15" // a school year ends in its second year
}

// owed: unit, form of return, period of obligations met by returns typed by hand, by faulty ones, or by none.
var owed = [][3]string{
	{"vp-so-xay-dung", people, "2021"}, {"hb-so-vh-tt-dl", bodies, "2023"}, {"h-152", mau01, "2022"},
	{"h-252", mixed, "2024"}, {"hb-ban-tdkt", f0603, "2025"}, {"pt-so-vh-tt-dl", mau02, "2024"}, {"vp-ban-tdkt", f0602, "2024"},
	{"hb-ban-tdkt", f0602, "2022"}, {"vp-ban-tdkt", stateM, "2023"}, {"hb-so-noi-vu", mau03, "2024"},
	{"ptm-so-noi-vu", "bieu_0601", "2025"}, {"ptm-so-noi-vu", "bieu_0604", "2025"}, {"ptm-so-noi-vu", "bieu_0605", "2025"},
	// of faulty/ only
	{"h-238", mau01, "2024"},
	// nobody sent these: completeness shows them as missing
	{"pt-so-noi-vu", people, "2021"}, {"h-230", mau02, "2021"}, {"vp-hoi-lhpn", mixed, "2022"}, {"h-152", mau02, "2022"},
	{"h-157", mau02, "2023"}, {"vp-so-tu-phap", people, "2023"}, {"hb-so-xay-dung", bodies, "2024"}, {"h-251", mixed, "2024"},
	{"ptm-so-tai-chinh", people, "2025"}, {"ptm-so-xay-dung", mixed, "2025"}, {"xm-05266", mixed, "2025"}, {"xm-04831", mixed, "2025"},
	{"ptm-tinh-doan", people, "2025"},
	// the year 2026 is not over: these are due on 15 December; those of the half-year are missing
	{"ptm-so-y-te", mixed, "2026"}, {"ptm-so-noi-vu", mixed, "2026"}, {"ptm-so-gd-dt", mau02, "2026"}, {"ptm-so-cong-thuong", mau02, "2026"},
	{"ptm-so-xay-dung", mixed, "2026"}, {"ptm-so-nn-mt", bodies, "2026"}, {"ptm-tinh-doan", people, "2026"}, {"ptm-ban-tdkt", mau01, "2026"},
	{"xm-08515", mixed, "2026"}, {"xm-07900", people, "2026"}, {"xm-04831", mixed, "2026"}, {"xm-08911", mixed, "2026"},
	{"ptm-so-xay-dung", mau02, "2026-H1"}, {"xm-05266", mixed, "2026-H1"}, {"ptm-hoi-lhpn", mixed, "2026-06"},
}

// excuses: who need not send what it owes, and why.
var excuses = map[[3]string]string{
	{"ptm-tinh-doan", people, "2025"}: "sáp nhập vào Mặt trận Tổ quốc tỉnh, số liệu do Mặt trận gửi (hư cấu)",
}

// typedMet: obligations met by returns typed by hand, with the day of receipt in typedRegister.
var typedMet = [][4]string{
	{"vp-so-xay-dung", people, "2021", "2021-12-24"}, {"hb-so-vh-tt-dl", bodies, "2023", "2023-12-08"}, {"h-152", mau01, "2022", "2022-12-14"},
	{"h-252", mixed, "2024", "2024-12-12"}, {"hb-ban-tdkt", f0603, "2025", "2025-06-27"}, {"pt-so-vh-tt-dl", mau02, "2024", "2024-12-13"},
	{"vp-ban-tdkt", f0602, "2024", "2024-12-16"}, {"hb-ban-tdkt", f0602, "2022", "2022-12-14"}, {"vp-ban-tdkt", stateM, "2023", "2023-12-20"},
	{"hb-so-noi-vu", mau03, "2024", "2024-12-11"},
	{"ptm-so-noi-vu", "bieu_0601", "2025", "2025-12-12"}, {"ptm-so-noi-vu", "bieu_0604", "2025", "2025-12-12"}, {"ptm-so-noi-vu", "bieu_0605", "2025", "2025-12-12"},
}

// standings is how each obligation stands when all returns are in: by the day on which its first return came.
func standings(all []file) string {
	first := map[[3]string]string{}
	zero, revised := map[[3]string]bool{}, map[[3]string]bool{}
	came := func(k [3]string, on string) {
		if first[k] == "" || on < first[k] {
			first[k] = on
		}
	}
	for _, m := range typedMet {
		came([3]string{m[0], m[1], m[2]}, m[3])
	}
	for _, f := range all {
		for _, p := range f.parts {
			k := [3]string{p.unit, p.shape, p.periodText()}
			came(k, f.received.iso())
			zero[k] = zero[k] || p.list != nil && p.list.nothing != ""
			revised[k] = revised[k] || p.role == "superseded"
		}
	}
	out := [][]string{{"unit_code", "form_of_return", "period", "standing", "zero_count", "revised_count"}}
	one := map[bool]string{true: "1", false: "0"}
	for _, o := range obligations(all) {
		k := [3]string{o.unit, o.shape, o.period}
		standing := "on_time"
		switch {
		case o.excuse != "":
			standing = "excused"
		case first[k] == "":
			standing = "not_received"
		case first[k] > o.due.iso():
			standing = "late"
		}
		out = append(out, []string{o.unit, o.shape, o.period, standing, one[zero[k]], one[revised[k]]})
	}
	return csvText(out)
}

// proposals is fct_proposal as it must come out: lists that propose and have no decision.
func proposals(all []file) string {
	b := &book{}
	for _, f := range all {
		for _, p := range f.parts {
			if p.role == "proposal" {
				b.addList(p.unit, *p.list)
			}
			if p.table != nil && p.role == "" {
				for _, ta := range p.table.proposed() {
					b.tallies = append(b.tallies, tallied{p.unit, p.shape, p.table.head.year, ta})
				}
			}
		}
	}
	return strings.Replace(b.awardCounts(), "award_count", "proposal_count", 1)
}
