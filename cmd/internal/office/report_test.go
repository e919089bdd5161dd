package office

import (
	"testing"

	"tdkt/data"
	"tdkt/queries/library"
)

// Every query that a kind of report names is in the library and takes the parameters that the kind gives it.
func TestReportKindsNameQueriesOfTheLibrary(t *testing.T) {
	all, err := data.ReportKinds()
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range all {
		for _, named := range k.Queries {
			q, err := library.Get(named.Query)
			if err != nil {
				t.Errorf("%s: %v", k.Code, err)
				continue
			}
			takes := map[string]bool{}
			for _, p := range q.Params {
				takes[p.Name] = true
			}
			for name := range named.Params {
				if !takes[name] {
					t.Errorf("%s: query %s takes no parameter %s", k.Code, named.Query, name)
				}
			}
		}
	}
}
