package check

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// BenchmarkGuilty looks for faults in a sheet of 700 units by 60 forms in 7 groups, with
// totals of rows, groups and all: 43,600 figures in 1,100 sums. Up to three faults cost the
// making of the system; of more it gives up at its bound.
func BenchmarkGuilty(b *testing.B) {
	for _, faults := range []int{0, 1, 2, 3, 4, 40} {
		m := &maker{at: map[[2]int]int{}, r: rand.New(rand.NewPCG(7, 7))}
		wide(m, 7, 100, 60)
		for _, f := range m.r.Perm(len(m.Figures))[:faults] {
			m.Figures[f].Amount += 1 + m.r.Int64N(90)
		}
		b.Run(fmt.Sprintf("faults=%d", faults), func(b *testing.B) {
			for b.Loop() {
				m.Guilty()
			}
			ways := 0
			for _, v := range m.Guilty() {
				ways += len(v.Sets)
			}
			b.ReportMetric(float64(ways), "sets")
		})
	}
}

// wide is a sheet of units by forms with totals at every side.
func wide(m *maker, groups, units, forms int) {
	row, all := 1, []int{}
	columns := make([][]int, forms)
	for range groups {
		own, down := []int{}, make([][]int, forms)
		for range units {
			line := make([]int, forms)
			for c := range forms {
				line[c] = m.put(row, c+1, m.r.Int64N(40))
				down[c] = append(down[c], line[c])
			}
			m.sum(row, forms+1, line...)
			own = append(own, line...)
			row++
		}
		for c := range forms {
			m.sum(row, c+1, down[c]...)
			columns[c] = append(columns[c], down[c]...)
		}
		m.sum(row, forms+1, own...)
		all = append(all, own...)
		row++
	}
	for c := range forms {
		m.sum(row, c+1, columns[c]...)
	}
	m.sum(row, forms+1, all...)
}
