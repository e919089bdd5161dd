package models

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
)

// foreign are constructs that DuckDB runs and PostgreSQL, Trino or Spark do not, or run otherwise; with what to write instead.
var foreign = []struct{ pattern, instead string }{
	{`::`, "cast(x as …)"},
	{`\bqualify\b`, "row_number() in a sub-select"},
	{`\b(group|order)\s+by\s+all\b`, "list the columns"},
	{`\btry_cast\b`, "values are typed before they reach a model"},
	{`\b(list|array_agg|list_\w+|array_\w+|struct_\w+|map)\s*\(`, "no lists"},
	{`\bunnest\b`, "no lists"},
	{`[\[\]{}]`, "no lists or structs"},
	{`\b(string_agg|group_concat|listagg)\b`, "a row each"},
	{`\bilike\b`, "lower(x) like …"},
	{`\b(regexp_\w+|similar\s+to|split_part|glob)\b`, "like, substr"},
	{`\b(percentile_cont|quantile\w*|median|mode)\s*\(`, "windows"},
	{`\bby\s+name\b`, "list the columns"},
	{`\b(un)?pivot\b`, "sum(x) filter (where …)"},
	{`(^|\()\s*from\b`, "select … from"},
	{`\*\s*(exclude|replace|rename)\b`, "list the columns"},
	{`\bconcat(_ws)?\s*\(`, "||"},
	{`\b(any_value|arg_max|arg_min|first|last|max_by|min_by)\s*\(`, "row_number() in a sub-select"},
	{`\bround\s*\(`, "leave rounding to what shows it"},
	{`\b(asof|positional|lateral)\b`, "a plain join"},
	{`\busing\s+sample\b|\blimit\b`, "no limits in a model"},
	{`\b(now|today|random|uuid|gen_random_uuid|current_date|current_timestamp|localtimestamp|get_current_time)\b`, "no clock, no chance"},
	{`\b(year|month|day)\s*\(`, "extract(year from d)"},
	{`//|%`, "no integer division"},
	{`\bsum\s*\(`, "cast(sum(x) as bigint)"},
}

// sumInCast allows the one form of a sum of whole numbers.
var sumInCast = regexp.MustCompile(`cast\(\s*(coalesce\(\s*)?sum\(`)

var (
	comments = regexp.MustCompile(`(?m)--.*$`)
	literals = regexp.MustCompile(`'[^']*'`)
)

// faults lists what another engine would refuse in a query.
func faults(text string) []string {
	if strings.Contains(text, "\n-- engine: duckdb-only ") {
		return nil
	}
	bare := strings.ToLower(literals.ReplaceAllString(comments.ReplaceAllString(text, ""), "''"))
	bare = sumInCast.ReplaceAllString(bare, "whole(")
	var found []string
	for _, f := range foreign {
		if m := regexp.MustCompile(`(?s)` + f.pattern).FindString(bare); m != "" {
			found = append(found, strings.TrimSpace(m)+": write "+f.instead)
		}
	}
	return found
}

// TestPortable guards that a national office can run the models on a cluster.
func TestPortable(t *testing.T) {
	files, err := fs.Glob(embedded, "*/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text, err := fs.ReadFile(embedded, f)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range faults(string(text)) {
			t.Errorf("models/%s: %s", f, fault)
		}
	}
}

// TestPortableSees guards the guard.
func TestPortableSees(t *testing.T) {
	for _, query := range []string{
		"select a::bigint from b", "select a from b qualify row_number() over () = 1", "select a from b group by all", "select try_cast(a as int) from b",
		"select list(a) from b", "select list_sum(a) from b", "select unnest(a) from b", "select [1, 2] as a", "select {'a': 1} as a",
		"select string_agg(a) from b", "select a from b where a ilike c", "select regexp_matches(a, b) from c", "select split_part(a, b, 1) from c",
		"select sum(a) from b", "select coalesce(sum(a), 0) from b", "select a, sum(b) as c from d", "from b select a", "with c as (from b) select a from c",
		"select a from b union all by name select a from c", "pivot b on a", "select * exclude (a) from b", "select concat(a, b) from c",
		"select any_value(a) from b", "select round(a, 1) from b", "select a from b limit 3", "select current_date as a", "select year(a) from b", "select a // b from c",
	} {
		if len(faults(query)) == 0 {
			t.Errorf("not seen: %s", query)
		}
	}
	for _, query := range []string{
		"select cast(sum(a) as bigint) as a from b", "select cast(coalesce(sum(a), 0) as bigint) as a from b", "select a from b -- a::b",
		"select '::' as a from b", "-- a\n-- engine: duckdb-only because\nselect a::int from b", "select extract(year from a) as y from b",
		"select cast(sum(a) filter (where b = 'c') as bigint) as a from d",
	} {
		if found := faults(query); len(found) > 0 {
			t.Errorf("seen wrongly in %s: %v", query, found)
		}
	}
}
