-- stg_declared: forms that a list states in a head or group row, with or without rows under it.
-- grain: return_id, unit_code, award_year, form_code
select distinct
    return_id,
    coalesce(unit_code, 'chua_ro') as unit_code,
    coalesce(award_year, 0) as award_year,
    coalesce(form_code, 'chua_ro') as form_code
from raw_declared
order by return_id, unit_code, award_year, form_code
