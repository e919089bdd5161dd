package format

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"tdkt/queries/table"
)

// Format is the name of a format, as given on the command line.
type Format string

// The formats.
const (
	Table   Format = "table"
	CSV     Format = "csv"
	JSON    Format = "json"
	XLSX    Format = "xlsx"
	Parquet Format = "parquet"
	Arrow   Format = "arrow"
)

var all = []Format{Table, CSV, JSON, XLSX, Parquet, Arrow}

// All names every format.
func All() []Format { return slices.Clone(all) }

// Parse reads a format's name.
func Parse(name string) (Format, error) {
	if f := Format(name); slices.Contains(all, f) {
		return f, nil
	}
	var names []string
	for _, f := range all {
		names = append(names, string(f))
	}
	return "", fmt.Errorf("format %q: want one of %s", name, strings.Join(names, ", "))
}

// Binary tells whether a terminal cannot show the format, so that it belongs in a file.
func (f Format) Binary() bool { return f == XLSX || f == Parquet || f == Arrow }

// Options of writing; only table and xlsx look at them.
type Options struct {
	Lang    string // vi (also when empty) or en
	MaxRows int    // of table; 0 is all
}

// Write writes the table.
func Write(w io.Writer, t table.Table, f Format, o Options) error {
	if o.Lang == "" {
		o.Lang = "vi"
	}
	if err := t.Check(); err != nil {
		return err
	}
	switch f {
	case Table:
		return writeText(w, t.In(o.Lang), o)
	case CSV:
		return writeCSV(w, t.Beside(""))
	case JSON:
		return writeJSON(w, t.Beside(""))
	case XLSX:
		return writeXLSX(w, t.Beside(o.Lang).In(o.Lang), o)
	case Parquet:
		return writeParquet(w, t.Beside(""))
	case Arrow:
		return writeArrow(w, t.Beside(""))
	}
	_, err := Parse(string(f))
	return err
}
