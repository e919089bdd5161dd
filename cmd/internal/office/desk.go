package office

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest"
	"tdkt/ingest/load"
)

// desk is what the board sees when it decides: the returns as they stand, their findings, its own log.
type desk struct {
	returns  []deskReturn
	findings []deskFinding
	log      []load.Decision
	ref      *data.Reference
}

type deskReturn struct{ ID, File, Unit, Form, Period, Status string }

type deskFinding struct {
	Return, File, Sheet, Cell, Code, Severity, State string
	BoardNo                                          int
}

func readDesk(ctx context.Context, db *sql.DB) (d desk, err error) {
	if d.log, err = load.Decisions(ctx, db); err != nil {
		return d, err
	}
	if d.ref, err = ingest.Known(ctx, db); err != nil {
		return d, err
	}
	d.returns, err = load.Gather(ctx, db, "select return_id, file_name, unit_code, form_of_return, period, status from fct_return order by file_name, return_id",
		func(rows *sql.Rows) (r deskReturn, err error) {
			return r, rows.Scan(&r.ID, &r.File, &r.Unit, &r.Form, &r.Period, &r.Status)
		})
	if err != nil {
		return d, err
	}
	d.findings, err = load.Gather(ctx, db, `select return_id, source_file, source_sheet, source_cell, code, severity, state, board_no
		from fct_finding order by finding_id`, func(rows *sql.Rows) (f deskFinding, err error) {
		return f, rows.Scan(&f.Return, &f.File, &f.Sheet, &f.Cell, &f.Code, &f.Severity, &f.State, &f.BoardNo)
	})
	return d, err
}

// weigh says which rows the log takes for a motion, or why it takes none.
func (d desk) weigh(m Motion) ([]load.Decision, error) {
	if strings.TrimSpace(m.Reason) == "" {
		return nil, refuse("reason")
	}
	switch m.Action {
	case load.Undo:
		return d.weighUndo(m.No)
	case load.Map:
		return d.weighMap(m.Alias)
	case load.Accept:
		return d.weighAccept(m)
	}
	var rows []load.Decision
	for _, target := range m.Targets {
		r, err := d.find(target)
		if err != nil {
			return nil, err
		}
		if err := d.weighReturn(m.Action, r); err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(rows, func(o load.Decision) bool { return o.Target == r.ID }) {
			rows = append(rows, load.Decision{Action: m.Action, Target: r.ID})
		}
	}
	return rows, nil
}

// find finds a return by its id, by the name of its file, or by the end of that name, where it is the only one.
func (d desk) find(name string) (deskReturn, error) {
	var found []deskReturn
	for _, fits := range []func(deskReturn) bool{
		func(r deskReturn) bool { return r.ID == name },
		func(r deskReturn) bool { return r.File == name },
		func(r deskReturn) bool { return strings.HasSuffix(r.File, "/"+name) },
	} {
		for _, r := range d.returns {
			if fits(r) {
				found = append(found, r)
			}
		}
		if len(found) == 1 {
			return found[0], nil
		}
		if len(found) > 1 {
			r := Refusal{Key: "board_several", Args: []any{name, len(found)}}
			for _, f := range found {
				r.List = append(r.List, strings.Join([]string{f.ID, f.File, f.Form, f.Unit, f.Period, f.Status}, " · "))
			}
			return deskReturn{}, r
		}
	}
	return deskReturn{}, refuse("board_no_return", name)
}

// governs gives the decision in force over a return: the last of withdraw, hold and release.
func (d desk) governs(id string) (last load.Decision) {
	for _, x := range load.InForce(d.log) {
		if x.Target == id && (x.Action == load.Withdraw || x.Action == load.Hold || x.Action == load.Release) {
			last = x
		}
	}
	return last
}

// lacking are findings of a return that has no place to count in: no decision mends that.
var lacking = []string{"unit-not-stated", "unit-unknown-head", "year-not-stated"}

// weighReturn says why an action on a return would be wrong.
func (d desk) weighReturn(action string, r deskReturn) error {
	now := d.governs(r.ID)
	switch {
	case now.Action != "" && (now.Action == action || r.Status == "withdrawn" || action == load.Release && now.Action == load.Hold ||
		action == load.Hold && now.Action == load.Release):
		return refuse("board_stands_"+now.Action, r.File, now.No, now.No)
	case action == load.Withdraw:
		return nil
	case action == load.Hold && r.Status != "accepted" && r.Status != "accepted_with_warnings":
		return refuse("board_not_counted_"+r.Status, r.File)
	case action == load.Release && r.Status != "held":
		return refuse("board_not_held_"+strings.TrimSuffix(r.Status, "_with_warnings"), r.File)
	case action == load.Release:
		for _, f := range d.findings {
			if f.Return == r.ID && slices.Contains(lacking, f.Code) {
				return refuse("board_"+strings.ReplaceAll(f.Code, "-", "_"), r.File)
			}
		}
	}
	return nil
}

func (d desk) weighUndo(no int) ([]load.Decision, error) {
	at := slices.IndexFunc(d.log, func(x load.Decision) bool { return x.No == no })
	if at < 0 {
		return nil, refuse("board_no_decision", no)
	}
	row, last := d.log[at], 0
	for _, x := range d.log {
		if x.Root == row.Root && x.Action == load.Undo {
			last = x.No
		}
	}
	holds := slices.ContainsFunc(load.InForce(d.log), func(x load.Decision) bool { return x.No == row.Root })
	switch {
	case row.Action != load.Undo && !holds:
		return nil, refuse("board_undone", no, last, last)
	case row.Action == load.Undo && no != last:
		return nil, refuse("board_undo_not_last", no, last, last)
	}
	return []load.Decision{{Action: load.Undo, Target: row.Target, Undoes: no, Root: row.Root}}, nil
}

// weighMap holds a mapped name to the lists: a known name keeps its meaning, and the code is there.
func (d desk) weighMap(a data.BoardAlias) ([]load.Decision, error) {
	switch {
	case data.Key(a.Name) == "":
		return nil, refuse("board_map_empty")
	case !slices.Contains(data.AliasKinds, a.Kind):
		return nil, refuse("board_map_kind", a.Kind, strings.Join(data.AliasKinds, ", "))
	case (a.Valid != data.Period{}) && !data.AliasDated(a.Kind):
		return nil, refuse("board_map_dated", a.Kind)
	case !a.Valid.To.IsZero() && a.Valid.To.Before(a.Valid.From):
		return nil, refuse("board_map_reversed", a.Valid.From.String(), a.Valid.To.String())
	}
	if a.Code = d.codeOf(a.Kind, a.Code); a.Code == "" {
		r := Refusal{Key: "board_map_code", Args: []any{a.Kind}}
		if codes := d.ref.CodesOf(a.Kind); len(codes) <= 20 {
			r.List = codes
		}
		return nil, r
	}
	if !d.ref.CodeHolds(a) {
		return nil, refuse("board_map_not_then", a.Code)
	}
	if d.ref.KnowsName(a) {
		return nil, refuse("board_map_known", a.Name, a.Kind)
	}
	return []load.Decision{{Action: load.Map, Target: a.Name, Kind: a.Kind, Code: a.Code, Valid: a.Valid}}, nil
}

// codeOf is a code as given, or the one that a name of the lists stands for.
func (d desk) codeOf(kind, text string) string {
	if d.ref.KnowsCode(kind, text) {
		return text
	}
	switch kind {
	case "unit":
		if units := d.ref.UnitsNamed(text, "", data.Date{}); len(units) == 1 {
			return units[0].Code
		}
	case "form":
		m, _ := d.ref.ResolveForm(text, data.Date{})
		return m.Code
	case "achievement":
		code, _ := d.ref.AchievementByAlias(text)
		return code
	case "class":
		code, _ := d.ref.ClassByAlias(text)
		return code
	case "authority":
		who, _ := d.ref.ResolveAuthority(text)
		return who.Level
	}
	return ""
}

// weighAccept finds the findings meant and holds each to what can be accepted.
func (d desk) weighAccept(m Motion) ([]load.Decision, error) {
	name, sheet, cell := m.Targets[0], "", ""
	if last := strings.LastIndexByte(name, '!'); last > 0 && strings.Count(name, "!") >= 2 {
		before := strings.LastIndexByte(name[:last], '!')
		name, sheet, cell = name[:before], name[before+1:last], strings.ToUpper(name[last+1:])
	}
	var of []deskFinding
	known := false
	for _, r := range d.returns {
		if r.ID != name && r.File != name && !strings.HasSuffix(r.File, "/"+name) {
			continue
		}
		known = true
		for _, f := range d.findings {
			if f.Return == r.ID && (m.Finding == "" || f.Code == m.Finding) && (cell == "" || f.Sheet == sheet && f.Cell == cell) {
				of = append(of, f)
			}
		}
	}
	open := slices.DeleteFunc(slices.Clone(of), func(f deskFinding) bool { return f.State != "open" })
	switch {
	case !known:
		return nil, refuse("board_no_return", name)
	case len(of) == 0:
		return nil, refuse("board_no_finding", m.Targets[0])
	case len(open) == 0:
		return nil, refuse("board_not_open", m.Targets[0], of[0].Code, of[0].State)
	case len(open) > 1 && !m.All:
		r := Refusal{Key: "board_several_findings", Args: []any{m.Targets[0], len(open)}}
		for _, f := range open {
			r.List = append(r.List, fmt.Sprintf("%s!%s!%s · %s", f.File, f.Sheet, f.Cell, f.Code))
		}
		return nil, r
	}
	var rows []load.Decision
	for _, f := range open {
		if err := d.weighFinding(f); err != nil {
			return nil, err
		}
		row := load.Decision{Action: load.Accept, Target: f.Return, Finding: f.Code, Sheet: f.Sheet, Cell: f.Cell}
		if !slices.Contains(rows, row) {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// weighFinding says why a finding cannot be accepted: without a figure there is nothing to accept.
func (d desk) weighFinding(f deskFinding) error {
	if f.Severity != "error" {
		return nil
	}
	at := slices.IndexFunc(d.returns, func(r deskReturn) bool { return r.ID == f.Return })
	switch r := d.returns[at]; {
	case r.Status == "refused":
		return refuse("board_refusing", f.Code, r.File)
	case f.Code == "second-return":
		return refuse("board_second_return", r.File)
	case slices.Contains(lacking, f.Code):
		return refuse("board_"+strings.ReplaceAll(f.Code, "-", "_"), r.File)
	}
	return nil
}
