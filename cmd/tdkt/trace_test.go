package main

import (
	"database/sql"
	"encoding/csv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tdkt/models"
	"tdkt/queries/table"
)

// leastFigures is how many stated figures the marts of the samples hold at least.
const leastFigures = 2000

// TestTrace guards the promise that every figure can be followed to file, sheet and cell. The samples are run once;
// what was published is held against its own traces, the command line, and the original files.
func TestTrace(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: it traces every figure")
	}
	db, _ := samplesRun(t)
	t.Run("sums to every figure of every mart", func(t *testing.T) { traceSums(t, openPublished(t, whatSamplesLack(t))) })
	t.Run("command", func(t *testing.T) { traceCommand(t, db, openPublished(t, db)) })
	t.Run("places hold text", func(t *testing.T) { placesHoldText(t, openPublished(t, db)) })
	t.Run("lists recounted", func(t *testing.T) { listsRecounted(t, openPublished(t, db)) })
}

// whatSamplesLack is a warehouse of the samples with delegates, exemplars and rounds besides.
func whatSamplesLack(t *testing.T) string {
	db, _ := samplesRunToChange(t)
	dir := t.TempDir()
	for name, text := range roundReturns {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	mustCall(t, exitDone, "ingest", dir, filepath.Join("testdata", "people"), "--db", db, "--quiet")
	mustCall(t, exitDone, "build", "--db", db, "--quiet")
	return db
}

// openPublished opens the published copy itself, beside the program.
func openPublished(t *testing.T, db string) *sql.DB {
	t.Helper()
	copied, err := models.Pointer(db)
	if err != nil {
		t.Fatal(err)
	}
	open, err := sql.Open("duckdb", copied+"?access_mode=read_only")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { open.Close() })
	return open
}

func mustTraces(t *testing.T) []models.Trace {
	t.Helper()
	traces, err := models.Traces()
	if err != nil {
		t.Fatal(err)
	}
	if len(traces) < 8 {
		t.Fatalf("%d marts have a trace, want the 8 of the house", len(traces))
	}
	return traces
}

// figuresAndTraces has a row for each figure of a mart, and for each sum of the trace that no figure shows: its keys,
// the measure, what the mart says, what the trace sums to, the number of contributions, and whether the mart has the row.
func figuresAndTraces(tr models.Trace) string {
	keys := strings.Join(tr.Keys, ", ")
	stated := make([]string, len(tr.Measures))
	for i, m := range tr.Measures {
		stated[i] = "select " + keys + ", '" + m + "' as measure, cast(" + m + " as bigint) as amount, true as stands from " + tr.Mart
	}
	return `with stated as (` + strings.Join(stated, " union all ") + `), traced as (
			select ` + keys + `, measure, cast(sum(amount) as bigint) as amount, count(*) as parts from (` + tr.SQL + `) as t group by ` + keys + `, measure
		)
		select ` + keys + `, measure, s.amount as stated, t.amount as traced, coalesce(t.parts, 0) as parts, coalesce(s.stands, false) as stands
		from stated as s full join traced as t using (` + keys + `, measure)`
}

// traceSums compares every figure with its trace. A figure that nobody states has no contribution; a nought may have none.
// Contributions to a row that the mart leaves out sum to nought: what achievement types leave of a total, where they fill it.
func traceSums(t *testing.T, db *sql.DB) {
	stated, blank := 0, 0
	for _, tr := range mustTraces(t) {
		wrong := asked(t, db, `select * from (`+figuresAndTraces(tr)+`) as f
			where case when not stands then traced <> 0 when stated is null then parts > 0 else stated is distinct from coalesce(traced, 0) end
			order by all`)
		for _, w := range wrong[:min(len(wrong), 10)] {
			t.Errorf("%s: figure and trace differ (keys, measure, figure, trace, contributions): %s", tr.Mart, strings.Join(w, ", "))
		}
		n := asked(t, db, `select count(stated), count(*) filter (where stands and stated is null), count(*) filter (where stated is not null and parts > 0) from (`+figuresAndTraces(tr)+`) as f`)[0]
		s, _ := strconv.Atoi(n[0])
		b, _ := strconv.Atoi(n[1])
		if n[2] == "0" {
			t.Errorf("%s: no figure has a contribution: nothing is compared", tr.Mart)
		}
		t.Logf("%s: %s figures, %s of them with contributions; %s blank", tr.Mart, n[0], n[2], n[1])
		stated, blank = stated+s, blank+b
	}
	t.Logf("%d figures summed, %d blanks without a contribution", stated, blank)
	if stated <= leastFigures {
		t.Errorf("%d figures were compared, want more than %d", stated, leastFigures)
	}
}

// traceCommand asks `tdkt trace` for drawn figures, and for the figures of cells behind half of them.
func traceCommand(t *testing.T, db string, copied *sql.DB) {
	dice := rand.New(rand.NewPCG(3, 30))
	for _, tr := range mustTraces(t) {
		figures := asked(t, copied, `select * from (`+figuresAndTraces(tr)+`) as f where stated is not null and parts > 0 order by all`)
		dice.Shuffle(len(figures), func(i, j int) { figures[i], figures[j] = figures[j], figures[i] })
		for i, row := range figures[:min(len(figures), 4)] {
			f := table.Figure{Mart: tr.Mart, Measure: row[len(tr.Keys)]}
			where := make([]string, len(tr.Keys))
			for k, key := range tr.Keys {
				f.Keys = append(f.Keys, table.KeyValue{Key: key, Value: row[k]})
				where[k] = "cast(" + key + " as varchar) = '" + strings.ReplaceAll(row[k], "'", "''") + "'"
			}
			mart := sqlRows(t, db, "select "+f.Measure+" from "+tr.Mart+" where "+strings.Join(where, " and "))
			cells := csvOf(t, mustCall(t, exitDone, "trace", f.String(), "--db", db, "--format", "csv").out)
			sum, amount := 0, slices.Index(cells[0], "amount")
			for _, c := range cells[1:] {
				n, err := strconv.Atoi(c[amount])
				if err != nil {
					t.Fatalf("%s: %v", f, err)
				}
				sum += n
			}
			if len(mart) != 2 || mart[1][0] != strconv.Itoa(sum) {
				t.Errorf("%s: the cells sum to %d, the mart says %v", f, sum, mart[1:])
			}
			if i < 2 {
				cellLeadsTo(t, db, f.String(), cells, dice)
			}
		}
	}
}

// cellLeadsTo draws a cell behind a figure and wants the figure among those the cell is part of.
func cellLeadsTo(t *testing.T, db, figure string, cells [][]string, dice *rand.Rand) {
	t.Helper()
	c := cells[1+dice.IntN(len(cells)-1)]
	at := func(column string) string { return c[slices.Index(cells[0], column)] }
	place := at("source_file") + "!" + at("source_sheet") + "!" + at("source_cell")
	found := csvOf(t, mustCall(t, exitDone, "trace", place, "--db", db, "--format", "csv").out)
	if !slices.ContainsFunc(found, func(row []string) bool { return row[0] == figure && row[1] == at("amount") }) {
		t.Errorf("%s is behind %s, but does not lead to it with %s: %v", place, figure, at("amount"), found[1:min(len(found), 12)])
	}
}

func csvOf(t *testing.T, text string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("want a table with rows, got %q: %v", clip(text), err)
	}
	return rows
}
