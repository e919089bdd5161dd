package grid

import (
	"cmp"
	"strconv"
	"strings"
)

// odsStyles are the styles of a document by family and name. A style says what it changes; its parent says the rest, and what
// no parent says stands in the default of the family.
type odsStyles struct {
	fonts   map[string]string // font faces: name in the document -> family
	written map[odsStyleKey]odsStyle
	cells   map[string]style // resolved
}

type odsStyleKey struct{ family, name string }

// odsStyle is a style as written.
type odsStyle struct {
	parent       string
	font         string // "" says nothing
	bold, strike answer
	shifted      answer
	hidden       bool // a sheet that is not shown; a row or column of no size
}

// answer is yes, no or nothing said.
type answer int8

const (
	unsaid answer = iota
	no
	yes
)

func (a answer) over(before bool) bool {
	if a == unsaid {
		return before
	}
	return a == yes
}

func answered(is bool) answer {
	if is {
		return yes
	}
	return no
}

func newODSStyles() odsStyles {
	return odsStyles{fonts: map[string]string{}, written: map[odsStyleKey]odsStyle{}, cells: map[string]style{}}
}

func (s *odsStyles) faces(x *pull) error {
	return x.children(func(string) error {
		if family := firstFamily(x.attr("font-family")); family != "" {
			s.fonts[x.attr("name")] = family
		}
		return s.few(x.part)
	})
}

// firstFamily is the first font of a list as CSS writes it, without quotation marks.
func firstFamily(list string) string {
	list = strings.TrimSpace(list)
	if list == "" {
		return ""
	}
	if q := list[0]; q == '\'' || q == '"' {
		if name, _, closed := strings.Cut(list[1:], string(q)); closed {
			return strings.TrimSpace(name)
		}
	}
	name, _, _ := strings.Cut(list, ",")
	return strings.Trim(name, " '\"")
}

// read takes the styles below the element that has just started.
func (s *odsStyles) read(x *pull) error {
	clear(s.cells)
	return x.children(func(name string) error {
		key := odsStyleKey{x.attr("family"), x.attr("name")}
		switch name {
		case "style":
		case "default-style":
			key.name = ""
		default:
			return nil
		}
		st := odsStyle{parent: x.attr("parent-style-name")}
		err := x.children(func(name string) error {
			switch name {
			case "text-properties":
				s.textProperties(x, &st)
			case "table-properties":
				st.hidden = string(x.raw("display")) == "false"
			case "table-row-properties":
				st.hidden = noSize(x.raw("row-height"))
			case "table-column-properties":
				st.hidden = noSize(x.raw("column-width"))
			}
			return nil
		})
		if s.written[key] = st; err != nil {
			return err
		}
		return s.few(x.part)
	})
}

// few holds the bound of fonts and styles.
func (s *odsStyles) few(part string) error {
	if len(s.fonts)+len(s.written) > maxStyles {
		return tooManyStyles(part)
	}
	return nil
}

func (s *odsStyles) textProperties(x *pull, st *odsStyle) {
	if face := x.attr("font-name"); face != "" {
		st.font = face
		if family, known := s.fonts[face]; known {
			st.font = family
		}
	}
	if family := firstFamily(x.attr("font-family")); family != "" {
		st.font = family
	}
	if w := x.attr("font-weight"); w != "" {
		st.bold = answered(isBold(w))
	}
	if v := x.attr("text-position"); v != "" {
		st.shifted = answered(v[0] != '0') // "super 58%", "-33% 58%", "0% 100%"
	}
	for _, name := range []string{"text-line-through-style", "text-line-through-type"} {
		if v := x.attr(name); v != "" && st.strike != no {
			st.strike = answered(v != "none")
		}
	}
}

// isBold reads a weight as CSS writes it.
func isBold(weight string) bool {
	if n, err := strconv.Atoi(weight); err == nil {
		return n >= 600
	}
	return weight == "bold" || weight == "bolder"
}

// noSize reads a height or width ("0.45cm") that is nought.
func noSize(length []byte) bool {
	digits := strings.TrimRight(string(length), "abcdefghijklmnopqrstuvwxyz%")
	return isZero([]byte(digits))
}

// maxParents bounds how many styles stand on each other, so that a circle ends.
const maxParents = 64

// chain gives a style and its parents, the nearest first.
func (s *odsStyles) chain(family, name string) []odsStyle {
	var out []odsStyle
	for name != "" && len(out) < maxParents {
		st, known := s.written[odsStyleKey{family, name}]
		if !known {
			break
		}
		out = append(out, st)
		name = st.parent
	}
	return out
}

func (s *odsStyles) apply(base style, chain []odsStyle) style {
	for i := len(chain) - 1; i >= 0; i-- {
		if chain[i].font != "" {
			base.font = chain[i].font
		}
		base.bold = chain[i].bold.over(base.bold)
		base.strike = chain[i].strike.over(base.strike)
		base.shifted = chain[i].shifted.over(base.shifted)
	}
	return base
}

// cell gives the style of cells by name; "" is the default.
func (s *odsStyles) cell(name string) style {
	if st, known := s.cells[name]; known {
		return st
	}
	base := s.apply(style{}, []odsStyle{s.written[odsStyleKey{"table-cell", ""}]})
	st := s.apply(base, s.chain("table-cell", cmp.Or(name, "Default")))
	s.cells[name] = st
	return st
}

// span gives the style of a part of a text that stands in another.
func (s *odsStyles) span(name string, around style) style {
	return s.apply(around, s.chain("text", name))
}

// hides says whether a style leaves its sheet, row or column out of sight.
func (s *odsStyles) hides(family, name string) bool {
	for _, st := range s.chain(family, name) {
		if st.hidden {
			return true
		}
	}
	return false
}
