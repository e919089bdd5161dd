package door

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tdkt/queries/library"
	"tdkt/queries/table"
)

func TestOpenWithoutACopy(t *testing.T) {
	_, err := Open(filepath.Join(t.TempDir(), "none.duckdb"))
	if !errors.Is(err, ErrNotPublished) {
		t.Errorf("got %v", err)
	}
}

func TestOpenSomethingElse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.duckdb")
	if err := os.WriteFile(path, []byte("not a database"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); err == nil {
		t.Error("opened")
	}
}

// Statements that write, reach outside or change the engine are refused, and the door still
// works after each: guards the published copy and the machine it stands on.
func TestOnlyReading(t *testing.T) {
	d := openFixture(t)
	for _, c := range []struct{ statement, says string }{
		{"create table x as select 1", "CREATE is not run here"},
		{"create temp table x as select 1", "CREATE is not run here"},
		{"create table memory.x as select 1", "CREATE is not run here"},
		{"insert into dim_level values ('x', '', '', 1, '')", "INSERT is not run here"},
		{"update dim_level set level_rank = 1", "UPDATE is not run here"},
		{"delete from dim_level", "DELETE is not run here"},
		{"drop table dim_level", "DROP is not run here"},
		{"set threads = 4", "SET is not run here"},
		{"call enable_logging()", "changes the engine"},
		{"select * from enable_logging('QueryLog', storage_path = '/tmp/none')", "changes the engine"},
		{"from Force_Checkpoint ('pub')", "changes the engine"},
		{"attach '/tmp/none.duckdb'", "ATTACH is not run here"},
		{"copy dim_level to '/tmp/none.csv'", "disabled"},
		{"select * from read_csv('/etc/passwd')", "disabled"},
		{"select * from read_text('/etc/passwd')", "disabled"},
		{"select * from glob('/etc/*')", "disabled"},
		{"export database '/tmp/none'", "disabled"},
		{"install httpfs", "is not run here"},
		{"load httpfs", "LOAD is not run here"},
		{"begin", "is not run here"},
		{"select 1; select 2", "2 statements, the second on line 1"},
		{"select 1;\nselect 2;\n", "2 statements, the second on line 2"},
		{"", "no statement"},
		{" ; -- nothing\n", "no statement"},
		{"selec 1", "syntax error"},
		{"select nothing from dim_level", `"nothing" not found`},
		{"pivot mart_form_year on award_year using sum(award_count)", "PIVOT needs the values named"},
	} {
		_, err := d.SQL(context.Background(), c.statement)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s\n got %v\nwant %s", c.statement, err, c.says)
		}
		if err != nil && (strings.Contains(err.Error(), "prepare query") || strings.Contains(err.Error(), "0x")) {
			t.Errorf("%s: the driver's words: %v", c.statement, err)
		}
		if _, err := d.SQL(context.Background(), "select 1"); err != nil {
			t.Fatalf("after %s the door is broken: %v", c.statement, err)
		}
	}
}

func TestReadingInItsManyForms(t *testing.T) {
	d := openFixture(t)
	for _, statement := range []string{
		"select 1", "from dim_level", "values (1)", "table dim_level", "show tables", "describe dim_level",
		"summarize dim_level", "explain select 1", "with a as (select 1 as b) select b from a", "/* c */ select ';' -- ;\n;",
		"pivot mart_form_year on award_year in (2024, 2025) using sum(award_count) group by form_code",
		"select 1 as \"checkpoint\"",
	} {
		got, err := d.SQL(context.Background(), statement)
		if err != nil || len(got.Rows) == 0 {
			t.Errorf("%s: %d rows, %v", statement, len(got.Rows), err)
		}
	}
}

func TestEngineTypesLoseNothing(t *testing.T) {
	d := openFixture(t)
	day := table.Date{Year: 2025, Month: 7, Day: 1}
	for _, c := range []struct {
		expr string
		kind table.Kind
		want any
	}{
		{"true", table.KindBool, true},
		{"7::utinyint", table.KindInt, i(7)},
		{"-7::smallint", table.KindInt, i(-7)},
		{"sum(9223372036854775807::bigint)", table.KindInt, i(9223372036854775807)},
		{"sum(9223372036854775807::bigint) + 1", table.KindText, "9223372036854775808"},
		{"18446744073709551615::ubigint", table.KindText, "18446744073709551615"},
		{"5::ubigint", table.KindInt, i(5)},
		{"12::decimal(18,0)", table.KindInt, i(12)},
		{"1.10::decimal(18,2)", table.KindFloat, 1.1},
		{"-0.05::decimal(18,2)", table.KindFloat, -0.05},
		{"0::decimal(18,2)", table.KindFloat, 0.0},
		{"12345678901234567.89::decimal(38,2)", table.KindText, "12345678901234567.89"},
		{"0.1::float", table.KindFloat, 0.1},
		{"1e300::double", table.KindFloat, 1e300},
		{"date '2025-07-01'", table.KindDate, day},
		{"null", table.KindInt, nil},
		{"null::date", table.KindDate, nil},
		{"timestamp '2025-07-01 10:20:30.5'", table.KindText, "2025-07-01 10:20:30.5"},
		{"time '10:20:30'", table.KindText, "10:20:30"},
		{"interval '1' month", table.KindText, "1 months 0 days 0s"},
		{"'ab'::blob", table.KindText, "6162"},
		{"'3d4b6f5e-0c3d-4f6e-9a51-7b1e0c8f0a11'::uuid", table.KindText, "3d4b6f5e-0c3d-4f6e-9a51-7b1e0c8f0a11"},
		{"[1, null, 3]", table.KindText, "[1, NULL, 3]"},
		{"{'b': 1, 'a': 'x'}", table.KindText, "{a: x, b: 1}"},
		{"map {'b': 1, 'a': 2}", table.KindText, "{b: 1, a: 2}"},
		{"'a'::enum('a', 'b')", table.KindText, "a"},
		{"'Đặng'", table.KindText, "Đặng"},
	} {
		got, err := d.SQL(context.Background(), "select "+c.expr+" as x")
		if err != nil {
			t.Errorf("%s: %v", c.expr, err)
			continue
		}
		if err := got.Check(); err != nil {
			t.Errorf("%s: %v", c.expr, err)
		}
		if got.Columns[0].Kind != c.kind || !cmp.Equal(got.Rows[0][0], c.want) {
			t.Errorf("%s is %s %#v, want %s %#v", c.expr, got.Columns[0].Kind, got.Rows[0][0], c.kind, c.want)
		}
	}
}

func TestNamesOfAResultDiffer(t *testing.T) {
	d := openFixture(t)
	got, err := d.SQL(context.Background(), "select 1 as a, 2 as a_2, 3 as A, 4 as a")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range got.Columns {
		names = append(names, c.Name)
	}
	if d := cmp.Diff([]string{"a", "a_2", "A_3", "a_4"}, names); d != "" {
		t.Error(d)
	}
}

func TestParametersAreMatchedByName(t *testing.T) {
	d := openFixture(t)
	q, err := library.Get("by-form-year")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, value, says string }{
		{"nam", "2024", `no parameter "nam"; it takes year, years`},
		{"year", "2024.5", "want a whole number from 0 to 2100"},
		{"years", "0", "want a whole number from 1 to 100"},
		{"year", "1; drop table dim_level", "want a whole number"},
	} {
		if _, err := d.Query(context.Background(), q, map[string]string{c.name: c.value}); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s=%s: %v", c.name, c.value, err)
		}
	}
}

func TestAQueryThatIsNotItsHeader(t *testing.T) {
	d := openFixture(t)
	for _, c := range []struct {
		sql, says string
		columns   []table.Column
	}{
		{"select 1 as a, 2 as b", "2 columns; the header has 1", []table.Column{{Name: "a", Kind: table.KindInt}}},
		{"select 1 as a", "column 1 is a; the header has b", []table.Column{{Name: "b", Kind: table.KindInt}}},
		{"select 'x' as a", "column a is text (VARCHAR); the header has int", []table.Column{{Name: "a", Kind: table.KindInt}}},
	} {
		_, err := d.Query(context.Background(), library.Query{Name: "q", SQL: c.sql, Columns: c.columns}, nil)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.sql, err)
		}
	}
}

func TestACancelledQueryEndsSoon(t *testing.T) {
	d := openFixture(t)
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	start := time.Now()
	_, err := d.SQL(ctx, "select count(*) from range(100000000) a, range(100000) b where hash(a.range + b.range) = 1")
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %s", took)
	}
	if _, err := d.SQL(context.Background(), "select 1"); err != nil {
		t.Error(err)
	}
}

func TestMemoryIsBounded(t *testing.T) {
	d := openFixture(t, WithMemory("64MB"), WithThreads(1))
	_, err := d.SQL(context.Background(), "select range, count(*) from range(20000000) group by all order by 2 desc")
	if err == nil || !strings.Contains(err.Error(), "Memory") {
		t.Errorf("got %v", err)
	}
}

func TestSeveralReadersAtOnce(t *testing.T) {
	d := openFixture(t)
	done := make(chan error)
	for range 8 {
		go func() {
			_, err := d.SQL(context.Background(), "select * from mart_form_year order by all")
			done <- err
		}()
	}
	for range 8 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		shows, script string
		want          []Statement
		rest          string
	}{
		{"two, the second on line 2", "select 1;\nselect 2;", []Statement{{"select 1", 1}, {"select 2", 2}}, ""},
		{"a semicolon in a text", "select ';''; ' as a; rest", []Statement{{"select ';''; ' as a", 1}}, "rest"},
		{"in a quoted name", `select 1 as ";"; `, []Statement{{`select 1 as ";"`, 1}}, ""},
		{"in comments", "-- a;\n/* b; \n */ select 1; -- c;", []Statement{{"select 1", 3}}, ""},
		{"in a dollar text", "select $x$ ; $x$;", []Statement{{"select $x$ ; $x$", 1}}, ""},
		{"a parameter is no dollar text", "select $1; select $a;", []Statement{{"select $1", 1}, {"select $a", 1}}, ""},
		{"empty statements are none", ";;\n;select 1;", []Statement{{"select 1", 2}}, ""},
		{"an open text", "select 'a;\nb", nil, "select 'a;\nb"},
		{"only a comment", "-- nothing", nil, ""},
	} {
		got, rest := Split(c.script)
		if d := cmp.Diff(c.want, got); d != "" || rest.Text != c.rest {
			t.Errorf("%s: rest %q\n%s", c.shows, rest.Text, d)
		}
	}
}

// Nothing but semicolons, blanks and comments is lost by splitting, and it never panics.
func TestSplitKeepsEveryStatement(t *testing.T) {
	part := rapid.SampledFrom([]string{"select 1", "'a;b'", `"x;"`, "$$;$$", "from t", "'", "--", "/*", "$", "\n", " ", "đ"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(part).Draw(t, "parts"), "")
		whole := text + ";"
		statements, rest := Split(whole)
		for _, s := range append(statements, rest) {
			if !strings.Contains(whole, s.Text) {
				t.Fatalf("%q is not in %q", s.Text, whole)
			}
		}
		again, _ := Split(strings.Join(texts(statements), "\n;\n") + "\n;\n")
		if d := cmp.Diff(texts(statements), texts(again)); d != "" {
			t.Fatal(d)
		}
	})
}

func texts(statements []Statement) (out []string) {
	for _, s := range statements {
		out = append(out, s.Text)
	}
	return out
}
