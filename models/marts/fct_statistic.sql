-- fct_statistic: movements, bodies and staff of emulation and commendation work that count, by unit and year, with the cell that tells each.
-- grain: return_id, source_sheet, source_cell, statistic, column_code
-- No awards. measure: movement_count, body_count, staff_count. A row tells its whole in the column all; woman is a part of it,
-- central, province and unit (who leads the movement) make it up where they are told.
select
    s.return_id, s.source_file, s.source_sheet, s.source_cell, s.statistic, s.column_code,
    s.measure, s.unit_code, s.report_year, r.form_of_return, r.period, s.amount
from stg_statistic as s
inner join int_statistic as c
    on c.measure = s.measure and c.unit_code = s.unit_code and c.report_year = s.report_year and c.return_id = s.return_id
    and c.standing = 'counted'
inner join int_return as r on r.return_id = s.return_id
order by s.return_id, s.source_sheet, s.source_cell, s.statistic, s.column_code
