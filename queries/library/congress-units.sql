-- name: congress-units
-- title_vi: Đại biểu theo đơn vị cử
-- title_en: Delegates by delegation
-- about_vi: Mỗi cấp đại hội, mỗi đơn vị cử một dòng: số đại biểu và cơ cấu, kèm phần chưa rõ.
-- about_en: One row a level of congress and delegation: delegates and their composition, with what is not known.
-- counts_by: none
-- source: mart_congress, dim_level, dim_unit
-- param: cycle text default= | vi=Nhiệm kỳ: dai-hoi-11; để trống là nhiệm kỳ mới nhất có đại biểu | en=Cycle: dai-hoi-11; empty is the newest with delegates
-- param: level text default= | vi=Mã cấp của đại hội: nha_nuoc, tinh, so, xa…; để trống là mọi cấp (không cộng các cấp) | en=Code of the level of the congress: nha_nuoc, tinh, so, xa…; empty is every level (levels are never added)
-- column: cycle_code text | vi=Mã nhiệm kỳ | en=Cycle code
-- column: level_code text | vi=Mã cấp đại hội | en=Level code
-- column: level_vi text | vi=Đại hội cấp | en=Level of the congress (Vietnamese) | lang=vi
-- column: level_en text | vi=Đại hội cấp (tiếng Anh) | en=Level of the congress | lang=en
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: unit_name text | vi=Đơn vị cử đại biểu | en=Delegation
-- column: parent_name text | vi=Thuộc | en=Under
-- column: delegate_count int | vi=Đại biểu | en=Delegates | unit=đại biểu/delegates | figure=mart_congress/delegate_count?cycle_code,level_code,unit_code
-- column: woman_count int | vi=Nữ | en=Women | unit=đại biểu/delegates | figure=mart_congress/woman_count?cycle_code,level_code,unit_code
-- column: woman_unknown_count int | vi=Chưa rõ giới tính | en=Sex not known | unit=đại biểu/delegates | figure=mart_congress/woman_unknown_count?cycle_code,level_code,unit_code
-- column: youth_count int | vi=Thanh niên (đủ 16 đến 30 tuổi tại 31/12 năm đại hội) | en=Youth (16 to 30 years at 31 December of the year) | unit=đại biểu/delegates | figure=mart_congress/youth_count?cycle_code,level_code,unit_code
-- column: youth_unknown_count int | vi=Chưa rõ tuổi | en=Age not known | unit=đại biểu/delegates | figure=mart_congress/youth_unknown_count?cycle_code,level_code,unit_code
-- column: ethnic_minority_count int | vi=Dân tộc thiểu số | en=Of ethnic minorities | unit=đại biểu/delegates | figure=mart_congress/ethnic_minority_count?cycle_code,level_code,unit_code
-- column: ethnic_minority_unknown_count int | vi=Chưa rõ dân tộc | en=Ethnic group not known | unit=đại biểu/delegates | figure=mart_congress/ethnic_minority_unknown_count?cycle_code,level_code,unit_code
-- column: religious_count int | vi=Có tôn giáo | en=With a religion | unit=đại biểu/delegates | figure=mart_congress/religious_count?cycle_code,level_code,unit_code
-- column: religious_unknown_count int | vi=Chưa rõ tôn giáo | en=Religion not known | unit=đại biểu/delegates | figure=mart_congress/religious_unknown_count?cycle_code,level_code,unit_code
-- column: direct_worker_count int | vi=Người trực tiếp công tác, lao động, học tập | en=Direct workers | unit=đại biểu/delegates | figure=mart_congress/direct_worker_count?cycle_code,level_code,unit_code
-- column: direct_worker_unknown_count int | vi=Chưa rõ có phải người trực tiếp không | en=Not known whether direct workers | unit=đại biểu/delegates | figure=mart_congress/direct_worker_unknown_count?cycle_code,level_code,unit_code

with newest as (
    select max(cycle_code) as cycle_code
    from mart_congress
    where cycle_code <> 'chua_ro'
),

chosen as (
    select case when cast($cycle as varchar) = '' then coalesce(cycle_code, 'chua_ro') else cast($cycle as varchar) end as cycle_code
    from newest
),

unit_now as (
    select unit_code, name, parent_code
    from dim_unit
    where is_current
),

composed as (
    select
        m.cycle_code, m.level_code, m.unit_code,
        cast(sum(m.delegate_count) as bigint) as delegate_count,
        cast(sum(m.woman_count) as bigint) as woman_count,
        cast(sum(m.woman_unknown_count) as bigint) as woman_unknown_count,
        cast(sum(m.youth_count) as bigint) as youth_count,
        cast(sum(m.youth_unknown_count) as bigint) as youth_unknown_count,
        cast(sum(m.ethnic_minority_count) as bigint) as ethnic_minority_count,
        cast(sum(m.ethnic_minority_unknown_count) as bigint) as ethnic_minority_unknown_count,
        cast(sum(m.religious_count) as bigint) as religious_count,
        cast(sum(m.religious_unknown_count) as bigint) as religious_unknown_count,
        cast(sum(m.direct_worker_count) as bigint) as direct_worker_count,
        cast(sum(m.direct_worker_unknown_count) as bigint) as direct_worker_unknown_count
    from mart_congress as m
    join chosen as c on c.cycle_code = m.cycle_code
    where cast($level as varchar) in ('', m.level_code)
    group by m.cycle_code, m.level_code, m.unit_code
)

select
    m.cycle_code,
    m.level_code,
    l.name_vi as level_vi,
    l.name_en as level_en,
    m.unit_code,
    coalesce(u.name, m.unit_code) as unit_name,
    p.name as parent_name,
    m.delegate_count,
    m.woman_count,
    m.woman_unknown_count,
    m.youth_count,
    m.youth_unknown_count,
    m.ethnic_minority_count,
    m.ethnic_minority_unknown_count,
    m.religious_count,
    m.religious_unknown_count,
    m.direct_worker_count,
    m.direct_worker_unknown_count
from composed as m
join dim_level as l on l.level_code = m.level_code
left join unit_now as u on u.unit_code = m.unit_code
left join unit_now as p on p.unit_code = u.parent_code
order by l.level_rank, m.level_code, m.delegate_count desc, m.unit_code
