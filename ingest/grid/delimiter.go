package grid

import "math"

// sample is how many records tell the delimiter.
const sample = 2000

// delimiter finds what separates the fields: the candidate under which most records have
// one and the same width above one. Width breaks near ties, for a decimal comma or a
// comma of prose gives many records of two fields; quotation marks in wrong places speak
// against a candidate.
func delimiter(text string) byte {
	best, most := byte(','), 0.0
	for _, d := range []byte{',', ';', '\t'} {
		if score := evidence(text, d); score > most {
			best, most = d, score
		}
	}
	return best
}

func evidence(text string, delim byte) float64 {
	r := records{text: text, delim: delim, line: 1}
	widths := map[int]int{}
	for range sample {
		_, fields, ok := r.next()
		if !ok {
			break
		}
		widths[len(fields)]++
	}
	best := 0.0
	for w, n := range widths {
		if w > 1 {
			best = max(best, float64(n)*math.Log2(float64(w)))
		}
	}
	if r.open {
		best /= 2
	}
	return best - float64(2*r.loose)
}
