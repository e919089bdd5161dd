package ingest

import (
	"slices"
	"strconv"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
	"tdkt/ingest/value"
)

// notePlacing tells what in a sheet is not as a person sees it, or stands where it is not
// read: each once a sheet, at the first place.
func (r *reading) notePlacing(s *sheet) {
	r.noteStruck(s)
	r.noteHiddenColumns(s)
	r.noteStray(s)
	r.noteMerged(s)
	r.noteLoneShares(s)
	r.noteTwins(s)
	if s.Layout.Shape == layout.List {
		r.noteMisplaced(s)
		r.noteUndecided(s)
	}
}

// tellAll notes places of one kind, at the first of them.
func (r *reading) tellAll(s *sheet, code string, places []string, got string) {
	if len(places) > 0 {
		r.find(finding.Code(code), s.SheetName, places[0], got, check.Words{"places": several(places)})
	}
}

// noteStruck warns of cells that are crossed out: whoever did that may have meant to take them
// back, and they count.
func (r *reading) noteStruck(s *sheet) {
	var places []string
	for i := range s.Rows {
		row := &s.Rows[i]
		if row.Kind != layout.Data && row.Kind != layout.GroupRow && row.Kind != layout.Total {
			continue
		}
		for _, c := range row.Cells {
			if c.Strike {
				places = append(places, grid.A1(row.No, c.Col))
			}
		}
	}
	r.tellAll(s, "struck-out", places, strconv.Itoa(len(places)))
}

// noteHiddenColumns warns of hidden columns of which something is read.
func (r *reading) noteHiddenColumns(s *sheet) {
	var places []string
	for _, no := range s.HiddenCols {
		if s.reads(no) && slices.ContainsFunc(s.Rows, func(row layout.Row) bool {
			_, _, ok := row.Cell(no)
			return ok && row.Kind == layout.Data
		}) {
			places = append(places, s.columns[no].HeaderCell)
		}
	}
	r.tellAll(s, "hidden-columns", places, strconv.Itoa(len(places)))
}

// reads says whether something is read of a column.
func (s *sheet) reads(no int) bool {
	c := s.columns[no]
	return c != nil && c.Field != "" && leftAside[c.Field] == "" && notFigures[c.Field] == "" && c.Left == "" && !c.Ratio && c.Field != "workplace" && c.Field != "activity"
}

// noteStray warns of rows that say what rows of data say and are not read as such: above the
// header, beneath the signatures, beside a total, or as the heading of a list that heads nothing
// and names no form, type, class or kind of recipient: it may name a recipient.
func (r *reading) noteStray(s *sheet) {
	heads := map[int]bool{}
	for i := range s.Rows {
		if s.Rows[i].Kind == layout.Data {
			for _, g := range s.Rows[i].Groups {
				heads[g.Row] = true
			}
		}
	}
	var places []string
	for i := range s.Rows {
		row := &s.Rows[i]
		at := row.Stray
		if row.Kind == layout.GroupRow && s.Layout.Shape.Named() && !heads[row.No] {
			if field := r.k.headingOf(row.Label, nil, r.on).field(); field == "" || field == "unit" {
				at = row.LabelCell
			}
		}
		if at != "" {
			places = append(places, at)
		}
	}
	r.tellAll(s, "row-not-counted", places, strconv.Itoa(len(places)))
}

// noteMerged warns of cells of the data that are merged over columns of which each is read, and of
// figures and births merged over rows of which each has its own: what stands there is read under
// the first, and nobody sees what the others hold.
func (r *reading) noteMerged(s *sheet) {
	var data, read []int // rows, columns
	for i := range s.Rows {
		if s.Rows[i].Kind == layout.Data {
			data = append(data, s.Rows[i].No)
		}
	}
	for no := range s.columns {
		if s.reads(no) {
			read = append(read, no)
		}
	}
	slices.Sort(read)
	named := s.namedTogether()
	var places []string
	for _, m := range s.Merges {
		if s.columns[m.C1] == nil || within(data, m.R1, m.R1) == 0 {
			continue
		}
		if m.R1 != m.R2 && within(data, m.R1, m.R2) > 1 && s.sharedByRows(m, named) ||
			m.C1 != m.C2 && s.columns[m.C1].Field != "" && within(read, m.C1+1, m.C2) > 0 {
			places = append(places, grid.A1(m.R1, m.C1))
		}
	}
	r.tellAll(s, "cells-merged", places, strconv.Itoa(len(places)))
}

// within counts the numbers from one to another, in sorted numbers.
func within(sorted []int, from, to int) int {
	i, _ := slices.BinarySearch(sorted, from)
	j, _ := slices.BinarySearch(sorted, to+1)
	return j - i
}

// namedTogether gives what is merged in columns of names, by its first row; each reaches as far down as any before it.
func (s *sheet) namedTogether() (named []grid.Merge) {
	for _, m := range s.Merges {
		if c := s.columns[m.C1]; c != nil && c.Field == "name" {
			named = append(named, m)
		}
	}
	slices.SortFunc(named, func(a, b grid.Merge) int { return a.R1 - b.R1 })
	for i := 1; i < len(named); i++ {
		named[i].R2 = max(named[i].R2, named[i-1].R2)
	}
	return named
}

// sharedByRows says that one figure or birth stands for several rows of the data, each with a name of its own.
func (s *sheet) sharedByRows(m grid.Merge, named []grid.Merge) bool {
	col := s.columns[m.C1]
	if !s.Layout.Shape.Named() {
		return (col.Measure != "" || col.FormText != "") && col.Left == "" && !col.Ratio
	}
	if col.Field != "birth" {
		return false
	}
	behind, _ := slices.BinarySearchFunc(named, m.R1+1, func(o grid.Merge, row int) int { return o.R1 - row })
	return behind == 0 || named[behind-1].R2 < m.R2
}

// noteLoneShares asks about columns of shares whose count has no column: it may be the count
// under a header that is not its own, and shares are not read.
func (r *reading) noteLoneShares(s *sheet) {
	for i := range s.Columns {
		col := &s.Columns[i]
		count, ratio := strings.CutSuffix(col.Field, "_ratio")
		if !ratio || s.has(count+"_count") || !slices.ContainsFunc(s.Rows, func(row layout.Row) bool {
			_, _, ok := row.Cell(col.Col)
			return ok && row.Kind == layout.Data
		}) {
			continue
		}
		r.find("column-unknown", s.SheetName, col.HeaderCell, col.Leaf(), check.Words{"near_vi": "; có thể là: “Tổng số”", "near_en": "; it may be: “Tổng số”"})
	}
}

// noteTwins asks about columns of a tally under one and the same header that are left aside:
// one of them may have had another, under which it counts.
func (r *reading) noteTwins(s *sheet) {
	if s.Layout.Shape.Named() {
		return
	}
	twins := map[string][]*layout.Column{}
	for i := range s.Columns {
		if col := &s.Columns[i]; col.Left != "" {
			key := data.Key(col.Header)
			twins[key] = append(twins[key], col)
		}
	}
	for i := range s.Columns {
		col := &s.Columns[i]
		if col.Left != "" && len(twins[data.Key(col.Header)]) > 1 {
			r.find("column-unknown", s.SheetName, col.HeaderCell, col.Leaf(), check.Words{"near_vi": "", "near_en": ""})
		}
	}
}

// noteMisplaced asks about words that belong into a column that is blank in their row and
// stand in one of which nothing is read.
func (r *reading) noteMisplaced(s *sheet) {
	known := map[grid.Cell][]string{} // the same words stand in many rows of a list
	fieldsOf := func(c grid.Cell) []string {
		words := grid.Cell{Text: c.Text, Kind: c.Kind}
		fields, done := known[words]
		if !done {
			fields = r.belongs(c)
			known[words] = fields
		}
		return fields
	}
	for i := range s.Rows {
		row := &s.Rows[i]
		if row.Kind != layout.Data {
			continue
		}
		for _, c := range row.Cells {
			col := s.columns[c.Col]
			if c.Kind == grid.Error || col != nil && col.Field != "" && col.Field != "note" && col.Field != "position" && col.Field != "workplace" && col.Field != "decision_no" {
				continue
			}
			for _, field := range fieldsOf(c) {
				_, _, filled := s.value(row, field)
				switch {
				case filled || col != nil && col.Field == field:
					continue
				case s.has(field):
					at := s.placeIn(row, field)
					r.find("value-misplaced", s.SheetName, grid.A1(row.No, c.Col), c.Text, check.Words{"where_vi": "ô " + at, "where_en": "cell " + at})
				case col != nil && col.Field == "workplace" && (field == "class" || field == "achievement"):
					r.find("value-misplaced", s.SheetName, grid.A1(row.No, c.Col), c.Text, check.Words{
						"where_vi": "một cột riêng có dòng đầu bảng", "where_en": "a column of its own with a header"})
				default:
					continue
				}
				break
			}
		}
	}
}

// belongs names the columns of a list into which the words of a cell belong.
func (r *reading) belongs(c grid.Cell) (fields []string) {
	if _, ok := r.k.Reference.AchievementByAlias(c.Text); ok {
		fields = append(fields, "achievement")
	}
	if _, ok := r.k.Reference.ClassByAlias(c.Text); ok {
		fields = append(fields, "class")
	}
	if g, present, err := value.ReadGender(c.Text); err == nil && present && g != value.GenderUnknown {
		fields = append(fields, "gender")
	}
	if _, present, err := value.Date(c.Text, c.Kind == grid.Number); err == nil && present {
		fields = append(fields, "decided_on", "birth")
	}
	if kindOf(c.Text) != "" {
		fields = append(fields, "kind")
	}
	if strings.Contains(strings.ToUpper(c.Text), "/Q") {
		if d, _, err := value.ReadDecision(c.Text); err == nil && d.No != "" {
			fields = append(fields, "decision_no", "decision")
		}
	}
	return fields
}

// noteUndecided asks about rows without a decision in a list that names its decisions row
// by row: it may be meant to be that of the row above, which nobody can tell.
func (r *reading) noteUndecided(s *sheet) {
	if decision, _ := r.stated(func(h layout.Head) layout.Fact { return h.Decision }); decision.Stated() {
		return
	}
	proposed := map[int]bool{}
	for i := range r.awards {
		if a := &r.awards[i]; a.Sheet == s.SheetName && a.IsProposal {
			proposed[a.Row] = true
		}
	}
	for _, field := range []string{"decision", "decision_no", "decided_on"} {
		if !s.has(field) {
			continue
		}
		var blank []string
		filled := 0
		for i := range s.Rows {
			row := &s.Rows[i]
			if row.Kind != layout.Data || proposed[row.No] {
				continue
			}
			if c, _, ok := s.value(row, field); ok && strings.TrimSpace(c.Text) != "" {
				filled++
			} else {
				blank = append(blank, s.placeIn(row, field))
			}
		}
		if filled > 0 {
			r.tellAll(s, "decision-missing", blank, "")
		}
	}
}

// aside is a sheet that is not read, and what somebody should be told of it.
type aside struct {
	code, sheet, at string
	rows            int
}

// tellAsides tells the sheets that are not read although they hold what returns hold.
func (r *reading) tellAsides(list []aside) {
	for _, a := range list {
		n := strconv.Itoa(a.rows)
		r.find(finding.Code(a.code), a.sheet, a.at, n, check.Words{"rows": n})
	}
}

// asideOf says what to tell of a sheet that is not read: one with a table of returns, or a
// hidden one with rows such as a table goes on with. Lists of codes are narrow.
func (k *Knowledge) asideOf(sh grid.Sheet, results []layout.Result) (aside, bool) {
	a := aside{code: "hidden-sheet", sheet: sh.Name}
	for _, res := range results {
		t := res.Table
		if t == nil || t.FirstData == 0 || !sh.Hidden && !t.Head.Unit.Stated() && !t.Head.Title.Stated() {
			continue
		}
		for i := range t.Rows {
			if t.Rows[i].Kind == layout.Data {
				a.rows++
			}
		}
		a.at = grid.A1(t.FirstData, 1)
	}
	if !sh.Hidden {
		a.code = "sheet-not-read"
		return a, a.rows > 0
	}
	for _, row := range sh.Rows {
		if a.rows == 0 && k.goesOn(row) && !strings.HasPrefix(data.Key(sh.Name), "danh muc") {
			a.rows, a.at = len(sh.Rows), grid.A1(row.No, row.Cells[0].Col)
		}
	}
	return a, a.rows > 0
}

// goesOn says whether a row can be one of a table whose header stands elsewhere: it is wide,
// or numbered, named and with a form.
func (k *Knowledge) goesOn(row grid.Row) bool {
	const wide, narrow = 4, 3 // cells
	if len(row.Cells) < narrow {
		return false
	}
	_, err := strconv.Atoi(strings.TrimSpace(row.Cells[0].Text))
	return len(row.Cells) >= wide || err == nil && slices.ContainsFunc(row.Cells[2:], func(c grid.Cell) bool { return k.known.Form(data.Key(c.Text)) })
}
