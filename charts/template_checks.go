package charts

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// offers sets for each column what its cells take, and what is said where one is entered or takes something else.
func (s *templateSheet) offers() error {
	for i, c := range s.f.Columns {
		if c.Fill == FillNothing {
			continue
		}
		area := s.areaOf(i)
		if area == "" {
			continue
		}
		dv := excelize.NewDataValidation(true)
		dv.Sqref = area
		first := at(i+1, s.first())
		fault := ""
		switch c.Fill {
		case FillChoice:
			dv.SetSqrefDropList(listName(c.List))
			fault = s.t.T("fault.choice")
		case FillCount:
			if err := dv.SetRange(0, mostCount, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween); err != nil {
				return err
			}
			fault = s.t.T("fault.count")
		case FillDay:
			dv.Type, dv.Formula1 = "custom", inXML(dayIn(first, c.Years))
			fault = s.t.T("fault.day", c.Years[0], c.Years[1])
		case FillBirth:
			dv.Type, dv.Formula1 = "custom", inXML(yearIn(first, c.Years))
			fault = s.t.T("fault.birth", c.Years[0], c.Years[1])
		}
		if fault != "" {
			dv.SetError(excelize.DataValidationErrorStyleStop, s.t.T("fault"), fault)
		}
		if c.Help != "" {
			dv.SetInput(cut(c.Head[len(c.Head)-1], 32), cut(c.Help, 255))
		}
		if err := s.AddDataValidation(s.f.Sheet, dv); err != nil {
			return err
		}
	}
	return nil
}

const mostCount = 99_999_999 // as many as the readers take for a count

// areaOf is the open cells of a column, as ranges.
func (s *templateSheet) areaOf(col int) string {
	if s.f.Lines == nil {
		return at(col+1, s.first()) + ":" + at(col+1, s.last())
	}
	var ranges []string
	for i := 0; i < len(s.f.Lines); i++ {
		from := i
		for i < len(s.f.Lines) && !s.f.Lines[i].Heading && (col >= len(s.f.Lines[i].Closed) || !s.f.Lines[i].Closed[col]) {
			i++
		}
		if i > from {
			ranges = append(ranges, at(col+1, s.first()+from)+":"+at(col+1, s.first()+i-1))
		}
	}
	return strings.Join(ranges, " ")
}

// yearIn holds that a cell ends in a year within bounds: it is a year, or a day as text.
func yearIn(cell string, years [2]int) string {
	return fmt.Sprintf(`IFERROR(AND(VALUE(RIGHT(%[1]s,4))>=%[2]d,VALUE(RIGHT(%[1]s,4))<=%[3]d),FALSE)`, cell, years[0], years[1])
}

// dayIn holds that a cell is a day as text, day/month/year, that the calendar has, in a year within bounds. Text stays as it
// was typed; a program that made a date of it might have taken the month for the day.
func dayIn(cell string, years [2]int) string {
	day := fmt.Sprintf(`LEFT(%[1]s,FIND("/",%[1]s)-1)`, cell)
	month := fmt.Sprintf(`MID(%[1]s,FIND("/",%[1]s)+1,LEN(%[1]s)-FIND("/",%[1]s)-5)`, cell)
	return fmt.Sprintf(`IFERROR(AND(DAY(DATE(RIGHT(%[1]s,4),%[3]s,%[2]s))=--%[2]s,--%[3]s<=12,--RIGHT(%[1]s,4)>=%[4]d,--RIGHT(%[1]s,4)<=%[5]d),FALSE)`,
		cell, day, month, years[0], years[1])
}

// inXML writes a formula as the library puts it into a validation: it escapes none.
func inXML(formula string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(formula)
}

// cut shortens a text to so many letters.
func cut(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return text
}

var place = regexp.MustCompile(`\{([a-z_0-9]+)(:?)\}|\[([a-z_0-9]+)\]`)

// checks makes the live checks: colours that come while the form is filled in.
func (s *templateSheet) checks() error {
	fault, err := s.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colourFault}}})
	if err != nil {
		return err
	}
	hint, err := s.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colourHint}}})
	if err != nil {
		return err
	}
	// Of two checks over a cell the first wins: faults before hints.
	for _, hints := range []bool{false, true} {
		colour := fault
		if hints {
			colour = hint
		}
		if !hints {
			if err := s.fillChecks(fault); err != nil {
				return err
			}
		}
		for _, c := range s.f.Checks {
			if c.Hint != hints {
				continue
			}
			for _, code := range c.At {
				areas, err := s.areas(code)
				if err != nil {
					return err
				}
				for _, area := range areas {
					formula, err := s.formula(c.Formula, area)
					if err != nil {
						return err
					}
					if err := s.colour(area, formula, colour); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

func (s *templateSheet) colour(area, formula string, colour int) error {
	return s.SetConditionalFormat(s.f.Sheet, area, []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: formula, Format: &colour, StopIfTrue: true}})
}

// fillChecks colour what a column does not take, for whatever was pasted past its validation.
func (s *templateSheet) fillChecks(colour int) error {
	for i, c := range s.f.Columns {
		for _, area := range strings.Fields(s.areaOf(i)) {
			cell, _, _ := strings.Cut(area, ":")
			var formula string
			switch c.Fill {
			case FillChoice:
				formula = fmt.Sprintf("AND(%s<>\"\",COUNTIF(%s,%s)=0)", cell, listName(c.List), cell)
			case FillCount:
				formula = fmt.Sprintf("AND(%[1]s<>\"\",IFERROR(OR(%[1]s<0,%[1]s<>INT(%[1]s)),TRUE))", cell)
			case FillDay:
				formula = fmt.Sprintf("AND(%s<>\"\",NOT(%s))", cell, dayIn(cell, c.Years))
			case FillBirth:
				formula = fmt.Sprintf("AND(%s<>\"\",NOT(%s))", cell, yearIn(cell, c.Years))
			default:
				continue
			}
			if err := s.colour(area, formula, colour); err != nil {
				return err
			}
		}
	}
	return nil
}

// areas are the cells that a check colours: of a column, or of a line over the columns of figures.
func (s *templateSheet) areas(code string) ([]string, error) {
	if !s.f.Across {
		i := s.column(code)
		if i < 0 {
			return nil, fmt.Errorf("a check at column %s, which is not there", code)
		}
		return strings.Fields(s.areaOf(i)), nil
	}
	row := s.row(code)
	if row == 0 {
		return nil, fmt.Errorf("a check at line %s, which is not there", code)
	}
	var areas []string
	line := s.f.Lines[row-s.first()]
	for i, c := range s.f.Columns {
		if c.Fill == FillCount && (i >= len(line.Closed) || !line.Closed[i]) {
			areas = append(areas, at(i+1, row))
		}
	}
	return areas, nil
}

func (s *templateSheet) column(code string) int {
	for i, c := range s.f.Columns {
		if c.Code == code {
			return i
		}
	}
	return -1
}

// row is the row of a line, 0 where there is none.
func (s *templateSheet) row(code string) int {
	for i, l := range s.f.Lines {
		if l.Code == code {
			return s.first() + i
		}
	}
	return 0
}

// formula fills in the places of a formula for the first cell of an area.
func (s *templateSheet) formula(text, area string) (out string, err error) {
	first, _, _ := strings.Cut(area, ":")
	col, row, err := excelize.CellNameToCoordinates(first)
	if err != nil {
		return "", err
	}
	out = place.ReplaceAllStringFunc(text, func(p string) string {
		m := place.FindStringSubmatch(p)
		if m[3] != "" {
			return listName(m[3])
		}
		if s.f.Across {
			r := s.row(m[1])
			if r == 0 {
				err = fmt.Errorf("a check asks for line %s, which is not there", m[1])
				return p
			}
			name, _ := excelize.CoordinatesToCellName(col, r, false)
			return strings.Replace(name, fmt.Sprint(r), "$"+fmt.Sprint(r), 1)
		}
		i := s.column(m[1])
		if i < 0 {
			err = fmt.Errorf("a check asks for column %s, which is not there", m[1])
			return p
		}
		letters, _ := excelize.ColumnNumberToName(i + 1)
		if m[2] == ":" {
			return fmt.Sprintf("$%s$%d:$%s$%d", letters, s.first(), letters, s.last())
		}
		return fmt.Sprintf("$%s%d", letters, row)
	})
	return out, err
}
