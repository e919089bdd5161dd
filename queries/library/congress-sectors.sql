-- name: congress-sectors
-- title_vi: Đại biểu theo thành phần kinh tế
-- title_en: Delegates by economic sector
-- about_vi: Mỗi cấp đại hội: số đại biểu của từng thành phần kinh tế và tỷ lệ trên tổng số đại biểu; chưa rõ đứng riêng.
-- about_en: For each level of congress: delegates of each economic sector and their share of all delegates; not known stands apart.
-- counts_by: none
-- source: mart_congress, dim_level, dim_economic_sector
-- param: cycle text default= | vi=Nhiệm kỳ: dai-hoi-11; để trống là nhiệm kỳ mới nhất có đại biểu | en=Cycle: dai-hoi-11; empty is the newest with delegates
-- param: level text default= | vi=Mã cấp của đại hội: nha_nuoc, tinh, so, xa…; để trống là mọi cấp (không cộng các cấp) | en=Code of the level of the congress: nha_nuoc, tinh, so, xa…; empty is every level (levels are never added)
-- column: cycle_code text | vi=Mã nhiệm kỳ | en=Cycle code
-- column: level_code text | vi=Mã cấp đại hội | en=Level code
-- column: level_vi text | vi=Đại hội cấp | en=Level of the congress (Vietnamese) | lang=vi
-- column: level_en text | vi=Đại hội cấp (tiếng Anh) | en=Level of the congress | lang=en
-- column: sector_code text | vi=Mã thành phần kinh tế | en=Economic sector code
-- column: sector_vi text | vi=Thành phần kinh tế | en=Economic sector (Vietnamese) | lang=vi
-- column: sector_en text | vi=Thành phần kinh tế (tiếng Anh) | en=Economic sector | lang=en
-- column: delegate_count int | vi=Đại biểu | en=Delegates | unit=đại biểu/delegates | figure=mart_congress/delegate_count?cycle_code,level_code,sector_code
-- column: level_delegate_count int | vi=Tổng số đại biểu của cấp | en=All delegates of the level | unit=đại biểu/delegates | figure=mart_congress/delegate_count?cycle_code,level_code
-- column: delegate_share share | vi=Tỷ lệ trên tổng số | en=Share of all | unit=%/%

with newest as (
    select max(cycle_code) as cycle_code
    from mart_congress
    where cycle_code <> 'chua_ro'
),

chosen as (
    select case when cast($cycle as varchar) = '' then coalesce(cycle_code, 'chua_ro') else cast($cycle as varchar) end as cycle_code
    from newest
),

composed as (
    select m.cycle_code, m.level_code, m.sector_code, cast(sum(m.delegate_count) as bigint) as delegate_count
    from mart_congress as m
    join chosen as c on c.cycle_code = m.cycle_code
    where cast($level as varchar) in ('', m.level_code)
    group by m.cycle_code, m.level_code, m.sector_code
),

whole as (
    select cycle_code, level_code, cast(sum(delegate_count) as bigint) as delegate_count
    from composed
    group by cycle_code, level_code
)

select
    m.cycle_code,
    m.level_code,
    l.name_vi as level_vi,
    l.name_en as level_en,
    m.sector_code,
    d.name_vi as sector_vi,
    d.name_en as sector_en,
    m.delegate_count,
    w.delegate_count as level_delegate_count,
    cast(m.delegate_count as double) / nullif(w.delegate_count, 0) as delegate_share
from composed as m
join whole as w on w.cycle_code = m.cycle_code and w.level_code = m.level_code
join dim_level as l on l.level_code = m.level_code
join dim_economic_sector as d on d.sector_code = m.sector_code
order by l.level_rank, m.level_code, d.display_order, m.sector_code
