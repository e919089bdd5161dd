-- dim_congress_target: the share of a role among delegates that a plan aims at, by level of the congress; compared, never a limit.
-- grain: target_code
-- Of the rows of a level and role in force in the year of the congress the latest holds.
select
    target_code, level_code, role_code, target_percent, coalesce(valid_from, date '1900-01-01') as valid_from, valid_to, legal_basis, basis_en
from stg_ref_congress_target
order by target_code
