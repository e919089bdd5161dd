package main

import (
	"cmp"
	"database/sql"
	"fmt"
	"slices"
	"testing"
)

// stated is a count that a return states, or the sum of some; ok is false where none was stated.
type stated struct {
	n  int64
	ok bool
}

func (a stated) plus(b stated) stated {
	return stated{a.n + b.n, a.ok || b.ok}
}

func (a stated) minus(b stated) stated {
	if !a.ok || !b.ok {
		return stated{}
	}
	return stated{a.n - b.n, true}
}

func of(n int64) stated { return stated{n, true} }

// fact is one count of fct_award_count, of fct_beneficiary_count, or of what is told of one key by achievement, under a view of boundaries.
type fact struct {
	year                                                    int
	unit, member, form, level, achievement, source, cluster string // member is the unit in the view
	n                                                       stated
}

func (f fact) at(dim string) string {
	switch dim {
	case "year":
		return fmt.Sprint(f.year)
	case "unit":
		return f.member
	case "form":
		return f.form
	case "level":
		return f.level
	}
	return f.achievement
}

// facts are all of them, for tests that ask for many sums: "award", "people", "joint" or "unsplit" + view + measure.
type facts struct {
	rows     map[[3]string][]fact
	members  map[[2]string]string        // view, unit -> the unit in the view
	clusters map[int]map[string][]string // year -> cluster -> units as reported
}

// readFacts reads the facts from the published copy; nothing comes from the cubes of the page.
func readFacts(t testing.TB, db string) *facts {
	t.Helper()
	conn := placedFacts(t, db)
	f := &facts{rows: map[[3]string][]fact{}, members: map[[2]string]string{}, clusters: map[int]map[string][]string{}}
	for _, name := range []string{"award", "people", "joint", "unsplit"} {
		read(t, conn, "select boundaries, measure, award_year, unit_code, member_code, form_code, level_code, achievement_code, source, coalesce(cluster_code, ''), n::bigint from placed_"+name, func(rows *sql.Rows) error {
			var view, measure string
			var r fact
			var n sql.NullInt64
			if err := rows.Scan(&view, &measure, &r.year, &r.unit, &r.member, &r.form, &r.level, &r.achievement, &r.source, &r.cluster, &n); err != nil {
				return err
			}
			r.n = stated{n.Int64, n.Valid}
			f.rows[[3]string{name, view, measure}] = append(f.rows[[3]string{name, view, measure}], r)
			return nil
		})
	}
	read(t, conn, "select boundaries, unit_code, member_code from p.dim_unit_boundary", func(rows *sql.Rows) error {
		var view, unit, member string
		err := rows.Scan(&view, &unit, &member)
		f.members[[2]string{view, unit}] = member
		return err
	})
	read(t, conn, "select year, cluster_code, unit_code from p.dim_cluster_member order by all", func(rows *sql.Rows) error {
		var year int
		var cluster, unit string
		err := rows.Scan(&year, &cluster, &unit)
		if f.clusters[year] == nil {
			f.clusters[year] = map[string][]string{}
		}
		f.clusters[year][cluster] = append(f.clusters[year][cluster], unit)
		return err
	})
	return f
}

// summer adds facts up under a filter.
type summer struct {
	*facts
	pageFilter
}

// under is the summer with some filters replaced.
func (s summer) under(change func(*pageFilter)) summer {
	change(&s.pageFilter)
	return s
}

func (s summer) in(year int) summer {
	return s.under(func(f *pageFilter) { f.Years, f.From, f.To = true, year, year })
}

func (s summer) allYears() summer {
	return s.under(func(f *pageFilter) { f.Years, f.From, f.To = false, 0, 0 })
}

func among(codes []string, code string) bool { return len(codes) == 0 || slices.Contains(codes, code) }

// each gives the facts that the filter keeps, of one of the tables.
func (s summer) each(table, measure string, do func(fact)) {
	for _, r := range s.rows[[3]string{table, s.Boundaries, measure}] {
		if s.Years && (r.year < s.From || r.year > s.To) {
			continue
		}
		if len(s.Clusters) > 0 && (r.cluster == "" || !slices.Contains(s.Clusters, r.cluster)) {
			continue
		}
		if among(s.Units, r.member) && among(s.Forms, r.form) && among(s.Levels, r.level) && (r.achievement == "" || among(s.Achievements, r.achievement)) {
			do(r)
		}
	}
}

// of gives the facts that tell of a measure: awards by achievement, who received them from the beneficiaries, and from lists
// and the tallies that cross it where an achievement is asked for or told apart.
func (s summer) of(measure string, byAchievement bool, do func(fact)) {
	switch m := s.ofKind(measure); {
	case m == "":
	case m == "award_count":
		s.each("award", m, do)
	case len(s.Achievements) > 0 || byAchievement:
		s.each("joint", m, do)
	default:
		s.each("people", m, do)
	}
}

func (s summer) sum(measure string) stated {
	var sum stated
	s.of(measure, false, func(r fact) { sum = sum.plus(r.n) })
	return sum
}

func (s summer) awards() stated { return s.sum("award_count") }

// by adds up by a dimension; what was never stated is no key.
func (s summer) by(dim, measure string) map[string]int64 {
	sums := map[string]int64{}
	s.of(measure, dim == "achievement", func(r fact) {
		if r.n.ok {
			sums[r.at(dim)] += r.n.n
		}
	})
	return sums
}

// crossed adds up awards by two dimensions.
func (s summer) crossed(one, other string) map[[2]string]int64 {
	sums := map[[2]string]int64{}
	s.of("award_count", false, func(r fact) {
		if r.n.ok {
			sums[[2]string{r.at(one), r.at(other)}] += r.n.n
		}
	})
	return sums
}

// unsplit counts awards of tallies that do not tell what the filters ask, or what a measure of people tells apart.
func (s summer) unsplit(measure string) (sum int64) {
	if s.ofKind(measure) == "award_count" {
		return 0
	}
	add := func(r fact) { sum += r.n.n }
	if len(s.Achievements) > 0 {
		s.each("award", "award_count", func(r fact) {
			if r.source == "tally" {
				add(r)
			}
		})
		for _, kind := range []string{"collective_count", "household_count", "individual_count"} {
			s.each("joint", kind, func(r fact) {
				if r.source == "tally" {
					sum -= r.n.n
				}
			})
		}
	} else if s.Kind != "" {
		s.each("unsplit", "", add)
	}
	return sum
}

// clusterOf is the cluster of a unit in a year with its members in the view, and whether there is one.
func (s summer) clusterOf(year int, unit string, order []string) (cluster string, members []string, found bool) {
	for _, c := range order {
		var in []string
		for _, u := range s.clusters[year][c] {
			if m := s.members[[2]string{s.Boundaries, u}]; m != notCarried {
				in = append(in, m)
			}
		}
		slices.Sort(in)
		in = slices.Compact(in)
		if slices.Contains(in, unit) {
			return c, in, true
		}
	}
	return "", nil, false
}

const notCarried = "khong_quy_doi"

// ratio is a share or a change as two whole numbers, so that it can be rounded without a doubt.
type ratio struct {
	part, whole int64
	ok          bool
}

func shareOf(part, whole stated) ratio {
	return ratio{part.n, whole.n, part.ok && whole.ok && whole.n != 0}
}

func (r ratio) minus(o ratio) ratio {
	return ratio{r.part*o.whole - o.part*r.whole, r.whole * o.whole, r.ok && o.ok}
}

func (r ratio) float() float64 { return float64(r.part) / float64(r.whole) }

// hundredths of a per cent, rounded half away from nought.
func (r ratio) hundredths() int64 {
	n := 10_000 * max(r.part, -r.part)
	n = (2*n + r.whole) / (2 * r.whole)
	return n * int64(cmp.Compare(r.part, 0))
}
