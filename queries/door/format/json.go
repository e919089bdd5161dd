package format

import (
	"bytes"
	"encoding/json"
	"io"
	"math"

	"tdkt/queries/table"
)

// writeJSON writes an object a line. Numbers that JSON has not (NaN, Infinity) are texts.
func writeJSON(w io.Writer, t table.Table) error {
	names := make([][]byte, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = quoted(c.Name)
	}
	var b bytes.Buffer
	b.WriteString("[")
	for r, row := range t.Rows {
		if r > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n{")
		for i, v := range row {
			separate(&b, i)
			b.Write(names[i])
			b.WriteByte(':')
			b.Write(jsonValue(v))
		}
		b.WriteByte('}')
	}
	if len(t.Rows) > 0 {
		b.WriteByte('\n')
	}
	b.WriteString("]\n")
	_, err := b.WriteTo(w)
	return err
}

func jsonValue(v any) []byte {
	switch v := v.(type) {
	case nil:
		return []byte("null")
	case string:
		return quoted(v)
	case table.Date:
		return quoted(v.String())
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return quoted(table.Plain(v))
		}
	}
	return []byte(table.Plain(v))
}

// quoted is s as a JSON text, with letters and signs left readable.
func quoted(s string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic(err) // a string always encodes
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
