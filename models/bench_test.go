package models

import (
	"context"
	"path/filepath"
	"testing"
)

// BenchmarkBuild builds and publishes 200,000 listed awards and 5,000 tally cells. Copies of the wide rows
// bound it: what follows row by row from another table is a view.
func BenchmarkBuild(b *testing.B) {
	path := filepath.Join(b.TempDir(), "tdkt.duckdb")
	db := warehouse(b, path, "")
	execute(b, db, "set threads = 2")
	execute(b, db, `insert into raw_return by name
		select 'r' || i as return_id, 'h' || i as file_hash, 'f' || i || '.xlsx' as file_name, 'S' as sheet_name,
			case when i < 100 then 'danh_sach_ca_nhan' else 'mau_02' end as form_of_return, 'u1' as unit_code, 'u1' as sender_code,
			cast(2000 + i % 25 as varchar) as period, 'đợt ' || i as part, 'award' as scope, 'accepted' as outcome,
			date '2024-12-01' as received_on
		from range(120) t(i)`)
	execute(b, db, `insert into raw_award by name
		select 'a' || i as award_id, 'r' || (i % 100) as return_id, false as is_proposal, 'u' || (1 + i % 3) as unit_code, 'u1' as sender_code,
			case when i % 10 = 0 then 'collective' else 'individual' end as recipient_kind, 'N' || i as recipient_name,
			1950 + i % 60 as birth_year, md5('k' || i) as recipient_key, md5('n' || i) as name_key, case when i % 2 = 0 then 'ldtt' else 'bk_tinh' end as form_code, 'so' as level_code,
			'thuong_xuyen' as achievement_code, '12/QĐ' as decision_no, date '2024-12-10' as decided_on, 2000 + i % 25 as award_year,
			case when i % 3 = 0 then 'direct_worker' end as beneficiary_class, i % 2 = 0 as is_woman, 'awarded' as event,
			'f.xlsx' as source_file, 'S' as source_sheet, i as source_row, 'B' || i as name_cell, 'F' || i as form_cell
		from range(200000) t(i)`)
	execute(b, db, `insert into raw_tally by name
		select 'r' || (100 + i % 20) as return_id, 'u1' as unit_code, 'u1' as sender_code, 1990 + i % 5 as award_year, 'ky_niem_chuong' as form_code,
			'so' as level_code, 'award_count' as measure, i as amount, 'f.xlsx' as source_file, 'S' as source_sheet, 'C' || i as source_cell
		from range(5000) t(i)`)
	for b.Loop() {
		build(b, db, "")
		if _, err := Publish(context.Background(), db, path); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(200_000*float64(b.N)/b.Elapsed().Seconds(), "awards/s")
}
