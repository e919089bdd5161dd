package finding

import (
	"encoding/json"
	"strings"
)

// Line words the finding in one line, in Vietnamese, or in English for lang "en":
//
//	so-y-te.xlsx, sheet "Biểu 2", ô D17: thấy "1,5", cần số nguyên; xem lại ô này [count-not-whole]
func (f Finding) Line(lang string) string {
	w := wordsVI
	if lang == "en" {
		w = wordsEN
	}
	var b strings.Builder
	b.WriteString(OneLine(f.At.File))
	if f.At.Sheet != "" {
		b.WriteString(", sheet " + quote(f.At.Sheet))
	}
	if f.At.Cell != "" {
		b.WriteString(", " + w.cell + " " + OneLine(f.At.Cell))
	}
	b.WriteString(":")
	var said []string
	if f.Got != "" {
		said = append(said, w.got+" "+quote(f.Got))
	}
	if want := f.Want.In(lang); want != "" {
		said = append(said, w.want+" "+OneLine(want))
	}
	if len(said) > 0 {
		b.WriteString(" " + strings.Join(said, ", "))
	}
	if mend := f.Mend.In(lang); mend != "" {
		if len(said) > 0 {
			b.WriteString(";")
		}
		b.WriteString(" " + OneLine(mend))
	}
	b.WriteString(" [" + string(f.Code) + "]")
	return b.String()
}

type words struct{ cell, got, want string }

var (
	wordsVI = words{cell: "ô", got: "thấy", want: "cần"}
	wordsEN = words{cell: "cell", got: "found", want: "expected"}
)

// longest is how many letters of a cell a line quotes; the JSON line has them all.
const longest = 120

// quote puts text from outside between quotation marks, on one line and not too long.
// Letters stay letters (%q would escape combining marks), a quotation mark is doubled
// as in CSV.
func quote(s string) string {
	r := []rune(OneLine(s))
	if len(r) > longest {
		r = append(r[:longest], '…')
	}
	return `"` + strings.ReplaceAll(string(r), `"`, `""`) + `"`
}

// OneLine keeps text from outside from breaking the line or driving a terminal.
func OneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r < 0x20, r == 0x7f, r >= 0x80 && r < 0xa0, r == 0x2028, r == 0x2029:
			return ' '
		case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return -1 // marks that turn the direction of writing
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// line is a finding as --format json prints it: these keys and no others.
type line struct {
	File     string   `json:"file"`
	Sheet    string   `json:"sheet"`
	Cell     string   `json:"cell"`
	Code     Code     `json:"code"`
	Severity Severity `json:"severity"`
	Got      string   `json:"got"`
	Want     string   `json:"want"`
	Mend     string   `json:"mend"`
}

// JSON gives the finding as one JSON object without a line end, want and mend in
// Vietnamese, or in English for lang "en".
func (f Finding) JSON(lang string) ([]byte, error) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(line{
		File: f.At.File, Sheet: f.At.Sheet, Cell: f.At.Cell, Code: f.Code,
		Severity: f.Severity, Got: f.Got, Want: f.Want.In(lang), Mend: f.Mend.In(lang),
	})
	return []byte(strings.TrimSuffix(b.String(), "\n")), err
}
