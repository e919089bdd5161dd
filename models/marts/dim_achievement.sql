-- dim_achievement: achievement types, with chuyen_de_dot_xuat for tables that merge the two.
-- grain: achievement_code
select achievement_code, name_vi, name_en, display_order, colour
from stg_ref_achievement
union all
select 'chua_ro' as achievement_code, 'Chưa rõ' as name_vi, 'Not known' as name_en, 99 as display_order, null as colour
where not exists (select 1 from stg_ref_achievement where achievement_code = 'chua_ro')
order by achievement_code
