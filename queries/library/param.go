package library

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tdkt/queries/table"
)

func (p *parser) param(value string) error {
	head, attrs, err := split(value, "vi", "en")
	if err != nil {
		return fmt.Errorf("param: %w", err)
	}
	words := strings.Fields(head)
	if len(words) < 3 || !columnName.MatchString(words[0]) {
		return fmt.Errorf("param %q: want a name, a kind and default=…", head)
	}
	a := Param{Name: words[0], About: table.Text{VI: attrs["vi"], EN: attrs["en"]}}
	if slices.ContainsFunc(p.q.Params, func(b Param) bool { return b.Name == a.Name }) {
		return fmt.Errorf("param %s: stands twice", a.Name)
	}
	if words[1] == "period" {
		a.Takes = TakesAny
	} else if a.Kind, err = table.ParseKind(words[1]); err != nil {
		return fmt.Errorf("param %s: %w", a.Name, err)
	}
	if a.About.VI == "" || a.About.EN == "" {
		return fmt.Errorf("param %s: no words in both languages", a.Name)
	}
	if err := a.limits(words[2:]); err != nil {
		return fmt.Errorf("param %s: %w", a.Name, err)
	}
	if _, err := a.Parse(a.Default); err != nil {
		return fmt.Errorf("default of %w", err)
	}
	p.q.Params = append(p.q.Params, a)
	return nil
}

func (a *Param) limits(words []string) error {
	var hasDefault bool
	for _, w := range words {
		k, v, ok := strings.Cut(w, "=")
		var err error
		switch {
		case ok && k == "default":
			a.Default, hasDefault = v, true
		case ok && k == "min" && a.Kind == table.KindInt:
			a.Min, err = strconv.ParseInt(v, 10, 64)
		case ok && k == "max" && a.Kind == table.KindInt:
			a.Max, err = strconv.ParseInt(v, 10, 64)
		case ok && k == "takes" && a.Takes != "":
			if a.Takes = Takes(v); a.Takes != TakesAny && a.Takes != TakesYears {
				return fmt.Errorf("%q: want takes=years or takes=any", w)
			}
		case ok && k == "sets" && a.Takes != "":
			a.Sets = strings.Split(v, ",")
		case ok && k == "values" && a.Kind == table.KindText && a.Takes == "":
			a.Values = strings.Split(v, ",")
		default:
			return fmt.Errorf("%q: want default=, for a number min= max=, for text values=, for a period takes= sets=", w)
		}
		if err != nil {
			return fmt.Errorf("%q: want a whole number", w)
		}
	}
	if !hasDefault {
		return fmt.Errorf("no default")
	}
	if a.Kind == table.KindInt && a.Max <= a.Min {
		return fmt.Errorf("want min= and max= for a number")
	}
	return nil
}

// Parse reads a value given for the parameter: int64, float64, bool, string or table.Date; a period as the program writes it.
func (a Param) Parse(text string) (any, error) {
	bad := func(want string) (any, error) {
		return nil, fmt.Errorf("%s: got %q, want %s", a.Name, text, want)
	}
	if a.Takes != "" {
		p, err := a.Period(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.Name, err)
		}
		return p.String(), nil
	}
	switch a.Kind {
	case table.KindInt:
		n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
		if err != nil || n < a.Min || n > a.Max {
			return bad(fmt.Sprintf("a whole number from %d to %d", a.Min, a.Max))
		}
		return n, nil
	case table.KindFloat:
		x, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		if err != nil {
			return bad("a number")
		}
		return x, nil
	case table.KindBool:
		switch strings.TrimSpace(text) {
		case "true":
			return true, nil
		case "false":
			return false, nil
		}
		return bad("true or false")
	case table.KindDate:
		d, err := table.ParseDate(strings.TrimSpace(text))
		if err != nil {
			return bad("a day as yyyy-mm-dd")
		}
		return d, nil
	}
	if a.Values != nil && text != "" && !slices.Contains(a.Values, text) {
		return bad("one of " + strings.Join(a.Values, ", "))
	}
	return text, nil
}

var (
	notCode  = regexp.MustCompile(`(?s)'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/`)
	paramUse = regexp.MustCompile(`\$([A-Za-z_][A-Za-z0-9_]*|[0-9]+)|\?`)
)

// bareSQL is the SQL without its texts and comments.
func bareSQL(sql string) string { return notCode.ReplaceAllString(sql, "''") }

// matchParams holds that header and SQL name the same parameters.
func matchParams(params []Param, code string) error {
	used, known := map[string]bool{}, map[string]bool{}
	for _, p := range params {
		for _, name := range p.bound() {
			known[name] = true
		}
	}
	for _, m := range paramUse.FindAllStringSubmatch(code, -1) {
		used[m[1]] = true
		if !known[m[1]] {
			return fmt.Errorf("the SQL uses %s, which no param line declares", m[0])
		}
	}
	for _, p := range params {
		if len(p.Sets) == 0 && !slices.ContainsFunc(p.bound(), func(name string) bool { return used[name] }) {
			return fmt.Errorf("param %s: the SQL does not use $%s", p.Name, p.Name)
		}
		for _, name := range p.Sets {
			if !slices.ContainsFunc(params, func(b Param) bool { return b.Name == name && b.Kind == table.KindInt }) || len(p.Sets) > 2 {
				return fmt.Errorf("param %s: sets %s: want one or two whole numbers that the query takes", p.Name, name)
			}
		}
	}
	return nil
}
