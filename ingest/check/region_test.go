package check

import (
	"testing"

	"pgregory.net/rapid"
)

// TestRegionAgreesWithCounting holds the elimination against every point of a small box.
func TestRegionAgreesWithCounting(t *testing.T) {
	const side = 5
	rapid.Check(t, func(t *rapid.T) {
		var r region
		var bounds []bound
		add := func(b bound) {
			bounds = append(bounds, b)
			r.add(b)
		}
		for k := range width {
			var up, down bound
			up.coef[k], up.limit = 1, side
			down.coef[k], down.limit = -1, 0
			add(up)
			add(down)
		}
		for range rapid.IntRange(0, 6).Draw(t, "bounds") {
			b := bound{limit: rapid.Int64Range(-4, 8).Draw(t, "limit")}
			for k := range width {
				b.coef[k] = rapid.Int64Range(-1, 1).Draw(t, "coef")
			}
			add(b)
		}
		var low, high [width]int64
		found := false
		for i := range int64((side + 1) * (side + 1) * (side + 1)) {
			x := [width]int64{i % (side + 1), i / (side + 1) % (side + 1), i / (side + 1) / (side + 1)}
			if !inside(bounds, x) {
				continue
			}
			for k := range width {
				if !found || x[k] < low[k] {
					low[k] = x[k]
				}
				if !found || x[k] > high[k] {
					high[k] = x[k]
				}
			}
			found = true
		}
		if _, none := r.empty(); none == found {
			t.Fatalf("empty %v, found a point %v", none, found)
		}
		for k := range width {
			if !found {
				break
			}
			if l, h := r.span(k); l != low[k] || h != high[k] {
				t.Fatalf("figure %d from %d to %d, counted %d to %d", k, l, h, low[k], high[k])
			}
		}
	})
}

func inside(bounds []bound, x [width]int64) bool {
	for _, b := range bounds {
		if b.coef[0]*x[0]+b.coef[1]*x[1]+b.coef[2]*x[2] > b.limit {
			return false
		}
	}
	return true
}
