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
	Takes    Takes    // of a parameter that is a period, else empty
	Sets     []string // the one or two parameters that a period sets: its last year and number of years, or its first and last year
	About    table.Text
}

// Takes is which periods a parameter takes.
type Takes string

// What a parameter that is a period takes.
const (
	TakesYears Takes = "years" // whole years: one, several, a cycle between congresses
	TakesAny   Takes = "any"   // parts of a year and school years too
)

// Boundaries is the parameter of queries by unit: in whose boundaries units are told, AsReported unless it is given.
const (
	Boundaries = "boundaries"
	AsReported = "reported"
)

// HasBoundaries says that the query can tell its units in several boundaries.
func (q Query) HasBoundaries() bool {
	return slices.ContainsFunc(q.Params, func(p Param) bool { return p.Name == Boundaries })
}
