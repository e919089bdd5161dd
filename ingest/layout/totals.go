package layout

import (
	"strings"

	"tdkt/data"
)

// maxTotals bounds the totals of a sheet whose parts are looked up; no return has so many.
const maxTotals = 1000

// settleTotals tells of each total which data rows it sums. What is carried from page to
// page sums nothing that can be told.
func (r *reader) settleTotals() {
	var totals []int
	bare, grand := 0, 0 // that say Cộng, that say Tổng
	for i := range r.rows {
		if row := &r.rows[i]; row.Kind == Total && row.Within == 0 {
			totals = append(totals, i)
			switch {
			case row.RowTotal || !isTotal(row.Label):
			case isGrand(row.Label):
				grand++
			default:
				bare++
			}
		}
	}
	if len(totals) > maxTotals {
		return
	}
	for _, i := range totals {
		row := &r.rows[i]
		if carried.MatchString(data.Key(row.Label)) {
			continue
		}
		switch {
		case row.RowTotal:
			for j := range r.rows {
				if o := &r.rows[j]; o.Kind == Data && o.PartOf == "" && o.Achievement == "" && o.Measure != "" {
					row.Sum = append(row.Sum, o.No)
				}
			}
		case isTotal(row.Label):
			row.Sum = r.summedBy(i, bare > 1 || grand > 0)
		default: // a heading with figures
			row.Sum = r.summedUnder(row.No)
		}
	}
}

// summedUnder lists the data rows under a heading, without those that are parts of a
// measure that stands there too: enterprises among the collectives.
func (r *reader) summedUnder(heading int) []int {
	var under []*Row
	measures := map[string]bool{}
	for i := range r.rows {
		if o := &r.rows[i]; o.Kind == Data && encloses(o.Groups, heading) {
			under = append(under, o)
			measures[o.Measure] = true
		}
	}
	var sum []int
	for _, o := range under {
		if o.PartOf == "" || !measures[o.PartOf] {
			sum = append(sum, o.No)
		}
	}
	return sum
}

// summedBy lists the data rows that a row of total words sums: of the group that it
// names, or, where it says Cộng among others of its kind or stands between rows of data,
// of the group that it closes; else all rows of the table.
func (r *reader) summedBy(i int, several bool) []int {
	before, after := r.dataRows(0, i), r.dataRows(i+1, len(r.rows))
	if len(before) == 0 {
		return after
	}
	var last []Group
	for j := i - 1; j >= 0 && last == nil; j-- {
		if r.rows[j].Kind == Data {
			last = r.rows[j].Groups
			break
		}
	}
	group := named(r.rows[i].Label, last)
	if group == 0 && len(last) > 0 && (len(after) > 0 || !isGrand(r.rows[i].Label) && several) {
		group = last[len(last)-1].Row
	}
	if group == 0 {
		return before
	}
	var sum []int
	for j := range r.rows[:i] {
		if r.rows[j].Kind == Data && encloses(r.rows[j].Groups, group) {
			sum = append(sum, r.rows[j].No)
		}
	}
	return sum
}

// named finds the group whose words a total repeats: "Cộng khối huyện" closes "KHỐI
// HUYỆN".
func named(label string, groups []Group) int {
	bare, _ := unmark(label)
	parts := totalWords.FindStringSubmatch(data.Key(bare))
	if parts == nil || len(parts[3]) < 4 {
		return 0
	}
	for _, g := range groups {
		if strings.Contains(" "+data.Key(g.Text)+" ", " "+parts[3]+" ") {
			return g.Row
		}
	}
	return 0
}

func (r *reader) dataRows(from, to int) []int {
	var list []int
	for _, row := range r.rows[from:to] {
		if row.Kind == Data {
			list = append(list, row.No)
		}
	}
	return list
}

func encloses(groups []Group, row int) bool {
	for _, g := range groups {
		if g.Row == row {
			return true
		}
	}
	return false
}
