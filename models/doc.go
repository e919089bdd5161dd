// Package models turns what returns said (raw_*) into what counts (marts), in SQL.
//
// A file is a model: staging/ renames and casts one raw table, intermediate/ takes a step, marts/ holds the dim_, fct_ and
// mart_ tables that readers know. Build orders the files by the tables that they name, makes all of them in one
// transaction, then runs every test beside them; a red test rolls back and yesterday's marts stand. Each model says
// its grain, which is tested: unique and never null.
//
// The counting rules, in the order in which they apply:
//
//	int_received       what the board's decisions leave of each return: withdrawn, held, released, or as it was read
//	int_return         which return of one identity stands, and whether it counts or controls
//	int_claim          per unit, award year and form: own return before another's, a list before a tally, one tally
//	int_award_event    which award a revocation removes and a correction replaces
//	int_person         whose list of a delegation counts: its own before another's
//	int_tally_crossing which kinds and classes a tally tells by type of achievement; mart_crossed has them
//	fct_contribution   what each award or cell adds to each measure, with its place; facts are sums over it
//
// What a period that a return states means in days is told by data.ReportPeriod and loaded as stg_ref_period before the models run
// (periods.go); no model takes a period apart.
//
// Intake makes fct_return and fct_finding anew after each ingest, so that the status of a return never waits for a
// green build. Publish writes the readers' copy, without names, birth dates or raw tables, and moves the pointer to it.
// Each build tells in the meta_change tables, which stay in the warehouse, what it changed of returns, figures and cells.
// For every mart <mart>.trace.sql gives the contributions that its measures are sums of.
package models
