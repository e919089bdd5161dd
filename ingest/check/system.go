package check

import (
	"cmp"
	"slices"
)

// Figure is one cell of a sheet that takes part in its sums.
type Figure struct {
	Row, Col int
	Amount   int64 // 0 or more
	Present  bool  // a blank adds nothing, and may be what is wrong
}

// Term is a figure in an identity, added or taken away.
type Term struct {
	Figure int // its number in the system
	Sign   int // 1 or -1
}

// Identity is one sum that a sheet must keep: its parts less their whole give nought, or
// at most nought.
type Identity struct {
	Terms  []Term // each figure once
	AtMost bool   // the parts may fall short of the whole
	Usual  bool   // they may, but the form of return asks that they do not
}

// System is the arithmetic of one sheet: its figures and what must hold among them.
type System struct {
	Figures    []Figure
	Identities []Identity
}

// Change is a figure of a set with the lowest and the highest amount that it can have so
// that all identities hold, the others of its set taking what then fits.
type Change struct {
	Figure          int
	Lowest, Highest int64
}

// Sole says whether only one amount fits.
func (c Change) Sole() bool { return c.Lowest == c.Highest }

// Unbounded says whether any amount from the lowest on fits.
func (c Change) Unbounded() bool { return c.Highest == most }

// Verdict tells which figures may be at fault where identities fail.
type Verdict struct {
	Failing []int      // the identities that fail, in order
	Sets    [][]Change // the smallest sets of figures whose change would mend all of them and break no other, in order of the sheet
	Likely  []int      // where no set was found: the figures that stand in the most failing identities
}

// most is the largest amount that is read as a count (value.Count).
const most = 99_999_999

// ref is an identity in which a figure stands.
type ref struct {
	identity int
	sign     int
}

// state is a system made ready for search.
type state struct {
	*System
	sums []int64 // of each identity as the figures stand
	refs [][]ref // of each figure, in order of identity
}

// begin sums every identity; ok is false where a sum is too large to be told.
func (s *System) begin() (st state, ok bool) {
	st = state{System: s, sums: make([]int64, len(s.Identities)), refs: make([][]ref, len(s.Figures))}
	many := make([]int, len(s.Figures))
	total := 0
	for _, id := range s.Identities {
		for _, t := range id.Terms {
			many[t.Figure]++
			total++
		}
	}
	room := make([]ref, total)
	for f, n := range many {
		st.refs[f], room = room[:0:n], room[n:]
	}
	for i, id := range s.Identities {
		for _, t := range id.Terms {
			st.sums[i] += int64(t.Sign) * s.Figures[t.Figure].Amount
			if st.sums[i] > 1<<56 || st.sums[i] < -1<<56 {
				return st, false
			}
			st.refs[t.Figure] = append(st.refs[t.Figure], ref{i, t.Sign})
		}
	}
	return st, true
}

// equal says whether an identity must come to nought exactly. One that usually does, and
// does now, is to stay so.
func (st *state) equal(i int) bool {
	id := &st.Identities[i]
	return !id.AtMost || id.Usual && st.sums[i] == 0
}

// fails says whether an identity does not hold.
func (st *state) fails(i int) bool {
	return st.sums[i] > 0 || st.sums[i] < 0 && !st.Identities[i].AtMost
}

// before orders figures as they stand on the sheet.
func (st *state) before(a, b int) int {
	x, y := &st.Figures[a], &st.Figures[b]
	return cmp.Or(cmp.Compare(x.Row, y.Row), cmp.Compare(x.Col, y.Col), cmp.Compare(a, b))
}

// groups joins the identities given that are linked by shared figures: directly, or with
// through by way of any identities of the system.
func (st *state) groups(list []int, through bool) [][]int {
	up := make([]int, len(st.Identities))
	for i := range up {
		up[i] = i
	}
	root := func(i int) int {
		for up[i] != i {
			up[i] = up[up[i]]
			i = up[i]
		}
		return i
	}
	in := make([]bool, len(st.Identities))
	for _, i := range list {
		in[i] = true
	}
	for _, refs := range st.refs {
		first := -1
		for _, r := range refs {
			switch {
			case !through && !in[r.identity]:
			case first < 0:
				first = r.identity
			default:
				up[root(r.identity)] = root(first)
			}
		}
	}
	var out [][]int
	at := map[int]int{}
	for _, i := range list {
		g, seen := at[root(i)]
		if !seen {
			g = len(out)
			at[root(i)] = g
			out = append(out, nil)
		}
		out[g] = append(out[g], i)
	}
	return out
}

// likely lists the figures that stand in the most of the identities given, where any stands
// in two.
func (st *state) likely(failing []int) []int {
	count := map[int]int{}
	top := 2
	for _, i := range failing {
		for _, t := range st.Identities[i].Terms {
			count[t.Figure]++
			top = max(top, count[t.Figure])
		}
	}
	var out []int
	for f, n := range count {
		if n == top {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, st.before)
	return out
}
