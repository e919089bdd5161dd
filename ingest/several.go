package ingest

import (
	"regexp"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
	"tdkt/ingest/value"
)

// A line of a list is one recipient. Lines that hold several are counted once all the same,
// and somebody must be told: nothing else in the return shows what is missing.

const countedNouns = `(?:ca nhan|nguoi|dong chi|can bo|cong chuc|vien chuc|giao vien|hoc sinh|hoi vien|doan vien|tap the|don vi|ho|ho gia dinh|gia dinh|phong|truong|thon)`

var (
	countInName = regexp.MustCompile(`^(?:gom |co |tong so )?0*(?:[2-9]|[1-9]\d+) ` + countedNouns + `\b|\b(?:va|cung|cac) 0*[1-9]\d* ` + countedNouns + `\b`)
	nameBreaks  = regexp.MustCompile(`\s*[\n;,&+]\s*|\s+và\s+`)
	countColumn = regexp.MustCompile(`^(?:so luong|sl|so|tong so)(?: ` + countedNouns + `)*$`)
)

// surnames begin nine of ten Vietnamese names (own knowledge). They tell two names in one
// cell from a name broken over two lines, or followed by a title or a workplace.
var surnames = keys("Nguyễn,Trần,Lê,Phạm,Hoàng,Huỳnh,Phan,Vũ,Võ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương,Lý,Đinh,Đào,Đoàn,Lương,Trịnh,Trương,Lâm,Phùng,Mai,Tô,Hà,Cao,Lưu,Tạ,Quách,Chu,Kiều,Triệu,Tống,Hứa,Nông,Vi,Ma,Lò")

// severalIn says whether the name of a recipient is of several.
func severalIn(name, kind string, parted bool) bool {
	if countInName.MatchString(data.Key(name)) {
		return true
	}
	if kind != individual || parted || !strings.ContainsAny(name, "\n;,&+") && !strings.Contains(name, " và ") {
		return false
	}
	names := 0
	for _, part := range nameBreaks.Split(strings.TrimSpace(name), -1) {
		_, bare := value.Salute(strings.TrimLeft(part, "-–•0123456789.) "))
		words := strings.Fields(bare)
		if len(words) < 2 || len(words) > 6 || !surnames[data.Key(words[0])] || slices.ContainsFunc(words, lowerCase) {
			continue
		}
		names++
	}
	return names > 1
}

func lowerCase(word string) bool {
	first := string([]rune(word)[:1])
	return strings.ToUpper(first) != first
}

// noteCounts tells each row of a list that counts more than one in a column headed as a number.
func (l *list) noteCounts() {
	for i := range l.Rows {
		row := &l.Rows[i]
		if row.Kind != layout.Data {
			continue
		}
		for _, c := range row.Cells {
			col := l.columns[c.Col]
			if col == nil || col.Field != "" || !countColumn.MatchString(data.Key(col.Leaf())) {
				continue
			}
			if n, present, err := value.Count(c.Text, c.Kind == grid.Number); err == nil && present && n > 1 {
				l.find("several-recipients", l.SheetName, grid.A1(row.No, c.Col), c.Text, nil)
			}
		}
	}
}
