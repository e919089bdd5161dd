package ingest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

var cellDamages = []damage{
	{"cells of one row pushed right", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at, ok := choose(r, s.telling())
		if !ok {
			return none()
		}
		c := between(r, 1, len(p.rows[at])-1)
		p.rows[at] = slices.Insert(p.rows[at], c, box{})
		return rowsOf(p, at, at), true
	}},
	{"cells of one row pulled left", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at, ok := choose(r, s.telling())
		if !ok {
			return none()
		}
		for c := len(p.rows[at]) - 2; c > 0; c-- {
			if p.at(at, c).empty() {
				p.rows[at] = slices.Delete(p.rows[at], c, c+1)
				return rowsOf(p, at, at), true
			}
		}
		return none()
	}},
	{"a whole row pushed right", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at, ok := choose(r, s.telling())
		if !ok {
			return none()
		}
		p.rows[at] = slices.Insert(p.rows[at], 0, box{})
		return rowsOf(p, at, at), true
	}},
	{"one figure in a column without a header", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		cells := s.figuresIn()
		if len(cells) == 0 {
			return none()
		}
		at := cells[r.IntN(len(cells))]
		b := p.at(at[0], at[1])
		p.set(at[0], at[1], box{})
		p.set(at[0], len(p.cols)+r.IntN(3), b)
		return rowsOf(p, at[0], at[0]), true
	}},
	{"one decision merged over its rows", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		return mergedDown(s, "decision_no", "decided_on")
	}},
	{"one decision written in the first of its rows", false, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		areas, ok := mergedDown(s, "decision_no", "decided_on")
		s.sheet().merges = nil
		return areas, ok && len(s.sheet().of(headerRow)) == 1
	}},
	{"a form merged over its rows", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		return mergedDown(s, "form")
	}},
	{"a workplace merged over its rows", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		return mergedDown(s, "workplace")
	}},
	{"a kind merged over its rows", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		return mergedDown(s, "kind")
	}},
	{"a count merged over two rows", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		cells := s.figuresIn()
		if len(cells) == 0 {
			return none()
		}
		at := cells[r.IntN(len(cells))]
		if p.roles[at[0]+1] != dataRow {
			return none()
		}
		p.set(at[0], at[1], txt(strings.TrimSpace(p.at(at[0], at[1]).text+" "+p.at(at[0]+1, at[1]).text)))
		p.set(at[0]+1, at[1], box{})
		p.merges = append(p.merges, merge(at[0], at[0]+1, at[1], at[1]))
		return []area{{p.name, at[0], at[0] + 1, at[1], at[1]}}, true
	}},
	{"two cells of a row merged into one", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at, ok := choose(r, s.telling())
		c := 1 + r.IntN(len(p.cols)-1)
		if !ok || p.at(at, c).empty() {
			return none()
		}
		if !p.at(at, c+1).empty() { // as LibreOffice joins their contents
			p.set(at, c, txt(p.at(at, c).text+" "+p.at(at, c+1).text))
			p.set(at, c+1, box{})
		}
		p.merges = append(p.merges, merge(at, at, c, c+1))
		return rowsOf(p, at, at), true
	}},
	{"two cells merged, the second kept beneath", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at, ok := choose(r, s.telling())
		c := 1 + r.IntN(len(p.cols)-1)
		if !ok || p.at(at, c).empty() || p.at(at, c+1).empty() {
			return none()
		}
		p.merges = append(p.merges, merge(at, at, c, c+1))
		return rowsOf(p, at, at), true
	}},
	{"one cell's words split over two", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at, ok := choose(r, p.of(dataRow))
		for c := 1; ok && c+1 < len(p.cols); c++ {
			words := strings.Fields(p.at(at, c).text)
			if len(words) > 1 && p.at(at, c+1).empty() && p.cols[c] != "note" {
				p.set(at, c, txt(words[0]))
				p.set(at, c+1, txt(strings.Join(words[1:], " ")))
				return rowsOf(p, at, at), true
			}
		}
		return none()
	}},
	{"the class of an order in a column of its own", false, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		c, any := p.col("form"), false
		if c < 0 || !s.list() {
			return none()
		}
		h := p.header()
		p.insertCol(c+1, "", func(i int) box {
			if i == h {
				return txt("Hạng")
			}
			if name, class, ok := strings.Cut(p.at(i, c).text, " hạng "); ok && p.roles[i] == dataRow {
				any = true
				p.set(i, c, txt(name))
				return txt(class)
			}
			return box{}
		})
		return allOf(p), any
	}},
}

// mergedDown merges cells that say the same over the rows that follow one another.
func mergedDown(s *sent, codes ...string) ([]area, bool) {
	p := s.sheet()
	any := false
	for _, code := range codes {
		c := p.col(code)
		if c < 0 || !s.list() {
			return none()
		}
		for _, at := range p.of(dataRow) {
			end := at
			for p.at(at, c) != (box{}) && end+1 < len(p.rows) && p.roles[end+1] == dataRow && p.at(end+1, c) == p.at(at, c) {
				end++
				p.set(end, c, box{})
			}
			if end > at {
				any = true
				p.merges = append(p.merges, merge(at, end, c, c))
			}
		}
	}
	return allOf(p), any
}

// numbered writes some figures of a tally otherwise.
func numbered(s *sent, r *rand.Rand, all bool, as func(n int) (box, bool)) ([]area, bool) {
	p := s.sheet()
	var cells [][2]int
	for _, at := range s.figuresIn() {
		if n, err := strconv.Atoi(p.at(at[0], at[1]).text); err == nil {
			if _, ok := as(n); ok {
				cells = append(cells, at)
			}
		}
	}
	if len(cells) == 0 {
		return none()
	}
	if !all {
		i := r.IntN(len(cells))
		cells = cells[i : i+1]
	}
	for _, at := range cells {
		n, _ := strconv.Atoi(p.at(at[0], at[1]).text)
		b, _ := as(n)
		p.set(at[0], at[1], b)
	}
	if all {
		return allOf(p), true
	}
	return cellOf(p, cells[0][0], cells[0][1]), true
}

func asText(form string) func(*sent, *rand.Rand) ([]area, bool) {
	return func(s *sent, r *rand.Rand) ([]area, bool) {
		return numbered(s, r, r.IntN(2) == 0, func(n int) (box, bool) { return txt(fmt.Sprintf(form, n)), true })
	}
}

// digits writes a number in other digits.
func digitsFrom(nought rune) func(*sent, *rand.Rand) ([]area, bool) {
	return func(s *sent, r *rand.Rand) ([]area, bool) {
		return numbered(s, r, true, func(n int) (box, bool) {
			return txt(strings.Map(func(d rune) rune { return nought + d - '0' }, fmt.Sprint(n))), true
		})
	}
}

var numberDamages = []damage{
	{"numbers as text", true, "", asText("%d")},
	{"numbers with blanks around", true, "", asText("  %d ")},
	{"numbers with hard blanks", true, "", asText("\u00a0%d\u00a0")},
	{"numbers after an apostrophe", false, "", asText("'%d")},
	{"numbers with noughts before", true, "", asText("0%d")},
	{"numbers with decimals of nought", true, "", asText("%d,00")},
	{"numbers in full-width digits", false, "", digitsFrom('０')},
	{"numbers in Arabic-Indic digits", false, "", digitsFrom('٠')},
	{"numbers with what they count", false, "", asText("%d người")},
	{"numbers with a sign of per cent", false, "", asText("%d%%")},
	{"numbers by formulas", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return numbered(s, r, true, func(n int) (box, bool) { return box{text: fmt.Sprint(n), kind: 'f'}, true })
	}},
	{"numbers shown as dates", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return numbered(s, r, r.IntN(2) == 0, func(n int) (box, bool) { return box{text: fmt.Sprint(n), kind: 'd'}, true })
	}},
	{"thousands with a point, as text", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return numbered(s, r, true, func(n int) (box, bool) { return txt(fmt.Sprintf("%d.%03d", n/1000, n%1000)), n >= 1000 })
	}},
	{"thousands with a blank, as text", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return numbered(s, r, true, func(n int) (box, bool) { return txt(fmt.Sprintf("%d %03d", n/1000, n%1000)), n >= 1000 })
	}},
	{"thousands with a comma, as text", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return numbered(s, r, false, func(n int) (box, bool) { return txt(fmt.Sprintf("%d,%03d", n/1000, n%1000)), n >= 1000 })
	}},
	{"thousands that became a fraction", false, "", func(s *sent, r *rand.Rand) ([]area, bool) { // 1.234 typed where a point parts decimals
		return numbered(s, r, false, func(n int) (box, bool) {
			return box{text: strconv.FormatFloat(float64(n)/1000, 'f', -1, 64), kind: 'n'}, n >= 1000
		})
	}},
}

// dated writes the dates of a column otherwise.
func datesAs(s *sent, code string, as func(time.Time) (box, bool)) ([]area, bool) {
	p := s.sheet()
	c, any := p.col(code), false
	if c < 0 {
		return none()
	}
	for _, at := range p.of(dataRow) {
		b := p.at(at, c)
		d, err := time.Parse("02/01/2006", b.text)
		if n, no := strconv.Atoi(b.text); no == nil && b.kind == 'd' {
			d, err = time.Date(1899, 12, 30+n, 0, 0, 0, 0, time.UTC), nil
		}
		if err != nil {
			continue
		}
		if x, ok := as(d); ok {
			p.set(at, c, x)
			any = true
		}
	}
	return colsOf(p, c, c), any
}

func dayAs(layout string) func(*sent, *rand.Rand) ([]area, bool) {
	return func(s *sent, r *rand.Rand) ([]area, bool) {
		return datesAs(s, pick(r, "birth", "decided_on"), func(d time.Time) (box, bool) { return txt(d.Format(layout)), true })
	}
}

func serial(kind byte) func(*sent, *rand.Rand) ([]area, bool) {
	return func(s *sent, r *rand.Rand) ([]area, bool) {
		return datesAs(s, pick(r, "birth", "decided_on"), func(d time.Time) (box, bool) {
			return box{text: fmt.Sprint(int(d.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)), kind: kind}, true
		})
	}
}

var dateDamages = []damage{
	{"dates as serial numbers", true, "", serial('n')},
	{"dates as dates of the workbook", true, "", serial('d')},
	{"dates as text", true, "", dayAs("02/01/2006")},
	{"dates as text, short", true, "", dayAs("2/1/2006")},
	{"dates with points", true, "", dayAs("02.01.2006")},
	{"dates with dashes", true, "", dayAs("02-01-2006")},
	{"dates by year first", true, "", dayAs("2006-01-02")},
	{"dates in words", true, "", dayAs("ngày 02 tháng 01 năm 2006")},
	{"dates by month first", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		code, late := pick(r, "birth", "decided_on"), false
		areas, ok := datesAs(s, code, func(d time.Time) (box, bool) {
			late = late || d.Day() > 12
			return txt(d.Format("01/02/2006")), true
		})
		return areas, ok && late // where no day is above 12 nothing is left that could tell
	}},
}

// worded writes every text of the return, or of one column, otherwise.
func worded(code string, as func(string) string) func(*sent, *rand.Rand) ([]area, bool) {
	return func(s *sent, _ *rand.Rand) ([]area, bool) {
		p, any, counts := s.sheet(), false, s.counts()
		for i := range p.rows {
			for c := range p.rows[i] {
				b := p.at(i, c)
				if b.kind != 0 || b.empty() || code != "" && (p.roles[i] != dataRow || c >= len(p.cols) || p.cols[c] != code || slices.Contains(counts, c)) {
					continue
				}
				if to := as(b.text); to != b.text {
					p.rows[i][c].text = to
					any = true
				}
			}
		}
		return allOf(p), any
	}
}

func swap(pairs ...string) func(string) string { return strings.NewReplacer(pairs...).Replace }

var textDamages = []damage{
	{"text decomposed", true, "", worded("", norm.NFD.String)},
	{"text in capitals", true, "", worded("", strings.ToUpper)},
	{"forms in small letters", true, "", worded("form", strings.ToLower)},
	{"forms in capitals", true, "", worded("form", strings.ToUpper)},
	{"forms with Cyrillic letters", false, "", worded("form", swap("a", "а", "o", "о", "e", "е", "B", "В", "T", "Т", "C", "С"))},
	{"headers and text with Cyrillic letters", false, "", worded("", swap("a", "а", "o", "о"))},
	{"text with Ð for Đ", true, "", worded("", swap("Đ", "Ð", "đ", "ð"))},
	{"text with zero-width blanks", true, "", worded("", swap("n", "n\u200b"))},
	{"text with soft hyphens", true, "", worded("", swap("n", "n\u00ad"))},
	{"text with byte order marks within", true, "", worded("", swap("n", "n\ufeff"))},
	{"sỹ for sĩ", true, "", worded("form", swap("sĩ", "sỹ"))},
	{"hoà for hòa", true, "", worded("", swap("òa", "oà", "óa", "oá", "ủy", "uỷ", "ÒA", "OÀ", "ỦY", "UỶ"))},
	{"two blanks for one", true, "", worded("", swap(" ", "  "))},
	{"hard blanks for blanks", true, "", worded("", swap(" ", "\u00a0"))},
	{"forms broken over lines", true, "", worded("form", swap(" ", "\n"))},
	{"forms in quotation marks", true, "", worded("form", func(s string) string { return "“" + s + "”" })},
	{"forms with a full stop", true, "", worded("form", func(s string) string { return s + "." })},
	{"forms cut short", false, "", worded("form", func(s string) string { w := strings.Fields(s); return strings.Join(w[:len(w)-1], " ") })},
	{"kinds without accents", true, "", worded("kind", swap("Cá nhân", "CA NHAN", "Tập thể", "tap the"))},
	{"genders in other words", true, "", worded("gender", swap("Nam", "NAM", "Nữ", "nu"))},
}

func dayText(d time.Time) (box, bool) { return txt(d.Format("02/01/2006")), true }
