package check

import (
	"cmp"
	"math/bits"
	"slices"
)

// What a search may cost: it counts figures looked at and identities held against one
// another, not time, so that the same sheet gives the same answer on every machine.
const (
	work    = 1_000_000
	maxSets = 1000 // sets of one size; so many point at nothing
)

// Guilty tells for each connected part of the sheet in which identities fail which smallest
// sets of one to three figures could mend it. A set mends it where whole amounts of nought
// or more in its cells let every identity of the part hold, those that hold now too. Of
// equally small sets those are kept that also make the most parts fill their whole where
// the form asks it. Where three figures do not mend all faults of a part, faults that
// share no figure are looked at one by one.
func (s *System) Guilty() []Verdict {
	st, ok := s.begin()
	if !ok {
		return nil
	}
	var failing []int
	for i := range s.Identities {
		if st.fails(i) {
			failing = append(failing, i)
		}
	}
	var out []Verdict
	left := work
	for _, linked := range st.groups(failing, true) {
		out = append(out, st.part(linked, &left)...)
	}
	return out
}

// part judges one connected part: as a whole, and fault by fault where that tells the same
// or the whole is too much.
func (st *state) part(failing []int, left *int) []Verdict {
	apart := st.groups(failing, false)
	var whole [][]Change
	if len(apart) <= width {
		half := *left / 2
		*left -= half
		whole = st.smallest(failing, &half)
		*left += max(half, 0)
		if len(apart) == 1 || whole == nil && len(failing) == 1 {
			return []Verdict{st.verdict(failing, whole)}
		}
	}
	var single []Verdict
	joined := [][]Change{nil}
	for _, f := range apart {
		sets := st.smallest(f, left)
		single = append(single, st.verdict(f, sets))
		joined = st.join(joined, sets)
	}
	if whole != nil && !slices.EqualFunc(whole, joined, slices.Equal[[]Change]) {
		return []Verdict{st.verdict(failing, whole)}
	}
	return single
}

// join puts each set of one list together with each of another, as far as anybody can look
// at them.
func (st *state) join(a, b [][]Change) (out [][]Change) {
	if len(a)*len(b) > maxSets {
		return nil
	}
	for _, x := range a {
		for _, y := range b {
			set := slices.Concat(x, y)
			slices.SortFunc(set, st.inSet)
			out = append(out, set)
		}
	}
	slices.SortFunc(out, st.inSets)
	return out
}

func (st *state) inSet(a, b Change) int { return st.before(a.Figure, b.Figure) }

func (st *state) inSets(a, b []Change) int { return slices.CompareFunc(a, b, st.inSet) }

func (st *state) verdict(failing []int, sets [][]Change) Verdict {
	v := Verdict{Failing: failing, Sets: sets}
	if sets == nil {
		v.Likely = st.likely(failing)
	}
	return v
}

// search looks for the sets of one size.
type search struct {
	*state
	failing []int  // to be mended, the shortest first
	mends   []bool // of each identity: it is one of them
	hit     []int  // of each identity: how many of the figures chosen stand in it
	size    int
	chosen  []int
	barred  []bool // of each figure: chosen, or every set with it was looked at
	top     int    // the most of them that one figure stands in
	left    *int   // work
	many    bool   // more sets than anybody can look at
	sets    [][]Change
	score   int // of the sets
}

// smallest gives the smallest sets that mend the failing identities, nil where none was
// found within the work allowed.
func (st *state) smallest(failing []int, left *int) [][]Change {
	s := search{state: st, failing: slices.Clone(failing), left: left,
		mends: make([]bool, len(st.Identities)), hit: make([]int, len(st.Identities)), barred: make([]bool, len(st.Figures))}
	slices.SortStableFunc(s.failing, func(a, b int) int {
		return cmp.Compare(len(st.Identities[a].Terms), len(st.Identities[b].Terms))
	})
	for _, i := range failing {
		s.mends[i] = true
	}
	for _, i := range failing {
		for _, t := range st.Identities[i].Terms {
			s.top = max(s.top, s.mendsOf(t.Figure))
		}
	}
	for s.size = 1; s.size <= width && len(s.sets) == 0; s.size++ {
		s.grow()
	}
	if *s.left < 0 || s.many || len(s.sets) == 0 {
		return nil
	}
	slices.SortFunc(s.sets, st.inSets)
	return s.sets
}

// grow adds figures to those chosen until the size is reached, each set once.
func (s *search) grow() {
	room := s.size - len(s.chosen)
	first, unhit := -1, 0
	for _, i := range s.failing {
		if s.hit[i] > 0 {
			continue
		}
		if unhit++; first < 0 {
			first = i
		}
	}
	switch {
	case unhit > 0 && room == 0:
	case unhit > 0:
		s.each(s.figuresOf([]int{first}), func(f int) bool { return s.mendsOf(f) >= unhit-(room-1)*s.top })
	default:
		r, touched := s.region()
		from, none := r.empty()
		switch {
		case !none && room == 0:
			s.keep(r, touched)
		case none && room > 0: // what fits and is smaller was kept before
			if pair := s.clash(r, touched); pair != nil {
				s.each(pair, nil)
			} else {
				s.each(s.figuresOf(named(from, touched)), nil)
			}
		}
	}
}

// mendsOf counts the failing identities without a figure chosen in which a figure stands.
func (s *search) mendsOf(f int) (n int) {
	for _, r := range s.refs[f] {
		if s.mends[r.identity] && s.hit[r.identity] == 0 {
			n++
		}
	}
	return n
}

// each goes on with every figure of a list of which the set must have one.
func (s *search) each(figures []int, fits func(f int) bool) {
	var tried []int
	for _, f := range figures {
		s.many = s.many || len(s.sets) > maxSets
		if *s.left--; *s.left < 0 || s.many {
			break
		}
		if s.barred[f] || fits != nil && !fits(f) || s.spoils(f) {
			continue
		}
		s.choose(f, 1)
		s.grow()
		s.choose(f, -1)
		s.barred[f] = true
		tried = append(tried, f)
	}
	for _, f := range tried {
		s.barred[f] = false
	}
}

// spoils says whether a figure stands in a failing identity that is not looked at here.
func (s *search) spoils(f int) bool {
	return slices.ContainsFunc(s.refs[f], func(r ref) bool { return !s.mends[r.identity] && s.fails(r.identity) })
}

func (s *search) choose(f, by int) {
	if by > 0 {
		s.chosen = append(s.chosen, f)
	} else {
		s.chosen = s.chosen[:len(s.chosen)-1]
	}
	s.barred[f] = by > 0
	for _, r := range s.refs[f] {
		s.hit[r.identity] += by
	}
}

// lastBit stands for all identities beyond those that have a bit of their own.
const lastBit = 63

// named gives the identities that bits name.
func named(from uint64, touched []int) (ids []int) {
	for n, i := range touched {
		if from>>min(n, lastBit)&1 == 1 {
			ids = append(ids, i)
		}
	}
	return ids
}

// figuresOf lists the figures in identities.
func (s *search) figuresOf(ids []int) []int {
	if len(ids) == 1 {
		out := make([]int, len(s.Identities[ids[0]].Terms))
		for n, t := range s.Identities[ids[0]].Terms {
			out[n] = t.Figure
		}
		return out
	}
	var out []int
	seen := map[int]bool{}
	for _, i := range ids {
		for _, t := range s.Identities[i].Terms {
			if !seen[t.Figure] {
				seen[t.Figure] = true
				out = append(out, t.Figure)
			}
		}
	}
	return out
}

// region bounds the changes of the figures chosen by the identities in which they stand,
// which it lists.
func (s *search) region() (r region, touched []int) {
	for _, f := range s.chosen {
		for _, x := range s.refs[f] {
			if !slices.Contains(touched, x.identity) {
				touched = append(touched, x.identity)
			}
		}
	}
	slices.SortFunc(touched, func(a, b int) int {
		return cmp.Or(cmp.Compare(len(s.Identities[a].Terms), len(s.Identities[b].Terms)), cmp.Compare(a, b))
	})
	*s.left -= 4 * len(touched) // dearer than a look at a figure
	r = make(region, 0, 2*len(touched)+2*width)
	for k, f := range s.chosen {
		var up, down bound
		up.coef[k], up.limit = 1, most-s.Figures[f].Amount
		down.coef[k], down.limit = -1, s.Figures[f].Amount
		r.add(up)
		r.add(down)
	}
	for n, i := range touched {
		s.bind(&r, n, i, s.equal(i))
	}
	return r, touched
}

// bind adds the bounds of identity i, the n-th of those touched.
func (s *search) bind(r *region, n, i int, equal bool) {
	b := bound{limit: -s.sums[i], from: 1 << min(n, lastBit)}
	for k, f := range s.chosen {
		b.coef[k] = int64(s.sign(f, i))
	}
	r.add(b)
	if equal {
		for k := range b.coef {
			b.coef[k] = -b.coef[k]
		}
		b.limit, b.flip = -b.limit, true
		r.add(b)
	}
}

// sign is how a figure stands in an identity, 0 where it does not.
func (st *state) sign(f, i int) int {
	for _, r := range st.refs[f] {
		if r.identity == i {
			return r.sign
		}
	}
	return 0
}

// clash finds two identities that ask for opposite things of the figures chosen, the
// shortest such, and lists the figures that could tell them apart: one of these must change
// too. It is nil where no two do.
func (s *search) clash(r region, touched []int) []int {
	var one, other *bound
	terms := func(b *bound) int { return len(s.Identities[touched[bits.TrailingZeros64(b.from)]].Terms) }
	for i := range r {
		for j := range i {
			a, b := &r[i], &r[j]
			if a.from == 0 || b.from == 0 || a.limit+b.limit >= 0 || !opposite(a.coef, b.coef) {
				continue
			}
			if one == nil || terms(a)+terms(b) < terms(one)+terms(other) {
				one, other = a, b
			}
		}
	}
	if one == nil || len(touched) > lastBit {
		return nil
	}
	i, j := touched[bits.TrailingZeros64(one.from)], touched[bits.TrailingZeros64(other.from)]
	same := 1 // the signs with which a further figure leaves the two at odds
	if one.flip == other.flip {
		same = -1
	}
	return slices.DeleteFunc(s.figuresOf([]int{i, j}), func(f int) bool {
		return s.sign(f, i) == same*s.sign(f, j)
	})
}

func opposite(a, b [width]int64) bool {
	for k := range a {
		if a[k] != -b[k] {
			return false
		}
	}
	return true
}

// keep notes the figures chosen as a set, unless others fill more wholes.
func (s *search) keep(r region, touched []int) {
	usual, score := slices.Clone(r), 0
	for n, i := range touched {
		if s.Identities[i].Usual && s.sums[i] != 0 {
			s.bind(&usual, n, i, true)
			score++
		}
	}
	if score > 0 {
		if _, none := usual.empty(); none {
			score = 0
		} else {
			r = usual
		}
	}
	if score < s.score {
		return
	}
	if score > s.score {
		s.sets, s.score = nil, score
	}
	set := make([]Change, len(s.chosen))
	for k, f := range s.chosen {
		low, high := r.span(k)
		set[k] = Change{Figure: f, Lowest: s.Figures[f].Amount + low, Highest: s.Figures[f].Amount + high}
	}
	slices.SortFunc(set, s.inSet)
	s.sets = append(s.sets, set)
}
