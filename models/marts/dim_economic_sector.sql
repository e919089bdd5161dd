-- dim_economic_sector: sectors of the economy that delegates work in.
-- grain: sector_code
select sector_code, name_vi, name_en, display_order
from stg_ref_economic_sector
union all
select 'chua_ro' as sector_code, 'Chưa rõ' as name_vi, 'Not known' as name_en, 99 as display_order
where not exists (select 1 from stg_ref_economic_sector where sector_code = 'chua_ro')
order by sector_code
