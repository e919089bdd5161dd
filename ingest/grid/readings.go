package grid

import (
	"slices"
	"strings"
)

// kind is how a field of a reading is marked.
type kind uint8

const (
	bare     kind = iota // no marks of the dialect in it
	enclosed             // between quotation marks
	tailed               // between quotation marks, with text behind
)

// step is one field of a reading of some lines: the best way known to have read everything up to its end.
type step struct {
	from, to int // of the field with its marks
	close    int // of a tailed field: its closing mark
	kind     kind
	astray   bool // a mark in it is taken as text where a strict reader would not
	tie      bool // another way to its end costs as little
	cost     int  // marks out of place so far, and line ends within marks; -1 where there is no way
	before   int  // number of fields before
}

// cheapest cuts lines into the fields of one record, so that the fewest quotation marks stand where none belongs. With
// want the record has as many fields as one of want says, the first of them at a tie, and may end before the lines do.
// tie says that another reading of the same lines is as cheap.
// It is nil where there is no such reading or too much to try. Every place where a field may begin knows the best way to
// come there with each number of fields before it; ways go forward only, so one pass finds the best.
func (m *mender) cheapest(lines string, want []int) (path []step, tie bool) {
	most := 0 // fields counted; 0 where their number does not matter
	for _, w := range want {
		most = max(most, w)
	}
	if len(lines) > windowBytes || most > 1<<10 {
		return nil, false
	}
	s := &m.trying
	s.begin(m, lines, most)
	for from := 0; from <= len(lines); from++ {
		if s.at[from] != nil && !s.stuck {
			s.fieldsFrom(from)
		}
	}
	m.spent += s.work
	if s.stuck {
		return nil, false
	}
	return s.best(want)
}

// search is the state of one call of cheapest; its room is used again by the next.
type search struct {
	m     *mender
	lines string
	most  int
	at    [][]step // by where a field begins, then by the number of fields before: the step that came there
	room  []step   // what at holds
	ends  []step   // ways to the end of a record
	count []int    // of fields of each of ends
	work  int
	stuck bool
}

func (s *search) begin(m *mender, lines string, most int) {
	clear(s.at[:min(len(s.at), len(s.lines)+1)])
	if len(s.at) < len(lines)+1 {
		s.at = make([][]step, len(lines)+1)
	}
	s.m, s.lines, s.most, s.work, s.stuck = m, lines, most, 0, false
	s.room, s.ends, s.count = s.room[:0], s.ends[:0], s.count[:0]
	s.at[0] = s.ways()
	s.at[0][0].cost = 0
}

// ways is room for the ways to one place, none of them known.
func (s *search) ways() []step {
	from := len(s.room)
	for range s.most + 1 {
		s.room = append(s.room, step{cost: -1})
	}
	return s.room[from:len(s.room):len(s.room)]
}

// fieldsFrom goes on by every field that may begin at a place.
func (s *search) fieldsFrom(from int) {
	q := s.m.quote
	to := s.stop(from)
	piece := s.lines[from:to]
	s.reach(step{from: from, to: to, kind: bare, astray: piece != "" && piece[0] == q}, strings.Count(piece, string(q)))
	if from >= len(s.lines) || s.lines[from] != q {
		return
	}
	cost := 0
	for i := from + 1; i < len(s.lines); {
		c := s.lines[i]
		switch {
		case c == s.m.escape && c != 0 && i+1 < len(s.lines) && (s.lines[i+1] == q || s.lines[i+1] == c):
			i += 2
		case c == '\n' || c == '\r':
			i += lineEnd(s.lines, i)
			cost++
		case c != q:
			i++
		default:
			n := 1
			for i+n < len(s.lines) && s.lines[i+n] == q {
				n++
			}
			i += n
			cost += s.closings(from, i, n, cost)
		}
	}
}

// closings goes on by the fields that a run of n marks before a place may close, and gives what it costs to take the run
// as text.
func (s *search) closings(from, to, n, cost int) int {
	s.work += s.most + 1
	ends := to == len(s.lines) || s.lines[to] == '\n' || s.lines[to] == '\r' || strings.HasPrefix(s.lines[to:], s.m.delim)
	switch {
	case ends && n%2 == 1:
		s.reach(step{from: from, to: to, kind: enclosed, astray: cost > 0}, cost)
	case ends:
		s.reach(step{from: from, to: to, kind: enclosed, astray: true}, cost+1)
	case n%2 == 1:
		end := s.stop(to)
		marks := strings.Count(s.lines[to:end], string(s.m.quote))
		s.reach(step{from: from, to: end, close: to - 1, kind: tailed, astray: cost > 0}, cost+1+marks)
	}
	return n % 2
}

// stop is where a field without marks ends that is read from a place.
func (s *search) stop(from int) int {
	r := newRecords(s.lines, s.m.dialect, 1)
	r.at = from
	r.plain()
	return r.at
}

// reach takes a field from every way to its beginning.
func (s *search) reach(f step, cost int) {
	s.work += s.most + 1
	if s.work > 1<<21 {
		s.stuck = true
		return
	}
	done := f.to == len(s.lines) || !strings.HasPrefix(s.lines[f.to:], s.m.delim)
	next := f.to + len(s.m.delim)
	for k, w := range s.at[f.from] {
		n := min(k+1, s.most)
		if w.cost < 0 || k == s.most && s.most > 0 {
			continue
		}
		f.cost, f.before, f.tie = w.cost+cost, k, w.tie
		if done {
			s.ends, s.count = append(s.ends, f), append(s.count, n)
			continue
		}
		if s.at[next] == nil {
			s.at[next] = s.ways()
		}
		switch old := &s.at[next][n]; {
		case old.cost < 0 || old.cost > f.cost:
			*old = f
		case old.cost == f.cost:
			old.tie = true
		}
	}
}

// best follows the cheapest way back: the one that ends first at a tie.
func (s *search) best(want []int) (path []step, tie bool) {
	found := -1
	better := func(i int) bool {
		if found < 0 {
			return true
		}
		a, b := s.ends[i], s.ends[found]
		return a.cost < b.cost || a.cost == b.cost && a.to < b.to
	}
	if len(want) == 0 {
		want = []int{0}
	}
	for _, w := range want {
		for i := range s.ends {
			switch {
			case s.count[i] != w:
			case better(i):
				found, tie = i, s.ends[i].tie
			case s.ends[i].cost == s.ends[found].cost && s.ends[i].to == s.ends[found].to:
				tie = true
			}
		}
	}
	if found < 0 {
		return nil, false
	}
	for f := s.ends[found]; ; f = s.at[f.from][f.before] {
		path = append(path, f)
		if f.from == 0 && f.before == 0 {
			break
		}
	}
	slices.Reverse(path)
	return path, tie
}
