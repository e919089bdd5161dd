package check

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// brute is the same question answered by trying every set of figures and every amount; it
// shares nothing with the search but the definition.
type brute struct {
	*System
	top   int64 // no amount above it is tried
	comp  []int // figures of the part looked at
	must  []int // identities of the part
	fails []int
}

// sum of an identity with some amounts put in place of others.
func (s *System) sumWith(i int, put map[int]int64) (n int64) {
	for _, t := range s.Identities[i].Terms {
		amount, other := put[t.Figure]
		if !other {
			amount = s.Figures[t.Figure].Amount
		}
		n += int64(t.Sign) * amount
	}
	return n
}

// asks says whether an identity holds; strict asks the usual ones that are out of balance to
// come into balance too.
func (b *brute) asks(i int, put map[int]int64, strict bool) bool {
	id, n := b.Identities[i], b.sumWith(i, put)
	if id.AtMost && (!id.Usual || !strict && b.sumWith(i, nil) != 0) {
		return n <= 0
	}
	return n == 0
}

// brutes gives the parts of a sheet in which an identity fails.
func brutes(s *System) []*brute {
	var parts []*brute
	seen := map[int]bool{}
	var top int64
	for _, f := range s.Figures {
		top += f.Amount
	}
	for i := range s.Identities {
		if seen[i] {
			continue
		}
		b := &brute{System: s, top: top + 3}
		queue := []int{i}
		seen[i] = true
		figures := map[int]bool{}
		for len(queue) > 0 {
			at := queue[0]
			queue = queue[1:]
			b.must = append(b.must, at)
			if !b.asks(at, nil, false) {
				b.fails = append(b.fails, at)
			}
			for _, t := range s.Identities[at].Terms {
				figures[t.Figure] = true
			}
			for j, other := range s.Identities {
				if !seen[j] && slices.ContainsFunc(other.Terms, func(t Term) bool { return figures[t.Figure] }) {
					seen[j] = true
					queue = append(queue, j)
				}
			}
		}
		for f := range figures {
			b.comp = append(b.comp, f)
		}
		slices.SortFunc(b.comp, func(x, y int) int {
			return (s.Figures[x].Row-s.Figures[y].Row)*100 + s.Figures[x].Col - s.Figures[y].Col
		})
		if len(b.fails) > 0 {
			parts = append(parts, b)
		}
	}
	return parts
}

// smallest tries all sets of one figure, then of two, then of three.
func (b *brute) smallest() (sets [][]Change) {
	score := 0
	var try func(set []int, from, size int)
	try = func(set []int, from, size int) {
		if len(set) < size {
			for i := from; i < len(b.comp); i++ {
				try(append(set[:len(set):len(set)], b.comp[i]), i+1, size)
			}
			return
		}
		if !b.hitsAll(set) {
			return
		}
		changes := b.amounts(set, false)
		if changes == nil {
			return
		}
		n := b.unbalanced(set)
		if n > 0 {
			if strict := b.amounts(set, true); strict != nil {
				changes = strict
			} else {
				n = 0
			}
		}
		if n > score {
			sets, score = nil, n
		}
		if n == score {
			sets = append(sets, changes)
		}
	}
	for size := 1; size <= 3 && sets == nil; size++ {
		try(nil, 0, size)
	}
	return sets
}

func (b *brute) stands(i int, set []int) bool {
	return slices.ContainsFunc(b.Identities[i].Terms, func(t Term) bool { return slices.Contains(set, t.Figure) })
}

func (b *brute) hitsAll(set []int) bool {
	return !slices.ContainsFunc(b.fails, func(i int) bool { return !b.stands(i, set) })
}

func (b *brute) unbalanced(set []int) (n int) {
	for _, i := range b.must {
		if b.Identities[i].Usual && b.sumWith(i, nil) != 0 && b.stands(i, set) {
			n++
		}
	}
	return n
}

// amounts tries every amount of every figure of a set. Lowest and Highest are alike where
// one amount fits; where more do they are the first two found.
func (b *brute) amounts(set []int, strict bool) []Change {
	var touched []int
	for _, i := range b.must {
		if b.stands(i, set) {
			touched = append(touched, i)
		}
	}
	ready := make([][]int, len(set)) // identities whose figures of the set are all put by then
	for _, i := range touched {
		last := 0
		for k, f := range set {
			if b.stands(i, []int{f}) {
				last = k
			}
		}
		ready[last] = append(ready[last], i)
	}
	found := make([][]int64, len(set))
	put := map[int]int64{}
	var try func(k int) bool // false when enough is known
	try = func(k int) bool {
		if k == len(set) {
			enough := true
			for n, f := range set {
				if !slices.Contains(found[n], put[f]) {
					found[n] = append(found[n], put[f])
				}
				enough = enough && len(found[n]) > 1
			}
			return !enough
		}
		for put[set[k]] = 0; put[set[k]] <= b.top; put[set[k]]++ {
			if !slices.ContainsFunc(ready[k], func(i int) bool { return !b.asks(i, put, strict) }) && !try(k+1) {
				return false
			}
		}
		delete(put, set[k])
		return true
	}
	try(0)
	if len(found[0]) == 0 {
		return nil
	}
	changes := make([]Change, len(set))
	for k, f := range set {
		changes[k] = Change{f, slices.Min(found[k]), slices.Max(found[k])}
	}
	return changes
}

// list words sets with the amount where only one fits.
func list(s *System, sets [][]Change) []string {
	var out []string
	for _, set := range sets {
		var cells []string
		for _, c := range set {
			text := cellName(s.Figures[c.Figure].Row, s.Figures[c.Figure].Col)
			if c.Sole() {
				text += "=" + strconv.FormatInt(c.Lowest, 10)
			}
			cells = append(cells, text)
		}
		out = append(out, strings.Join(cells, "+"))
	}
	slices.Sort(out)
	return out
}

// maker lays out sheets of one shape, with all identities true.
type maker struct {
	System
	at map[[2]int]int
	r  *rand.Rand
}

func (m *maker) put(row, col int, amount int64) int {
	f := len(m.Figures)
	m.at[[2]int{row, col}] = f
	m.Figures = append(m.Figures, Figure{Row: row, Col: col, Amount: amount, Present: amount > 0 || m.r.IntN(2) == 0})
	return f
}

// draw is a small amount, often nought.
func (m *maker) draw() int64 { return max(0, m.r.Int64N(9)-2) }

// sum puts the sum of parts and the identity that says so.
func (m *maker) sum(row, col int, parts ...int) int {
	var n int64
	for _, f := range parts {
		n += m.Figures[f].Amount
	}
	whole := m.put(row, col, n)
	m.rule(Identity{}, parts, whole)
	return whole
}

func (m *maker) rule(id Identity, parts []int, wholes ...int) {
	for _, f := range parts {
		id.Terms = append(id.Terms, Term{f, 1})
	}
	for _, f := range wholes {
		id.Terms = append(id.Terms, Term{f, -1})
	}
	m.Identities = append(m.Identities, id)
}

// split puts parts of a whole down a column; they fill it, or fall short by some.
func (m *maker) split(whole, row, col, n int, short int64) (parts []int) {
	left := max(0, m.Figures[whole].Amount-short)
	for i := range n {
		part := left
		if i < n-1 && left > 0 {
			part = m.r.Int64N(left + 1)
		}
		left -= part
		parts = append(parts, m.put(row+i, col, part))
	}
	return parts
}

// unitsByForms has units in groups, a column of totals, rows of group sums and one of all.
func unitsByForms(m *maker) {
	const forms = 2
	cols := make([][]int, forms+1)
	row, all := 1, []int{}
	for range 2 {
		group := make([][]int, forms+1)
		own := []int{}
		for range 1 + m.r.IntN(2) {
			var line []int
			for c := range forms {
				f := m.put(row, c+1, m.draw())
				line = append(line, f)
				group[c] = append(group[c], f)
			}
			m.sum(row, forms+1, line...)
			own = append(own, line...)
			row++
		}
		for c := range forms {
			m.sum(row, c+1, group[c]...)
			cols[c] = append(cols[c], group[c]...)
		}
		m.sum(row, forms+1, own...)
		all = append(all, own...)
		row++
	}
	for c := range forms {
		m.sum(row, c+1, cols[c]...)
	}
	m.sum(row, forms+1, all...)
}

// bieu0603 has kinds of recipients, classes of individuals and types down, forms across.
func bieu0603(m *maker, short int64) {
	const forms, rows = 2, 8
	var at [rows][]int
	for c := 1; c <= forms; c++ {
		collective, individual := m.put(2, c, m.draw()), m.put(4, c, m.draw()+1)
		firms := m.put(3, c, m.r.Int64N(m.Figures[collective].Amount+1))
		m.rule(Identity{AtMost: true}, []int{firms}, collective)
		m.sum(1, c, collective, individual)
		classes := m.split(individual, 5, c, 2, 0)
		m.rule(Identity{AtMost: true, Usual: true}, classes, individual)
		total := m.at[[2]int{1, c}]
		types := m.split(total, 7, c, 2, short)
		m.rule(Identity{AtMost: true, Usual: true}, types, collective, individual)
		for i, f := range slices.Concat([]int{collective, firms, individual}, classes, types) {
			at[i] = append(at[i], f)
		}
	}
	for i, line := range at[:rows-1] {
		m.sum(i+2, forms+1, line...)
	}
}

// mau02 has forms down; individuals and types are parts of the awards, leaders and others of
// the types and the individuals.
func mau02(m *maker) {
	const forms = 3
	var cols [7][]int
	for row := 1; row <= forms; row++ {
		award := m.put(row, 1, m.draw()+m.draw())
		all := m.Figures[award].Amount
		individual := m.put(row, 2, m.r.Int64N(all+1))
		types := []int{m.put(row, 3, m.r.Int64N(all+1)), 0}
		types[1] = m.put(row, 5, m.r.Int64N(all-m.Figures[types[0]].Amount+1))
		left := m.Figures[individual].Amount
		var staff []int
		for i, f := range types {
			n := m.r.Int64N(min(left, m.Figures[f].Amount) + 1)
			left -= n
			staff = append(staff, m.put(row, 4+2*i, n))
			m.rule(Identity{AtMost: true}, staff[i:], f)
		}
		m.rule(Identity{AtMost: true}, []int{individual}, award)
		m.rule(Identity{AtMost: true}, types, award)
		m.rule(Identity{AtMost: true}, staff, individual)
		for i, f := range []int{award, individual, types[0], staff[0], types[1], staff[1]} {
			cols[i] = append(cols[i], f)
		}
	}
	for c, parts := range cols[:6] {
		m.sum(forms+1, c+1, parts...)
	}
}

var shapes = []struct {
	name string
	make func(*maker)
}{
	{"units by forms", unitsByForms},
	{"form 0603", func(m *maker) { bieu0603(m, 0) }},
	{"form 0603 with types that are not told", func(m *maker) { bieu0603(m, 2) }},
	{"form 02", mau02},
}

// slip changes a figure as people do: a digit lost or added, digits turned round, a figure
// left out, a neighbour's figure.
func (m *maker) slip(f int) {
	x := &m.Figures[f]
	old := x.Amount
	for x.Amount == old {
		switch m.r.IntN(5) {
		case 0:
			x.Amount = old + 1 + m.r.Int64N(3)
		case 1:
			x.Amount = max(0, old-1-m.r.Int64N(3))
		case 2:
			x.Amount = old%10*10 + old/10
		case 3:
			x.Amount, x.Present = 0, false
		case 4:
			x.Amount = m.Figures[m.r.IntN(len(m.Figures))].Amount
		}
		if m.r.IntN(4) == 0 && x.Amount == old {
			x.Amount = old + 5
		}
	}
}

// TestGuiltyAgainstAllSubsets plants one to three faults in consistent sheets and holds the
// search against every set of figures: the sets must be the same, and the faults planted
// among them where no smaller set explains the sheet.
func TestGuiltyAgainstAllSubsets(t *testing.T) {
	sheets := 1000
	if testing.Short() {
		sheets = 60
	}
	sizes := map[int]int{}
	for n := range sheets {
		shape := shapes[n%len(shapes)]
		m := &maker{at: map[[2]int]int{}, r: rand.New(rand.NewPCG(uint64(n), 2024))}
		shape.make(m)
		if v := m.Guilty(); v != nil {
			t.Fatalf("sheet %d, %s: found at fault before any was planted: %s", n, shape.name, told(&m.System, v))
		}
		var planted []Change
		for _, f := range m.r.Perm(len(m.Figures))[:1+n/len(shapes)%3] {
			planted = append(planted, Change{f, m.Figures[f].Amount, m.Figures[f].Amount})
			m.slip(f)
		}
		if testing.Verbose() && n < 8 {
			t.Logf("sheet %d, %s: planted %s, told %s", n, shape.name, list(&m.System, [][]Change{planted}), told(&m.System, m.Guilty()))
		}
		m.against(t, n, shape.name, planted, sizes)
	}
	for size := 1; size <= 3; size++ {
		if sizes[size] == 0 {
			t.Errorf("no sheet needed %d figures: %v", size, sizes)
		}
	}
	t.Logf("sheets that needed so many figures: %v", sizes)
}

// against compares the verdicts on each part of a sheet with those of brute.
func (m *maker) against(t *testing.T, n int, shape string, planted []Change, sizes map[int]int) {
	t.Helper()
	verdicts := m.Guilty()
	for _, b := range brutes(&m.System) {
		want := b.smallest()
		got := [][]Change{nil}
		for _, v := range verdicts {
			if !slices.Contains(b.fails, v.Failing[0]) {
				continue
			}
			var joined [][]Change
			for _, x := range got {
				for _, y := range v.Sets {
					joined = append(joined, slices.Concat(x, y))
				}
			}
			got = joined
		}
		if want == nil {
			continue // more faults than are looked for
		}
		sizes[len(want[0])]++
		for _, set := range got {
			slices.SortFunc(set, func(x, y Change) int {
				return (m.Figures[x.Figure].Row-m.Figures[y.Figure].Row)*100 + m.Figures[x.Figure].Col - m.Figures[y.Figure].Col
			})
		}
		if d := cmp.Diff(list(&m.System, want), list(&m.System, got)); d != "" {
			t.Fatalf("sheet %d, %s, planted %v (-all subsets +search):\n%s", n, shape, list(&m.System, [][]Change{planted}), d)
		}
		m.plantedAmong(t, n, b, planted, want)
	}
}

// plantedAmong holds that what was planted is told where it is of the smallest size.
func (m *maker) plantedAmong(t *testing.T, n int, b *brute, planted []Change, sets [][]Change) {
	t.Helper()
	var own []int
	for _, c := range planted {
		if slices.Contains(b.comp, c.Figure) {
			own = append(own, c.Figure)
		}
	}
	slices.Sort(own)
	if len(own) != len(sets[0]) || b.amounts(own, false) == nil {
		return // a smaller set explains the sheet, or one of the faults broke nothing
	}
	for _, set := range sets {
		var figures []int
		for _, c := range set {
			figures = append(figures, c.Figure)
		}
		slices.Sort(figures)
		if slices.Equal(figures, own) {
			return
		}
	}
	if !b.balancedBefore(planted) {
		return // others fill wholes that were not filled before the fault
	}
	t.Errorf("sheet %d: planted %v is not among %v", n, list(&m.System, [][]Change{planted}), list(&m.System, sets))
}

// balancedBefore says whether before the faults the usual identities were all in balance.
func (b *brute) balancedBefore(planted []Change) bool {
	put := map[int]int64{}
	for _, c := range planted {
		put[c.Figure] = c.Lowest
	}
	return !slices.ContainsFunc(b.must, func(i int) bool { return b.Identities[i].Usual && b.sumWith(i, put) != 0 })
}
