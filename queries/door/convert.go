package door

import (
	"encoding/hex"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	duckdb "github.com/duckdb/duckdb-go/v2"

	"tdkt/queries/table"
)

// convert turns column c of the rows into cells of one kind, in place, and tells the kind.
func convert(engineType string, rows [][]any, c int) table.Kind {
	kind := kindOf(engineType, rows, c)
	for _, row := range rows {
		if row[c] != nil {
			row[c] = cell(kind, engineType, row[c])
		}
	}
	return kind
}

func kindOf(engineType string, rows [][]any, c int) table.Kind {
	switch engineType {
	case "BOOLEAN":
		return table.KindBool
	case "FLOAT", "DOUBLE":
		return table.KindFloat
	case "DATE":
		return table.KindDate
	case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER":
		return table.KindInt
	case "UBIGINT", "HUGEINT", "UHUGEINT", "BIGNUM":
		return ifAll(rows, c, table.KindInt, func(v any) bool { _, ok := wholeNumber(v); return ok })
	}
	if strings.HasPrefix(engineType, "DECIMAL") {
		if strings.HasSuffix(engineType, ",0)") {
			return ifAll(rows, c, table.KindInt, func(v any) bool { _, ok := wholeNumber(v); return ok })
		}
		return ifAll(rows, c, table.KindFloat, func(v any) bool { _, ok := exactFloat(v); return ok })
	}
	return table.KindText
}

// ifAll is kind where every stated value of the column passes, else text.
func ifAll(rows [][]any, c int, kind table.Kind, pass func(any) bool) table.Kind {
	for _, row := range rows {
		if row[c] != nil && !pass(row[c]) {
			return table.KindText
		}
	}
	return kind
}

func cell(kind table.Kind, engineType string, v any) any {
	switch kind {
	case table.KindBool:
		return v.(bool)
	case table.KindInt:
		n, _ := wholeNumber(v)
		return n
	case table.KindFloat:
		x, _ := exactFloat(v)
		return x
	case table.KindDate:
		return table.DateOf(v.(time.Time))
	}
	return text(engineType, v)
}

// wholeNumber is v as int64; ok is false where it does not fit.
func wholeNumber(v any) (n int64, ok bool) {
	switch v := v.(type) {
	case int8:
		return int64(v), true
	case int16:
		return int64(v), true
	case int32:
		return int64(v), true
	case int64:
		return v, true
	case uint8:
		return int64(v), true
	case uint16:
		return int64(v), true
	case uint32:
		return int64(v), true
	case uint64:
		return int64(v), v <= 1<<63-1
	case *big.Int:
		return v.Int64(), v.IsInt64()
	case duckdb.Decimal:
		return v.Value.Int64(), v.Scale == 0 && v.Value.IsInt64()
	}
	return 0, false
}

// exactFloat is v as float64; ok is false where the decimal does not read back.
func exactFloat(v any) (x float64, ok bool) {
	switch v := v.(type) {
	case float64:
		return v, true
	case float32: // the double that prints like the single
		x, err := strconv.ParseFloat(strconv.FormatFloat(float64(v), 'g', -1, 32), 64)
		return x, err == nil
	case duckdb.Decimal:
		x, err := strconv.ParseFloat(v.String(), 64)
		return x, err == nil && strconv.FormatFloat(x, 'f', -1, 64) == v.String()
	}
	return 0, false
}

// timeForms is how engine types of time are written as text.
var timeForms = map[string]string{
	"TIME":                     "15:04:05.999999",
	"TIMETZ":                   "15:04:05.999999Z07:00",
	"TIMESTAMP":                "2006-01-02 15:04:05.999999",
	"TIMESTAMP_S":              "2006-01-02 15:04:05",
	"TIMESTAMP_MS":             "2006-01-02 15:04:05.999",
	"TIMESTAMP_NS":             "2006-01-02 15:04:05.999999999",
	"TIMESTAMPTZ":              "2006-01-02 15:04:05.999999Z07:00",
	"TIMESTAMP WITH TIME ZONE": "2006-01-02 15:04:05.999999Z07:00",
}

// text writes a value of any type; maps and structs by key, so that it is the same each time.
func text(engineType string, v any) string {
	switch v := v.(type) {
	case nil:
		return "NULL"
	case string:
		return v
	case []byte:
		if engineType == "UUID" && len(v) == 16 {
			h := hex.EncodeToString(v)
			return strings.Join([]string{h[:8], h[8:12], h[12:16], h[16:20], h[20:]}, "-")
		}
		return hex.EncodeToString(v)
	case time.Time:
		if form, ok := timeForms[engineType]; ok {
			return v.UTC().Format(form)
		}
		return v.UTC().Format(time.RFC3339Nano)
	case duckdb.Interval:
		return fmt.Sprintf("%d months %d days %s", v.Months, v.Days, time.Duration(v.Micros)*time.Microsecond)
	case []any:
		parts := make([]string, len(v))
		for i, e := range v {
			parts[i] = text("", e)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case map[string]any:
		var parts []string
		for _, k := range slices.Sorted(maps.Keys(v)) {
			parts = append(parts, k+": "+text("", v[k]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case duckdb.OrderedMap:
		var parts []string
		values := v.Values()
		for i, k := range v.Keys() {
			parts = append(parts, text("", k)+": "+text("", values[i]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return fmt.Sprint(v)
}
