// Package office is what several commands share: it opens the warehouse, runs the stages
// in their order, says how far they are, and keeps meta_run.
//
// The order is ingest → intake (fct_return, fct_finding) → build → publish → show. Only
// the warehouse file is ever written; every reader opens the published copy.
package office
