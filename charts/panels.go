package charts

// panel is one box of the dashboard; its words are page.panel.<id>.title and .sub.
type panel struct {
	ID   string
	Draw string // kind of chart: bars, columns, shares, stack, or one of moreSkeletons; empty for a table alone
	// Shape is "wide" over both columns, "tall" beside two others, or empty.
	Shape string
	Open  bool // its table twin stands open: it is the key to the chart, or holds its denominators
}

// panels in the order of the page.
func panels() []panel {
	return []panel{
		{ID: "change", Draw: "waterfall", Shape: "tall"},
		{ID: "trend", Draw: "lines"},
		{ID: "place", Draw: "dots", Shape: "wide"},
		{ID: "form", Draw: "bars", Shape: "tall"},
		{ID: "rank", Draw: "rank", Shape: "tall"},
		{ID: "level", Draw: "bars"},
		{ID: "year", Draw: "columns"},
		{ID: "people", Draw: "shares", Open: true},
		{ID: "class", Draw: "stack", Open: true},
		{ID: "unit", Draw: "bars", Shape: "tall"},
		{ID: "achievement", Draw: "bars"},
		{ID: "kind", Draw: "bars"},
		{ID: "multiples", Draw: "multiples", Shape: "wide"},
		{ID: "heat", Draw: "heat", Shape: "wide"},
		{ID: "cluster", Draw: "shares", Shape: "wide", Open: true},
		{ID: "calendar", Draw: "calendar", Shape: "wide"},
		{ID: "overdue", Shape: "wide"},
		{ID: "returns", Shape: "wide"},
		{ID: "reconciliation", Shape: "wide"},
		{ID: "findings", Shape: "wide"},
	}
}

// reader is one for whom the page shows some of its panels, in this order.
type reader struct {
	ID     string   `json:"id"`
	Panels []string `json:"panels"`
}

// readers of the page; the first is shown when it opens.
func readers() []reader {
	return []reader{
		{"leader", []string{"change", "trend", "people", "rank", "form", "overdue"}},
		{"compiler", []string{"form", "level", "achievement", "unit", "kind", "class", "people", "year", "multiples", "heat", "cluster", "calendar", "overdue", "returns", "reconciliation", "findings"}},
		{"unit", []string{"place", "form", "year", "level", "people", "class", "kind", "overdue", "returns", "reconciliation", "findings"}},
	}
}

// readerOf is the reader of an id.
func readerOf(id string) (r reader) {
	for _, r = range readers() {
		if r.ID == id {
			break
		}
	}
	return r
}
