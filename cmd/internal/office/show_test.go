package office

import (
	"testing"

	"tdkt/data"
)

// The page and the answers carry the name of the board's own province; a wrong one would stand on every letter.
func TestProvinceToday(t *testing.T) {
	ref, err := data.LoadReference()
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := provinceToday(ref.Units); got != "Phú Thọ" {
		t.Errorf("embedded: %q", got)
	}
	listed, _ := ref.WithUnits([]data.Unit{
		{Code: "x1", Name: "Sở Một", Kind: "department", Parent: "tinhm-24", ValidFrom: data.MergerDay},
		{Code: "x2", Name: "Phòng Hai", Kind: "department", Parent: "x1", ValidFrom: data.MergerDay},
		{Code: "x3", Name: "Huyện Ba", Kind: "district", Parent: "tinh-01", ValidTo: data.MergerEve},
	})
	if got, _ := provinceToday(listed.Units); got != "Bắc Ninh" {
		t.Errorf("with the units of a board: %q", got)
	}
}
