package office

import (
	"context"

	"tdkt/charts/report"
	"tdkt/queries/door"
)

// ErrPlaces are the places of a template that cannot be filled in.
type ErrPlaces []report.PlaceFault

func (e ErrPlaces) Error() string { return "template: " + e[0].Code + " " + e[0].Place }

// fill gives the board's own document with its places filled in.
func (o *Office) fill(ctx context.Context, d *door.Door, in report.Input) ([]byte, error) {
	t, err := report.OpenTemplate(o.OwnWord)
	if err != nil {
		return nil, err
	}
	faults, err := t.Plan(in)
	if err != nil {
		return nil, err
	}
	var bad, good []string
	for _, id := range t.IDs() {
		if _, _, err := figure(id); err != nil {
			bad = append(bad, id)
		} else {
			good = append(good, id)
		}
	}
	if faults = append(faults, t.FigureFaults(bad)...); len(faults) > 0 {
		return nil, ErrPlaces(faults)
	}
	of, err := values(ctx, d, good)
	if err != nil {
		return nil, err
	}
	return t.Write(in, of)
}

// Places lists what a template for a report can name.
func (o *Office) Places(ctx context.Context, r report.Request, alone bool) ([]report.PlaceInfo, error) {
	d, err := o.Door()
	if err != nil {
		return nil, err
	}
	defer d.Close()
	if r, err = o.whole(ctx, d, r, alone); err != nil {
		return nil, err
	}
	in, err := o.reportInput(ctx, d, r)
	if err != nil {
		return nil, err
	}
	return report.Places(in)
}
