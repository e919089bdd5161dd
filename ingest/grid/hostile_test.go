package grid

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tdkt/ingest/finding"
)

// hostile are texts that have broken other programs: strings that people call naughty, and formulas for spreadsheets.
func hostile(t *testing.T) []string {
	dir := filepath.Join(corpus(t), "hostile")
	content, err := os.ReadFile(filepath.Join(dir, "blns.json"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	if err := json.Unmarshal(content, &out); err != nil {
		t.Fatal(err)
	}
	if content, err = os.ReadFile(filepath.Join(dir, "csv_injection_payloadbox_v2.txt")); err != nil {
		t.Fatal(err)
	}
	return append(out, strings.Split(strings.TrimSpace(string(content)), "\n")...)
}

// Hostile text in a list is text: it comes out as it went in, in every dialect.
func TestHostileTextStaysText(t *testing.T) {
	texts := hostile(t)
	if len(texts) < 500 {
		t.Fatalf("only %d texts", len(texts))
	}
	table := [][]string{{"STT", "Nội dung", "Ngày", "Điểm"}}
	for i, s := range texts {
		if strings.ContainsRune(s, '\ufffd') {
			continue
		}
		table = append(table, []string{fmt.Sprint(i), s, fmt.Sprintf("%02d/%02d/2024", i%28+1, i%12+1), fmt.Sprintf("%d,5", i%100)})
	}
	for _, delim := range []string{",", ";", "\t", "|", "~", ", ", "||"} {
		for _, d := range []dialect{{delim: delim, quote: '"'}, {delim: delim, quote: '"', escape: '\\'}, {delim: delim, quote: '\''}} {
			for _, always := range []bool{false, true} {
				if d.quote != '"' && !always {
					continue // a single mark shows only where most fields have it
				}
				book, findings, err := Read("a", []byte(write(table, d, "\n", func(f string) bool {
					return always || strings.ContainsAny(f, d.delim+string(d.quote)+"\r\n")
				})))
				findings = slices.DeleteFunc(findings, func(f finding.Finding) bool { return f.Code == "text-unread" }) // it stays as stored
				if err != nil || len(findings) > 0 {
					t.Errorf("%+v: %v, %v", d, findings, err)
					continue
				}
				rows := book.Sheets[0].Rows
				if len(rows) != len(table) {
					t.Errorf("%+v: %d rows of %d", d, len(rows), len(table))
					continue
				}
				for i, r := range rows {
					for col, want := range table[i] {
						c, _ := r.Cell(col + 1)
						if want = legible(want, ""); c.Text != want && !(blank(want) && c.Text == "") {
							t.Errorf("%+v: row %d column %d: %q, want %q", d, i+1, col+1, c.Text, want)
						}
					}
				}
			}
		}
	}
}
