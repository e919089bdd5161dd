package check

// width is the most figures that are changed together.
const width = 3

// bound says that coef·x is at most limit, for whole numbers x.
type bound struct {
	coef  [width]int64
	limit int64
	from  uint64 // the identities that it follows from, as bits
	flip  bool   // it is the lower side of its identity
}

// region is what bounds leave of the changes of a few figures: one bound a direction.
type region []bound

// add keeps a bound where it is the tightest of its direction.
func (r *region) add(b bound) {
	var g int64
	for _, c := range b.coef {
		g = gcd(g, max(c, -c))
	}
	if g > 1 { // whole numbers: 2x ≤ 5 is x ≤ 2
		for k := range b.coef {
			b.coef[k] /= g
		}
		b.limit = floor(b.limit, g)
	}
	for i := range *r {
		if (*r)[i].coef == b.coef {
			if b.limit < (*r)[i].limit {
				(*r)[i] = b
			}
			return
		}
	}
	*r = append(*r, b)
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func floor(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// empty says whether no whole numbers lie in the region, and from which identities that
// follows. Figures are eliminated one by one (Fourier and Motzkin), which is exact for
// whole numbers where of each two bounds joined one has the coefficient 1.
func (r region) empty() (from uint64, empty bool) {
	var used [width]bool
	for i := range r {
		b := &r[i]
		if b.coef == ([width]int64{}) && b.limit < 0 {
			return b.from, true
		}
		for k, c := range b.coef {
			used[k] = used[k] || c != 0
		}
	}
	last := -1
	for k := range used {
		if !used[k] {
			continue
		}
		if last = k; r.exact(k) {
			return r.without(k).empty()
		}
	}
	if last < 0 {
		return 0, false
	}
	return r.byRest(last)
}

// exact says whether a figure can be eliminated without adding what is no whole number.
func (r region) exact(k int) bool {
	var up, down int64 // the largest coefficients
	for i := range r {
		up, down = max(up, r[i].coef[k]), max(down, -r[i].coef[k])
	}
	return up <= 1 || down <= 1
}

// without is the region less one figure.
func (r region) without(k int) region {
	out := make(region, 0, len(r))
	for i := range r {
		if r[i].coef[k] == 0 {
			out.add(r[i])
		}
	}
	for i := range r {
		for j := range r {
			a, b := r[i].coef[k], -r[j].coef[k]
			if a <= 0 || b <= 0 {
				continue
			}
			sum := bound{limit: b*r[i].limit + a*r[j].limit, from: r[i].from | r[j].from}
			for v := range sum.coef {
				sum.coef[v] = b*r[i].coef[v] + a*r[j].coef[v]
			}
			out.add(sum)
		}
	}
	return out
}

// byRest tries the remainders that the other figures can leave when divided by the
// coefficients of one, after which that one can be eliminated.
func (r region) byRest(k int) (from uint64, empty bool) {
	m := int64(1)
	for i := range r {
		if c := max(r[i].coef[k], -r[i].coef[k]); c > 0 {
			m = m / gcd(m, c) * c
		}
	}
	rests := [][width]int64{{}}
	for v := range width {
		if v == k {
			continue
		}
		for _, rest := range rests[:len(rests):len(rests)] {
			for n := int64(1); n < m; n++ {
				rest[v] = n
				rests = append(rests, rest)
			}
		}
	}
	for _, rest := range rests {
		part := make(region, 0, len(r))
		for _, b := range r {
			for v := range b.coef {
				if v != k {
					b.limit -= b.coef[v] * rest[v]
					b.coef[v] *= m
				}
			}
			part.add(b)
		}
		f, none := part.empty()
		if !none {
			return 0, false
		}
		from |= f
	}
	return from, true
}

// span is the least and the greatest number that a figure has in a region that is not empty
// and bounds every figure.
func (r region) span(k int) (low, high int64) {
	shadow := r
	for v := range width {
		if v != k {
			shadow = shadow.without(v)
		}
	}
	for i := range shadow {
		switch b := &shadow[i]; b.coef[k] {
		case 1:
			high = b.limit
		case -1:
			low = -b.limit
		}
	}
	for ; low < high && r.misses(k, low); low++ {
	}
	for ; low < high && r.misses(k, high); high-- {
	}
	return low, high
}

// misses says whether the region holds nothing where a figure has an amount.
func (r region) misses(k int, amount int64) bool {
	at := make(region, len(r), len(r)+2)
	copy(at, r)
	var up, down bound
	up.coef[k], up.limit = 1, amount
	down.coef[k], down.limit = -1, -amount
	at.add(up)
	at.add(down)
	_, none := at.empty()
	return none
}
