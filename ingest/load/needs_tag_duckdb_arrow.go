//go:build !duckdb_arrow

package load

// The driver has no Arrow without its build tag; this file does not compile, so that the
// message names the mend: go build -tags duckdb_arrow.
var _ = build_tdkt_with_tags_duckdb_arrow
