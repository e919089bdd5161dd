package charts

import (
	"fmt"
	"io"
	"slices"
)

// UnitPages are the pages of units, to be sent back to them: what is gathered and loaded for one serves the next.
type UnitPages struct {
	in      Input
	all     figures
	engines engines
}

// NewUnitPages gathers the figures of all units.
func NewUnitPages(in Input) (*UnitPages, error) {
	f, err := gather(in)
	if err != nil {
		return nil, err
	}
	return &UnitPages{in, f, newEngines()}, nil
}

// Write writes the page of one unit: its figures, its place among its cluster, what it still owes. Of other units it holds
// the figures of those that ever shared a cluster with it, and none of their names.
func (p *UnitPages) Write(w io.Writer, code string) error {
	own := slices.IndexFunc(p.all.Units, func(u unit) bool { return u.Code == code && !u.silent })
	if own < 0 {
		return fmt.Errorf("charts: unit %q has no figures, returns or findings", code)
	}
	f := p.all.of(p.in, own)
	from, err := placesOf(p.in, p.all, f)
	if err != nil {
		return err
	}
	drawn, err := f.draw(p.in, p.engines)
	if err != nil {
		return err
	}
	return writePage(w, p.in, f, from, drawn)
}

// of are the figures that a unit may see: its own, and those of its clusters with nobody's name.
func (f figures) of(in Input, own int) figures {
	peers := map[int]bool{own: true}
	f.Clusters = slices.DeleteFunc(slices.Clone(f.Clusters), func(c emulationCluster) bool {
		for _, units := range c.Years {
			if slices.Contains(units, own) {
				return false
			}
		}
		return true
	})
	for i, c := range f.Clusters {
		years := map[string][]int{}
		for year, units := range c.Years {
			if !slices.Contains(units, own) {
				continue
			}
			years[year] = units
			for _, u := range units {
				peers[u] = true
			}
		}
		f.Clusters[i].Years = years
	}
	units := make([]unit, len(f.Units)) // positions stand
	for i := range units {
		units[i] = unit{Label: in.say("page.other_unit")}
	}
	units[own] = f.Units[own]
	f.Units, f.Boundaries, f.Own = units, nil, &own
	seen := func(rows [][]any) [][]any {
		return slices.DeleteFunc(slices.Clone(rows), func(r []any) bool { return !peers[r[posUnit].(int)] })
	}
	f.Award, f.Beneficiary, f.Crossed = seen(f.Award), seen(f.Beneficiary), seen(f.Crossed)
	var duties []obligation
	for _, o := range f.Obligations {
		if o.Unit == own {
			duties = append(duties, o)
		} else if peers[o.Unit] { // how complete the cluster is, and no more
			duties = append(duties, obligation{Unit: o.Unit, Year: o.Year, Control: o.Control, Expected: o.Expected, Accepted: o.Accepted, Cluster: o.Cluster})
		}
	}
	f.Obligations = duties
	f.Differences = slices.DeleteFunc(slices.Clone(f.Differences), func(d difference) bool { return d.Unit == nil || *d.Unit != own })
	f.Findings = slices.DeleteFunc(slices.Clone(f.Findings), func(c findingCount) bool { return c.Unit == nil || *c.Unit != own })
	return f
}

// NamedUnit is a unit that has a page: its name, and that by which it is told apart from others of the same name.
type NamedUnit struct{ Code, Name, Label string }

// Units are those that have figures, returns or findings.
func (p *UnitPages) Units() []NamedUnit {
	var named []NamedUnit
	for _, u := range p.all.Units {
		if u.Code != notCarried && !u.silent {
			named = append(named, NamedUnit{u.Code, u.name, u.Label})
		}
	}
	return named
}
