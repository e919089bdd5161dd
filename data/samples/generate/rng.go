package main

// rng is splitmix64: its numbers are the same on every machine and in every release of Go.
type rng struct{ state uint64 }

func newRNG(seed string) *rng {
	h := uint64(14695981039346656037)
	for _, b := range []byte(seed) {
		h = (h ^ uint64(b)) * 1099511628211
	}
	return &rng{h}
}

func (r *rng) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below gives a whole number from 0 to n-1.
func (r *rng) below(n int) int { return int(r.next() % uint64(n)) }

// between gives a whole number from a to b, both included.
func (r *rng) between(a, b int) int { return a + r.below(b-a+1) }

// chance is true in about percent of a hundred draws.
func (r *rng) chance(percent int) bool { return r.below(100) < percent }

func pick[T any](r *rng, of []T) T { return of[r.below(len(of))] }

// split parts n into len(weights) whole numbers that add up to n, roughly by weight.
func (r *rng) split(n int, weights ...int) []int {
	total := 0
	for _, w := range weights {
		total += w
	}
	parts := make([]int, len(weights))
	for range n {
		at := r.below(total)
		for i, w := range weights {
			if at < w {
				parts[i]++
				break
			}
			at -= w
		}
	}
	return parts
}
