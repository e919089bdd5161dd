package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// boardBook is what a board sends to itself for a year: who owes which return, and who competes in which cluster.
type boardBook struct {
	path  string
	board unit
	on    day // of the lists; the board files them on that day
	year  int
	owes  []obligation
	in    []membership
}

// obligation is a return that a unit owes.
type obligation struct {
	unit, shape, period string
	due                 day
	control             bool
	excuse              string
}

// membership is a unit in a cluster over some years, as typed/cum-khoi.csv has it.
type membership struct {
	board, cluster, unit string
	from, to             int
}

// boardDays are the days on which the boards settled the lists of a year: in January, but in 2025 after departments merged in
// March, and the board of the new province after it began in July.
var boardDays = []struct {
	board  string
	year   int
	on     day
	place  string
	number string
}{
	{"pt-ban-tdkt", 2021, day{2021, 1, 15}, "Việt Trì", "06"}, {"vp-ban-tdkt", 2021, day{2021, 1, 18}, "Vĩnh Yên", "04"}, {"hb-ban-tdkt", 2021, day{2021, 1, 20}, "Hòa Bình", "09"},
	{"pt-ban-tdkt", 2022, day{2022, 1, 14}, "Việt Trì", "05"}, {"vp-ban-tdkt", 2022, day{2022, 1, 17}, "Vĩnh Yên", "07"}, {"hb-ban-tdkt", 2022, day{2022, 1, 19}, "Hòa Bình", "03"},
	{"pt-ban-tdkt", 2023, day{2023, 1, 12}, "Việt Trì", "08"}, {"vp-ban-tdkt", 2023, day{2023, 1, 16}, "Vĩnh Yên", "05"}, {"hb-ban-tdkt", 2023, day{2023, 1, 17}, "Hòa Bình", "11"},
	{"pt-ban-tdkt", 2024, day{2024, 1, 15}, "Việt Trì", "04"}, {"vp-ban-tdkt", 2024, day{2024, 1, 16}, "Vĩnh Yên", "09"}, {"hb-ban-tdkt", 2024, day{2024, 1, 18}, "Hòa Bình", "06"},
	{"pt-ban-tdkt", 2025, day{2025, 3, 10}, "Việt Trì", "31"}, {"vp-ban-tdkt", 2025, day{2025, 3, 12}, "Vĩnh Yên", "27"}, {"hb-ban-tdkt", 2025, day{2025, 3, 14}, "Hòa Bình", "40"},
	{"ptm-ban-tdkt", 2025, day{2025, 7, 18}, "Việt Trì", "02"}, {"ptm-ban-tdkt", 2026, day{2026, 1, 15}, "Việt Trì", "08"},
}

// boardBooks are the lists of all boards; memberships are read from dir.
func boardBooks(dir string, all []file) ([]boardBook, error) {
	members, err := memberships(filepath.Join(dir, "samples", "typed", "cum-khoi.csv"))
	if err != nil {
		return nil, err
	}
	owes := obligations(all)
	var out []boardBook
	for _, d := range boardDays {
		b := boardBook{board: byUnit(d.board), on: d.on, year: d.year}
		b.path = yearText(d.year) + "/" + strings.TrimSuffix(d.board, "-ban-tdkt") + "-danh-muc-cua-ban.xlsx"
		for _, o := range owes {
			if o.listedBy() == d.board && o.year() == d.year {
				b.owes = append(b.owes, o)
			}
		}
		for _, m := range members {
			if m.board == d.board && m.from <= d.year && d.year <= m.to {
				b.in = append(b.in, m)
			}
		}
		out = append(out, b)
	}
	return out, nil
}

func memberships(path string) ([]membership, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	var out []membership
	for _, r := range rows[1:] {
		m := membership{board: r[0], cluster: r[1], unit: r[2]}
		if m.from, err = strconv.Atoi(r[3]); err != nil {
			return nil, err
		}
		if m.to, err = strconv.Atoi(r[4]); err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	return out, nil
}

// listedBy is the board on whose list the obligation stands.
func (o obligation) listedBy() string {
	u := byUnit(o.unit)
	if o.year() > 2025 || strings.HasPrefix(o.unit, "ptm-") || strings.HasPrefix(o.unit, "xm-") {
		return "ptm-ban-tdkt"
	}
	return map[string]string{pt: "pt", vp: "vp", hb: "hb"}[u.province] + "-ban-tdkt"
}

// year is that in which the period ends.
func (o obligation) year() int { return o.due.y }

// bytes is the workbook that the board sends.
func (b boardBook) bytes() []byte {
	sheets := []*sheet{b.owed()}
	if len(b.in) > 0 {
		sheets = append(sheets, b.clusters())
	}
	return workbook(b.path, sheets)
}

func (b boardBook) head(title string) head {
	for _, d := range boardDays {
		if d.board == b.board.code && d.year == b.year {
			return head{from: b.board, title: title + " NĂM " + yearText(b.year), dated: d.on, place: d.place,
				sub: "(Kèm theo Công văn số " + d.number + "/" + b.board.short + " " + d.on.inWords() + ")"}
		}
	}
	panic("no day for the lists of " + b.path)
}

// shapeWords are the forms of return as boards call them.
var shapeWords = map[string]string{
	people: "Danh sách cá nhân được khen thưởng", bodies: "Danh sách tập thể được khen thưởng", mixed: "Danh sách tập thể, cá nhân, hộ gia đình được khen thưởng",
	f0603: "0603.N", mau02: "Mẫu 02", mau01: "Mẫu 01", f0602: "0602.N", mau03: "Mẫu 03", stateM: "Mẫu 02 cấp nhà nước", rolled: "Sổ quyết định khen thưởng",
	"bieu_0601": "0601.N", "bieu_0604": "0604.N", "bieu_0605": "0605.N",
}

func (b boardBook) owed() *sheet {
	s, h := newSheet("Báo cáo phải gửi"), b.head("DANH MỤC BÁO CÁO PHẢI GỬI")
	s.Landscape = true
	row := b.columns(s, h, []string{"STT", "Đơn vị báo cáo", "Biểu mẫu phải gửi", "Kỳ báo cáo", "Hạn gửi", "Dùng để", "Lý do miễn gửi"}, 6, 40, 44, 22, 14, 18, 34)
	for i, o := range b.owes {
		role := "Tính vào tổng hợp"
		if o.control {
			role = "Chỉ đối chiếu"
		}
		s.put(row, 1, cell{Kind: number, Text: strconv.Itoa(i + 1), Style: "mid"})
		s.text(row, 2, byUnit(o.unit).name, "cell")
		s.text(row, 3, shapeWords[o.shape], "cell")
		s.text(row, 4, o.periodWords(), "mid")
		s.put(row, 5, cell{Kind: dateDay, Text: o.due.iso(), Style: "date"})
		s.text(row, 6, role, "mid")
		s.put(row, 7, cell{Text: o.excuse, Style: "cell"})
		row++
	}
	h.sign(s, row+1, 7)
	return s
}

func (b boardBook) clusters() *sheet {
	s, h := newSheet("Cụm, khối thi đua"), b.head("DANH MỤC CỤM, KHỐI THI ĐUA")
	row := b.columns(s, h, []string{"STT", "Tên đơn vị", "Cụm, khối thi đua"}, 6, 46, 56)
	for i, m := range b.in {
		s.put(row, 1, cell{Kind: number, Text: strconv.Itoa(i + 1), Style: "mid"})
		s.text(row, 2, m.unit, "cell")
		s.text(row, 3, m.cluster, "cell")
		row++
	}
	h.sign(s, row+1, 3)
	return s
}

// columns writes the block above a list and its header, and gives the first row of the table.
func (b boardBook) columns(s *sheet, h head, names []string, widths ...float64) int {
	row := h.write(s, len(names))
	for c, name := range names {
		s.Widths[c+1] = widths[c]
		s.text(row, c+1, name, "head")
	}
	return row + 1
}

// periodWords is the period as a board writes it.
func (o obligation) periodWords() string {
	switch year, rest, part := strings.Cut(o.period, "-"); {
	case !part:
		return "Năm " + year
	case rest == "H1":
		return "06 tháng đầu năm " + year
	case len(rest) == 4:
		return "Năm học " + o.period
	default:
		return "Tháng " + strings.TrimPrefix(rest, "0") + " năm " + year
	}
}

// obligations is who owes which return: all that were sent, and some that were not; by unit, form of return and period.
func obligations(all []file) []obligation {
	by := map[string]obligation{}
	add := func(unit, shape, period string, control bool) {
		by[unit+"|"+shape+"|"+period] = obligation{unit, shape, period, isoDay(dueOn(period)), control, excuses[[3]string{unit, shape, period}]}
	}
	for _, m := range owed {
		add(m[0], m[1], m[2], false)
	}
	for _, f := range all {
		for _, p := range f.parts {
			add(p.unit, p.shape, p.periodText(), p.role == "control")
		}
	}
	var keys []string
	for k := range by {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var out []obligation
	for _, k := range keys {
		out = append(out, by[k])
	}
	return out
}
