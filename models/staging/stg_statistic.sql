-- stg_statistic: figures that are no awards (movements, bodies, staff), one row a cell and what it tells; a blank cell has no row, a stated nought has one.
-- grain: return_id, source_sheet, source_cell, statistic, column_code
select
    return_id,
    coalesce(source_sheet, '') as source_sheet,
    coalesce(source_cell, '') as source_cell,
    statistic,
    column_code,
    measure,
    coalesce(unit_code, 'chua_ro') as unit_code,
    coalesce(report_year, 0) as report_year,
    amount,
    coalesce(source_file, '') as source_file
from raw_statistic
order by return_id, source_sheet, source_cell, statistic, column_code
