package office

import (
	"context"
	"database/sql"
	"fmt"

	"tdkt/data"
	"tdkt/ingest"
)

// note adds a line to meta_run: which command ran on which day, how many files it read, and the
// build it published (empty for an ingest). It stays in the warehouse: the published copy holds
// nothing that depends on the day.
func (o *Office) note(ctx context.Context, db *sql.DB, command string, report ingest.Report, build string) error {
	_, err := db.ExecContext(ctx, `create table if not exists meta_run (
		run_no integer, command varchar, run_on date, files_read integer, files_already integer, build_id varchar)`)
	if err == nil {
		_, err = db.ExecContext(ctx, `insert into meta_run select coalesce(max(run_no), 0) + 1, ?, cast(? as date), ?, ?, ? from meta_run`,
			command, data.DateOf(o.Now()).String(), report.Count(ingest.Read), report.Count(ingest.Already), build)
	}
	if err != nil {
		return fmt.Errorf("meta_run: %w", err)
	}
	return nil
}
