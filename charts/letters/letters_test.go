package letters

import (
	"math"
	"testing"
)

// TestWidth holds widths to those of the metrics of Times New Roman.
func TestWidth(t *testing.T) {
	for text, want := range map[string]float64{
		"":       0,
		"1.379":  2.25,
		"Huyện":  0.722 + 3*0.5 + 0.444,
		"Đế":     0.722 + 0.444,
		"Mẫu 02": 0.889 + 0.444 + 0.5 + 0.25 + 1,
		"ươ":     1,
		"100 %":  1.5 + 0.25 + 0.833,
	} {
		if got := Width(text); math.Abs(got-want) > 1e-9 {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
