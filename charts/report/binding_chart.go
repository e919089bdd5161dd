package report

// BoundChart is a chart that the document holds: which one, what stands at its bars, and its numbers.
type BoundChart struct {
	No         int           `xml:"no,attr"`
	Of         string        `xml:"of,attr"`
	Title      string        `xml:"title"`
	Categories []string      `xml:"category"`
	Series     []BoundSeries `xml:"series"`
}

// BoundSeries is a series of a chart, a point for each category.
type BoundSeries struct {
	Name   string       `xml:"name,attr"`
	Points []BoundPoint `xml:"point"`
}

// BoundPoint is a number of a chart.
type BoundPoint struct {
	Key    string `xml:"key,attr"`
	Value  string `xml:"value,attr"` // as plain
	amount Amount
}

// useChart notes a chart.
func (b *Binding) useChart(ch Chart) BoundChart {
	out := BoundChart{No: len(b.Charts) + 1, Of: ch.Of, Title: ch.Title}
	for _, c := range ch.Categories {
		out.Categories = append(out.Categories, c.Label)
	}
	for _, s := range ch.Series {
		one := BoundSeries{Name: s.Name}
		for _, p := range s.Points {
			one.Points = append(one.Points, BoundPoint{b.figureKey(p), p.Amount.plain(), p.Amount})
		}
		out.Series = append(out.Series, one)
	}
	b.Charts = append(b.Charts, out)
	return out
}

// parseCharts reads the amounts of charts.
func (b *Binding) parseCharts() (err error) {
	for _, c := range b.Charts {
		for _, s := range c.Series {
			for i, p := range s.Points {
				if s.Points[i].amount, err = parseAmount(p.Value); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
