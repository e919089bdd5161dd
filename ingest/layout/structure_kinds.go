package layout

import (
	"math"
	"slices"

	"tdkt/ingest/grid"
)

// The kinds of rows that the first pass tells apart; totals are told among data by settleSums.
const (
	isMetadata = iota
	isHeader
	isIndex
	isGroup
	isData
	isRemark
	kindsOfRow
)

var rowKinds = [kindsOfRow]RowKind{Metadata, Header, Index, GroupRow, Data, Note}

// succession is what it costs that a row of one kind comes after one of another: a sheet goes
// metadata, header, index, then groups and data, then notes, and again where tables stand one
// beneath another.
var succession = [kindsOfRow][kindsOfRow]float64{
	//            metadata header index group data note
	isMetadata: {0, 0, -2, -1.5, -3, -3},
	isHeader:   {-4, -0.3, 0, 0, 0, -3},
	isIndex:    {-5, -3, -3, 0, 0, -3},
	isGroup:    {-3, -3, -6, -0.3, 0, -1},
	isData:     {-3, -3, -6, 0, 0, 0},
	isRemark:   {-2.5, -2.5, -6, -2.5, -2.5, 0},
}

// begins is what it costs that a sheet begins with a row of a kind.
var begins = [kindsOfRow]float64{isIndex: -4, isGroup: -2, isData: -2, isRemark: -4}

// place is where a row stands in its sheet.
type place struct {
	left     int  // the first column of the sheet
	width    int  // cells of a row of the body
	top      bool // no row of the body above
	tail     bool // no row of the body beneath
	over     bool // in the head, over a wider row that begins in the same first column
	before   bool // the row beneath is one of the body
	apart    bool // an empty row succession
	narrower bool // it has less than half the cells of a row of the body
	alone    bool // no other row in the sheet
	on       bool // in the head, right upon a cell of a row of the head that is wider
	open     bool // in the head, over rows of the head that all leave the first column blank
}

// kindsOf gives each row the kind that fits it and its neighbours best.
func kindsOf(ps []profile) []uint8 {
	at := placesOf(ps)
	type step [kindsOfRow]uint8
	steps := make([]step, len(ps))
	var score [kindsOfRow]float64
	for i := range ps {
		fit := ps[i].fit(&at[i])
		var next [kindsOfRow]float64
		for to := range kindsOfRow {
			best, from := begins[to], 0
			if i > 0 {
				best = score[0] + succession[0][to]
				for k := 1; k < kindsOfRow; k++ {
					if s := score[k] + succession[k][to]; s > best {
						best, from = s, k
					}
				}
			}
			next[to] = best + fit[to]
			steps[i][to] = uint8(from)
		}
		score = next
	}
	kinds := make([]uint8, len(ps))
	if len(ps) == 0 {
		return kinds
	}
	last := 0
	for k := range kindsOfRow {
		if score[k] > score[last] {
			last = k
		}
	}
	for i := len(ps) - 1; i >= 0; i-- {
		kinds[i] = uint8(last)
		last = int(steps[i][last])
	}
	return kinds
}

// fit scores a row as each kind by what it holds and where it stands. The scores were made by
// hand: one is a hint, three are hard to outweigh by a neighbour.
func (p *profile) fit(at *place) [kindsOfRow]float64 {
	if at.width <= 1 && !at.alone { // one column and nothing else: a list, headed or not
		return [kindsOfRow]float64{isMetadata: -6, isHeader: 4*b2f(p.clash > 0) - 2, isIndex: -9, isGroup: -6, isData: 1, isRemark: -6}
	}
	cells := float64(max(p.cells, 1))
	r := look{
		profile: p, at: at,
		sole:    p.cells <= 1,
		leads:   p.first <= at.left,
		wordy:   p.typed == 0 && p.values == 0,
		few:     at.narrower || p.cells <= 2 && at.width >= 5,
		heading: p.ascending && p.clash*2 >= p.values,
		clashes: float64(p.clash) / cells,
		agrees:  float64(p.agree) / cells,
	}
	return [kindsOfRow]float64{isMetadata: r.asMetadata(), isHeader: r.asHeader(), isIndex: -9 + 15*b2f(p.index),
		isGroup: r.asGroup(), isData: r.asData(), isRemark: r.asRemark()}
}

// look is a row in its place.
type look struct {
	*profile
	at              *place
	sole            bool // it has one cell
	leads           bool // it begins in the first column of the sheet
	wordy           bool // it has no values
	few             bool // it has few cells beside a row of the body
	heading         bool // its values are years or numbers that head columns
	clashes, agrees float64
}

func (r *look) asMetadata() (s float64) {
	s -= 4 * b2f(!r.at.top)
	s += 1.5 * b2f(!r.at.top && r.gap > 0)
	s += 2 * b2f(r.sole && r.wordy)
	s += 1 * b2f(r.sole && r.wordy && r.leads)
	s += 1 * b2f(r.few && r.wordy)
	s += 3 * b2f(r.at.over)
	s += 0.7 * b2f(r.at.apart)
	s -= 1.5 * float64(min(r.values+r.noughts, 3))
	s -= 1 * float64(min(max(r.cells-2, 0), 4))
	s -= 1.5 * r.clashes
	s -= 1.5 * b2f(r.at.open)
	return s
}

func (r *look) asHeader() (s float64) {
	s += 1.5 * b2f(r.wordy && r.cells >= 2)
	s += 4 * r.clashes * b2f(r.cells >= 2)
	s += 3 * b2f(r.wordy && numberHeader(r.row.Cells))
	s += 3 * b2f(r.heading)
	s -= 3 * r.agrees * b2f(!r.heading)
	s -= 1.5 * b2f(r.sole && r.leads)
	s += 1.5 * b2f(r.sole && !r.leads && r.wordy)
	s -= 4 * b2f(r.at.tail)
	s -= 1.5 * b2f(r.at.over)
	s -= 1 * b2f(!r.at.top)
	s += 1 * b2f(!r.at.top && r.gap > 0 && r.cells > 1)
	s += 2 * b2f(r.at.open)
	s += 2 * b2f(r.at.open && r.sole && r.leads)
	s += 5 * b2f(r.units && r.at.top)
	s += 2 * b2f(r.sole && !r.leads && r.at.on)
	return s
}

func (r *look) asGroup() (s float64) {
	s += 2 * b2f(r.sole && r.wordy && r.leads)
	s += 0.5 * b2f(r.cells == 2 && r.wordy && r.leads)
	s -= 2 * b2f(r.cells > 2 || !r.leads)
	s += 3 * b2f(r.marked)
	s -= 4 * b2f(r.typed > 0)
	s -= 3 * b2f(r.typed == 0 && r.values > 0)
	s -= 3 * b2f(r.at.tail)
	s -= 1 * b2f(r.long > 80)
	s += 0.5 * b2f(r.at.before)
	s += 1.5 * b2f(r.colon)
	s -= 3 * b2f(r.broken)
	return s
}

func (r *look) asData() (s float64) {
	s += (1.5 + 2*float64(r.agree)/float64(max(r.typed, 1))) * b2f(r.typed > 0)
	s -= 3 * b2f(r.heading)
	s += 2 * b2f(r.numbered)
	s += 1 * b2f(r.typed == 0 && r.agree > 0)
	s -= 1 * b2f(r.wordy)
	s -= 3 * r.clashes * b2f(r.cells >= 2)
	s += 2.5 * b2f(r.wordy && !r.few && r.cells > 1 && r.same*2 >= r.cells)
	s -= 2 * b2f(r.sole && !r.broken)
	s -= 3 * b2f(r.units && r.at.top)
	return s
}

func (r *look) asRemark() (s float64) {
	s += 1 * b2f(r.sole && r.wordy)
	s += 3 * b2f(r.at.tail)
	s -= 1.5 * b2f(!r.at.tail)
	s -= 3 * b2f(r.at.top && !r.at.tail)
	s += 0.7 * b2f(r.long > 60)
	s -= 1 * float64(min(r.typed, 4))
	s -= 2 * b2f(r.numbered || r.marked)
	s += 2.5 * b2f((r.wordy || r.cells <= 3) && !r.numbered && remark(r.row))
	return s
}

// remark says whether the first words of a row are those of a note or of a signature block.
func remark(r *grid.Row) bool {
	for _, c := range r.Cells[:min(len(r.Cells), 3)] {
		if c.Kind == grid.Text && len(c.Text) > 1 && (isNote(c.Text) || isSignature(c.Text) || isSource(c.Text)) {
			return true
		}
	}
	return false
}

func b2f(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// placesOf tells where each row stands.
func placesOf(ps []profile) []place {
	at := make([]place, len(ps))
	left, width, least := 0, widthOf(ps), leastWordy(ps)
	for i := range ps {
		if ps[i].first > 0 && (left == 0 || ps[i].first < left) {
			left = ps[i].first
		}
	}
	seen := false
	for i := range ps {
		at[i] = place{left: left, width: width, alone: len(ps) == 1, top: !seen, narrower: 2*ps[i].cells < width}
		seen = seen || ps[i].body(least)
		if i+1 < len(ps) {
			at[i].before = ps[i+1].body(least)
			at[i].apart = ps[i+1].gap > 0
		}
	}
	seen = false
	for i := len(ps) - 1; i >= 0; i-- {
		seen = seen || ps[i].body(least)
		at[i].tail = !seen
	}
	widest, blank := 0, false // of the rows of the head beneath: the widest that begins in the first column; whether all leave it blank
	for i := len(ps) - 1; i >= 0; i-- {
		p := &ps[i]
		if p.body(least) {
			widest, blank = 0, false
			continue
		}
		at[i].open = blank && !(p.cells <= 1 && p.first <= left && (at[i].apart || p.long > 30))
		at[i].on = i+1 < len(ps) && !at[i].apart && p.long <= 40 && !p.colon && ps[i+1].cells > p.cells && !ps[i+1].body(least) && ps[i+1].has(p.first)
		if p.index {
			continue
		}
		blank = p.first > left && (blank || i+1 == len(ps) || ps[i+1].body(least))
		if p.first <= left {
			at[i].over = widest >= p.cells+2
			widest = max(widest, p.cells)
		}
	}
	return at
}

// widthOf is how many cells a row of the body has: that of three rows in four is not greater.
func widthOf(ps []profile) int {
	var widths []int
	for i := range ps {
		if ps[i].cells > 1 {
			widths = append(widths, ps[i].cells)
		}
	}
	if len(widths) == 0 {
		return 1
	}
	slices.Sort(widths)
	return widths[len(widths)*3/4]
}

// leastWordy is how many cells a row of words needs to be one of the body: in a sheet whose
// rows mostly have values, or numbers of their own, none is.
func leastWordy(ps []profile) int {
	typed, rows := 0, 0
	for i := range ps {
		if ps[i].cells > 1 {
			rows++
			typed += b2i(ps[i].typed > 0 || ps[i].numbered)
		}
	}
	if 2*typed >= rows {
		return math.MaxInt
	}
	return max(2, (6*widthOf(ps)+9)/10)
}

// body says whether a row by itself looks like one of the body of a table: with values
// that do not head columns, or with words as the rows beneath it have them.
func (p *profile) body(least int) bool {
	if p.numbered && !p.index {
		return true
	}
	if p.typed > 0 {
		return !(p.ascending && p.clash*2 >= p.values) && !p.index && !p.units
	}
	return p.cells >= least && p.same*2 >= p.cells
}
