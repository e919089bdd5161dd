package charts

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
)

// The page of a unit goes to that unit: it must show its own figures and nobody else's name.
func TestUnitPageNamesNoOther(t *testing.T) {
	in := fixture(t, "vi")
	var page bytes.Buffer
	if err := unitPage(&page, in, "25-a"); err != nil {
		t.Fatal(err)
	}
	f, err := gather(in)
	if err != nil {
		t.Fatal(err)
	}
	own := slices.IndexFunc(f.Units, func(u unit) bool { return u.Code == "25-a" })
	said := spoken(t, page.Bytes())
	for i, u := range f.Units {
		if i != own && u.Code != notCarried && !strings.Contains(f.Units[own].Label, u.Label) && strings.Contains(said, u.Label) {
			t.Errorf("the page of 25-a names %s", u.Label)
		}
	}
	seen := f.of(in, own)
	peers := map[int]bool{own: true}
	for _, c := range seen.Clusters {
		for _, units := range c.Years {
			if !slices.Contains(units, own) {
				t.Errorf("cluster %s is of a year in which the unit was not in it", c.Label)
			}
			for _, u := range units {
				peers[u] = true
			}
		}
	}
	if len(peers) < 2 || len(seen.Award) == 0 || len(seen.Award) >= len(f.Award) {
		t.Fatalf("%d units, %d of %d rows: nothing is tested", len(peers), len(seen.Award), len(f.Award))
	}
	for _, rows := range [][][]any{seen.Award, seen.Beneficiary} {
		for _, r := range rows {
			if !peers[r[posUnit].(int)] {
				t.Fatalf("a row of unit %d, with which it never shared a cluster", r[posUnit])
			}
		}
	}
	for _, o := range seen.Obligations {
		if o.Unit != own && (o.Standing != "" || o.Form != "" || o.Due != "") {
			t.Errorf("it tells what another unit owes: %+v", o)
		}
	}
	for _, c := range seen.Findings {
		if *c.Unit != own {
			t.Errorf("it tells findings of another unit: %+v", c)
		}
	}
	if err := unitPage(&page, in, "no-such"); err == nil {
		t.Error("a page was written of a unit that nobody knows")
	}
}

// Whatever the address asks for, the page of a unit shows that unit, with the figures of the page of all.
func TestUnitPageShowsTheUnit(t *testing.T) {
	in := fixture(t, "vi")
	var page bytes.Buffer
	if err := unitPage(&page, in, "25-a"); err != nil {
		t.Fatal(err)
	}
	b := openPage(t, page.Bytes(), 1366, 900)
	b.shoot(t, "unit", true)
	for _, v := range []view{{2025, ""}, {2024, "25-f"}} {
		b.show(t, v)
		mine := v
		mine.unit = "25-a"
		if got, want := eval[string](t, b, `document.querySelector('[data-card="total"] .big').dataset.value`), cubeSum(in, mine, "award_count"); got != want {
			t.Errorf("%v: the page shows %s, want %s", v, got, want)
		}
	}
	if eval[bool](t, b, `[...document.querySelectorAll("nav button, #unit, #boundaries")].some((e) => e.getClientRects().length > 0)`) {
		t.Error("the page of a unit offers other units")
	}
	b.clean(t)
}

func unitPage(w io.Writer, in Input, code string) error {
	pages, err := NewUnitPages(in)
	if err != nil {
		return err
	}
	return pages.Write(w, code)
}
