-- name: cube-returns
-- title_vi: Báo cáo góp vào từng con số
-- title_en: Returns that each figure comes from
-- about_vi: Số liệu gốc cho trang, để lần từ con số về báo cáo: mỗi dòng của cube-award và cube-beneficiary tách theo báo cáo.
-- about_en: Feed of the page, to go from a figure to its returns: each row of cube-award and cube-beneficiary, by return.
-- counts_by: award_year
-- source: fct_contribution
-- feed: true
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: level_code text | vi=Mã cấp | en=Level code
-- column: achievement_code text | vi=Mã loại thành tích (chua_tach: biểu không tách) | en=Achievement code (chua_tach: a tally does not split)
-- column: source text | vi=Nguồn (list: danh sách, tally: biểu) | en=Source (list, tally)
-- column: return_id text | vi=Mã báo cáo | en=Return
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards
-- column: collective_count int | vi=Tập thể | en=Collectives | unit=lượt/awards
-- column: enterprise_count int | vi=Doanh nghiệp (nơi có tách) | en=Enterprises (where stated) | unit=lượt/awards
-- column: household_count int | vi=Hộ gia đình | en=Households | unit=lượt/awards
-- column: individual_count int | vi=Cá nhân | en=Individuals | unit=lượt/awards
-- column: leader_ministry_province_count int | vi=Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên | en=Leaders of ministry or province rank and above | unit=lượt/awards
-- column: leader_department_count int | vi=Lãnh đạo cấp vụ, sở, ngành và tương đương | en=Leaders of department rank | unit=lượt/awards
-- column: entrepreneur_count int | vi=Doanh nhân | en=Entrepreneurs | unit=lượt/awards
-- column: leader_other_count int | vi=Lãnh đạo khác | en=Other leaders | unit=lượt/awards
-- column: direct_worker_count int | vi=Người trực tiếp công tác, lao động, học tập, chiến đấu | en=Direct workers | unit=lượt/awards
-- column: class_unknown_count int | vi=Chưa rõ loại đối tượng | en=Class not known | unit=lượt/awards
-- column: woman_count int | vi=Nữ | en=Women | unit=lượt/awards
-- column: woman_unknown_count int | vi=Chưa rõ giới tính | en=Gender not known | unit=lượt/awards
-- column: youth_count int | vi=Thanh niên | en=Youth | unit=lượt/awards
-- column: youth_unknown_count int | vi=Chưa rõ tuổi | en=Age not known | unit=lượt/awards

with of_list as (
    -- the id of a contribution of a list is that of its award, the fact and the measure
    select *, left(contribution_id, length(contribution_id) - length(fact) - length(measure) - 2) as award_id
    from fct_contribution
    where source = 'list' and fact in ('award', 'beneficiary')
),

counted as (
    select b.award_year, b.unit_code, b.form_code, b.level_code, a.achievement_code, b.source, b.return_id, b.measure, b.amount
    from of_list as b
    inner join of_list as a on a.award_id = b.award_id and a.fact = 'award'
    where b.fact = 'beneficiary'
    union all
    select award_year, unit_code, form_code, level_code, achievement_code, source, return_id, measure, amount
    from fct_contribution
    where source = 'tally' and fact in ('award', 'crossed')
    union all
    select award_year, unit_code, form_code, level_code, 'chua_tach' as achievement_code, source, return_id, measure, amount
    from fct_contribution
    where source = 'tally' and fact = 'beneficiary'
)

-- of the awards of a list none is nought; of enterprises a list may tell nothing
select
    award_year,
    unit_code,
    form_code,
    level_code,
    achievement_code,
    source,
    return_id,
    cast(sum(amount) filter (where measure = 'award_count') as bigint) as award_count,
    cast(coalesce(sum(amount) filter (where measure = 'collective_count'), case source when 'list' then 0 end) as bigint) as collective_count,
    cast(sum(amount) filter (where measure = 'enterprise_count') as bigint) as enterprise_count,
    cast(coalesce(sum(amount) filter (where measure = 'household_count'), case source when 'list' then 0 end) as bigint) as household_count,
    cast(coalesce(sum(amount) filter (where measure = 'individual_count'), case source when 'list' then 0 end) as bigint) as individual_count,
    cast(coalesce(sum(amount) filter (where measure = 'leader_ministry_province_count'), case source when 'list' then 0 end) as bigint) as leader_ministry_province_count,
    cast(coalesce(sum(amount) filter (where measure = 'leader_department_count'), case source when 'list' then 0 end) as bigint) as leader_department_count,
    cast(coalesce(sum(amount) filter (where measure = 'entrepreneur_count'), case source when 'list' then 0 end) as bigint) as entrepreneur_count,
    cast(coalesce(sum(amount) filter (where measure = 'leader_other_count'), case source when 'list' then 0 end) as bigint) as leader_other_count,
    cast(coalesce(sum(amount) filter (where measure = 'direct_worker_count'), case source when 'list' then 0 end) as bigint) as direct_worker_count,
    cast(coalesce(sum(amount) filter (where measure = 'class_unknown_count'), case source when 'list' then 0 end) as bigint) as class_unknown_count,
    cast(coalesce(sum(amount) filter (where measure = 'woman_count'), case source when 'list' then 0 end) as bigint) as woman_count,
    cast(coalesce(sum(amount) filter (where measure = 'woman_unknown_count'), case source when 'list' then 0 end) as bigint) as woman_unknown_count,
    cast(coalesce(sum(amount) filter (where measure = 'youth_count'), case source when 'list' then 0 end) as bigint) as youth_count,
    cast(coalesce(sum(amount) filter (where measure = 'youth_unknown_count'), case source when 'list' then 0 end) as bigint) as youth_unknown_count
from counted
group by award_year, unit_code, form_code, level_code, achievement_code, source, return_id
order by award_year, unit_code, form_code, level_code, achievement_code, source, return_id
