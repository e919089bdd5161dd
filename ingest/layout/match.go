package layout

import (
	"slices"
	"strings"

	"tdkt/data"
)

// segment is one header text on the way down to a column.
type segment struct {
	text   string // as written, white space as single spaces
	lines  []string
	cell   string // A1
	row    int
	keys   [2]string // of the whole text, and of the text without its brackets
	plains [2]string
}

func newSegment(text, cell string, row int) segment {
	bare := unbracketed(text)
	return segment{
		lines: strings.Split(strings.TrimSpace(text), "\n"),
		text:  strings.Join(strings.Fields(text), " "), cell: cell, row: row,
		keys:   [2]string{data.Key(text), data.Key(bare)},
		plains: [2]string{data.Spelling(text), data.Spelling(bare)},
	}
}

// variant is one way of heading a field.
type variant struct {
	field int
	parts []part
	weak  bool // written with a leading "?": claims only where nothing stronger does
	more  bool // heads cells that hold more than the field
}

type part struct {
	key, plain string
	star       bool
}

// matcher holds the header variants of one layout, found by the key of the leaf.
type matcher struct {
	layout *Layout
	byLeaf map[string][]variant
	stars  []variant // whose leaf is "*"
	titles []string  // keys of the words of a title, with blanks around
	blank  int       // the field that may have no header, or -1
	total  int       // the field of the total of a row, or -1

	rowCodes map[string]string // of rows of fixed meaning: keys of their labels, and their codes
	labels   map[string]bool   // keys of their labels
}

// matcher gives the header variants of a layout, made once by Load.
func (l *Layout) matcher() *matcher {
	if l.compiled == nil {
		return newMatcher(l)
	}
	return l.compiled
}

func newMatcher(l *Layout) *matcher {
	m := &matcher{layout: l, byLeaf: map[string][]variant{}, blank: -1, total: -1, rowCodes: map[string]string{}, labels: map[string]bool{}}
	for _, r := range l.RowMeasures {
		for _, label := range r.Labels {
			m.labels[data.Key(label)] = true
			if r.RowCode != "" {
				m.rowCodes[data.Key(label)] = r.RowCode
			}
		}
	}
	for _, t := range l.Titles {
		m.titles = append(m.titles, " "+data.Key(t)+" ")
	}
	for i, f := range l.Fields {
		if f.Total && m.total < 0 {
			m.total = i
		}
		for n, h := range slices.Concat(f.Headers, f.More) {
			if h == "" {
				m.blank = i
				continue
			}
			v := variant{field: i, more: n >= len(f.Headers)}
			h, v.weak = strings.CutPrefix(h, "?")
			for _, p := range strings.Split(h, " > ") {
				v.parts = append(v.parts, part{key: data.Key(p), plain: data.Spelling(p), star: strings.TrimSpace(p) == "*"})
			}
			if leaf := v.parts[len(v.parts)-1]; leaf.star {
				m.stars = append(m.stars, v)
			} else {
				m.byLeaf[leaf.key] = append(m.byLeaf[leaf.key], v)
			}
		}
	}
	return m
}

// claim is what a field says of one column.
type claim struct {
	column int // in the columns of the header
	field  int // -1 where none
	score  int
	weak   bool
	more   bool
	exact  bool      // the lowest header agrees in its accents too
	star   []segment // what "*" stood for
	path   []segment
}

// claims gives every claim on a column with this header path, one a field at most.
func (m *matcher) claims(path []segment) []claim {
	if len(path) == 0 {
		return nil
	}
	var list []claim
	try := func(vs []variant) {
		for _, v := range vs {
			score, star, ok := match(v.parts, path, true)
			if !ok {
				continue
			}
			if len(star) == 1 && m.total >= 0 && isTotal(star[0].text) { // "Cộng" names no form
				v.field = m.total
			}
			c := claim{field: v.field, score: score, weak: v.weak, more: v.more, star: star, path: path}
			c.exact = len(star) == 0 && v.parts[len(v.parts)-1].meets(path[len(path)-1]) > 4
			at := slices.IndexFunc(list, func(o claim) bool { return o.field == c.field })
			switch {
			case at < 0:
				list = append(list, c)
			case list[at].weak && !c.weak || list[at].weak == c.weak && c.score > list[at].score:
				list[at] = c
			}
		}
	}
	leaf := path[len(path)-1]
	try(m.byLeaf[leaf.keys[0]])
	if leaf.keys[1] != leaf.keys[0] {
		try(m.byLeaf[leaf.keys[1]])
	}
	try(m.stars)
	if slices.ContainsFunc(list, func(c claim) bool { return c.exact && !c.weak }) { // Nam is no Năm
		list = slices.DeleteFunc(list, func(c claim) bool { return !c.exact && len(c.star) == 0 })
	}
	return list
}

// match holds a variant against a path, from the leaf upwards. Parents may be left out
// of the variant; "*" stands for one segment or several with none between it and its
// neighbours.
func match(parts []part, path []segment, anchored bool) (score int, star []segment, ok bool) {
	if len(parts) == 0 {
		return 0, nil, true
	}
	last := parts[len(parts)-1]
	rest := parts[:len(parts)-1]
	if last.star {
		for n := 1; n <= len(path); n++ {
			if s, _, ok := match(rest, path[:len(path)-n], true); ok {
				return s + 1, path[len(path)-n:], true
			}
		}
		return 0, nil, false
	}
	for at := len(path) - 1; at >= 0; at-- {
		if s := last.meets(path[at]); s > 0 {
			if more, star, ok := match(rest, path[:at], false); ok {
				return s + more, star, true
			}
		}
		if anchored {
			break
		}
	}
	return 0, nil, false
}

// meets scores one header text against one part: more where the accents agree too.
func (p part) meets(s segment) int {
	switch {
	case p.key != s.keys[0] && p.key != s.keys[1]:
		return 0
	case p.plain == s.plains[0]:
		return 6
	case p.plain == s.plains[1]:
		return 5
	default:
		return 4
	}
}

// repeats says whether several columns may hold one field.
func (l *Layout) repeats(f *Field) bool {
	return f.Forms || f.Left != "" || l.Shape.Named() && (f.Code == "form" || f.Code == "workplace")
}
