-- stg_printed: totals as printed in returns, beside what their parts give.
-- grain: return_id, source_sheet, source_cell, measure, unit_code, award_year, form_code
select
    return_id,
    coalesce(source_sheet, '') as source_sheet,
    coalesce(source_cell, '') as source_cell,
    measure,
    coalesce(unit_code, 'chua_ro') as unit_code,
    coalesce(award_year, 0) as award_year,
    coalesce(form_code, 'chua_ro') as form_code,
    printed,
    computed,
    coalesce(source_file, '') as source_file
from raw_printed
order by return_id, source_sheet, source_cell, measure, unit_code, award_year, form_code
