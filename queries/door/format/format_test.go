package format

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/ipc"
	_ "github.com/duckdb/duckdb-go/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"tdkt/queries/table"
)

// sample has every kind, with nulls, and texts that formats trip over.
func sample() table.Table {
	day := table.Date{Year: 2025, Month: time.July, Day: 1}
	return table.Table{
		Name: "sample", Title: table.Text{VI: "Mẫu", EN: "Sample"}, Sources: []string{"mart_x"}, CountsBy: table.ByAwardYear, Build: "b1",
		Columns: []table.Column{
			{Name: "form_vi", Title: table.Text{VI: "Hình thức", EN: "Form (Vietnamese)"}, Lang: "vi"},
			{Name: "form_en", Title: table.Text{VI: "Hình thức (Anh)", EN: "Form"}, Lang: "en"},
			{Name: "award_count", Title: table.Text{VI: "Số lượt", EN: "Awards"}, Unit: table.Text{VI: "lượt", EN: "awards"}, Kind: table.KindInt, Figure: "mart_x/award_count", Keys: []string{"award_year"}},
			{Name: "award_year", Title: table.Text{VI: "Năm", EN: "Year"}, Kind: table.KindInt},
			{Name: "woman_share", Title: table.Text{VI: "Tỷ lệ nữ", EN: "Women"}, Unit: table.Text{VI: "%", EN: "%"}, Kind: table.KindFloat, Share: true},
			{Name: "is_open", Title: table.Text{VI: "Mở", EN: "Open"}, Kind: table.KindBool},
			{Name: "due_on", Title: table.Text{VI: "Hạn", EN: "Due"}, Kind: table.KindDate},
		},
		Rows: [][]any{
			{"Lao động tiên tiến", "Advanced worker", int64(1234567), int64(2025), 0.45674, true, day},
			{"=1+1", "say \"hi\", <b>", int64(-3), int64(2024), 1.0, false, table.Date{Year: 1945, Month: 9, Day: 2}},
			{nil, nil, nil, nil, nil, nil, nil},
			{"", " hai\ndòng\t", int64(0), int64(0), 0.0, false, table.Date{Year: 1900, Month: 3, Day: 1}},
			{"-5", "@x", int64(math.MaxInt64), int64(1), 1e-9, true, day},
		},
	}
}

func write(t testing.TB, tab table.Table, f Format, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, tab, f, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSameBytesEachTime(t *testing.T) {
	for _, f := range All() {
		first := write(t, sample(), f, Options{})
		for range 4 {
			if !bytes.Equal(first, write(t, sample(), f, Options{})) {
				t.Errorf("%s differs", f)
				break
			}
		}
	}
}

func TestCSVReadBack(t *testing.T) {
	want := sample()
	records, err := csv.NewReader(bytes.NewReader(write(t, want, CSV, Options{}))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(records) != len(want.Rows)+1 {
		t.Fatalf("%d records", len(records))
	}
	for c, col := range want.Columns {
		if records[0][c] != col.Name {
			t.Errorf("head %q", records[0][c])
		}
		for r, row := range want.Rows {
			if got := Restore(records[r+1][c]); got != table.Plain(row[c]) {
				t.Errorf("row %d, %s: %q, want %q", r, col.Name, got, table.Plain(row[c]))
			}
		}
	}
	if records[2][0] != "'=1+1" || records[5][0] != "-5" || records[2][2] != "-3" {
		t.Errorf("formulas: %q %q %q", records[2][0], records[5][0], records[2][2])
	}
}

// An engine that tells "" from nothing keeps the nulls of a CSV.
func TestCSVNullsReadBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "t.csv")
	if err := os.WriteFile(path, write(t, sample(), CSV, Options{}), 0o600); err != nil {
		t.Fatal(err)
	}
	got := fromEngine(t, "select * from read_csv('"+path+"', all_varchar = true, header = true, allow_quoted_nulls = false)")
	for r, row := range sample().Rows {
		for c, v := range row {
			if (v == nil) != (got[r][c] == nil) {
				t.Errorf("row %d, column %d: %v came back as %v", r, c, v, got[r][c])
			}
		}
	}
}

func TestCSVOfOneColumnKeepsItsRows(t *testing.T) {
	one := table.Table{Columns: []table.Column{{Name: "a"}}, Rows: [][]any{{nil}, {"x"}, {""}}}
	if got := string(write(t, one, CSV, Options{})); got != "a\r\n\"\"\r\nx\r\n\"\"\r\n" {
		t.Errorf("%q", got)
	}
}

func TestNeutral(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "a=b": "a=b", "=1+1": "'=1+1", "+84912345678": "+84912345678", "+cmd": "'+cmd", "-5": "-5", "-1.234,5": "-1.234,5",
		"-5+6": "'-5+6", "@sum(1)": "'@sum(1)", "\tx": "'\tx", "\rx": "'\rx", "'x": "'x", "'=x": "''=x", "＝1": "'＝1", "đ": "đ",
		"%1": "'%1", "|1+1": "'|1+1", "19,5 %": "19,5 %", "x;=cmd|'/c calc'!A0;y": "x;'=cmd|'/c calc'!A0;y", "a;b": "a;b", "a;'-1": "a;''-1", ";=1": ";'=1", "a\t@b": "a\t'@b",
	} {
		if got := Neutral(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestNeutralIsTakenBack(t *testing.T) {
	part := rapid.SampledFrom([]string{"'", "=", "+", "-", "@", "\t", "\r", "\n", "1", "x", ",", "＝", ";", "%", "|"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(part).Draw(t, "text"), "")
		safe := Neutral(text)
		if got := Restore(safe); got != text {
			t.Fatalf("%q became %q and came back as %q", text, safe, got)
		}
		if safe != "" && strings.Contains("=+-@\t\r", safe[:1]) && !number.MatchString(safe) {
			t.Fatalf("%q is a formula", safe)
		}
		for _, cell := range strings.Split(safe, ";")[1:] { // as where cells are parted by semicolons
			if cell != "" && strings.Contains("=+-@", cell[:1]) {
				t.Fatalf("%q has the formula %q", safe, cell)
			}
		}
	})
}

func TestJSONReadBack(t *testing.T) {
	text := write(t, sample(), JSON, Options{})
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var got []map[string]any
	if err := d.Decode(&got); err != nil {
		t.Fatal(err)
	}
	want := sample()
	for r, row := range want.Rows {
		for c, v := range row {
			switch x := got[r][want.Columns[c].Name].(type) {
			case nil, string, bool:
				if d, ok := v.(table.Date); ok {
					v = d.String()
				}
				if x != v {
					t.Errorf("row %d: %#v, want %#v", r, x, v)
				}
			case json.Number:
				if x.String() != table.Plain(v) {
					t.Errorf("row %d: %s, want %s", r, x, table.Plain(v))
				}
			}
		}
	}
	if !bytes.HasPrefix(text, []byte("[\n{\"form_vi\":\"Lao động tiên tiến\",\"form_en\":\"Advanced worker\",\"award_count\":1234567,")) {
		t.Errorf("order or escapes: %s", text)
	}
	empty := want
	empty.Rows = nil
	if got := string(write(t, empty, JSON, Options{})); got != "[]\n" {
		t.Errorf("empty: %q", got)
	}
	odd := table.Table{Columns: []table.Column{{Name: "x", Kind: table.KindFloat}}, Rows: [][]any{{math.NaN()}, {math.Inf(1)}}}
	if text := write(t, odd, JSON, Options{}); !json.Valid(text) {
		t.Errorf("%s", text)
	}
}

func TestParquetReadBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "t.parquet")
	if err := os.WriteFile(path, write(t, sample(), Parquet, Options{}), 0o600); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(sample().Rows, fromEngine(t, "select * from read_parquet('"+path+"')")); d != "" {
		t.Error(d)
	}
	facts := fromEngine(t, "select decode(value) from parquet_kv_metadata('"+path+"') where decode(key) = 'tdkt'")
	if len(facts) != 1 || !strings.Contains(facts[0][0].(string), `"figure":"mart_x/award_count"`) {
		t.Errorf("facts %v", facts)
	}
	types := fromEngine(t, "select column_type from (describe select * from read_parquet('"+path+"'))")
	if d := cmp.Diff([][]any{{"VARCHAR"}, {"VARCHAR"}, {"BIGINT"}, {"BIGINT"}, {"DOUBLE"}, {"BOOLEAN"}, {"DATE"}}, types); d != "" {
		t.Error(d)
	}
}

func fromEngine(t *testing.T, query string) (out [][]any) {
	t.Helper()
	db, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	names, _ := rows.Columns()
	for rows.Next() {
		cells, into := make([]any, len(names)), make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		for i, v := range cells {
			if day, ok := v.(time.Time); ok {
				cells[i] = table.DateOf(day)
			}
		}
		out = append(out, cells)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestArrowReadBack(t *testing.T) {
	many := sample()
	for len(many.Rows) <= batchRows {
		many.Rows = append(many.Rows, many.Rows...)
	}
	empty := sample()
	empty.Rows = nil
	for name, want := range map[string]table.Table{"small": sample(), "more than one batch": many, "empty": empty} {
		got, err := fromArrow(write(t, want, Arrow, Options{}))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.EqualFunc(want.Rows, got, slices.Equal[[]any]) {
			t.Errorf("%s differs", name)
		}
	}
}

func fromArrow(content []byte) (out [][]any, err error) {
	f, err := ipc.NewFileReader(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if title, _ := f.Schema().Field(2).Metadata.GetValue("unit_vi"); title != "lượt" {
		return nil, fmt.Errorf("unit %q", title)
	}
	for i := range f.NumRecords() {
		record, err := f.RecordBatch(i)
		if err != nil {
			return nil, err
		}
		for r := range int(record.NumRows()) {
			row := make([]any, record.NumCols())
			for c := range row {
				if col := record.Column(c); col.IsValid(r) {
					switch col := col.(type) {
					case *array.String:
						row[c] = col.Value(r)
					case *array.Int64:
						row[c] = col.Value(r)
					case *array.Float64:
						row[c] = col.Value(r)
					case *array.Boolean:
						row[c] = col.Value(r)
					case *array.Date32:
						row[c] = table.DateOf(col.Value(r).ToTime())
					}
				}
			}
			out = append(out, row)
		}
	}
	return out, nil
}

func TestATableThatIsNoneIsRefused(t *testing.T) {
	for _, rows := range [][][]any{{{"x"}}, {{int64(1), int64(2)}}} {
		if err := Write(io.Discard, table.Table{Columns: []table.Column{{Name: "a", Kind: table.KindInt}}, Rows: rows}, CSV, Options{}); err == nil {
			t.Error("written")
		}
	}
}

// What the figures are stands in the file itself where there is room: under the table, on a sheet of its own, in the metadata.
func TestNotesGoWithTheFigures(t *testing.T) {
	noted := sample()
	noted.Period = table.Text{VI: "giai đoạn 2004-2009", EN: "years 2004-2009"}
	noted.Notes = []table.Text{{VI: "Tính đến ngày 30/06/2009.", EN: "As of 2009-06-30."}, {VI: "Mốc so sánh.", EN: "Break in series."}}
	text := string(write(t, noted, Table, Options{}))
	const foot = "Nguồn: mart_x · giai đoạn 2004-2009 · tính theo năm khen thưởng (năm thành tích) · bản dựng b1\nTính đến ngày 30/06/2009.\nMốc so sánh.\n"
	if !strings.HasSuffix(text, foot) {
		t.Errorf("table: %s", text)
	}
	f, err := excelize.OpenReader(bytes.NewReader(write(t, noted, XLSX, Options{Lang: "en"})))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Notes")
	if err != nil || len(rows) != 5 || rows[2][0] != "Source: mart_x · years 2004-2009 · counted by award year (year of the achievement) · build b1" || rows[3][0] != "As of 2009-06-30." {
		t.Errorf("xlsx: %q, %v", rows, err)
	}
	for _, binary := range []Format{Parquet, Arrow} {
		if !bytes.Contains(write(t, noted, binary, Options{}), []byte("Tính đến ngày 30/06/2009.")) {
			t.Errorf("%s has no notes", binary)
		}
	}
}
