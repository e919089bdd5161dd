package main

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"strconv"
	"unicode/utf16"

	"tdkt/data/codechart"
)

// commaFile writes a sheet as CSV; a semicolon file starts with the UTF-8 mark, as Excel saves it in Vietnam.
// A merged block keeps its text in the first cell only, days are written dd/mm/yyyy.
func commaFile(s *sheet, semicolon bool) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	if semicolon {
		out.WriteString("\ufeff")
		w.Comma = ';'
		w.UseCRLF = true
	}
	writeRows(w, s)
	return out.Bytes()
}

// in1258 is the CSV that Excel saves on a machine whose programs count on Windows-1258.
func in1258(s *sheet) []byte {
	code, ok := codechart.Encode1258(string(commaFile(s, false)))
	if !ok {
		panic("Windows-1258 cannot write " + s.Name)
	}
	return code
}

// unicodeText is what Excel saves as "Unicode Text": tabs between cells, UTF-16 with its mark.
func unicodeText(s *sheet) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma, w.UseCRLF = '\t', true
	writeRows(w, s)
	code := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(out.String())) {
		code = binary.LittleEndian.AppendUint16(code, u)
	}
	return code
}

func writeRows(w *csv.Writer, s *sheet) {
	rows, cols := s.size()
	for r := 1; r <= rows; r++ {
		record := make([]string, cols)
		for c := 1; c <= cols; c++ {
			x := s.Cells[place{r, c}]
			record[c-1] = x.Text
			if x.Kind == dateDay && x.Text != "" {
				record[c-1] = isoDay(x.Text).slashed()
			}
		}
		must(w.Write(record))
	}
	w.Flush()
	must(w.Error())
}

func isoDay(t string) day {
	y, err1 := strconv.Atoi(t[:4])
	m, err2 := strconv.Atoi(t[5:7])
	d, err3 := strconv.Atoi(t[8:10])
	must(err1)
	must(err2)
	must(err3)
	return day{y, m, d}
}
