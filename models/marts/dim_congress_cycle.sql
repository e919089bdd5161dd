-- dim_congress_cycle: the years between two national congresses of patriotic emulation; a year that two share is the last of the earlier.
-- grain: cycle_code
select cycle_code, name_vi, name_en, from_year, to_year
from stg_ref_congress_cycle
union all
select 'chua_ro' as cycle_code, 'Chưa rõ' as name_vi, 'Not known' as name_en, 0 as from_year, 0 as to_year
order by cycle_code
