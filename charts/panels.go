package charts

// panel is one box of the dashboard; its words are page.panel.<id>.title and .sub.
type panel struct {
	ID   string
	Draw string // kind of chart: bars, columns, shares, stack; empty for a table alone
	Wide bool   // over both columns
	Open bool   // its table twin stands open, because it is the key to the chart
}

// panels in the order of the page.
func panels() []panel {
	return []panel{
		{ID: "form", Draw: "bars"},
		{ID: "level", Draw: "bars"},
		{ID: "year", Draw: "columns"},
		{ID: "achievement", Draw: "bars"},
		{ID: "people", Draw: "shares"},
		{ID: "class", Draw: "stack", Open: true},
		{ID: "unit", Draw: "bars"},
		{ID: "kind", Draw: "bars"},
		{ID: "returns", Wide: true},
		{ID: "findings", Wide: true},
	}
}
