package layout

import (
	"strings"

	"tdkt/data"
)

// tallyRow gives a row of a tally its kind as far as the row alone tells; settleTally
// then tells printed sums and parts from the rows they speak of.
func (r *reader) tallyRow(out *Row, s seen) {
	filled := s.figures > 0 || s.errors > 0 && s.mapped > 0
	if r.table.Layout.Shape.fixedRows() {
		r.measureRow(out, s, filled)
		return
	}
	_, part := within(s.label)
	switch {
	case s.label == "" && !filled:
		out.Kind, out.Reason = Note, "note"
	case isTotal(s.label):
		r.total(out)
	case filled:
		r.data(out)
	case s.level >= numberLevel && s.level < smallLevel && s.labelAt == r.label:
		r.data(out)
	case isNote(s.label) && s.level == noLevel:
		out.Kind, out.Reason = Note, "note"
	case s.labelAt == r.label && (part || r.own(s.label)) && s.level == noLevel:
		r.data(out)
	default:
		r.group(out, s)
	}
}

// own says whether words name what the rows of this tally are: a form, or a unit.
func (r *reader) own(label string) bool {
	bare, marked := unmark(label)
	if marked != noLevel && marked < numberLevel {
		return false
	}
	if r.table.Layout.Shape == FormsDown {
		return r.known.form(bare)
	}
	return r.known.unit(bare)
}

// measureRow gives a row of fixed meaning its measure, by its label within its section
// or, where the label is blank or cut short, by its code. A row with figures that is neither is
// data without a measure, so that a finding can name it.
func (r *reader) measureRow(out *Row, s seen, filled bool) {
	code := ""
	for _, c := range out.Cells {
		if r.field[c.Col] == "row_code" {
			code = strings.TrimSpace(c.Text)
			if s.labelAt == c.Col { // a number, not a name
				s.label, out.Label, out.LabelCell = "", "", ""
			}
		}
	}
	m := r.measure(s.label, code)
	if m == nil && isTotal(s.label) {
		m = r.measure("Tổng số", "")
	}
	switch {
	case m != nil:
		r.data(out)
		out.Measure, out.Achievement, out.PartOf = m.Measure, m.Achievement, m.PartOf
		out.Recipients, out.Breakdown = m.Recipients, m.Breakdown
		if out.RowTotal = m.Total; m.Total {
			r.total(out)
		}
	case filled && code == "" && r.headsSection(s.label):
		r.group(out, s)
		out.Kind, out.Reason = Total, "total"
	case filled || code != "" && !isNote(code):
		r.data(out)
	case s.label == "" || isNote(s.label):
		out.Kind, out.Reason = Note, "note"
	default:
		r.group(out, s)
	}
}

// headsSection says whether words head a section of the rows of fixed meaning ("2. Chia
// theo đối tượng khen thưởng"); figures beside them repeat the total of the section.
func (r *reader) headsSection(label string) bool {
	words, marked := unmark(label)
	key := data.Key(words)
	if marked == noLevel || marked >= dashLevel || !strings.HasPrefix(key, "chia theo ") {
		return false
	}
	for _, m := range r.table.Layout.RowMeasures {
		if m.Section != "" && strings.Contains(key, data.Key(m.Section)) {
			return true
		}
	}
	return false
}

// measure finds the row of fixed meaning.
func (r *reader) measure(label, code string) *RowMeasure {
	inner := unmarked(label)
	keys := []string{data.Key(inner), data.Key(unbracketed(inner))}
	var hits []*RowMeasure
	list := r.table.Layout.RowMeasures
	for i := range list {
		for _, l := range list[i].Labels {
			if k := data.Key(l); k != "" && (k == keys[0] || k == keys[1]) {
				hits = append(hits, &list[i])
				break
			}
		}
	}
	if len(hits) > 1 {
		for _, h := range hits {
			if h.Section != "" && r.inSection(h.Section) {
				return h
			}
		}
	}
	if len(hits) > 0 {
		return hits[0]
	}
	for i := range list {
		if code != "" && list[i].RowCode != "" && sameCode(code, list[i].RowCode) && bearsOut(&list[i], keys) {
			return &list[i]
		}
	}
	return nil
}

// unmarked takes numbering, "Trong đó" and dashes off the label of a row of fixed meaning.
func unmarked(label string) string {
	bare, _ := unmark(label)
	inner, _ := within(bare)
	if again, m := unmark(inner); m >= dashLevel {
		inner = again
	}
	return inner
}

// sameCode compares row codes, of which a number format may drop the leading noughts.
func sameCode(a, b string) bool {
	return strings.TrimLeft(strings.TrimSpace(a), "0") == strings.TrimLeft(strings.TrimSpace(b), "0")
}

// shortLabel is the fewest letters of a label that bears out a row code by being the
// beginning of another.
const shortLabel = 10

// bearsOut says whether words agree with the row that a code names: there are none, or
// they begin as its label does or its label as they do. Another form of return numbers
// its rows otherwise, so that a code against its words is no answer.
func bearsOut(m *RowMeasure, keys []string) bool {
	if keys[0] == "" {
		return true
	}
	for _, l := range m.Labels {
		k := data.Key(l)
		for _, words := range keys {
			if n := min(len(k), len(words)); n >= shortLabel && (strings.HasPrefix(k, words) || strings.HasPrefix(words, k)) {
				return true
			}
		}
	}
	return false
}

func (r *reader) inSection(words string) bool {
	for _, s := range r.stack {
		if strings.Contains(data.Key(s.group.Text), data.Key(words)) {
			return true
		}
	}
	return false
}

// settleTally finds, among the rows of a tally whose rows are forms or units, those
// that are sums of rows beneath them and those that are parts of a row above.
func (r *reader) settleTally() {
	if r.table.Layout.Shape.fixedRows() {
		return
	}
	levels := make([]level, len(r.rows))
	for i := range r.rows {
		levels[i] = r.rowLevel(&r.rows[i])
	}
	for i := range r.rows {
		if k := r.rows[i].Kind; k == Data || k == GroupRow {
			r.settleRow(i, levels)
		}
	}
	r.regroup(levels)
}

// rowLevel is the level of a row of a tally; figures without a number stand at the
// level of numbers.
func (r *reader) rowLevel(row *Row) level {
	if row.Kind != Data && row.Kind != GroupRow {
		return noLevel
	}
	if r.ord > 0 {
		if c, ok := (Row{Cells: row.Cells}).own(r.ord); ok {
			if lv := ordinalLevel(c); lv != noLevel {
				return lv
			}
		}
	}
	text := row.Label
	if row.Kind == GroupRow { // its label has lost its number
		text, _ = soleText(row.Cells, r.ord)
	}
	if _, part := within(text); part {
		return plusLevel + 1
	}
	if _, lv := unmark(text); lv != noLevel {
		return lv
	}
	if row.Kind == GroupRow {
		return wordLevel
	}
	return numberLevel
}

func (r Row) own(col int) (string, bool) {
	for _, c := range r.Cells {
		if c.Col == col {
			return c.Text, true
		}
	}
	return "", false
}

// settleRow looks at the rows beneath row i that are deeper than it.
func (r *reader) settleRow(i int, levels []level) {
	row := &r.rows[i]
	if row.Kind != Data || row.Within != 0 {
		return
	}
	var beneath []int
	for j := i + 1; j < len(r.rows); j++ {
		k := r.rows[j].Kind
		if k == Total && !r.figured(&r.rows[j]) || k == Header || k == Index || k == Blank {
			continue
		}
		if k != Data && k != GroupRow || levels[j] <= levels[i] {
			break
		}
		beneath = append(beneath, j)
	}
	var filled []int
	for _, j := range beneath {
		if r.rows[j].Kind == Data && r.figured(&r.rows[j]) {
			filled = append(filled, j)
		}
	}
	switch {
	case len(filled) == 0:
		if levels[i] < numberLevel && len(beneath) > 0 && !r.figured(row) {
			row.Kind, row.Reason, row.Label = GroupRow, "group", r.groupText(row.Label)
		}
	case !r.figured(row):
		row.Kind, row.Reason, row.Label = GroupRow, "group", r.groupText(row.Label)
	case levels[i] < numberLevel || r.summed(row, filled, levels):
		row.Kind, row.Reason = Total, "total"
	default:
		for _, j := range beneath {
			r.rows[j].Kind, r.rows[j].Reason, r.rows[j].Within = Total, "part", row.No
		}
	}
}

// summed says whether a numbered row with figures is the sum of the rows beneath it:
// they are numbered under it (1.1), or each names a form or a unit, by itself or with
// the words above it ("Huân chương Lao động" over "- Hạng Nhất").
func (r *reader) summed(row *Row, beneath []int, levels []level) bool {
	up, _ := unmark(row.Label)
	for _, j := range beneath {
		if levels[j] < smallLevel {
			continue
		}
		if levels[j] > plusLevel {
			return false
		}
		label, _ := unmark(r.rows[j].Label)
		if r.table.Layout.Shape == FormsDown {
			if !r.known.form(label) && !r.known.form(up+" "+label) {
				return false
			}
		} else if !r.known.unit(label) || r.known.unit(up) {
			return false
		}
	}
	return true
}

// figured says whether a row holds a figure.
func (r *reader) figured(row *Row) bool {
	for _, c := range row.Cells {
		if r.figures[c.Col] && strings.TrimSpace(c.Text) != "" {
			return true
		}
	}
	return false
}

// regroup gives each row of a tally the headings and sums that enclose it.
func (r *reader) regroup(levels []level) {
	type open struct {
		group Group
		level level
	}
	var stack []open
	for i := range r.rows {
		row := &r.rows[i]
		if row.Kind != Data && row.Kind != GroupRow && row.Kind != Total || row.Kind == Total && levels[i] == noLevel {
			if row.Kind == Total {
				row.Groups = nil
			}
			continue
		}
		for n := range stack {
			if stack[n].level >= levels[i] && row.Within == 0 {
				stack = stack[:n]
				break
			}
		}
		row.Groups = nil
		for _, s := range stack {
			row.Groups = append(row.Groups, s.group)
		}
		if row.Kind == GroupRow || row.Kind == Total && row.Within == 0 {
			stack = append(stack, open{
				group: Group{Row: row.No, Cell: row.LabelCell, Text: r.groupText(row.Label)}, level: levels[i],
			})
		}
	}
}
