package main

import (
	"bytes"
	"encoding/csv"
	"sort"
	"strconv"
)

func csvText(rows [][]string) string {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	must(w.WriteAll(rows))
	return out.String()
}

// register is the intake register beside the returns.
func register(all []file) string {
	rows := [][]string{}
	for _, f := range all {
		rows = append(rows, []string{f.path, f.received.iso(), f.sender, f.revises, f.note})
	}
	rows = append(rows, typedRegister...)
	sort.Slice(rows, func(i, j int) bool { return rows[i][0] < rows[j][0] })
	return csvText(append([][]string{{"file", "received_on", "sender", "revises", "note"}}, rows...))
}

// typedRegister is the register's lines of the returns typed by hand.
var typedRegister [][]string

func (p part) periodText() string {
	if p.period != "" {
		return p.period
	}
	if p.list != nil {
		return strconv.Itoa(p.list.head.year)
	}
	return strconv.Itoa(p.table.head.year)
}

// obligations is who owes which return: all that were sent, and some that were not.
func obligations(all []file) string {
	rows := map[string][]string{}
	add := func(unit, shape, period, role, note string) {
		due := period[len(period)-4:] + "-12-15" // a school year ends in its second year
		rows[unit+"|"+shape+"|"+period] = []string{unit, shape, period, due, role, note}
	}
	for _, m := range owed {
		add(m[0], m[1], m[2], "counts", "made up: obligation of the samples")
	}
	for _, f := range all {
		for _, p := range f.parts {
			role := "counts"
			if p.role == "control" {
				role = "control"
			}
			add(p.unit, p.shape, p.periodText(), role, "made up: obligation of the samples")
		}
	}
	var keys []string
	for k := range rows {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	out := [][]string{{"unit_code", "form_of_return", "period", "due_on", "role", "note"}}
	for _, k := range keys {
		out = append(out, rows[k])
	}
	return csvText(out)
}

// owed: unit, form of return, period of obligations met by typed returns, by no return, or by faulty ones.
var owed = [][3]string{}
