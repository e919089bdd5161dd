package check

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// sheetOf makes a system of a text grid: a number, or "." for a blank, at each place; a
// word beside it names nothing. Rules are written over places: "A1+B1=C1", "A1+A2<A3", and
// "A1+A2~A3" where the parts may fall short of the whole but are asked not to.
func sheetOf(t testing.TB, grid string, rules ...string) System {
	t.Helper()
	var s System
	at := map[string]int{}
	for r, line := range strings.Split(strings.TrimSpace(grid), "\n") {
		for c, text := range strings.Fields(line) {
			n, err := strconv.ParseInt(text, 10, 64)
			if err != nil && text != "." {
				t.Fatalf("%q is no figure", text)
			}
			at[cellName(r+1, c+1)] = len(s.Figures)
			s.Figures = append(s.Figures, Figure{Row: r + 1, Col: c + 1, Amount: n, Present: err == nil})
		}
	}
	for _, rule := range rules {
		cut := strings.IndexAny(rule, "=<~")
		id := Identity{AtMost: rule[cut] != '=', Usual: rule[cut] == '~'}
		for side, names := range []string{rule[:cut], rule[cut+1:]} {
			for _, name := range strings.Split(names, "+") {
				f, ok := at[name]
				if !ok {
					t.Fatalf("%s: no place %s", rule, name)
				}
				id.Terms = append(id.Terms, Term{f, 1 - 2*side})
			}
		}
		s.Identities = append(s.Identities, id)
	}
	return s
}

func cellName(row, col int) string { return string(rune('A'+col-1)) + strconv.Itoa(row) }

// told words verdicts as a reader of the test would: "B2=21", "B2=3..9", two of a set
// joined by "+", ties by "or".
func told(s *System, vs []Verdict) string {
	name := func(f int) string { return cellName(s.Figures[f].Row, s.Figures[f].Col) }
	var out []string
	for _, v := range vs {
		var ways []string
		for _, set := range v.Sets {
			var cells []string
			for _, c := range set {
				text := name(c.Figure) + "=" + strconv.FormatInt(c.Lowest, 10)
				if c.Highest == most {
					text += ".."
				} else if !c.Sole() {
					text += ".." + strconv.FormatInt(c.Highest, 10)
				}
				cells = append(cells, text)
			}
			ways = append(ways, strings.Join(cells, "+"))
		}
		if v.Sets == nil {
			ways = []string{"?"}
			for _, f := range v.Likely {
				ways = append(ways, name(f))
			}
		}
		out = append(out, fmt.Sprintf("%d: %s", len(v.Failing), strings.Join(ways, " or ")))
	}
	return strings.Join(out, "; ")
}

// grid22 is two units by two forms with totals of rows and columns.
var grid22 = []string{"A1+B1=C1", "A2+B2=C2", "A1+A2=A3", "B1+B2=B3", "A1+A2+B1+B2=C3"}

func TestGuilty(t *testing.T) {
	for _, c := range []struct {
		name, grid string
		rules      []string
		want       string
	}{
		{"all is well", "1 2 3\n4 5 9\n5 7 12", grid22, ""},
		{"a figure with its digits turned round", "12 2 23\n4 5 9\n25 7 32", grid22, "3: A1=21"},
		{"a total of a row", "1 2 4\n4 5 9\n5 7 12", grid22, "1: C1=3"},
		{"a total of a column", "1 2 3\n4 5 9\n6 7 12", grid22, "1: A3=5"},
		{"a blank", "1 2 3\n. 5 9\n5 7 12", grid22, "3: A2=4"},
		{"two figures of one row changed about", "2 1 3\n4 5 9\n5 7 12", grid22, "2: A1=1+B1=2 or A2=3+B2=6 or A3=6+B3=6"},
		{"two totals far apart", "1 2 4\n4 5 9\n5 8 12", grid22, "2: B1=3+C3=13 or C1=3+B3=7"},
		{"three faults", "1 2 4\n4 5 8\n6 7 12", grid22, "3: A1=2+A2=3+A3=5 or A1=2+B2=4+B3=6 or A1=2+C2=9+C3=13 or B1=3+B2=4+A3=5 or C1=3+C2=9+A3=5"},
		{"one sum alone points at each of its figures", "1 2 4", []string{"A1+B1=C1"}, "1: A1=2 or B1=3 or C1=3"},
		{"no amount below nought", "1 7 4", []string{"A1+B1=C1"}, "1: B1=3 or C1=8"},
		{"a part above its whole", "5 3 9", []string{"A1<B1", "B1<C1"}, "1: A1=0..3 or B1=5..9"},
		{"a part above a whole that is held from both sides", "5 3 3", []string{"A1<B1", "B1=C1"}, "1: A1=0..3"},
		{"parts that must fill their whole", "2 5 6\n2 1 3\n. 6 9", []string{"A1+B1~C1", "A1+A2<C3", "B1+B2=B3", "C1+C2=C3"}, "1: A1=1"},
		{"parts that fall short are no fault", "2 3 6", []string{"A1+B1~C1"}, ""},
		{"but tell where a fault stands", "2 3 6\n2 1 9\n5 4 .", []string{"A1+B1~C1", "A1+A2=A3", "B1+B2=B3"}, "1: A1=3"},
		{"two faults that do not touch", "1 2 4\n5 2 9", []string{"A1+B1=C1", "A2+B2=C2"}, "1: A1=2 or B1=3 or C1=3; 1: A2=7 or B2=4 or C2=7"},
	} {
		s := sheetOf(t, c.grid, c.rules...)
		if got := told(&s, s.Guilty()); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
