package load

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"tdkt/data"
)

// What the board can decide.
const (
	Withdraw = "withdraw" // the return no longer counts, and what it replaced stands again
	Hold     = "hold"     // the return waits, as if the reader had held it
	Release  = "release"  // a held return counts; it replaces the return that stood in its place
	Accept   = "accept"   // a finding is accepted with a reason and is open no more
	Map      = "map"      // an unknown name means a code
	Undo     = "undo"     // an earlier row no longer holds; of an undo: holds again
)

// ByCommand is the source of a decision taken at the keyboard.
const ByCommand = "command"

// Decision is one row of the board's log.
type Decision struct {
	No        int
	Action    string
	Target    string // return_id; for Map the name as written
	Finding   string // code of the accepted finding
	Sheet     string // its place
	Cell      string
	Kind      string // for Map: unit, form, authority, achievement or class
	Code      string // what the name means
	Valid     data.Period
	Reason    string
	DecidedOn data.Date
	DecidedBy string
	Source    string // ByCommand, else the return_id of the file that says so
	Undoes    int    // the row taken back, 0 where none
	Root      int    // the decision at the root of the chain of undos
}

// Decisions lists the board's log in order.
func Decisions(ctx context.Context, db asker) ([]Decision, error) {
	return Gather(ctx, db, `select board_no, action, target, finding_code, source_sheet, source_cell, kind, code, valid_from, valid_to,
			reason, decided_on, decided_by, source, undoes, root_no
		from raw_board order by board_no`, func(rows *sql.Rows) (d Decision, err error) {
		var from, to, on sql.NullTime
		err = rows.Scan(&d.No, &d.Action, &d.Target, &d.Finding, &d.Sheet, &d.Cell, &d.Kind, &d.Code, &from, &to,
			&d.Reason, &on, &d.DecidedBy, &d.Source, &d.Undoes, &d.Root)
		d.Valid = data.Period{From: dayOf(from), To: dayOf(to)}
		d.DecidedOn = dayOf(on)
		return d, err
	})
}

// InForce gives the decisions that hold: a decision with an even number of undos in its chain.
func InForce(log []Decision) []Decision {
	undos := map[int]int{}
	for _, d := range log {
		if d.Action == Undo {
			undos[d.Root]++
		}
	}
	var out []Decision
	for _, d := range log {
		if d.Action != Undo && undos[d.No]%2 == 0 {
			out = append(out, d)
		}
	}
	return out
}

// Decide adds rows to the board's log in one transaction and gives them their numbers. A row that undoes nothing is
// the root of its own chain.
func Decide(ctx context.Context, db *sql.DB, rows []Decision) ([]Decision, error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("board: %w", err)
	}
	defer tx.Rollback() // no effect after Commit
	no := 0
	if err := tx.QueryRowContext(ctx, "select coalesce(max(board_no), 0) from raw_board").Scan(&no); err != nil {
		return nil, fmt.Errorf("board: %w", err)
	}
	out := make([]Decision, len(rows))
	for i, d := range rows {
		no++
		if d.No = no; d.Root == 0 {
			d.Root = no
		}
		out[i] = d
		_, err := tx.ExecContext(ctx, "insert into raw_board ("+rawBoard.list()+") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			d.No, d.Action, d.Target, d.Finding, d.Sheet, d.Cell, d.Kind, d.Code, dayOrNull(d.Valid.From), dayOrNull(d.Valid.To),
			d.Reason, dayOrNull(d.DecidedOn), d.DecidedBy, d.Source, d.Undoes, d.Root)
		if err != nil {
			return nil, fmt.Errorf("board: %w", err)
		}
	}
	return out, tx.Commit()
}

// Unsay removes the newest rows of the log, whose figures did not come out sound and were never published.
func Unsay(ctx context.Context, db *sql.DB, rows []Decision) error {
	for _, d := range rows {
		if _, err := db.ExecContext(ctx, "delete from raw_board where board_no = ?", d.No); err != nil {
			return fmt.Errorf("board: %w", err)
		}
	}
	return nil
}

func dayOrNull(d data.Date) any {
	if d.IsZero() {
		return nil
	}
	return d.Time()
}

// BoardUnits lists the units that the board's own lists add, of the returns that count.
func BoardUnits(ctx context.Context, db *sql.DB) ([]data.Unit, error) {
	rows, err := standingLists(ctx, db, "board_unit")
	if err != nil {
		return nil, err
	}
	var units []data.Unit
	for _, l := range rows {
		units = append(units, data.Unit{Code: l.Code, OfficialCode: l.Official, Name: l.Name, Kind: l.Kind, Parent: l.Parent,
			Province: l.Province, ValidFrom: l.From, ValidTo: l.To, Verified: true})
	}
	return units, nil
}

// BoardEvents lists the changes of units that the board's own lists add, of the returns that count.
func BoardEvents(ctx context.Context, db *sql.DB) ([]data.UnitEvent, error) {
	rows, err := standingLists(ctx, db, "board_event")
	if err != nil {
		return nil, err
	}
	var events []data.UnitEvent
	for _, l := range rows {
		events = append(events, data.UnitEvent{On: l.From, From: l.Code, To: l.Means, Extent: l.Role, Kind: l.Kind, Verified: true, Note: l.Note})
	}
	return events, nil
}

// Heard is an entry of a board's list that counts, with the province of the board.
type Heard struct {
	Listed
	Province string
}

// standingLists gives the entries of the lists of a form that count, in order. Before the first intake none does.
func standingLists(ctx context.Context, db *sql.DB, list string) ([]Heard, error) {
	var there int
	if err := db.QueryRowContext(ctx, "select count(*) from duckdb_tables() where schema_name = 'main' and table_name = 'fct_return'").Scan(&there); err != nil || there == 0 {
		return nil, err
	}
	return Gather(ctx, db, `select l.return_id, l.list_code, l.source_sheet, l.source_cell, l.source_row, l.name, l.code, l.kind, l.means, l.means_name,
			l.parent_code, l.official_code, l.period, l.role, l.of_place, l.valid_from, l.valid_to, l.due_on, l.year, l.note, r.province_code
		from raw_listed as l
		inner join raw_return as r on r.return_id = l.return_id
		inner join fct_return as f on f.return_id = l.return_id and f.status in ('accepted', 'accepted_with_warnings')
		where l.list_code = ?
		order by l.return_id, l.source_sheet, l.source_row, l.code, l.means`, func(rows *sql.Rows) (h Heard, err error) {
		var from, to, due sql.NullTime
		err = rows.Scan(&h.Return, &h.List, &h.Sheet, &h.Cell, &h.Row, &h.Name, &h.Code, &h.Kind, &h.Means, &h.MeansName,
			&h.Parent, &h.Official, &h.Period, &h.Role, &h.Of, &from, &to, &due, &h.Year, &h.Note, &h.Province)
		h.From, h.To, h.Due = dayOf(from), dayOf(to), dayOf(due)
		return h, err
	}, list)
}

// BoardDecisions gives what the board's lists of other names and of accepted findings say, as rows for the log: each
// is of the return that says it. A finding is named by its file; it is sought among the returns that there are.
func BoardDecisions(ctx context.Context, db *sql.DB) ([]Decision, error) {
	names, err := standingLists(ctx, db, "board_alias")
	if err != nil {
		return nil, err
	}
	var out []Decision
	for _, l := range names {
		out = append(out, Decision{Action: Map, Target: l.Name, Kind: l.Kind, Code: l.Means,
			Valid: data.Period{From: l.From, To: l.To}, Reason: l.Note, Source: l.Return})
	}
	accepted, err := standingLists(ctx, db, "board_accept")
	if err != nil {
		return nil, err
	}
	for _, l := range accepted {
		sheet, cell, _ := strings.Cut(l.Of, "!")
		found, err := Gather(ctx, db, `select distinct f.return_id, f.source_sheet, f.source_cell
			from fct_finding as f inner join fct_return as r on r.return_id = f.return_id
			where r.file_name = ? and f.code = ? and (? = '' or f.source_sheet = ?) and (? = '' or f.source_cell = ?)
			order by f.return_id, f.source_sheet, f.source_cell`, func(rows *sql.Rows) (d Decision, err error) {
			d = Decision{Action: Accept, Finding: l.Kind, Reason: l.Note, Source: l.Return}
			err = rows.Scan(&d.Target, &d.Sheet, &d.Cell)
			return d, err
		}, l.Name, l.Kind, sheet, sheet, cell, cell)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}
