// Package bulk makes returns by the hundred, for measuring: lists of individuals, lists of collectives and tables by
// Mẫu 02, from every department and district of the three former provinces, over the years 2021 to 2024. Units and
// forms are real, people are made up. The same numbers give the same bytes.
package bulk

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/data"
)

// Return is one workbook.
type Return struct {
	Name    string
	Content []byte
}

// Returns makes a number of workbooks that hold about a number of rows in all. One in five is a table by Mẫu 02, one in
// ten a list of collectives, and the rest are lists of individuals, of very different lengths.
func Returns(files, rows int) ([]Return, error) {
	units, err := senders()
	if err != nil {
		return nil, err
	}
	long := 0.0
	for i := range files {
		long += share(i)
	}
	out := make([]Return, files)
	for i := range out {
		r := office{unit: units[i%len(units)], year: 2021 + i%4, part: i/(4*len(units)) + 1, dice: rand.New(rand.NewPCG(7, uint64(i)))}
		var err error
		switch i % 10 {
		case 3, 8:
			out[i], err = r.tally(i)
		case 5:
			out[i], err = r.collectives(i, 30)
		default:
			out[i], err = r.individuals(i, max(20, int(float64(rows)*share(i)/long)), "")
		}
		if err != nil {
			return nil, fmt.Errorf("return %d: %w", i, err)
		}
	}
	return out, nil
}

// Resent makes the first workbook of as many anew, marked as taking its place and with other people in it.
func Resent(files, rows int) (Return, error) {
	units, err := senders()
	if err != nil {
		return Return{}, err
	}
	long := 0.0
	for i := range files {
		long += share(i)
	}
	r := office{unit: units[0], year: 2021, part: 1, dice: rand.New(rand.NewPCG(8, 0))}
	again, err := r.individuals(0, max(20, int(float64(rows)*share(0)/long)), " (thay thế báo cáo đã gửi)")
	again.Name = "gui-lai-" + again.Name
	return again, err
}

// share is how much longer a list is than others: few are long.
func share(i int) float64 {
	switch i % 10 {
	case 3, 5, 8:
		return 0
	}
	return 1 / float64(1+(i/10)%10)
}

// senders are the departments and districts of the end of 2024, the provinces mixed.
func senders() ([]data.Unit, error) {
	ref, err := data.LoadReference()
	if err != nil {
		return nil, err
	}
	on := data.Date{Year: 2024, Month: 12, Day: 31}
	var out []data.Unit
	for _, u := range ref.Units {
		if (u.Kind == "department" && strings.HasPrefix(u.Name, "Sở ") || u.Kind == "district") && u.Valid().Holds(on) && provinces[u.Province] != "" {
			out = append(out, u)
		}
	}
	rand.New(rand.NewPCG(7, 7)).Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out, nil
}

var provinces = map[string]string{"17": "HÒA BÌNH", "25": "PHÚ THỌ", "26": "VĨNH PHÚC"}

// office is who sends and for which year.
type office struct {
	unit data.Unit
	year int
	part int
	dice *rand.Rand
}

func (o office) above() string { return "UBND TỈNH " + provinces[o.unit.Province] }

func (o office) name() string {
	name := strings.ToUpper(o.unit.Name)
	if o.unit.Kind == "district" {
		return "UBND " + name
	}
	return name
}

// own is the certificate that the office itself gives, by its authority.
func (o office) own() string {
	switch word, _, _ := strings.Cut(o.unit.Name, " "); {
	case o.unit.Kind == "department":
		return "Giấy khen của Giám đốc Sở"
	case word == "Huyện":
		return "Giấy khen của Chủ tịch UBND huyện"
	case word == "Thị":
		return "Giấy khen của Chủ tịch UBND thị xã"
	}
	return "Giấy khen của Chủ tịch UBND thành phố"
}

func (o office) title(what, mark string) [][]any {
	return [][]any{
		{o.above(), nil, nil, nil, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
		{o.name(), nil, nil, nil, "Độc lập - Tự do - Hạnh phúc"},
		{fmt.Sprintf("%s NĂM %d (ĐỢT %d)%s", what, o.year, o.part, mark)},
	}
}

var (
	families = []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Bùi", "Đinh", "Hà", "Vũ", "Đỗ"}
	middles  = []string{"Văn", "Thị", "Hồng", "Minh", "Thu", "Quang", "Đức", "Ngọc"}
	givens   = []string{"An", "Bình", "Cường", "Dung", "Giang", "Hạnh", "Hùng", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Quý", "Sơn", "Tâm"}
	classes  = []string{"Người trực tiếp công tác", "Công nhân", "Doanh nhân", ""}
)

// LongList is one list of individuals, as a workbook and as CSV.
func LongList(rows int) (workbook, csv []byte, err error) {
	units, err := senders()
	if err != nil {
		return nil, nil, err
	}
	lines := office{unit: units[0], year: 2024, part: 1, dice: rand.New(rand.NewPCG(9, 0))}.people(rows, "")
	r, err := office{}.workbook(0, "ca-nhan", lines)
	if err != nil {
		return nil, nil, err
	}
	var b bytes.Buffer
	for _, cells := range lines {
		for i, c := range cells {
			if i > 0 {
				b.WriteByte(';')
			}
			if c != nil {
				fmt.Fprint(&b, c)
			}
		}
		b.WriteByte('\n')
	}
	return r.Content, b.Bytes(), nil
}

func (o office) individuals(i, rows int, mark string) (Return, error) {
	return o.workbook(i, "ca-nhan", o.people(rows, mark))
}

// people are the lines of a list of people. Nearly all are Lao động tiên tiến, so that no quota is passed.
func (o office) people(rows int, mark string) [][]any {
	lines := append(o.title("DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG", mark), nil, []any{"STT", "Họ và tên", "Giới tính", "Ngày sinh", "Đơn vị công tác",
		"Đối tượng", "Hình thức khen thưởng", "Loại hình khen thưởng", "Số quyết định", "Ngày quyết định"})
	pick := func(of []string) string { return of[o.dice.IntN(len(of))] }
	for r := range rows {
		form := []string{"Lao động tiên tiến", "Lao động tiên tiến", "Lao động tiên tiến", "Lao động tiên tiến", o.own(), o.own(),
			"Bằng khen của Chủ tịch UBND tỉnh", "Chiến sĩ thi đua cơ sở"}[r%8]
		decision := 100 + r*12/rows
		lines = append(lines, []any{
			r + 1, pick(families) + " " + pick(middles) + " " + pick(givens) + " " + pick(givens), []string{"Nam", "Nữ"}[o.dice.IntN(2)],
			fmt.Sprintf("%02d/%02d/%d", 1+o.dice.IntN(28), 1+o.dice.IntN(12), 1960+o.dice.IntN(40)), fmt.Sprintf("Phòng số %d", r%40),
			pick(classes), form, []string{"Thường xuyên", "Chuyên đề"}[o.dice.IntN(2)], fmt.Sprintf("%d/QĐ-UBND", decision),
			fmt.Sprintf("%02d/12/%d", 1+decision%28, o.year),
		})
	}
	return lines
}

func (o office) collectives(i, rows int) (Return, error) {
	lines := append(o.title("DANH SÁCH TẬP THỂ ĐƯỢC KHEN THƯỞNG", ""), nil, []any{"STT", "Tên tập thể", "Hình thức khen thưởng", "Số quyết định", "Ngày quyết định"})
	for r := range rows {
		form := []string{"Tập thể lao động tiên tiến", o.own(), "Bằng khen của Chủ tịch UBND tỉnh"}[r%3]
		lines = append(lines, []any{r + 1, fmt.Sprintf("Phòng số %d", r+1), form, fmt.Sprintf("%d/QĐ-UBND", 50+r%3), fmt.Sprintf("%02d/12/%d", 1+r%3, o.year)})
	}
	return o.workbook(i, "tap-the", lines)
}

// tally is a table by Mẫu 02, its totals right.
func (o office) tally(i int) (Return, error) {
	lines := append(o.title("TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN", ""), nil,
		[]any{"STT", "Danh hiệu thi đua/Hình thức khen thưởng", "Số lượng khen thưởng", nil, nil,
			"Khen thưởng theo công trạng, thành tích đạt được", nil, "Khen thưởng chuyên đề, đột xuất"},
		[]any{nil, nil, "Tổng số", "Số lượng khen thưởng cho Doanh nghiệp", "Số lượng khen thưởng cho cá nhân", "Tổng số",
			"Số lượng khen thưởng cá nhân không làm công tác quản lý", "Tổng số"})
	var all [6]int
	for n, form := range []string{"Chiến sĩ thi đua cơ sở", "Lao động tiên tiến", "Bằng khen của Chủ tịch UBND tỉnh", o.own()} {
		merit, special := 10+o.dice.IntN(30)*(1+n%2*10), o.dice.IntN(9)*(n/2)
		of := [6]int{merit + special, 0, merit, merit, merit / 2, special}
		line := []any{n + 1, form}
		for c, v := range of {
			all[c] += v
			line = append(line, v)
		}
		lines = append(lines, line)
	}
	total := []any{nil, "Tổng cộng"}
	for _, v := range all {
		total = append(total, v)
	}
	return o.workbook(i, "mau-02", append(lines, total))
}

// workbook writes the lines: short ones as Excel does, with shared strings; long ones, and every third, as programs
// that export do, with the texts in the cells.
func (o office) workbook(i int, kind string, lines [][]any) (Return, error) {
	f := excelize.NewFile()
	put, done := f.SetSheetRow, func() error { return nil }
	if len(lines) > 500 || i%3 == 0 {
		w, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			return Return{}, err
		}
		put, done = func(_, at string, cells any) error { return w.SetRow(at, *cells.(*[]any)) }, w.Flush
	}
	for no, cells := range lines {
		if err := put("Sheet1", fmt.Sprintf("A%d", no+1), &cells); err != nil {
			return Return{}, err
		}
	}
	if kind == "mau-02" {
		for _, area := range [][2]string{{"A5", "A6"}, {"B5", "B6"}, {"C5", "E5"}, {"F5", "G5"}} {
			if err := f.MergeCell("Sheet1", area[0], area[1]); err != nil {
				return Return{}, err
			}
		}
	}
	if err := done(); err != nil {
		return Return{}, err
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return Return{}, err
	}
	return Return{Name: fmt.Sprintf("%03d-%s-%d.xlsx", i, kind, o.year), Content: b.Bytes()}, nil
}
