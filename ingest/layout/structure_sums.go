package layout

import (
	"math"
	"strconv"
	"strings"

	"tdkt/data"
	"tdkt/ingest/grid"
)

const (
	maxSummed  = 400 // rows or sums of one level that one row may sum
	fewDigits  = 5   // digits that must agree before a sum is no coincidence
	manyDigits = 12  // the same where most columns are no counts
	leastParts = 2
	maxWork    = 1 << 27 // figures added up in a table; no table that people wrote comes near
)

// settleSums tells the rows of a body that are sums of others: by their words, by
// arithmetic, or because the same words over the same next row are a sum elsewhere in the table.
func settleSums(rows []Row, ps []profile) {
	var body []int
	for i := range rows {
		if rows[i].Kind == Data {
			body = append(body, i)
		}
	}
	if len(body) < 2 {
		return
	}
	s := newSums(body, ps)
	s.down()
	s.up()
	labels := make([]string, len(body)+1)
	for n, i := range body {
		label := labelOf(ps[i].row)
		labels[n] = data.Key(label)
		s.total[n] = s.total[n] || s.whole(n) || isSum(label, labels[n])
	}
	alike := map[[2]string]bool{} // a sum, and the row beneath it
	for n := range body {
		if s.total[n] && labels[n] != "" && labels[n+1] != "" {
			alike[[2]string{labels[n], labels[n+1]}] = true
		}
	}
	for n, i := range body {
		if s.total[n] || len(alike) > 0 && alike[[2]string{labels[n], labels[n+1]}] {
			rows[i].Kind, rows[i].Reason = Total, "total"
		}
	}
}

// sums holds the figures of a body, a line a row.
type sums struct {
	figures [][]figureAt
	total   []bool
	work    int   // figures that may still be added up: a bound for sheets of any shape
	end     []int // of a sum over its parts: the line after them; of other lines the next
	start   []int // of a sum under its parts: the first of them; of other lines itself
}

type figureAt struct {
	col    int
	value  float64
	unit   float64 // of the last digit written
	digits int
}

func newSums(body []int, ps []profile) *sums {
	s := &sums{work: maxWork, figures: make([][]figureAt, len(body)), total: make([]bool, len(body)), end: make([]int, len(body)), start: make([]int, len(body))}
	thousands := false
	for _, i := range body {
		for k, c := range ps[i].row.Cells {
			if ps[i].sorts[k] != number || c.Kind != grid.Text {
				continue
			}
			dotted, parts := dotsPartThousands(c.Text)
			if dotted && !parts {
				return s.read(body, ps, false)
			}
			thousands = thousands || parts
		}
	}
	return s.read(body, ps, thousands)
}

// read reads the figures of the body.
func (s *sums) read(body []int, ps []profile, thousands bool) *sums {
	for n, i := range body {
		p := &ps[i]
		s.end[n], s.start[n] = n+1, n
		for k, c := range p.row.Cells {
			if p.sorts[k] != number && p.sorts[k] != year || c.Col == p.first && p.cells > 1 {
				continue
			}
			if f, ok := figureOf(c.Text, thousands && c.Kind == grid.Text); ok {
				f.col = c.Col
				s.figures[n] = append(s.figures[n], f)
			}
		}
	}
	return s
}

// whole tells a row of shares that are all 100.
func (s *sums) whole(n int) bool {
	for _, f := range s.figures[n] {
		if f.value != 100 {
			return false
		}
	}
	return len(s.figures[n]) > 2
}

// figureOf reads a figure for comparing, not for counting.
func figureOf(text string, thousands bool) (f figureAt, ok bool) {
	t := strings.Trim(withoutFootnote(strings.TrimSpace(text)), "$€£₫¥% ")
	if whole, nought := strings.CutSuffix(t, ".0"); nought {
		t = whole
	}
	dot, comma := strings.LastIndexByte(t, '.'), strings.LastIndexByte(t, ',')
	switch {
	case comma > dot && (dot >= 0 || len(t)-comma != 4): // 1.234,5
		t = strings.Replace(strings.ReplaceAll(t, ".", ""), ",", ".", 1)
	case thousands, comma >= 0 && strings.Count(t, ".") > 1:
		t = strings.ReplaceAll(strings.ReplaceAll(t, ".", ""), ",", "")
	default:
		t = strings.ReplaceAll(t, ",", "")
	}
	v, err := strconv.ParseFloat(t, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return f, false
	}
	f.value, f.unit = v, 1
	if dot := strings.IndexByte(t, '.'); dot >= 0 {
		f.unit = math.Pow10(-min(len(t)-dot-1, 6))
	}
	for x := math.Abs(v) / f.unit; x >= 1; x /= 10 {
		f.digits++
	}
	return f, true
}

// dotsPartThousands says whether the dots of a text part thousands, as in 1.234.
func dotsPartThousands(t string) (dotted, thousands bool) {
	_, rest, dotted := strings.Cut(strings.TrimSpace(t), ".")
	for dotted && len(rest) >= 3 && strings.Trim(rest[:3], "0123456789") == "" {
		if len(rest) == 3 || rest[3] == ',' {
			return true, true
		}
		if rest[3] != '.' {
			break
		}
		rest = rest[4:]
	}
	return dotted, false
}

// down looks for sums over their parts, from the last row up, so that a part that is a sum
// itself counts once.
func (s *sums) down() {
	for n := len(s.figures) - 2; n >= 0; n-- {
		run := s.run(n)
		for parts, m := 0, n+1; m < len(s.figures) && parts < maxSummed; m = s.end[m] {
			parts++
			if s.work -= len(s.figures[n]) + len(s.figures[m]); s.work < 0 || !run.add(s.figures[m]) {
				break
			}
			if parts >= leastParts && run.sums(parts) {
				s.total[n], s.end[n] = true, s.end[m]
				break
			}
		}
	}
}

// up looks for sums under their parts.
func (s *sums) up() {
	for n := 2; n < len(s.figures); n++ {
		if s.total[n] {
			continue
		}
		run := s.run(n)
		for parts, m := 0, n-1; m >= 0 && parts < maxSummed; m = s.start[m] - 1 {
			parts++
			if s.work -= len(s.figures[n]) + len(s.figures[m]); s.work < 0 || !run.add(s.figures[m]) {
				break
			}
			if parts >= leastParts && run.sums(parts) {
				s.total[n], s.start[n] = true, s.start[m]
				break
			}
		}
	}
}

// run is a row held against the sum of more and more others.
type run struct {
	want []figureAt
	sum  []float64
	seen []int
}

func (s *sums) run(n int) *run {
	want := s.figures[n]
	return &run{want: want, sum: make([]float64, len(want)), seen: make([]int, len(want))}
}

// add adds a part; more is false where the parts are more than the whole in most columns.
func (r *run) add(part []figureAt) (more bool) {
	over := 0
	k := 0
	for j := range r.want {
		for k < len(part) && part[k].col < r.want[j].col {
			k++
		}
		if k < len(part) && part[k].col == r.want[j].col {
			r.sum[j] += part[k].value
			r.seen[j]++
		}
		if r.sum[j] > r.want[j].value+r.want[j].slack(r.seen[j]) {
			over++
		}
	}
	return over*4 <= 3*len(r.want)
}

// slack is what rounding alone may make of the sum of so many parts, never so much that
// small counts would agree by it.
func (f *figureAt) slack(parts int) float64 {
	return min(float64(parts+1)*f.unit/2, math.Abs(f.value)/200) + 1e-9*math.Abs(f.value)
}

// sums says whether the parts so far are the whole.
func (r *run) sums(parts int) bool {
	met, missed, digits, several := 0, 0, 0, false
	for j := range r.want {
		f := &r.want[j]
		if f.value == 0 && r.sum[j] == 0 {
			continue
		}
		several = several || r.seen[j] > 1
		if math.Abs(r.sum[j]-f.value) <= f.slack(r.seen[j]) {
			met++
			digits += f.digits
		} else {
			missed++
		}
	}
	if !several {
		return false
	}
	if missed >= met { // shares and rates beside the counts
		return met*3 >= missed && met >= 2 && digits >= manyDigits
	}
	return digits >= fewDigits
}
