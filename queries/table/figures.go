package table

// Figures are the published figures that some tables hold, by their ids.
type Figures struct {
	values map[string]int64
	kinds  map[string]bool
}

// FiguresOf gathers the figures of tables. A figure that several tables hold is one and the same.
func FiguresOf(tables ...Table) Figures {
	f := Figures{values: map[string]int64{}, kinds: map[string]bool{}}
	for _, t := range tables {
		for col, c := range t.Columns {
			if c.Figure == "" {
				continue
			}
			kind := Figure{}
			for _, k := range c.Keys {
				name, _ := KeyColumn(k)
				kind.Keys = append(kind.Keys, KeyValue{Key: name})
			}
			f.kinds[c.Figure+kind.String()] = true
			for row := range t.Rows {
				if n, ok := t.Rows[row][col].(int64); ok {
					f.values[t.FigureID(row, col)] = n
				}
			}
		}
	}
	delete(f.values, "")
	return f
}

// Value is a figure; stated is false where no return states it.
func (f Figures) Value(id string) (n int64, stated bool) {
	n, stated = f.values[id]
	return n, stated
}

// Has tells whether the tables hold figures of this mart, measure and keys at all, so that a misspelt one is told from one that
// is not stated.
func (f Figures) Has(figure Figure) bool {
	kind := Figure{}
	for _, k := range figure.Keys {
		kind.Keys = append(kind.Keys, KeyValue{Key: k.Key})
	}
	return f.kinds[figure.Mart+"/"+figure.Measure+kind.String()]
}
