-- stg_tally: cells of tallies, one row a cell and measure; a blank cell has no row, a stated nought has one.
-- grain: return_id, source_sheet, source_cell, measure, achievement_code
select
    return_id,
    coalesce(source_sheet, '') as source_sheet,
    coalesce(source_cell, '') as source_cell,
    measure,
    coalesce(achievement_code, '') as achievement_code,
    coalesce(unit_code, 'chua_ro') as unit_code,
    coalesce(award_year, 0) as award_year,
    coalesce(form_code, 'chua_ro') as form_code,
    coalesce(level_code, 'chua_ro') as level_code,
    coalesce(recipient_kind, '') as recipient_kind,
    amount,
    coalesce(source_file, '') as source_file
from raw_tally
order by return_id, source_sheet, source_cell, measure, achievement_code
