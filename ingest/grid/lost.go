package grid

import (
	"regexp"
	"strconv"
	"strings"
)

// lostLetter is a question mark within a word: what a program writes for a letter that its alphabet lacks, as Excel does where
// it saves "CSV (Comma delimited)" on an English Windows: "Nguy?n". No reader can tell the letter again.
var lostLetter = regexp.MustCompile(`\pL\?+\pL`)

// query is the question mark of an address ("https://…/xem?so=12"), which stands between letters and is no letter lost.
var query = regexp.MustCompile(`/\S*\?[\w.%-]+=\S*`)

// fewestLost cells are no slips of a typist.
const fewestLost = 3

// lost tells of a book whose letters are gone, at the first such cell.
func (b *Book) lost() *fault {
	var first *fault
	cells := 0
	for i := range b.Sheets {
		s := &b.Sheets[i]
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				if c.Kind != Text || strings.IndexByte(c.Text, '?') < 0 || !lostLetter.MatchString(query.ReplaceAllString(c.Text, "")) {
					continue
				}
				if cells++; first == nil {
					first = &fault{code: codeLost, sheet: s.Name, cell: A1(r.No, c.Col)}
				}
			}
		}
	}
	if cells < fewestLost {
		return nil
	}
	first.got = strconv.Itoa(cells)
	return first
}
