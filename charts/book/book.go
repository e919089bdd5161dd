package book

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/charts/ooxml"
)

// Write makes the workbook. Equal input gives equal bytes.
func Write(w io.Writer, in Input) error {
	if err := in.check(); err != nil {
		return fmt.Errorf("summary workbook: %w", err)
	}
	c := newComposer(in)
	sheets := c.plan()
	if len(c.faults) > 0 {
		return errors.New("summary workbook: " + strings.Join(c.faults, "; "))
	}
	x := excelize.NewFile()
	defer func() { _ = x.Close() }() // nothing of it is on disk
	b := &book{File: x, c: c, styles: map[style]int{}}
	if err := b.write(sheets); err != nil {
		return fmt.Errorf("summary workbook: %w", err)
	}
	raw, err := x.WriteToBuffer()
	if err != nil {
		return fmt.Errorf("summary workbook: %w", err)
	}
	out, err := ooxml.DrawnFormulas(raw.Bytes(), b.points, b.plots)
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

// plan makes all sheets, in the order of the workbook.
func (c *composer) plan() []*sheet {
	series, forms, levels := c.series(), c.byForm(), c.byLevel()
	people, classes, marked := c.formPeople(), c.classes(), c.marksSheet()
	achievements, crossed := c.byAchievement(), c.formAchievement()
	units, clusters, members := c.units(), c.clusters(), c.clusterUnits()
	tables := []*sheet{series, forms, levels, people, classes, marked, achievements, crossed, units, clusters, members}
	if c.in.Before != 0 {
		tables = append(tables, c.change())
	}
	tables = append(tables, c.completeness(), c.reconciliation(), c.findings())
	pictures := []*sheet{c.seriesPicture(series), c.formBars(forms), c.stacked("levels", c.partFinding("award_count", c.levels(), c.levelYear), levels, c.shown(levels, c.levels())),
		c.stacked("classes", c.partFinding("individual_count", c.classMembers(), c.all), classes, c.classMembers()), c.marksPicture(marked),
		c.stacked("achievements", c.partFinding("award_count", c.achievements(), c.achievementYear), achievements, c.shown(achievements, c.achievements())),
		c.unitBars(units), c.clusterBars(clusters)}
	meanings := c.definitions()
	from := c.sources(append(append([]*sheet{}, pictures...), tables...))
	contents := c.contents([]group{{"look", pictures}, {"read", tables}, {"explain", []*sheet{meanings, from}}})
	all := append([]*sheet{contents}, pictures...)
	return append(append(all, tables...), meanings, from)
}

// shown are the members that a sheet over the years has rows for.
func (c *composer) shown(s *sheet, all []member) (members []member) {
	labels := map[string]bool{}
	for _, r := range s.rows {
		labels[r.cells[0].value.(string)] = true
	}
	for _, m := range all {
		if labels[m.Label] {
			members = append(members, m)
		}
	}
	return members
}

// rowsBy are the rows of a sheet by their label.
func rowsBy(s *sheet) map[string]int {
	rows := map[string]int{}
	for i, r := range s.rows {
		rows[r.cells[0].value.(string)] = s.head + 1 + i
	}
	return rows
}

func (c *composer) formBars(from *sheet) *sheet {
	labels, rows := rowsBy(from), map[string]int{}
	for _, m := range c.forms() {
		rows[m.Code] = labels[m.Label]
	}
	return c.bars("forms", from, seriesYears, c.forms(), c.formYear, rows, c.all(c.in.Year, "award_count"))
}

func (c *composer) unitBars(from *sheet) *sheet {
	var all []member
	rows := map[string]int{}
	row, last := from.head, ""
	for _, u := range c.unitsOfYear() {
		if u.Kind != last {
			last = u.Kind
			row++
		}
		row++
		all = append(all, member{Code: u.Code, Label: u.Label})
		rows[u.Code] = row
	}
	of := func(_ int, code string) cell { return c.ofUnit(code, "award_count") }
	return c.bars("units", from, 1, all, of, rows, c.all(c.in.Year, "award_count"))
}

func (c *composer) clusterBars(from *sheet) *sheet {
	var all []member
	rows := map[string]int{}
	for i, k := range c.clustersOfYear() {
		all = append(all, member{Code: k.Code, Label: k.Label})
		rows[k.Code] = from.head + 1 + i
	}
	of := func(_ int, code string) cell { return c.ofCluster(code, "award_count") }
	return c.bars("clusters", from, 6, all, of, rows, c.all(c.in.Year, "award_count"))
}
