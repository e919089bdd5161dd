package ingest

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
	"tdkt/ingest/load"
)

var (
	damageDraws  = flag.Int("damage.draws", 0, "returns damaged in each way; 0 takes the default")
	damageShapes = flag.String("damage.shapes", "", "shapes of returns to damage, parted by commas; none takes all")
)

// draws is how many returns are damaged in each way.
func draws() int {
	if *damageDraws > 0 {
		return *damageDraws
	}
	return len(shapes) // each shape once at least
}

// read reads a return as it stands.
func (s *sent) read(t testing.TB, k *Knowledge) *load.Batch {
	t.Helper()
	src := &source{name: "f.xlsx", hash: "h", intake: s.in, receivedOn: today}
	if src.content = []byte(s.csv); s.csv == "" {
		src.content = pack(t, s.papers)
	}
	b, err := k.guarded(src)
	if err != nil {
		t.Fatalf("%v\n%s", err, s.show())
	}
	return b
}

func (s *sent) show() string {
	if s.csv != "" {
		return s.csv
	}
	var b strings.Builder
	for _, p := range s.papers {
		fmt.Fprintf(&b, "[%s %s] merges %v hidden rows %v columns %v\n", p.name, p.state, p.merges, p.hiddenRow, p.hiddenCol)
		for i, r := range p.rows {
			var cells []string
			for _, c := range r {
				cells = append(cells, c.text)
			}
			fmt.Fprintf(&b, "%3d %s\n", i+1, strings.Join(cells, "|"))
		}
	}
	return b.String()
}

// counted lists what a file gives, one line a figure, of the returns that count.
func counted(b *load.Batch) []string {
	counts := map[string]bool{}
	var out []string
	for _, r := range b.Returns {
		if r.Outcome == load.Accepted || r.Outcome == load.AcceptedWithWarnings {
			counts[r.ID] = true
			out = append(out, fmt.Sprint("return ", r.Form, " ", r.Unit, " ", r.Period, " ", r.ReportYear, " ", r.Scope, " ", r.Part, " ", r.IsRevision))
		}
	}
	flag := func(p *bool) string {
		if p == nil {
			return "?"
		}
		return fmt.Sprint(*p)
	}
	given := map[string]bool{}
	for i := range b.Awards {
		a := &b.Awards[i]
		given[a.Form] = true
		if counts[a.Return] {
			out = append(out, fmt.Sprint("award ", a.Unit, " ", a.RecipientKind, " woman=", flag(a.Woman), " born ", a.BirthYear, a.BirthOn, " ", a.Class, " ", a.Year, " ",
				a.Form, " ", a.Level, " ", a.Achievement, " ", a.DecisionNo, " ", a.DecidedOn, " ", a.Event, " ", a.IsProposal, flag(a.EthnicMinority), flag(a.Religious), flag(a.SmallCollective)))
		}
	}
	for i := range b.Tallies {
		if x := &b.Tallies[i]; counts[x.Return] {
			out = append(out, fmt.Sprint("figure ", x.Unit, " ", x.Year, " ", x.Form, " ", x.Level, " ", x.Measure, " ", x.Achievement, " ", x.Amount))
		}
	}
	for _, d := range b.Declared {
		if counts[d.Return] && !given[d.Form] {
			out = append(out, fmt.Sprint("declared ", d.Unit, " ", d.Year, " ", d.Form))
		}
	}
	slices.Sort(out)
	return out
}

// less takes the lines of b off a.
func less(a, b []string) (left []string) {
	n := map[string]int{}
	for _, x := range b {
		n[x]++
	}
	for _, x := range a {
		if n[x]--; n[x] < 0 {
			left = append(left, x)
		}
	}
	return left
}

// TestUndamaged holds the made-up returns to what they say, without a finding: what is
// found in a damaged one is then found in the damage.
func TestUndamaged(t *testing.T) {
	k := knowledge(t)
	for _, shape := range shapes {
		r := rand.New(rand.NewPCG(1, 1))
		for range 40 {
			s := shape.make(r)
			b := s.read(t, k)
			sum, cells := 0, map[string]bool{}
			for _, x := range b.Tallies {
				if !cells[x.Cell] { // one may count by kind and by award
					sum += int(x.Amount)
				}
				cells[x.Cell] = true
			}
			if len(b.Findings) > 0 || len(b.Awards) != s.awards || sum != s.sum {
				t.Fatalf("%s: %d awards of %d, %d of %d; %s\n%s", shape.name, len(b.Awards), s.awards, sum, s.sum, codes(b), s.show())
			}
		}
	}
}

// verdict is how a damaged return was read.
type verdict string

const (
	readClean   verdict = "equal"             // the same figures, nothing found
	readDoubted verdict = "equal, with doubt" // the same figures, something found
	readFound   verdict = "found"             // other figures, and a finding that tells
	readRefused verdict = "refused"           // figures are missing, the return refused or held
	readWrong   verdict = "WRONG"             // other figures, and nothing tells
)

// judge holds what a damaged return gives against what it gave before.
func judge(before, after *load.Batch, touched []area) (v verdict, extra, missing []string) {
	was, is := counted(before), counted(after)
	extra, missing = less(is, was), less(was, is)
	near, errors := false, false
	for _, f := range after.Findings {
		errors = errors || f.Severity == finding.Error
		near = near || concerns(f.Finding, touched, len(before.Awards) != len(after.Awards) || len(before.Awards) == 0)
	}
	switch {
	case len(extra)+len(missing) == 0 && len(after.Findings) == 0:
		v = readClean
	case len(extra)+len(missing) == 0:
		v = readDoubted
	case near:
		v = readFound
	default:
		v = readWrong
	}
	if onlyReturns(extra) && len(extra)+len(missing) > 0 && errors {
		v = readRefused
	}
	return v, extra, missing
}

// onlyReturns says that no figure is among the lines.
func onlyReturns(lines []string) bool {
	return !slices.ContainsFunc(lines, func(l string) bool { return !strings.HasPrefix(l, "return ") })
}

// concerns says whether a finding leads a person to what was damaged: it stands there or
// a row away, in its columns, or is of the whole file or sheet. A printed total that
// differs does so where the number of awards, or a figure, is another.
func concerns(f finding.Finding, touched []area, otherSum bool) bool {
	if f.Code == "total-differs" {
		return otherSum
	}
	no, col, ok := grid.Place(f.At.Cell)
	for _, a := range touched {
		if a.sheet != "*" && f.At.Sheet != "" && f.At.Sheet != a.sheet {
			continue
		}
		inRows := a.r1 < 0 || no-1 >= a.r1-1 && no-1 <= a.r2+1
		inCols := a.c1 < 0 || col-1 >= a.c1 && col-1 <= a.c2
		if !ok || inRows && inCols || a.r1 >= 0 && inRows {
			return true
		}
	}
	return false
}

// TestDamage damages how the values of returns are placed or written, in every way that
// is listed in kindsOfDamage, and holds what is read against the undamaged return: the
// same figures, or a finding at the damage. What no finding tells would be signed.
//
// What cannot be told from the return itself is left out where it is drawn, with the
// reason: a figure moved to another column of a tally without totals, days and months
// that are both below 13.
func TestDamage(t *testing.T) {
	k := knowledge(t)
	const pool = 12
	type made struct {
		*sent
		read *load.Batch
	}
	var returns [][]made
	for _, shape := range shapes {
		if *damageShapes != "" && !slices.Contains(strings.Split(*damageShapes, ","), shape.name) {
			continue
		}
		r := rand.New(rand.NewPCG(2, 7))
		var list []made
		for range pool {
			s := shape.make(r)
			list = append(list, made{s, s.read(t, k)})
		}
		returns = append(returns, list)
	}
	for no, kind := range kindsOfDamage() {
		t.Run(kind.name, func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(3, uint64(no)))
			n, told := map[verdict]int{}, map[string]int{}
			drawn, bad := 0, 0
			for try := 0; drawn < draws() && try < 12*draws(); try++ {
				from := returns[try%len(returns)][r.IntN(pool)]
				s := from.clone()
				touched, ok := kind.do(s, r)
				if !ok {
					continue
				}
				drawn++
				b := s.read(t, k)
				v, extra, missing := judge(from.read, b, touched)
				n[v]++
				for _, f := range b.Findings {
					told[string(f.Code)]++
				}
				if kind.awaits == "" && (v == readWrong || kind.harmless && v != readClean) {
					if bad++; bad <= 2 {
						t.Errorf("%s, %s: findings %q\n  too much: %s\n  missing:  %s\n%s", s.shape, v, codes(b), strings.Join(extra, "\n            "), strings.Join(missing, "\n            "), s.show())
					}
				}
			}
			if drawn == 0 && *damageShapes == "" {
				t.Fatal("no return can be damaged so")
			}
			t.Logf("%-60s %4d drawn: %v %v", kind.name, drawn, n, told)
		})
	}
}
