package library

import (
	"slices"

	"tdkt/queries/table"
)

// Query is one named query: its SQL and all that its header says of it.
type Query struct {
	Name     string
	Title    table.Text
	About    table.Text
	CountsBy table.CountsBy
	Sources  []string // published tables that the SQL reads
	Feed     bool     // read by pages and workbooks; not listed for people
	Params   []Param
	Columns  []table.Column
	SQL      string
}

// Param is one parameter, $name in the SQL.
type Param struct {
	Name     string
	Kind     table.Kind
	Default  string
	Min, Max int64    // of a whole number
	Values   []string // allowed besides empty; nil: any
	About    table.Text
}

// Boundaries is the parameter of queries by unit: in whose boundaries units are told, AsReported unless it is given.
const (
	Boundaries = "boundaries"
	AsReported = "reported"
)

// HasBoundaries says that the query can tell its units in several boundaries.
func (q Query) HasBoundaries() bool {
	return slices.ContainsFunc(q.Params, func(p Param) bool { return p.Name == Boundaries })
}
