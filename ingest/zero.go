package ingest

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
)

// A unit may say that it has nothing: a sentence in an otherwise empty form, a tally of noughts, or a note in the intake
// register. An empty form that says none of this is no answer, and is held.

// weighEmptiness decides whether the return is a zero return, or is empty and says nothing.
func (r *reading) weighEmptiness() {
	shape := r.sheets[0].Layout.Shape
	if shape == layout.BoardList {
		return
	}
	given := len(r.awards) > 0 || slices.ContainsFunc(r.sheets, func(s *sheet) bool { return shape.Named() && s.firstData() != nil })
	if !shape.Named() {
		given = len(r.tallies)+len(r.figures) > 0
		nought := given
		for i := range r.tallies {
			nought = nought && r.tallies[i].Amount == 0
		}
		for i := range r.figures {
			nought = nought && r.figures[i].Amount == 0
		}
		r.ret.IsZero = nought
	}
	if given {
		return
	}
	if shape == layout.List { // of nothing it need not be told whether it was given or proposed
		denied, _ := r.stated(func(h layout.Head) layout.Fact { return h.Denied })
		r.finds = slices.DeleteFunc(r.finds, func(f finding.Finding) bool { return f.Code == "award-or-proposal" && !denied.Stated() })
		r.ret.Scope = cmp.Or(r.ret.Scope, layout.ScopeAward)
	}
	if slices.ContainsFunc(r.finds, func(f finding.Finding) bool { return f.Severity == finding.Error }) {
		return
	}
	if r.nothingSaid() {
		r.ret.IsZero = true
		return
	}
	s := r.sheets[0]
	at := cmp.Or(s.Head.Title.Cell, s.Columns[0].HeaderCell)
	r.find("return-empty", s.SheetName, at, s.Head.Title.Text, nil)
}

// firstData is the first row of data, nil where there is none.
func (s *sheet) firstData() *layout.Row {
	for i := range s.Rows {
		if s.Rows[i].Kind == layout.Data {
			return &s.Rows[i]
		}
	}
	return nil
}

// nothingSaid finds the words by which an empty return says that there is nothing, and marks their cells as used.
func (r *reading) nothingSaid() (said bool) {
	for _, s := range r.sheets {
		for i := range s.Rows {
			row := &s.Rows[i]
			if row.Kind == layout.Data || row.Kind == layout.Header || row.Kind == layout.Index {
				continue
			}
			for _, c := range row.Cells {
				if saysNothing(c.Text) {
					s.ledger.useAt(grid.A1(row.No, c.Col), "zero")
					said = true
				}
			}
		}
	}
	return said || saysNothing(r.src.intake.note)
}

// setAsideNothing turns the rows of a list that hold "không có" instead of a recipient into remarks: nobody has that name.
func setAsideNothing(t *layout.Table) {
	if !t.Layout.Shape.Named() {
		return
	}
	for i := range t.Rows {
		if row := &t.Rows[i]; row.Kind == layout.Data && nothingOnly(row.Cells) {
			row.Kind, row.Reason = layout.Note, "nothing"
		}
	}
}

// nothingOnly says that a row has the words and besides them at most a number and dashes.
func nothingOnly(cells []grid.Cell) (said bool) {
	for _, c := range cells {
		text := strings.TrimSpace(c.Text)
		switch {
		case c.Kind == grid.Error:
			return false
		case strings.Trim(text, "0123456789.-–—/ ") == "":
		case said || !saysNothing(text):
			return false
		default:
			said = true
		}
	}
	return said
}

var (
	clauseEnds = regexp.MustCompile(`[.;:()\[\]\n]+`)
	// of a text that tells how to fill in the form
	guideWords = regexp.MustCompile(`\b(neu|khi|huong dan|luu i|vi du|de trong|bo trong|ghi (la|ro|so|khong)|dien (so|khong|vao)|thi ghi|thi dien)\b`)
	// "không có trường hợp nào được khen thưởng", after whatever names the unit or the time
	nothingWords = regexp.MustCompile(`^(?:(.{1,80}) )?khong (co|phat sinh|khen thuong|xet khen thuong|de nghi khen thuong|trinh khen thuong)\b ?(.*)$`)
	// what may stand before: a sentence about something else has other words
	beforeWords = regexp.MustCompile(`\b(truong hop|ki luat|vi pham|khieu nai|sai|cot|o|dong|muc|bieu|so lieu|du lieu)\b`)
	awardWords  = wordSet(`truong hop nao ca nhan tap the doi tuong ho gia dinh don vi nguoi ai duoc khen thuong de nghi xet phat sinh trong nam ki qui thang dot nay
		cua so tai tren dia ban hoac va hay dat danh hieu hinh thuc cap tinh trung uong nha nuoc huyen xa thi dua tang trao quyet dinh cong nhan ban tinh den ngay tu moi bao cao`)
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// longestSentence is how long a text may be that says no more than that there is nothing.
const longestSentence = 300

// saysNothing says whether a text states that there is nothing to report. A text that tells how to fill in a form, or
// that something else is not there ("không có số liệu"), does not.
func saysNothing(text string) bool {
	if len(text) > longestSentence || !strings.ContainsAny(text, "kK") {
		return false
	}
	if guideWords.MatchString(data.Key(text)) {
		return false
	}
	return slices.ContainsFunc(clauseEnds.Split(text, -1), func(clause string) bool { return clauseSaysNothing(data.Key(clause)) })
}

func clauseSaysNothing(key string) bool {
	if key == "khong" {
		return true
	}
	m := nothingWords.FindStringSubmatch(key)
	if m == nil || beforeWords.MatchString(m[1]) {
		return false
	}
	for _, w := range strings.Fields(m[3]) {
		if !awardWords[w] && strings.Trim(w, "0123456789") != "" {
			return false
		}
	}
	return true
}
