package report

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/queries/table"
)

// Formula says how a number is made from published figures: (plus − minus − without) / over. Each side is a sum of figure ids;
// without over it is a count. What no return states adds nothing to a sum, but a sum of which nothing is stated is not stated,
// and neither is what it would be taken from or divided into. Only Without, the known parts of a whole, may be unstated: then
// all of the whole is left.
type Formula struct{ Plus, Minus, Without, Over []string }

// Lookup gives the value of a figure id; nil where no return states it.
type Lookup func(id string) *int64

// Amount is the value of a formula: a whole number (Den 1) or a ratio. It is not stated where no return states its figures,
// or where the denominator is nought.
type Amount struct {
	Num, Den int64
	Stated   bool
}

// Value works the formula out.
func (f Formula) Value(of Lookup) Amount {
	plus, stated := sum(of, f.Plus)
	if !stated {
		return Amount{}
	}
	minus, taken := sum(of, f.Minus)
	if f.Minus != nil && !taken {
		return Amount{}
	}
	known, _ := sum(of, f.Without)
	if f.Over == nil {
		return Amount{plus - minus - known, 1, true}
	}
	over, has := sum(of, f.Over)
	if !has || over == 0 {
		return Amount{}
	}
	return Amount{plus - minus - known, over, true}
}

func sum(of Lookup, ids []string) (n int64, stated bool) {
	for _, id := range ids {
		if v := of(id); v != nil {
			n, stated = n+*v, true
		}
	}
	return n, stated
}

// IDs are the figures that the formula asks for.
func (f Formula) IDs() []string { return slices.Concat(f.Plus, f.Minus, f.Without, f.Over) }

// less is the difference of two counts.
func (f Formula) less(g Formula) Formula { return Formula{Plus: f.Plus, Minus: g.Plus} }

// rest is what is left of a count when its known parts are taken away.
func (f Formula) rest(parts ...Formula) Formula {
	for _, p := range parts {
		f.Without = append(f.Without[:len(f.Without):len(f.Without)], p.Plus...)
	}
	return f
}

// share is a count as a part of another.
func (f Formula) share(of Formula) Formula {
	f.Over = of.Plus
	return f
}

// change is a count's growth on another, as a part of that.
func (f Formula) change(on Formula) Formula {
	return Formula{Plus: f.Plus, Minus: on.Plus, Over: on.Plus}
}

// with adds counts up.
func (f Formula) with(g Formula) Formula { return Formula{Plus: slices.Concat(f.Plus, g.Plus)} }

// String writes the formula over figure ids: "a", "a + b - c", "a \\ b", "( a - b ) / ( b )". Ids hold no blanks.
func (f Formula) String() string {
	text := strings.Join(f.Plus, " + ")
	for _, id := range f.Minus {
		text += " - " + id
	}
	for _, id := range f.Without {
		text += ` \ ` + id
	}
	if f.Over == nil {
		return text
	}
	return "( " + text + " ) / ( " + strings.Join(f.Over, " + ") + " )"
}

// ParseFormula reads what String writes.
func ParseFormula(text string) (f Formula, err error) {
	bad := func() (Formula, error) {
		return Formula{}, fmt.Errorf("formula %q: want figure ids joined by +, - and \\, or ( … ) / ( … )", text)
	}
	top := text
	if rest, ok := strings.CutPrefix(text, "( "); ok {
		above, over, both := strings.Cut(rest, " ) / ( ")
		over, ended := strings.CutSuffix(over, " )")
		if !both || !ended {
			return bad()
		}
		top = above
		if f.Over, err = terms(over); err != nil {
			return bad()
		}
	}
	words := strings.Split("+ "+top, " ") // an operator before each id
	if len(words)%2 != 0 {
		return bad()
	}
	for i := 0; i < len(words); i += 2 {
		if _, err := table.ParseFigure(words[i+1]); err != nil {
			return bad()
		}
		switch words[i] {
		case "+":
			f.Plus = append(f.Plus, words[i+1])
		case "-":
			f.Minus = append(f.Minus, words[i+1])
		case `\`:
			f.Without = append(f.Without, words[i+1])
		default:
			return bad()
		}
	}
	if len(f.Plus) == 0 {
		return bad()
	}
	return f, nil
}

func terms(text string) ([]string, error) {
	ids := strings.Split(text, " + ")
	for _, id := range ids {
		if _, err := table.ParseFigure(id); err != nil {
			return nil, err
		}
	}
	return ids, nil
}
