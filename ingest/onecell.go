package ingest

import (
	"regexp"
	"strings"

	"tdkt/data"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
	"tdkt/ingest/load"
)

// partings are what stands between a name and what follows it in one cell. A hyphen within
// a word is part of the name (H'Hen-Niê).
var partings = regexp.MustCompile(`\s*(?:[,;:\n\r(–—]|\s-\s|-\s|\s-)\s*`)

// nameIn reads the cell of a name. Under a header that says so it holds position and
// workplace too; the name ends before the first comma, dash, bracket or line break.
func (l *list) nameIn(c grid.Cell) (name string, rest []string) {
	name = strings.TrimSpace(c.Text)
	if col := l.columns[c.Col]; col == nil || !col.More {
		return name, nil
	}
	for _, part := range partings.Split(name, -1) {
		if part = strings.Trim(part, " )."); part != "" {
			rest = append(rest, part)
		}
	}
	if len(rest) == 0 {
		return name, nil
	}
	return rest[0], rest[1:]
}

var bornWords = regexp.MustCompile(`(?i)^(sinh\s|sn\s|\d)`)

// readRest takes the workplace from what follows a name in its cell: the longest end of it
// that names a unit, else all but the position, which comes first.
func (l *list) readRest(rest []string, a *load.Award) {
	var parts []string
	for _, p := range rest {
		if !bornWords.MatchString(p) {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 || a.Workplace != "" {
		return
	}
	for i := range parts {
		if units := l.unitsFor(strings.Join(parts[i:], ", ")); len(units) == 1 {
			a.Workplace, a.WorkplaceCode = strings.Join(parts[i:], ", "), units[0].Code
			return
		}
	}
	a.Workplace = strings.Join(parts[min(1, len(parts)-1):], ", ")
}

// The kinds of collective that lists tell apart (domain: PLDT of the upload template), as
// keys. Anything else does not say whether it is an enterprise.
var (
	enterprises  = keys("Doanh nghiệp,Doanh nghiệp nhà nước,Doanh nghiệp tư nhân,Doanh nghiệp ngoài nhà nước,Tập thể doanh nghiệp,Công ty")
	noEnterprise = keys("Cơ quan Hành chính,Cơ quan hành chính nhà nước,Đơn vị sự nghiệp,Đơn vị sự nghiệp công lập,Hợp tác xã,Đối tượng khác,Tập thể khác," +
		"Cơ quan Đảng,Cơ quan Trung ương đóng trên địa bàn,Tổ chức chính trị - xã hội,Lực lượng vũ trang,Đơn vị lực lượng vũ trang,Xã phường thị trấn")
	partyBodies = data.Key("Cơ quan Đảng và các tổ chức chính trị, xã hội")
)

// readEnterprise says whether a collective is an enterprise: by its class, by its kind, or
// by a heading. Not known where none of them says.
func (l *list) readEnterprise(row *layout.Row, a *load.Award) {
	for _, g := range row.Groups {
		if enterprises[data.Key(g.Text)] {
			a.Enterprise, a.ClassCell = truth(true), g.Cell
		}
	}
	for _, field := range []string{"kind", "class"} {
		c, at, ok := l.value(row, field)
		if !ok {
			continue
		}
		switch key := data.Key(c.Text); {
		case enterprises[key]:
			a.Enterprise, a.ClassCell = truth(true), at
		case noEnterprise[key] || key == partyBodies:
			a.Enterprise, a.ClassCell = truth(false), at
		}
	}
}
