-- name: by-unit
-- title_vi: Khen thưởng theo đơn vị
-- title_en: Awards by unit
-- about_vi: Số lượt tính cho từng đơn vị và cơ cấu đối tượng, nhiều lượt trước; số lượt không phải số người. Theo địa giới 30/6/2025 hay hiện nay thì chỉ chuyển phần chuyển được trọn vẹn, phần còn lại đứng ở dòng "Không quy đổi được".
-- about_en: Awards counted under each unit and who received them, most first; awards, not persons. By the boundaries of 30/6/2025 or of today only what passes whole is carried; the rest stands in the row khong_quy_doi.
-- counts_by: award_year
-- source: mart_unit_boundary_year, dim_unit
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- param: years int default=1 min=1 max=100 | vi=Số năm tính đến năm đó | en=How many years, ending in that one
-- param: period period default= takes=years sets=year,years | vi=Kỳ gồm trọn năm, thay cho year và years: 2025, 2021..2025, dai-hoi-11 | en=A period of whole years, instead of year and years: 2025, 2021..2025, dai-hoi-11
-- param: boundaries text default=reported values=reported,districts,today | vi=Địa giới: reported là như báo cáo, districts là 30/6/2025, today là hiện nay | en=Boundaries: reported, districts (of 30/6/2025) or today
-- param: unit text default= | vi=Mã của một đơn vị; để trống là mọi đơn vị | en=Code of one unit; empty is every unit
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: boundaries text | vi=Địa giới | en=Boundaries
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: unit_name text | vi=Đơn vị | en=Unit
-- column: unit_kind text | vi=Loại đơn vị | en=Kind of unit
-- column: parent_name text | vi=Thuộc | en=Under
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards | figure=mart_unit_boundary_year/award_count?award_year,boundaries,unit_code
-- column: year_award_count int | vi=Tổng số lượt của năm | en=All awards of the year | unit=lượt/awards | figure=mart_unit_boundary_year/award_count?award_year,boundaries
-- column: award_share share | vi=Tỷ lệ trên tổng số lượt | en=Share of all awards | unit=%/%
-- column: not_carried_share share | vi=Tỷ lệ lượt không quy đổi được trong năm | en=Awards of the year that cannot be carried, share | unit=%/%
-- column: collective_count int | vi=Tập thể | en=Collectives | unit=lượt/awards | figure=mart_unit_boundary_year/collective_count?award_year,boundaries,unit_code
-- column: enterprise_count int | vi=Doanh nghiệp (nơi có tách) | en=Enterprises (where stated) | unit=lượt/awards | figure=mart_unit_boundary_year/enterprise_count?award_year,boundaries,unit_code
-- column: household_count int | vi=Hộ gia đình | en=Households | unit=lượt/awards | figure=mart_unit_boundary_year/household_count?award_year,boundaries,unit_code
-- column: individual_count int | vi=Cá nhân | en=Individuals | unit=lượt/awards | figure=mart_unit_boundary_year/individual_count?award_year,boundaries,unit_code
-- column: kind_unknown_count int | vi=Chưa tách tập thể, hộ, cá nhân | en=Kind of recipient not known | unit=lượt/awards
-- column: leader_ministry_province_count int | vi=Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên | en=Leaders of ministry or province rank and above | unit=lượt/awards | figure=mart_unit_boundary_year/leader_ministry_province_count?award_year,boundaries,unit_code
-- column: leader_department_count int | vi=Lãnh đạo cấp vụ, sở, ngành và tương đương | en=Leaders of department rank | unit=lượt/awards | figure=mart_unit_boundary_year/leader_department_count?award_year,boundaries,unit_code
-- column: entrepreneur_count int | vi=Doanh nhân | en=Entrepreneurs | unit=lượt/awards | figure=mart_unit_boundary_year/entrepreneur_count?award_year,boundaries,unit_code
-- column: leader_other_count int | vi=Lãnh đạo khác | en=Other leaders | unit=lượt/awards | figure=mart_unit_boundary_year/leader_other_count?award_year,boundaries,unit_code
-- column: direct_worker_count int | vi=Người trực tiếp công tác, lao động, học tập, chiến đấu | en=Direct workers | unit=lượt/awards | figure=mart_unit_boundary_year/direct_worker_count?award_year,boundaries,unit_code
-- column: direct_worker_share share | vi=Tỷ lệ người trực tiếp trên cá nhân | en=Direct workers, share of individuals | unit=%/%
-- column: class_unknown_count int | vi=Chưa rõ loại đối tượng | en=Class not known | unit=lượt/awards | figure=mart_unit_boundary_year/class_unknown_count?award_year,boundaries,unit_code
-- column: class_unknown_share share | vi=Tỷ lệ chưa rõ loại đối tượng | en=Class not known, share of individuals | unit=%/%
-- column: woman_count int | vi=Nữ | en=Women | unit=lượt/awards | figure=mart_unit_boundary_year/woman_count?award_year,boundaries,unit_code
-- column: woman_share share | vi=Tỷ lệ nữ trên cá nhân | en=Women, share of individuals | unit=%/%
-- column: woman_unknown_count int | vi=Chưa rõ giới tính | en=Gender not known | unit=lượt/awards | figure=mart_unit_boundary_year/woman_unknown_count?award_year,boundaries,unit_code
-- column: woman_unknown_share share | vi=Tỷ lệ chưa rõ giới tính | en=Gender not known, share of individuals | unit=%/%
-- column: youth_count int | vi=Thanh niên | en=Youth | unit=lượt/awards | figure=mart_unit_boundary_year/youth_count?award_year,boundaries,unit_code
-- column: youth_share share | vi=Tỷ lệ thanh niên trên cá nhân | en=Youth, share of individuals | unit=%/%
-- column: youth_unknown_count int | vi=Chưa rõ tuổi | en=Age not known | unit=lượt/awards | figure=mart_unit_boundary_year/youth_unknown_count?award_year,boundaries,unit_code
-- column: youth_unknown_share share | vi=Tỷ lệ chưa rõ tuổi | en=Age not known, share of individuals | unit=%/%

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then max(award_year) else cast($year as integer) end as to_year
    from mart_form_year
),

unit_now as (
    select unit_code, name, kind, parent_code
    from dim_unit
    where is_current
),

by_unit as (
    select
        m.award_year,
        m.boundaries,
        m.unit_code,
        cast(sum(m.award_count) as bigint) as award_count,
        cast(sum(m.collective_count) as bigint) as collective_count,
        cast(sum(m.enterprise_count) as bigint) as enterprise_count,
        cast(sum(m.household_count) as bigint) as household_count,
        cast(sum(m.individual_count) as bigint) as individual_count,
        cast(sum(m.leader_ministry_province_count) as bigint) as leader_ministry_province_count,
        cast(sum(m.leader_department_count) as bigint) as leader_department_count,
        cast(sum(m.entrepreneur_count) as bigint) as entrepreneur_count,
        cast(sum(m.leader_other_count) as bigint) as leader_other_count,
        cast(sum(m.direct_worker_count) as bigint) as direct_worker_count,
        cast(sum(m.class_unknown_count) as bigint) as class_unknown_count,
        cast(sum(m.woman_count) as bigint) as woman_count,
        cast(sum(m.woman_unknown_count) as bigint) as woman_unknown_count,
        cast(sum(m.youth_count) as bigint) as youth_count,
        cast(sum(m.youth_unknown_count) as bigint) as youth_unknown_count
    from mart_unit_boundary_year as m
    join chosen as c
        on m.award_year between c.to_year - cast($years as integer) + 1 and c.to_year
        and m.award_year > 0
    where m.boundaries = coalesce(nullif(cast($boundaries as varchar), ''), 'reported')
    group by m.award_year, m.boundaries, m.unit_code
),

by_year as (
    select
        award_year,
        cast(sum(award_count) as bigint) as year_award_count,
        cast(coalesce(sum(award_count) filter (where unit_code = 'khong_quy_doi'), 0) as bigint) as not_carried_count
    from by_unit
    group by award_year
)

select
    m.award_year,
    m.boundaries,
    m.unit_code,
    coalesce(u.name, m.unit_code) as unit_name,
    u.kind as unit_kind,
    p.name as parent_name,
    m.award_count,
    y.year_award_count,
    cast(m.award_count as double) / nullif(y.year_award_count, 0) as award_share,
    cast(y.not_carried_count as double) / nullif(y.year_award_count, 0) as not_carried_share,
    m.collective_count,
    m.enterprise_count,
    m.household_count,
    m.individual_count,
    m.award_count - coalesce(m.collective_count, 0) - coalesce(m.household_count, 0) - coalesce(m.individual_count, 0) as kind_unknown_count,
    m.leader_ministry_province_count,
    m.leader_department_count,
    m.entrepreneur_count,
    m.leader_other_count,
    m.direct_worker_count,
    cast(m.direct_worker_count as double) / nullif(m.individual_count, 0) as direct_worker_share,
    m.class_unknown_count,
    cast(m.class_unknown_count as double) / nullif(m.individual_count, 0) as class_unknown_share,
    m.woman_count,
    cast(m.woman_count as double) / nullif(m.individual_count, 0) as woman_share,
    m.woman_unknown_count,
    cast(m.woman_unknown_count as double) / nullif(m.individual_count, 0) as woman_unknown_share,
    m.youth_count,
    cast(m.youth_count as double) / nullif(m.individual_count, 0) as youth_share,
    m.youth_unknown_count,
    cast(m.youth_unknown_count as double) / nullif(m.individual_count, 0) as youth_unknown_share
from by_unit as m
join by_year as y on y.award_year = m.award_year
left join unit_now as u on u.unit_code = m.unit_code
left join unit_now as p on p.unit_code = u.parent_code
where cast($unit as varchar) in ('', m.unit_code)
order by m.award_year, case when m.unit_code = 'khong_quy_doi' then 1 else 0 end, m.award_count desc nulls last, m.unit_code
