package ingest

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// damage is one kind of damage to how values are placed or written; the values stay.
type damage struct {
	name     string
	harmless bool   // nobody would take it for anything else: it must be read to the same figures, with no finding
	awaits   string // what is not in the reader yet
	do       func(*sent, *rand.Rand) ([]area, bool)
}

// area is what a damage touched, in rows and columns of the damaged sheet counted from 0.
// -1 stands for all.
type area struct {
	sheet          string
	r1, r2, c1, c2 int
}

func rowsOf(p *paper, from, to int) []area { return []area{{p.name, from, to, -1, -1}} }
func colsOf(p *paper, from, to int) []area { return []area{{p.name, -1, -1, from, to}} }
func cellOf(p *paper, r, c int) []area     { return []area{{p.name, r, r, c, c}} }
func allOf(p *paper) []area                { return []area{{p.name, -1, -1, -1, -1}} }
func anywhere() []area                     { return []area{{"*", -1, -1, -1, -1}} }

var none = func() ([]area, bool) { return nil, false }

// kindsOfDamage are all kinds, by what is damaged.
func kindsOfDamage() []damage {
	return slices.Concat(headerDamages, columnDamages, rowDamages, totalDamages, cellDamages, numberDamages, dateDamages, textDamages, sheetDamages, headDamages, csvDamages)
}

func (s *sent) list() bool { return s.awards > 0 }

// choose draws one of some places.
func choose(r *rand.Rand, of []int) (int, bool) {
	if len(of) == 0 {
		return 0, false
	}
	return of[r.IntN(len(of))], true
}

// counts are the columns of figures that count, of a tally.
func (s *sent) counts() (cols []int) {
	for c, code := range s.sheet().cols {
		if !s.list() && (code == "form" && s.label() != c || strings.HasSuffix(code, "_count") || strings.HasSuffix(code, "_leader_any") || strings.HasSuffix(code, "_not_leader")) {
			cols = append(cols, c)
		}
	}
	return cols
}

// figuresIn are the cells of data rows in columns of figures that hold more than nought.
func (s *sent) figuresIn() (cells [][2]int) {
	p := s.sheet()
	for _, r := range p.of(dataRow) {
		for _, c := range s.counts() {
			if b := p.at(r, c); b.kind == 'n' && b.text != "0" {
				cells = append(cells, [2]int{r, c})
			}
		}
	}
	return cells
}

// words are the headers of the columns that figures hang on, as header cells.
func (s *sent) headers() (cells [][2]int) {
	p := s.sheet()
	for _, r := range p.of(headerRow) {
		for c := range p.rows[r] {
			if !p.at(r, c).empty() {
				cells = append(cells, [2]int{r, c})
			}
		}
	}
	return cells
}

// blocks are the columns as they hang together under merged headers.
func (p *paper) blocks() (out [][]int) {
	for c := 0; c < len(p.cols); {
		last := c
		for _, m := range p.merges {
			if p.roles[m.R1] == headerRow && m.C1 <= c && c <= m.C2 {
				last = max(last, m.C2)
			}
		}
		var b []int
		for ; c <= last; c++ {
			b = append(b, c)
		}
		out = append(out, b)
	}
	return out
}

var headerDamages = []damage{
	{"header cells unmerged", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		n := len(p.merges)
		p.unmerge(p.header(), p.body(), false)
		return allOf(p), len(p.merges) < n
	}},
	{"header cells unmerged, their words repeated", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		n := len(p.merges)
		p.unmerge(p.header(), p.body(), true)
		return allOf(p), len(p.merges) < n
	}},
	{"two header cells merged into one", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		h := p.body() - 1
		for p.roles[h] != headerRow {
			h--
		}
		c := r.IntN(len(p.cols) - 1)
		if p.at(h, c).empty() || p.at(h, c+1).empty() {
			return none()
		}
		p.set(h, c, txt(p.at(h, c).text+" "+p.at(h, c+1).text))
		p.set(h, c+1, box{})
		p.merges = append(p.merges, merge(h, h, c, c+1))
		return colsOf(p, c, c+1), true
	}},
	{"header row split in two rows", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		h := p.header()
		if len(p.of(headerRow)) > 1 {
			return none()
		}
		p.insertRow(h+1, headerRow, make([]box, len(p.cols))...)
		for c := range p.rows[h] {
			if words := strings.Fields(p.at(h, c).text); len(words) > 2 {
				n := 1 + r.IntN(len(words)-1)
				p.set(h, c, txt(strings.Join(words[:n], " ")))
				p.set(h+1, c, txt(strings.Join(words[n:], " ")))
			}
		}
		return allOf(p), true
	}},
	{"two header rows joined by line breaks", false, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		h := p.header()
		if len(p.of(headerRow)) < 2 {
			return none()
		}
		p.unmerge(h, p.body(), true)
		for c := range p.cols {
			if below := p.at(h+1, c); !below.empty() {
				p.set(h, c, txt(strings.TrimSpace(p.at(h, c).text+"\n"+below.text)))
			}
		}
		p.deleteRow(h + 1)
		return allOf(p), true
	}},
	{"a blank row before the header", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		p.insertRow(p.header(), titleRow)
		return allOf(p), true
	}},
	{"a blank row between header and data", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		p.insertRow(p.body(), "")
		return allOf(p), true
	}},
	{"a blank row between two header rows", false, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		if len(p.of(headerRow)) < 2 {
			return none()
		}
		p.unmerge(p.header(), p.body(), false)
		p.insertRow(p.header()+1, "")
		return allOf(p), true
	}},
	{"a header renamed to an alias", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return renamed(s, r, func(old string) string { return aliases[old] })
	}},
	{"a header misspelt", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return renamed(s, r, func(old string) string {
			letters := []rune(old)
			if len(letters) < 4 {
				return ""
			}
			i := 1 + r.IntN(len(letters)-2)
			switch r.IntN(3) {
			case 0:
				return string(slices.Delete(letters, i, i+1))
			case 1:
				return string(slices.Insert(letters, i, letters[i]))
			default:
				letters[i], letters[i+1] = letters[i+1], letters[i]
				return string(letters)
			}
		})
	}},
	{"a header blanked", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		cells := s.headers()
		at := cells[r.IntN(len(cells))]
		p.set(at[0], at[1], box{})
		for _, m := range p.merges {
			if m.R1 == at[0] && m.C1 == at[1] {
				return colsOf(p, m.C1, m.C2), true
			}
		}
		return colsOf(p, at[1], at[1]), true
	}},
	{"all headers blanked", false, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		for _, at := range s.headers() {
			p.set(at[0], at[1], box{})
		}
		return allOf(p), true
	}},
	{"header with a remark in brackets", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return renamed(s, r, func(old string) string {
			if s.list() || strings.HasPrefix(old, "Tổng") || strings.HasPrefix(old, "Khen thưởng") {
				return old + " (ghi đủ)"
			}
			return "" // of a form they may say who gave it
		})
	}},
	{"headers broken over lines", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		for _, at := range s.headers() {
			p.set(at[0], at[1], txt(strings.Replace(p.at(at[0], at[1]).text, " ", "\n", 1)))
		}
		return allOf(p), true
	}},
	{"headers in capitals", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		for _, at := range s.headers() {
			p.set(at[0], at[1], txt(strings.ToUpper(p.at(at[0], at[1]).text)))
		}
		return allOf(p), true
	}},
	{"index row removed", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		rows := p.of(indexRow)
		if len(rows) == 0 {
			return none()
		}
		p.deleteRow(rows[0])
		return allOf(p), true
	}},
	{"index row added", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		if len(p.of(indexRow)) > 0 {
			return none()
		}
		var cells []box
		for i := range p.cols {
			cells = append(cells, num(i+1))
		}
		p.insertRow(p.body(), indexRow, cells...)
		return allOf(p), true
	}},
	{"header repeated within the table", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		rows := p.of(dataRow)
		at := rows[1+r.IntN(len(rows)-1)]
		for i, h := range p.of(headerRow, indexRow) {
			p.insertRow(at+i, headerRow, slices.Clone(p.rows[h])...)
		}
		return allOf(p), true
	}},
	{"header repeated within the table, columns in another order", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		if len(p.of(headerRow)) > 1 || len(p.of(groupRow)) > 0 {
			return none()
		}
		rows := p.of(dataRow)
		at := rows[1+r.IntN(len(rows)-2)]
		cols := []int{0}
		for c := 1; c < len(p.cols); c++ {
			cols = append(cols, c)
		}
		c := 1 + r.IntN(len(p.cols)-2)
		cols[c], cols[c+1] = cols[c+1], cols[c]
		p.insertRow(at, headerRow, slices.Clone(p.rows[p.header()])...)
		for i := at; i < p.end(); i++ {
			next := make([]box, len(cols))
			for j, from := range cols {
				next[j] = p.at(i, from)
			}
			p.rows[i] = next
		}
		return rowsOf(p, at, p.end()), true
	}},
}

// renamed puts other words into one header cell; "" leaves it.
func renamed(s *sent, r *rand.Rand, to func(string) string) ([]area, bool) {
	p := s.sheet()
	var fit [][2]int
	for _, at := range s.headers() {
		if to(p.at(at[0], at[1]).text) != "" {
			fit = append(fit, at)
		}
	}
	if len(fit) == 0 {
		return none()
	}
	at := fit[r.IntN(len(fit))]
	p.set(at[0], at[1], txt(to(p.at(at[0], at[1]).text)))
	to2 := at[1]
	for _, m := range p.merges {
		if m.R1 == at[0] && m.C1 == at[1] {
			to2 = m.C2
		}
	}
	return colsOf(p, at[1], to2), true
}

var aliases = map[string]string{
	"STT": "Số TT", "Họ và tên": "Họ tên", "Giới tính": "Nam/Nữ", "Đơn vị công tác": "Nơi công tác", "Chức vụ": "Chức danh",
	"Danh hiệu thi đua/Hình thức khen thưởng": "Hình thức khen thưởng", "Số quyết định": "Số QĐ", "Ngày quyết định": "Ngày ký",
	"Tên tập thể": "Tên đơn vị", "Tên tập thể/cá nhân/hộ gia đình": "Tên cá nhân/tập thể", "Loại hình khen thưởng": "Phương thức khen thưởng",
	"Tên đơn vị": "Địa phương", "Tổng số": "Tổng cộng", "Chia ra": "Trong đó", "Mã số": "Mã", "Khen thưởng công trạng": "Khen thưởng thường xuyên",
}
