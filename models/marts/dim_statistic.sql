-- dim_statistic: what is counted that is no award: movements, bodies and staff of emulation and commendation work.
-- grain: statistic
-- section: what it splits the total by, empty of the total itself. is_verified: checked with the gazette.
select
    statistic, measure, coalesce(section, '') as section, name_vi, name_en, count_unit_vi, count_unit_en, display_order,
    verified as is_verified, note
from stg_ref_statistic
order by statistic
