-- name: by-cluster
-- title_vi: Khen thưởng theo cụm, khối thi đua
-- title_en: Awards by emulation cluster
-- about_vi: Số lượt của các đơn vị thành viên; kèm số đơn vị có báo cáo trên số thành viên của cụm trong năm.
-- about_en: Awards of the member units, with how many of the members of that year have reported.
-- counts_by: award_year
-- source: mart_cluster_year, dim_cluster_member
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- param: years int default=1 min=1 max=100 | vi=Số năm tính đến năm đó | en=How many years, ending in that one
-- param: period period default= takes=years sets=year,years | vi=Kỳ gồm trọn năm, thay cho year và years: 2025, 2021..2025, dai-hoi-11 | en=A period of whole years, instead of year and years: 2025, 2021..2025, dai-hoi-11
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: cluster_code text | vi=Mã cụm, khối | en=Cluster code
-- column: cluster_name text | vi=Cụm, khối thi đua | en=Cluster
-- column: member_unit_count int | vi=Đơn vị thành viên | en=Member units | unit=đơn vị/units | figure=mart_cluster_year/member_unit_count?award_year,cluster_code
-- column: reporting_unit_count int | vi=Đơn vị có báo cáo | en=Units that reported | unit=đơn vị/units | figure=mart_cluster_year/reporting_unit_count?award_year,cluster_code
-- column: reporting_share share | vi=Tỷ lệ đơn vị có báo cáo | en=Units that reported, share of members | unit=%/%
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards | figure=mart_cluster_year/award_count?award_year,cluster_code
-- column: collective_count int | vi=Tập thể | en=Collectives | unit=lượt/awards | figure=mart_cluster_year/collective_count?award_year,cluster_code
-- column: enterprise_count int | vi=Doanh nghiệp (nơi có tách) | en=Enterprises (where stated) | unit=lượt/awards | figure=mart_cluster_year/enterprise_count?award_year,cluster_code
-- column: household_count int | vi=Hộ gia đình | en=Households | unit=lượt/awards | figure=mart_cluster_year/household_count?award_year,cluster_code
-- column: individual_count int | vi=Cá nhân | en=Individuals | unit=lượt/awards | figure=mart_cluster_year/individual_count?award_year,cluster_code
-- column: kind_unknown_count int | vi=Chưa tách tập thể, hộ, cá nhân | en=Kind of recipient not known | unit=lượt/awards
-- column: leader_ministry_province_count int | vi=Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên | en=Leaders of ministry or province rank and above | unit=lượt/awards | figure=mart_cluster_year/leader_ministry_province_count?award_year,cluster_code
-- column: leader_department_count int | vi=Lãnh đạo cấp vụ, sở, ngành và tương đương | en=Leaders of department rank | unit=lượt/awards | figure=mart_cluster_year/leader_department_count?award_year,cluster_code
-- column: entrepreneur_count int | vi=Doanh nhân | en=Entrepreneurs | unit=lượt/awards | figure=mart_cluster_year/entrepreneur_count?award_year,cluster_code
-- column: leader_other_count int | vi=Lãnh đạo khác | en=Other leaders | unit=lượt/awards | figure=mart_cluster_year/leader_other_count?award_year,cluster_code
-- column: direct_worker_count int | vi=Người trực tiếp công tác, lao động, học tập, chiến đấu | en=Direct workers | unit=lượt/awards | figure=mart_cluster_year/direct_worker_count?award_year,cluster_code
-- column: direct_worker_share share | vi=Tỷ lệ người trực tiếp trên cá nhân | en=Direct workers, share of individuals | unit=%/%
-- column: class_unknown_count int | vi=Chưa rõ loại đối tượng | en=Class not known | unit=lượt/awards | figure=mart_cluster_year/class_unknown_count?award_year,cluster_code
-- column: class_unknown_share share | vi=Tỷ lệ chưa rõ loại đối tượng | en=Class not known, share of individuals | unit=%/%
-- column: woman_count int | vi=Nữ | en=Women | unit=lượt/awards | figure=mart_cluster_year/woman_count?award_year,cluster_code
-- column: woman_share share | vi=Tỷ lệ nữ trên cá nhân | en=Women, share of individuals | unit=%/%
-- column: woman_unknown_count int | vi=Chưa rõ giới tính | en=Gender not known | unit=lượt/awards | figure=mart_cluster_year/woman_unknown_count?award_year,cluster_code
-- column: woman_unknown_share share | vi=Tỷ lệ chưa rõ giới tính | en=Gender not known, share of individuals | unit=%/%
-- column: youth_count int | vi=Thanh niên | en=Youth | unit=lượt/awards | figure=mart_cluster_year/youth_count?award_year,cluster_code
-- column: youth_share share | vi=Tỷ lệ thanh niên trên cá nhân | en=Youth, share of individuals | unit=%/%
-- column: youth_unknown_count int | vi=Chưa rõ tuổi | en=Age not known | unit=lượt/awards | figure=mart_cluster_year/youth_unknown_count?award_year,cluster_code
-- column: youth_unknown_share share | vi=Tỷ lệ chưa rõ tuổi | en=Age not known, share of individuals | unit=%/%

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then max(award_year) else cast($year as integer) end as to_year
    from mart_form_year
),

cluster_name as (
    select year as award_year, cluster_code, min(cluster_name) as cluster_name
    from dim_cluster_member
    group by year, cluster_code
)

select
    m.award_year,
    m.cluster_code,
    coalesce(n.cluster_name, 'Không thuộc cụm, khối nào') as cluster_name,
    m.member_unit_count,
    m.reporting_unit_count,
    cast(m.reporting_unit_count as double) / nullif(m.member_unit_count, 0) as reporting_share,
    m.award_count,
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
from mart_cluster_year as m
join chosen as c
    on m.award_year between c.to_year - cast($years as integer) + 1 and c.to_year
        and m.award_year > 0
left join cluster_name as n on n.award_year = m.award_year and n.cluster_code = m.cluster_code
order by m.award_year, m.cluster_code
