-- name: congress
-- title_vi: Cơ cấu đại biểu dự Đại hội thi đua yêu nước
-- title_en: Composition of the delegates to congresses of patriotic emulation
-- about_vi: Mỗi cấp đại hội một dòng: nữ, thanh niên, đại biểu trẻ theo danh sách, dân tộc thiểu số, tôn giáo, người trực tiếp, kèm phần chưa rõ. Mọi tỷ lệ tính trên số đại biểu; các cấp không cộng với nhau.
-- about_en: One row a level of congress: women, youth, young as lists say, ethnic minorities, religions, direct workers, with what is not known. Shares are of the delegates; levels are never added.
-- counts_by: none
-- source: mart_congress, dim_level
-- param: cycle text default= | vi=Nhiệm kỳ: dai-hoi-11; để trống là nhiệm kỳ mới nhất có đại biểu | en=Cycle: dai-hoi-11; empty is the newest with delegates
-- param: level text default= | vi=Mã cấp của đại hội: nha_nuoc, tinh, so, xa…; để trống là mọi cấp (không cộng các cấp) | en=Code of the level of the congress: nha_nuoc, tinh, so, xa…; empty is every level (levels are never added)
-- column: cycle_code text | vi=Mã nhiệm kỳ | en=Cycle code
-- column: level_code text | vi=Mã cấp đại hội | en=Level code
-- column: level_vi text | vi=Đại hội cấp | en=Level of the congress (Vietnamese) | lang=vi
-- column: level_en text | vi=Đại hội cấp (tiếng Anh) | en=Level of the congress | lang=en
-- column: delegate_count int | vi=Đại biểu | en=Delegates | unit=đại biểu/delegates | figure=mart_congress/delegate_count?cycle_code,level_code
-- column: woman_count int | vi=Nữ | en=Women | unit=đại biểu/delegates | figure=mart_congress/woman_count?cycle_code,level_code
-- column: woman_share share | vi=Nữ, tỷ lệ trên đại biểu | en=Women, share of delegates | unit=%/%
-- column: woman_unknown_count int | vi=Chưa rõ giới tính | en=Sex not known | unit=đại biểu/delegates | figure=mart_congress/woman_unknown_count?cycle_code,level_code
-- column: woman_unknown_share share | vi=Chưa rõ giới tính, tỷ lệ trên đại biểu | en=Sex not known, share of delegates | unit=%/%
-- column: youth_count int | vi=Thanh niên (đủ 16 đến 30 tuổi tại 31/12 năm đại hội) | en=Youth (16 to 30 years at 31 December of the year) | unit=đại biểu/delegates | figure=mart_congress/youth_count?cycle_code,level_code
-- column: youth_share share | vi=Thanh niên (đủ 16 đến 30 tuổi tại 31/12 năm đại hội), tỷ lệ trên đại biểu | en=Youth (16 to 30 years at 31 December of the year), share of delegates | unit=%/%
-- column: youth_unknown_count int | vi=Chưa rõ tuổi | en=Age not known | unit=đại biểu/delegates | figure=mart_congress/youth_unknown_count?cycle_code,level_code
-- column: youth_unknown_share share | vi=Chưa rõ tuổi, tỷ lệ trên đại biểu | en=Age not known, share of delegates | unit=%/%
-- column: young_count int | vi=Đại biểu trẻ theo danh sách (không phải thanh niên theo luật) | en=Young delegates as lists say (not the youth of the law) | unit=đại biểu/delegates | figure=mart_congress/young_count?cycle_code,level_code
-- column: young_share share | vi=Đại biểu trẻ theo danh sách (không phải thanh niên theo luật), tỷ lệ trên đại biểu | en=Young delegates as lists say (not the youth of the law), share of delegates | unit=%/%
-- column: young_unknown_count int | vi=Danh sách không nói có trẻ hay không | en=Lists do not say whether young | unit=đại biểu/delegates | figure=mart_congress/young_unknown_count?cycle_code,level_code
-- column: young_unknown_share share | vi=Danh sách không nói có trẻ hay không, tỷ lệ trên đại biểu | en=Lists do not say whether young, share of delegates | unit=%/%
-- column: ethnic_minority_count int | vi=Dân tộc thiểu số | en=Of ethnic minorities | unit=đại biểu/delegates | figure=mart_congress/ethnic_minority_count?cycle_code,level_code
-- column: ethnic_minority_share share | vi=Dân tộc thiểu số, tỷ lệ trên đại biểu | en=Of ethnic minorities, share of delegates | unit=%/%
-- column: ethnic_minority_unknown_count int | vi=Chưa rõ dân tộc | en=Ethnic group not known | unit=đại biểu/delegates | figure=mart_congress/ethnic_minority_unknown_count?cycle_code,level_code
-- column: ethnic_minority_unknown_share share | vi=Chưa rõ dân tộc, tỷ lệ trên đại biểu | en=Ethnic group not known, share of delegates | unit=%/%
-- column: religious_count int | vi=Có tôn giáo | en=With a religion | unit=đại biểu/delegates | figure=mart_congress/religious_count?cycle_code,level_code
-- column: religious_share share | vi=Có tôn giáo, tỷ lệ trên đại biểu | en=With a religion, share of delegates | unit=%/%
-- column: religious_unknown_count int | vi=Chưa rõ tôn giáo | en=Religion not known | unit=đại biểu/delegates | figure=mart_congress/religious_unknown_count?cycle_code,level_code
-- column: religious_unknown_share share | vi=Chưa rõ tôn giáo, tỷ lệ trên đại biểu | en=Religion not known, share of delegates | unit=%/%
-- column: direct_worker_count int | vi=Người trực tiếp công tác, lao động, học tập | en=Direct workers | unit=đại biểu/delegates | figure=mart_congress/direct_worker_count?cycle_code,level_code
-- column: direct_worker_share share | vi=Người trực tiếp công tác, lao động, học tập, tỷ lệ trên đại biểu | en=Direct workers, share of delegates | unit=%/%
-- column: direct_worker_unknown_count int | vi=Chưa rõ có phải người trực tiếp không | en=Not known whether direct workers | unit=đại biểu/delegates | figure=mart_congress/direct_worker_unknown_count?cycle_code,level_code
-- column: direct_worker_unknown_share share | vi=Chưa rõ có phải người trực tiếp không, tỷ lệ trên đại biểu | en=Not known whether direct workers, share of delegates | unit=%/%

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
    select
        m.cycle_code, m.level_code,
        cast(sum(m.delegate_count) as bigint) as delegate_count,
        cast(sum(m.woman_count) as bigint) as woman_count,
        cast(sum(m.woman_unknown_count) as bigint) as woman_unknown_count,
        cast(sum(m.youth_count) as bigint) as youth_count,
        cast(sum(m.youth_unknown_count) as bigint) as youth_unknown_count,
        cast(sum(m.young_count) as bigint) as young_count,
        cast(sum(m.young_unknown_count) as bigint) as young_unknown_count,
        cast(sum(m.ethnic_minority_count) as bigint) as ethnic_minority_count,
        cast(sum(m.ethnic_minority_unknown_count) as bigint) as ethnic_minority_unknown_count,
        cast(sum(m.religious_count) as bigint) as religious_count,
        cast(sum(m.religious_unknown_count) as bigint) as religious_unknown_count,
        cast(sum(m.direct_worker_count) as bigint) as direct_worker_count,
        cast(sum(m.direct_worker_unknown_count) as bigint) as direct_worker_unknown_count
    from mart_congress as m
    join chosen as c on c.cycle_code = m.cycle_code
    where cast($level as varchar) in ('', m.level_code)
    group by m.cycle_code, m.level_code
)

select
    m.cycle_code,
    m.level_code,
    l.name_vi as level_vi,
    l.name_en as level_en,
    m.delegate_count,
    m.woman_count,
    cast(m.woman_count as double) / nullif(m.delegate_count, 0) as woman_share,
    m.woman_unknown_count,
    cast(m.woman_unknown_count as double) / nullif(m.delegate_count, 0) as woman_unknown_share,
    m.youth_count,
    cast(m.youth_count as double) / nullif(m.delegate_count, 0) as youth_share,
    m.youth_unknown_count,
    cast(m.youth_unknown_count as double) / nullif(m.delegate_count, 0) as youth_unknown_share,
    m.young_count,
    cast(m.young_count as double) / nullif(m.delegate_count, 0) as young_share,
    m.young_unknown_count,
    cast(m.young_unknown_count as double) / nullif(m.delegate_count, 0) as young_unknown_share,
    m.ethnic_minority_count,
    cast(m.ethnic_minority_count as double) / nullif(m.delegate_count, 0) as ethnic_minority_share,
    m.ethnic_minority_unknown_count,
    cast(m.ethnic_minority_unknown_count as double) / nullif(m.delegate_count, 0) as ethnic_minority_unknown_share,
    m.religious_count,
    cast(m.religious_count as double) / nullif(m.delegate_count, 0) as religious_share,
    m.religious_unknown_count,
    cast(m.religious_unknown_count as double) / nullif(m.delegate_count, 0) as religious_unknown_share,
    m.direct_worker_count,
    cast(m.direct_worker_count as double) / nullif(m.delegate_count, 0) as direct_worker_share,
    m.direct_worker_unknown_count,
    cast(m.direct_worker_unknown_count as double) / nullif(m.delegate_count, 0) as direct_worker_unknown_share
from composed as m
join dim_level as l on l.level_code = m.level_code
order by l.level_rank, m.level_code
