-- dim_level: level of the authority that decided.
-- grain: level_code
select level_code, name_vi, name_en, level_rank, colour
from stg_ref_level
union all
select 'chua_ro' as level_code, 'Chưa rõ' as name_vi, 'Not known' as name_en, 99 as level_rank, null as colour
where not exists (select 1 from stg_ref_level where level_code = 'chua_ro')
order by level_code
