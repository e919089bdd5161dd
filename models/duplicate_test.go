package models

import (
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Guards that an award of a kind that is not known is compared too: two rows with null are no pair for "=".
func TestDuplicatesOfAnUnknownKind(t *testing.T) {
	text, err := fs.ReadFile(embedded, "intermediate/int_duplicate.sql")
	if err != nil {
		t.Fatal(err)
	}
	db := warehouse(t, "", "")
	execute(t, db, `create table int_award as select *, 'counted' as standing, date '2025-01-02' as receipt_on from raw_award`)
	execute(t, db, "create table int_award_event (target_award_id varchar)")
	for _, row := range []string{"'a1', 'r1', null", "'a2', 'r2', null", "'a3', 'r1', 'individual'", "'a4', 'r2', 'collective'"} {
		execute(t, db, `insert into int_award (award_id, return_id, recipient_kind, is_proposal, unit_code, recipient_name, birth_year, name_key, recipient_key,
			form_code, award_year, decision_no, movement, achievement_code, source_file, source_sheet, source_row, name_cell, standing, receipt_on)
			values (`+row+`, false, 'u1', 'N', 1980, 'n', 'n|k', 'ldtt', 2024, '1', '', 'thuong_xuyen', 'f', 'S', 1, 'B1', 'counted', date '2025-01-02')`)
	}
	got := rowsOf(t, db, "select award_id, first_award_id from ("+string(text)+") as d order by award_id")
	if d := cmp.Diff([][]string{{"a2", "a1"}}, got); d != "" {
		t.Error(d)
	}
}
