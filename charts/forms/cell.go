package forms

import "slices"

// doubt is why a cell has no number.
type doubt int

const (
	certain  doubt = iota
	unstated       // no return speaks of it
	unsplit        // returns tell the parts together only
	unknown        // of some awards nobody says what they are, and of no other that they are this
	closed         // there is nothing to count
	left           // the returns do not hold it
)

// cell is one cell of the body.
type cell struct {
	value   int64
	ratio   float64
	isRatio bool
	why     doubt
	span    span // where it is unsplit
	formula string
	figures []string
	reason  string // of left: texts forms.left.…
}

func (c cell) has() bool { return c.why == certain }

// kindMeasure is who a column of a kind counts: households stand with the collectives, for the forms give them no column.
var kindMeasure = map[string]string{"": "award_count", "collective": "collective_household_count", "individual": "individual_count"}

// kindRows are the rows of recipients that a column of a kind can hold.
var kindRows = map[string][]string{
	"collective": {"award_count", "collective_count", "enterprise_count", "household_count"},
	"individual": append([]string{"award_count", "individual_count"}, theClasses...),
}

// recipients is the cell of a measure of who received awards.
func (f facts) recipients(s scope, kind, measure string) cell {
	if kind != "" && !slices.Contains(kindRows[kind], measure) {
		return cell{why: closed}
	}
	if _, told := f.sum(s, "award_count"); !told {
		return cell{why: unstated}
	}
	if measure == "award_count" {
		return f.awards(s, kind)
	}
	n, _ := f.sum(s, measure)
	open := "class_unknown_count"
	switch {
	case measure == "enterprise_count":
		open = "enterprise_open_count"
	case slices.Contains(theKinds, measure):
		open = "kind_unknown_count"
	}
	if rest, _ := f.sum(s, open); n == 0 && rest > 0 {
		return cell{why: unknown}
	}
	return cell{value: n, figures: f.figures(s, measure)}
}

// awards is the cell of all awards in a column of a kind.
func (f facts) awards(s scope, kind string) cell {
	whole, _ := f.sum(s, "award_count")
	if kind == "" {
		return cell{value: whole, figures: f.figures(s, "award_count")}
	}
	n, ids := int64(0), []string(nil)
	for _, m := range theKinds {
		if (m == "individual_count") == (kind == "individual") {
			v, _ := f.sum(s, m)
			n, ids = n+v, append(ids, f.figures(s, m)...)
		}
	}
	if rest, _ := f.sum(s, "kind_unknown_count"); rest > 0 {
		return cell{why: unsplit, span: span{n, n + rest, true}}
	}
	return cell{value: n, figures: ids}
}

// merged is the type of tables that put two types together.
const merged = "chuyen_de_dot_xuat"

// achieved is the cell of a measure in types of achievement; of a type that some tables merge with another it is open.
func (f facts) achieved(s scope, measure string, types ...string) cell {
	if _, told := f.sum(s, "award_count"); !told {
		return cell{why: unstated}
	}
	c := f.types(s, measure, types...)
	if !slices.Contains(types, merged) && (slices.Contains(types, "chuyen_de") || slices.Contains(types, "dot_xuat")) {
		c.most += f.types(s, measure, merged).most
	}
	if c.open() {
		return cell{why: unsplit, span: c}
	}
	doubtful := f.types(s, measure, "chua_ro").most
	if isClass[measure] {
		doubtful += f.types(s, "class_unknown_count", append([]string{"chua_ro"}, types...)...).most
	}
	if c.least == 0 && doubtful > 0 {
		return cell{why: unknown}
	}
	return cell{value: c.least, figures: f.figures(s, measure, types...)}
}

// isClass are the measures that an individual of unknown class may belong to.
var isClass = map[string]bool{"leader_count": true, "leader_senior_count": true, "leader_other_count": true, "direct_worker_count": true, "not_leader_count": true}

// proposedCell is the cell of what was proposed for a kind of recipient.
func (f facts) proposedCell(s scope, measure string) cell {
	n, told := f.proposals(s, measure)
	if !told {
		return cell{why: unstated}
	}
	if rest, _ := f.proposals(s, "kind_open_count"); rest > 0 {
		return cell{why: unsplit, span: span{n, n + rest, true}}
	}
	return cell{value: n}
}
