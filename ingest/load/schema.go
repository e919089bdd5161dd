package load

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// kind is the type of a column.
type kind uint8

const (
	text kind = iota
	whole
	flag
	day
	bytes
)

func (k kind) sql() string {
	return [...]string{"varchar", "bigint", "boolean", "date", "blob"}[k]
}

// column is one column of a raw table; columns are nullable where the reader may not know.
type column struct {
	name string
	kind kind
}

// raw is one raw table with its columns in order.
type raw struct {
	name    string
	columns []column
}

// columns reads "a b c:whole" as columns; a name without a kind is text.
func columns(spec string) []column {
	kinds := map[string]kind{"whole": whole, "flag": flag, "day": day, "bytes": bytes}
	var out []column
	for _, word := range strings.Fields(spec) {
		name, k, _ := strings.Cut(word, ":")
		out = append(out, column{name, kinds[k]})
	}
	return out
}

// list names the columns in order, parted by commas.
func (r raw) list() string {
	names := make([]string, len(r.columns))
	for i, c := range r.columns {
		names[i] = c.name
	}
	return strings.Join(names, ", ")
}

// The raw tables. Names and columns are public: models read them.
var (
	rawFile = raw{"raw_file", columns(`file_hash file_name byte_size:whole fingerprint
		received_on:day sender revises revises_mark note content:bytes intake_no:whole
		received_text received_cell sender_cell register_file
		reader_print layouts_print rules_print reference_print board_print register_print`)}
	rawReturn = raw{"raw_return", columns(`return_id file_hash file_name sheet_name ordinal:whole
		form_of_return unit_code sender_code province_code period part report_year:whole scope outcome
		is_revision:flag revision_mark revises_file revises_return_id dated_on:day received_on:day
		rows_read:whole rows_used:whole rows_excluded:whole rows_rejected:whole
		cells_read:whole cells_used:whole cells_excluded:whole cells_rejected:whole intake_no:whole role is_zero:flag`)}
	rawRow = raw{"raw_row", columns(`return_id sheet_name row_no:whole row_kind disposition reason`)}

	rawCell = raw{"raw_cell", columns(`return_id sheet_name source_cell row_no:whole col_no:whole
		cell_text field disposition reason`)}
	rawFinding = raw{"raw_finding", columns(`return_id finding_no:whole source_file source_sheet source_cell
		code severity got want_vi want_en mend_vi mend_en`)}
	rawAward = raw{"raw_award", columns(`award_id return_id is_proposal:flag unit_code sender_code
		workplace_code workplace_text decided_by recipient_kind recipient_name birth_on:day birth_year:whole
		recipient_key name_key form_code level_code achievement_code movement field_code decision_no decided_on:day
		award_year:whole beneficiary_class is_woman:flag is_ethnic_minority:flag is_religious:flag
		is_small_collective:flag is_enterprise:flag event source_file source_sheet source_row:whole
		name_cell form_cell gender_cell birth_cell class_cell`)}
	rawTally = raw{"raw_tally", columns(`return_id unit_code sender_code award_year:whole form_code level_code
		measure achievement_code amount:whole source_file source_sheet source_cell recipient_kind`)}
	rawDeclared = raw{"raw_declared", columns(`return_id unit_code award_year:whole form_code
		source_sheet source_cell`)}
	rawPrinted = raw{"raw_printed", columns(`return_id unit_code award_year:whole form_code measure
		printed:whole computed:whole source_file source_sheet source_cell`)}
	// a figure that is no award: statistic is the meaning of its row, column_code that of its column (data/layouts, shape figures)
	rawStatistic = raw{"raw_statistic", columns(`return_id unit_code sender_code report_year:whole measure statistic column_code
		amount:whole source_file source_sheet source_cell`)}
	rawListed = raw{"raw_listed", columns(`return_id list_code source_sheet source_cell source_row:whole
		name code kind means means_name parent_code official_code period role of_place valid_from:day valid_to:day due_on:day
		year:whole note amount:whole`)}
	rawPerson = raw{"raw_person", columns(`person_id return_id list_code unit_code sender_code workplace_code workplace_text recipient_kind
		recipient_name birth_on:day birth_year:whole recipient_key name_key role_code level_code person_year:whole sector_code field_code status_code
		beneficiary_class is_woman:flag is_ethnic_minority:flag is_religious:flag is_young:flag is_direct_worker:flag source_file source_sheet source_row:whole
		name_cell role_cell gender_cell birth_cell class_cell sector_cell ethnic_cell religion_cell young_cell field_cell kind_cell unit_cell`)}
)

// rawBoard is the log of the board's decisions: rows are added, never changed. target is a return_id, for map a name
// as written, for undo empty. finding_code and the place name an accepted finding of the target; kind and code what a
// name means, on the days from valid_from to valid_to. source is "command", else the return_id of the file that says so.
// undoes is the row taken back, root_no the decision at the root of its chain (board_no itself where it undoes nothing).
var rawBoard = raw{"raw_board", columns(`board_no:whole action target finding_code source_sheet source_cell
	kind code valid_from:day valid_to:day reason decided_on:day decided_by source undoes:whole root_no:whole`)}

// ofReturn are the tables that hang on a return, in the order in which they are written.
var ofReturn = []raw{rawReturn, rawRow, rawCell, rawFinding, rawAward, rawTally, rawDeclared, rawPrinted, rawStatistic, rawListed, rawPerson}

// Create makes the raw tables, and the columns of them, that are not there yet.
func Create(ctx context.Context, db *sql.DB) error {
	standing, err := Gather(ctx, db, `select table_name || '.' || column_name from duckdb_columns()
		where database_name = current_database() and schema_name = 'main' and starts_with(table_name, 'raw_')`,
		func(rows *sql.Rows) (name string, err error) { return name, rows.Scan(&name) })
	if err != nil {
		return fmt.Errorf("raw tables: %w", err)
	}
	for _, t := range append([]raw{rawFile, rawBoard}, ofReturn...) {
		lines := make([]string, len(t.columns))
		for i, c := range t.columns {
			lines[i] = c.name + " " + c.kind.sql()
		}
		if !slices.ContainsFunc(standing, func(s string) bool { return strings.HasPrefix(s, t.name+".") }) {
			if _, err := db.ExecContext(ctx, "create table "+t.name+" ("+strings.Join(lines, ", ")+")"); err != nil {
				return fmt.Errorf("create %s: %w", t.name, err)
			}
			continue
		}
		for i, c := range t.columns { // a warehouse made before a column was added
			if slices.Contains(standing, t.name+"."+c.name) {
				continue
			}
			if _, err := db.ExecContext(ctx, "alter table "+t.name+" add column "+lines[i]); err != nil {
				return fmt.Errorf("add %s.%s: %w", t.name, c.name, err)
			}
		}
	}
	return nil
}
