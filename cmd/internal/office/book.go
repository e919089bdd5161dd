package office

import (
	"context"
	"io"

	"tdkt/charts/book"
	"tdkt/charts/report"
	"tdkt/data"
	"tdkt/queries/door"
	"tdkt/queries/table"
)

// summaryBook writes the summary workbook of a year into the folder of reports and gives its path. It is compared with what the report
// is compared with, where that is a year.
func (o *Office) summaryBook(ctx context.Context, d *door.Door, s *shelf, r report.Request) (string, error) {
	in := book.Input{Year: r.Period.From, Lang: o.Lang, Tables: map[string]table.Table{}}
	if r.Compare == data.YearPeriod(r.Compare.From) {
		in.Before = r.Compare.From
	}
	for _, feed := range book.Feeds(in.Year, in.Before) {
		var err error
		if in.Tables[feed.Query], err = askQuery(ctx, d, feed.Query, feed.Params); err != nil {
			return "", err
		}
	}
	in.Province, in.Texts = o.wordsOf(unitsIn(in.Tables["dim-unit"]))
	return s.write("tong-hop.xlsx", func(w io.Writer) error { return book.Write(w, in) })
}
