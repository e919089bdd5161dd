package office

import (
	"testing"

	"tdkt/data"
)

// The forms carry the name of the board that signs them, of a province or of a city under the centre.
func TestBoardName(t *testing.T) {
	for want, province := range map[string]string{
		"Ban Thi đua - Khen thưởng tỉnh Bắc Ninh":     "Tỉnh Bắc Ninh",
		"Ban Thi đua - Khen thưởng thành phố Đà Nẵng": "Thành phố Đà Nẵng",
	} {
		units := []data.Unit{{Code: "p", Name: province}, {Code: "x1", Name: "Sở Một", Kind: "department", Parent: "p"}}
		if got := boardName(units); got != want {
			t.Errorf("%s: %q", province, got)
		}
	}
}
