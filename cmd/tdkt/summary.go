package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"tdkt/cmd/internal/office"
	"tdkt/data"
	"tdkt/ingest"
	"tdkt/ingest/finding"
)

// tellReceived prints what came in and what became of it: returns by status, rows and cells
// as read = used + excluded + rejected.
func (a *app) tellReceived(got office.Received) {
	count, files := map[string]int{}, map[string][]string{}
	var rows, cells [4]int64
	for _, s := range got.Returns {
		count[s.Status]++
		files[s.Status] = append(files[s.Status], finding.OneLine(s.File))
		for i, n := range []int64{s.RowsRead, s.RowsUsed, s.RowsExcluded, s.RowsRejected} {
			rows[i] += n
		}
		for i, n := range []int64{s.CellsRead, s.CellsUsed, s.CellsExcluded, s.CellsRejected} {
			cells[i] += n
		}
	}
	all := a.texts.Get("cmd.sum.files_are", len(got.Report.Files), got.Report.Count(ingest.Read), got.Report.Count(ingest.Already))
	returns := a.texts.Get("cmd.sum.returns_are", len(got.Returns), count["accepted"]+count["accepted_with_warnings"],
		count["accepted_with_warnings"], count["refused"], count["held"], count["superseded"])
	lines := [][2]string{{a.texts.Get("cmd.sum.files"), all}, {a.texts.Get("cmd.sum.returns"), returns}}
	for _, status := range []string{"refused", "held"} {
		if names := slices.Compact(files[status]); len(names) > 0 {
			lines = append(lines, [2]string{a.texts.Get("cmd.sum." + status), firstOf(names)})
		}
	}
	a.tellLines(append(lines, [2]string{a.texts.Get("cmd.sum.rows"), a.conserved(rows)}, [2]string{a.texts.Get("cmd.sum.cells"), a.conserved(cells)}))
}

// firstOf lists at most twenty names and counts the rest.
func firstOf(names []string) string {
	if more := len(names) - finding.Limit; more > 0 {
		return strings.Join(names[:finding.Limit], ", ") + fmt.Sprintf(", … +%d", more)
	}
	return strings.Join(names, ", ")
}

func (a *app) conserved(n [4]int64) string {
	return a.texts.Get("cmd.sum.conserved", a.number(n[0]), a.number(n[1]), a.number(n[2]), a.number(n[3]))
}

// tellHeadline prints the five headline figures of a year beside the year before.
func (a *app) tellHeadline(h office.Headline) {
	lines := [][2]string{
		{a.texts.Get("cmd.sum.awards"), a.change(h.Awards)},
		{a.texts.Get("cmd.sum.state"), a.change(h.State)},
		{a.texts.Get("cmd.sum.workers"), a.share(h.Workers)},
		{a.texts.Get("cmd.sum.women"), a.share(h.Women)},
		{a.texts.Get("cmd.sum.youth"), a.share(h.Youth)},
	}
	fmt.Fprintln(a.Out, a.texts.Get("cmd.sum.year", h.Year, h.Complete.Words(a.lang)))
	a.tellLines(lines)
}

// change words a count beside that of the year before; what nobody stated is a dash, never 0.
func (a *app) change(c office.Count) string {
	if c.Now == nil {
		return "–"
	}
	if c.Before == nil {
		return a.number(*c.Now)
	}
	return a.texts.Get("cmd.sum.against", a.number(*c.Now), a.number(*c.Before))
}

// share words a ratio with its denominator and its unknown share.
func (a *app) share(s office.Share) string {
	if s.Yes == nil || s.Of == 0 {
		return "–"
	}
	return a.texts.Get("cmd.sum.share", data.FormatPercent(a.lang, float64(*s.Yes)/float64(s.Of)), a.number(*s.Yes), a.number(s.Of),
		data.FormatPercent(a.lang, float64(s.Unknown)/float64(s.Of)))
}

func (a *app) number(n int64) string { return data.FormatInt(a.lang, n) }

// tellLines prints pairs in two columns, by the width people see.
func (a *app) tellLines(lines [][2]string) {
	widest := 0
	for _, l := range lines {
		widest = max(widest, utf8.RuneCountInString(l[0]))
	}
	for _, l := range lines {
		fmt.Fprintf(a.Out, "  %s%s  %s\n", l[0], strings.Repeat(" ", widest-utf8.RuneCountInString(l[0])), l[1])
	}
}
