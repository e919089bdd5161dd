package main

import (
	"bytes"
	"encoding/csv"
	"strconv"
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
	return out.Bytes()
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
