package ingest

import (
	"strings"
	"testing"
)

// TestTheRegistersFaultsOutliveARefresh: what the register said is kept, so that reading again
// without the register finds the same at the same place, and the next ingest has nothing to do.
func TestTheRegistersFaultsOutliveARefresh(t *testing.T) {
	db, dir := warehouse(t), folder(t)
	put(t, dir, map[string][]byte{"a/so-nhan.csv": []byte("file,received_on,sender,revises,note\nlist.xlsx,45/13/2024,Sở Không Có,,x\n")})
	first, err := Ingest(t.Context(), db, []string{dir}, on(2025, 2, 3))
	if err != nil || !strings.Contains(states(first), "date-invalid") || !strings.Contains(states(first), "unit-unknown-head") {
		t.Fatal(states(first), err)
	}
	before := dump(t, db)
	if r, err := Refresh(t.Context(), db, on(2025, 9, 9)); err != nil || r.Count(Already) != 5 {
		t.Error(states(r), err)
	}
	if _, err := db.Exec("update raw_file set fingerprint = 'old'"); err != nil {
		t.Fatal(err)
	}
	if r, err := Refresh(t.Context(), db, on(2025, 9, 9)); err != nil || r.Count(Read) != 5 || dump(t, db) != before {
		t.Error("read again, it is not the same:", states(r), err)
	}
	again, err := Ingest(t.Context(), db, []string{dir}, on(2025, 9, 9))
	if err != nil || again.Count(Read) != 0 || dump(t, db) != before {
		t.Error(states(again), err)
	}
	for _, f := range again.Files[0].Findings {
		if f.Code == "date-invalid" && (f.At.File != "a/so-nhan.csv" || f.At.Cell != "B2" || f.Got != "45/13/2024") {
			t.Errorf("%+v", f)
		}
	}
}
