package charts

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tdkt/queries/table"
)

// places tells where the figures of the cubes come from: which returns, and which of their cells.
type places struct {
	Measures []string       `json:"measures"`
	Returns  []placedReturn `json:"returns"`
	Sheets   []string       `json:"sheets"`
	Columns  []string       `json:"columns"`  // letters; the first is empty: of a list the pattern tells each column
	Patterns [][]addition   `json:"patterns"` // what a cell adds to
	people   provenance
	award    provenance
	cells    []placedCell
}

// placedReturn is a return that adds to a figure, as the page names it.
type placedReturn struct {
	Form     string `json:"form"`
	Period   string `json:"period"`
	Part     string `json:"part,omitempty"`
	Received string `json:"received,omitempty"`
	File     string `json:"file"`
	Status   string `json:"status"`
	Unit     string `json:"unit"`            // of the return, which may tell of other units
	Cells    bool   `json:"cells,omitempty"` // its cells are in the page
}

// provenance tells for each row of a cube the return it comes from, severalReturns where shares tell of them.
type provenance struct {
	sole   []int64
	shares []returnShare
}

const severalReturns = -1

// returnShare is what one of several returns adds to a row of a cube.
type returnShare struct {
	row, ret int64
	counts   []int64 // by measure; -1 where never stated
}

// placedCell is an award of a list, all of whose cells its pattern tells, or a cell of a tally.
type placedCell struct {
	ret, sheet, row, column, lift int64 // lift: how far above the row the cell of the form stands
	year, unit, form, level       int64
	achievement                   int64 // of an award of a list, else notSplit: the pattern tells it
	pattern, amount               int64
}

// addition is one sum that a cell adds to: cube (0 awards, 1 people, 2 people of a tally by achievement), measure, column, rows below, achievement, times.
type addition struct {
	people, measure    int
	column             string
	below, achievement int
	times              int
}

// MarshalJSON writes an addition as a row.
func (a addition) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d,%q,%d,%d,%d]", a.people, a.measure, a.column, a.below, a.achievement, a.times), nil
}

// placesOf reads the places of the figures that a page shows, out of all: of the page of one unit those of its own figures.
// A figure that its returns do not add up to is a fault of the program.
func placesOf(in Input, all, shown figures) (places, error) {
	f := placing{all, shown}
	p := places{Measures: all.Measures, Returns: []placedReturn{}, Sheets: []string{}, Columns: []string{""}, Patterns: [][]addition{}}
	people, award, err := shown.cubeRows()
	if err != nil {
		return p, err
	}
	shares, err := sharesOf(in, f)
	if err != nil {
		return p, err
	}
	at, err := p.readReturns(in, f, shares.returns)
	if err != nil {
		return p, err
	}
	if p.people, err = f.provenance("cube-beneficiary", shares.people, people, at); err != nil {
		return p, err
	}
	if p.award, err = f.provenance("cube-award", shares.award, award, at); err != nil {
		return p, err
	}
	err = p.readCells(in, f, at)
	return p, err
}

// placing is what the places are read for: all figures, whose units have their names, and those that are shown.
type placing struct {
	figures
	shown figures
}

func (f placing) leavesOut(unit int64) bool { return f.shown.Own != nil && unit != int64(*f.shown.Own) }

// cubeRows are both cubes in the order in which the page reads them.
func (f figures) cubeRows() (people, award []cubeRow, err error) {
	if people, err = cubeRows(f.people(), posLevel+1, len(f.Measures), posPeopleAchievement, posPeopleSource); err == nil {
		award, err = cubeRows(f.Award, posAwards, 1, posAchievement, posAwardSource)
	}
	return people, award, err
}

// keyed are the shares of the rows of one cube.
type keyed map[[6]int64][]keyedShare

type keyedShare struct {
	id     string
	counts []int64
}

type sharesRead struct {
	people, award keyed
	returns       map[string]bool
}

// sharesOf reads what each return adds to each row of the cubes. An award of a list adds to both.
func sharesOf(in Input, f placing) (sharesRead, error) {
	s := sharesRead{keyed{}, keyed{}, map[string]bool{}}
	t := in.Tables["cube-returns"]
	at, err := need(t, append([]string{"award_year", "unit_code", "form_code", "level_code", "achievement_code", "source", "return_id"}, f.Measures...)...)
	if err != nil {
		return s, err
	}
	units, forms, levels, achievements := f.unitAt(), positions(&f.Forms), positions(&f.Levels), positions(&f.Achievements)
	for _, r := range t.Rows {
		source, err := sourceOf(t, r[at[5]])
		if err != nil {
			return s, err
		}
		unit, err := units(table.Plain(r[at[1]]))
		if err != nil {
			return s, err
		}
		if f.leavesOut(int64(unit)) {
			continue
		}
		key := [6]int64{whole(r[at[0]]), int64(unit), int64(forms(r[at[2]])), int64(levels(r[at[3]])), notSplit, int64(source)}
		split := source == fromList || table.Plain(r[at[4]]) != unsplitCode
		if split {
			key[posAchievement] = int64(achievements(r[at[4]]))
		}
		counts := make([]int64, len(f.Measures))
		for m, c := range at[7:] {
			counts[m] = -1
			if n, stated := r[c].(int64); stated {
				counts[m] = n
			}
			if counts[m] < -1 {
				return s, fmt.Errorf("charts: table %s: %d awards", t.Name, counts[m])
			}
		}
		id := table.Plain(r[at[6]])
		s.returns[id] = true
		switch {
		case source == fromList || !split:
			s.people[key] = append(s.people[key], keyedShare{id, counts})
		case slices.Max(counts[1:]) >= 0: // the tally crosses them with the achievement
			s.people[key] = append(s.people[key], keyedShare{id, append([]int64{-1}, counts[1:]...)})
		}
		if split {
			s.award[key] = append(s.award[key], keyedShare{id, counts[:1]})
		}
	}
	return s, nil
}

// unsplitCode stands where a tally does not split its people by achievement.
const unsplitCode = "chua_tach"

// sameCount tells that two counts are the same; that nobody is of unknown class no cell says, so nothing stated is as good as nought.
func sameCount(a, b int64) bool { return max(a, 0) == max(b, 0) }

// provenance puts the shares beside the rows of a cube, and sees that they add up.
func (f placing) provenance(cube string, shares keyed, rows []cubeRow, at map[string]int) (provenance, error) {
	p := provenance{sole: make([]int64, len(rows))}
	for i, r := range rows {
		p.sole[i] = severalReturns
		if f.leavesOut(r.key[posUnit]) {
			continue
		}
		sums := make([]int64, len(r.counts))
		for m := range sums {
			sums[m] = -1
			for _, s := range shares[r.key] {
				if s.counts[m] != -1 {
					sums[m] = max(sums[m], 0) + s.counts[m]
				}
			}
		}
		if !slices.EqualFunc(sums, r.counts, sameCount) {
			return p, fmt.Errorf("charts: %s: the returns of %v add up to %v, not to %v", cube, r.key, sums, r.counts)
		}
		if all := shares[r.key]; len(all) == 1 {
			p.sole[i] = int64(at[all[0].id])
			continue
		}
		for _, s := range shares[r.key] {
			p.shares = append(p.shares, returnShare{int64(i), int64(at[s.id]), s.counts})
		}
	}
	slices.SortFunc(p.shares, func(a, b returnShare) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.ret, b.ret)) })
	return p, nil
}

// readReturns lists the returns that add to a figure, by unit and period, and gives the position of each.
func (p *places) readReturns(in Input, f placing, add map[string]bool) (map[string]int, error) {
	t := in.Tables["returns"]
	at, err := need(t, "return_id", "form_of_return", "period", "part", "received_on", "file_name", "status", "status_"+in.Lang, "unit_code", "unit_name")
	if err != nil {
		return nil, err
	}
	type named struct {
		placedReturn
		id, form string
		unit     int
	}
	var all []named
	units := f.unitAt()
	for _, r := range t.Rows {
		text := func(c int) string { return table.Plain(r[at[c]]) }
		if !add[text(0)] {
			continue
		}
		n := named{id: text(0), form: text(1), placedReturn: placedReturn{Form: in.returnName(text(1)), Period: text(2), Part: text(3), Received: text(4), File: text(5), Status: text(7), Unit: text(9)}}
		if n.unit, err = units(text(8)); err == nil {
			n.Unit = f.shown.Units[n.unit].Label
		}
		all = append(all, n)
	}
	slices.SortFunc(all, func(a, b named) int {
		return cmp.Or(cmp.Compare(a.unit, b.unit), cmp.Compare(a.Period, b.Period), cmp.Compare(a.form, b.form), cmp.Compare(a.Part, b.Part), cmp.Compare(a.id, b.id))
	})
	position := map[string]int{}
	for i, n := range all {
		position[n.id] = i
		p.Returns = append(p.Returns, n.placedReturn)
	}
	for id := range add {
		if _, listed := position[id]; !listed {
			return nil, fmt.Errorf("charts: table %s has no return %s, which a figure comes from", t.Name, id)
		}
	}
	return position, nil
}

// readCells reads the cells, sheet by sheet and row by row.
func (p *places) readCells(in Input, f placing, returns map[string]int) error {
	t := in.Tables["cube-cells"]
	at, err := need(t, "return_id", "source_sheet", "source", "cell_row", "cell_column", "form_row", "award_year", "unit_code", "form_code", "level_code", "achievement_code", "amount", "adds")
	if err != nil {
		return err
	}
	units, forms, levels, achievements := f.unitAt(), positions(&f.Forms), positions(&f.Levels), positions(&f.Achievements)
	sheets, columns, patterns := map[string]int{}, map[string]int{"": 0}, map[string]int{}
	for _, r := range t.Rows {
		unit, err := units(table.Plain(r[at[7]]))
		if err != nil {
			return err
		}
		if f.leavesOut(int64(unit)) {
			continue
		}
		ret, known := returns[table.Plain(r[at[0]])]
		if !known {
			return fmt.Errorf("charts: table %s: return %s adds to no figure", t.Name, table.Plain(r[at[0]]))
		}
		c := placedCell{ret: int64(ret), row: whole(r[at[3]]), year: whole(r[at[6]]), achievement: notSplit, amount: whole(r[at[11]])}
		c.lift = c.row - whole(r[at[5]])
		c.unit, c.form, c.level = int64(unit), int64(forms(r[at[8]])), int64(levels(r[at[9]]))
		if table.Plain(r[at[2]]) == "list" {
			c.achievement = int64(achievements(r[at[10]]))
		}
		adds := table.Plain(r[at[12]])
		c.pattern, err = positionOf(patterns, adds, func() error {
			pattern, err := f.patternOf(adds, achievements)
			p.Patterns = append(p.Patterns, pattern)
			return err
		})
		if err != nil {
			return err
		}
		if len(p.Patterns[c.pattern]) == 0 {
			continue
		}
		c.sheet, _ = positionOf(sheets, table.Plain(r[at[1]]), func() error { p.Sheets = append(p.Sheets, table.Plain(r[at[1]])); return nil })
		c.column, _ = positionOf(columns, table.Plain(r[at[4]]), func() error { p.Columns = append(p.Columns, table.Plain(r[at[4]])); return nil })
		p.cells = append(p.cells, c)
	}
	slices.SortFunc(p.cells, func(a, b placedCell) int { return slices.Compare(a.codes(), b.codes()) })
	return nil
}

// codes are the parts of a cell in the order in which cells are sorted and packed.
func (c placedCell) codes() []int64 {
	return []int64{c.ret, c.sheet, c.row, c.column, c.year, c.unit, c.form, c.level, c.achievement, c.pattern, c.amount, c.lift}
}

// positionOf is the position of a text among those met so far; a new one is added.
func positionOf(at map[string]int, text string, add func() error) (int64, error) {
	i, known := at[text]
	if !known {
		i = len(at)
		at[text] = i
		return int64(i), add()
	}
	return int64(i), nil
}

// patternOf reads what a cell adds to, as cube-cells writes it.
func (f figures) patternOf(adds string, achievements func(any) int) ([]addition, error) {
	pattern := []addition{}
	for _, text := range strings.Fields(adds) {
		part := strings.Split(text, "/")
		bad := fmt.Errorf("charts: table cube-cells: adds %q", text)
		if len(part) != 6 {
			return nil, bad
		}
		a := addition{measure: slices.Index(f.Measures, part[1]), column: part[2], achievement: notSplit}
		if a.measure < 0 {
			continue // not on the page
		}
		a.people = map[string]int{"beneficiary": 1, "crossed": 2}[part[0]]
		if part[4] != "" {
			a.achievement = achievements(part[4])
		}
		var err1, err2 error
		a.below, err1 = strconv.Atoi(part[3])
		a.times, err2 = strconv.Atoi(part[5])
		if err1 != nil || err2 != nil {
			return nil, bad
		}
		pattern = append(pattern, a)
	}
	return pattern, nil
}
