package library

import (
	"strings"

	"tdkt/queries/table"
)

// List is a table of the queries for people: name, title, parameters with their defaults.
func List(all []Query) table.Table {
	t := table.Table{Columns: []table.Column{
		{Name: "name", Title: table.Text{VI: "Truy vấn", EN: "Query"}},
		{Name: "title_vi", Title: table.Text{VI: "Nội dung", EN: "Title (Vietnamese)"}, Lang: "vi"},
		{Name: "title_en", Title: table.Text{VI: "Nội dung (tiếng Anh)", EN: "Title"}, Lang: "en"},
		{Name: "params", Title: table.Text{VI: "Tham số", EN: "Parameters"}},
	}}
	for _, q := range all {
		if q.Feed {
			continue
		}
		var params []string
		for _, p := range q.Params {
			params = append(params, p.Name+"="+p.Default)
		}
		t.Rows = append(t.Rows, []any{q.Name, q.Title.VI, q.Title.EN, strings.Join(params, " ")})
	}
	return t
}
