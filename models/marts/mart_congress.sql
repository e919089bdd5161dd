-- mart_congress: delegates to congresses of patriotic emulation, by delegation, role and economic sector.
-- grain: congress_year, cycle_code, level_code, unit_code, role_code, sector_code
-- measures: delegate_count, woman_count, woman_unknown_count, youth_count, youth_unknown_count, young_count, young_unknown_count, ethnic_minority_count, ethnic_minority_unknown_count, religious_count, religious_unknown_count, direct_worker_count, direct_worker_unknown_count
-- always with: level_code
-- What no list tells of any delegate of a row is null there, never nought.
-- column: congress_year: năm tổ chức đại hội | year of the congress
-- column: cycle_code: nhiệm kỳ giữa hai đại hội toàn quốc | cycle between national congresses
-- column: level_code: cấp của đại hội (các cấp không cộng với nhau) | level of the congress (levels are never added)
-- column: unit_code: đoàn, đơn vị cử | delegation
-- column: role_code: thành phần đại biểu | role
-- column: sector_code: thành phần kinh tế | economic sector
-- column: delegate_count: đại biểu | delegates
-- column: woman_count: đại biểu nữ | women
-- column: woman_unknown_count: chưa rõ giới tính | sex not known
-- column: youth_count: thanh niên: đủ 16 đến 30 tuổi tại 31/12 năm đại hội | youth: 16 to 30 years at 31 December of the year
-- column: youth_unknown_count: chưa rõ tuổi | age not known
-- column: young_count: đại biểu trẻ theo cách gọi của danh sách, không phải thanh niên theo luật | young delegates as the list says, not the youth of the law
-- column: young_unknown_count: danh sách không nói có phải đại biểu trẻ không | the list does not say whether young
-- column: ethnic_minority_count: đại biểu dân tộc thiểu số | of ethnic minorities
-- column: ethnic_minority_unknown_count: chưa rõ dân tộc | ethnic group not known
-- column: religious_count: đại biểu có tôn giáo | with a religion
-- column: religious_unknown_count: chưa rõ tôn giáo | religion not known
-- column: direct_worker_count: người trực tiếp công tác, lao động, học tập | direct workers
-- column: direct_worker_unknown_count: chưa rõ có phải người trực tiếp không | not known whether direct workers
select
    congress_year, cycle_code, level_code, unit_code, role_code, sector_code,
    count(*) as delegate_count,
    case when count(is_woman) > 0 then count(*) filter (where is_woman) end as woman_count,
    count(*) filter (where is_woman is null) as woman_unknown_count,
    case when count(is_youth) > 0 then count(*) filter (where is_youth) end as youth_count,
    count(*) filter (where is_youth is null) as youth_unknown_count,
    case when count(is_young) > 0 then count(*) filter (where is_young) end as young_count,
    count(*) filter (where is_young is null) as young_unknown_count,
    case when count(is_ethnic_minority) > 0 then count(*) filter (where is_ethnic_minority) end as ethnic_minority_count,
    count(*) filter (where is_ethnic_minority is null) as ethnic_minority_unknown_count,
    case when count(is_religious) > 0 then count(*) filter (where is_religious) end as religious_count,
    count(*) filter (where is_religious is null) as religious_unknown_count,
    case when count(is_direct_worker) > 0 then count(*) filter (where is_direct_worker) end as direct_worker_count,
    count(*) filter (where is_direct_worker is null) as direct_worker_unknown_count
from fct_delegate
group by congress_year, cycle_code, level_code, unit_code, role_code, sector_code
order by congress_year, cycle_code, level_code, unit_code, role_code, sector_code
