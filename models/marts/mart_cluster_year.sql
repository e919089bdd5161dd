-- mart_cluster_year: awards of each emulation cluster by year; chua_ro holds the units of no cluster that year.
-- grain: award_year, cluster_code
-- measures: award_count, collective_count, enterprise_count, household_count, individual_count, leader_ministry_province_count, leader_department_count, entrepreneur_count, leader_other_count, direct_worker_count, class_unknown_count, woman_count, woman_unknown_count, youth_count, youth_unknown_count, reporting_unit_count, member_unit_count, expected_unit_count, complete_unit_count
-- column: award_year: năm thành tích (0: chưa rõ) | year of the achievement (0: not known)
-- column: cluster_code: cụm, khối thi đua | emulation cluster
-- column: award_count: số lượt khen thưởng | awards
-- column: collective_count: tập thể | collectives
-- column: enterprise_count: trong đó doanh nghiệp | of which enterprises
-- column: household_count: hộ gia đình | households
-- column: individual_count: cá nhân | individuals
-- column: leader_ministry_province_count: lãnh đạo cấp bộ, tỉnh | leaders of ministry or province rank
-- column: leader_department_count: lãnh đạo cấp vụ, sở, ngành | leaders of department rank
-- column: entrepreneur_count: doanh nhân | entrepreneurs
-- column: leader_other_count: lãnh đạo khác từ phó phòng | other leaders from deputy division head up
-- column: direct_worker_count: người trực tiếp lao động | direct workers
-- column: class_unknown_count: cá nhân chưa rõ đối tượng | individuals of unknown class
-- column: woman_count: nữ | women
-- column: woman_unknown_count: cá nhân chưa rõ giới tính | individuals of unknown sex
-- column: youth_count: thanh niên | youth
-- column: youth_unknown_count: cá nhân chưa rõ tuổi | individuals of unknown age
-- column: reporting_unit_count: số đơn vị có số liệu | units with figures
-- column: member_unit_count: số đơn vị trong cụm, khối | units of the cluster
-- column: expected_unit_count: số đơn vị phải gửi báo cáo được tính | units that owe a return which counts
-- column: complete_unit_count: số đơn vị có mọi báo cáo đó được chấp nhận | units of which all of these are accepted
with counted as (
    select
        b.award_year,
        coalesce(c.cluster_code, 'chua_ro') as cluster_code,
        count(distinct b.unit_code) as reporting_unit_count,
        cast(sum(b.award_count) as bigint) as award_count,
        cast(sum(b.collective_count) as bigint) as collective_count,
        cast(sum(b.enterprise_count) as bigint) as enterprise_count,
        cast(sum(b.household_count) as bigint) as household_count,
        cast(sum(b.individual_count) as bigint) as individual_count,
        cast(sum(b.leader_ministry_province_count) as bigint) as leader_ministry_province_count,
        cast(sum(b.leader_department_count) as bigint) as leader_department_count,
        cast(sum(b.entrepreneur_count) as bigint) as entrepreneur_count,
        cast(sum(b.leader_other_count) as bigint) as leader_other_count,
        cast(sum(b.direct_worker_count) as bigint) as direct_worker_count,
        cast(sum(b.class_unknown_count) as bigint) as class_unknown_count,
        cast(sum(b.woman_count) as bigint) as woman_count,
        cast(sum(b.woman_unknown_count) as bigint) as woman_unknown_count,
        cast(sum(b.youth_count) as bigint) as youth_count,
        cast(sum(b.youth_unknown_count) as bigint) as youth_unknown_count
    from fct_beneficiary_count as b
    left join dim_cluster_member as c on c.unit_code = b.unit_code and c.year = b.award_year
    group by b.award_year, coalesce(c.cluster_code, 'chua_ro')
),

member as (
    select year as award_year, cluster_code, count(*) as member_unit_count
    from dim_cluster_member
    group by year, cluster_code
),

duty as (
    select
        d.award_year, coalesce(c.cluster_code, 'chua_ro') as cluster_code,
        count(*) as expected_unit_count, cast(sum(d.is_complete) as bigint) as complete_unit_count
    from fct_duty as d
    left join dim_cluster_member as c on c.unit_code = d.unit_code and c.year = d.award_year
    group by d.award_year, coalesce(c.cluster_code, 'chua_ro')
),

place as (
    select award_year, cluster_code from counted
    union
    select award_year, cluster_code from member
    union
    select award_year, cluster_code from duty
)

select
    p.award_year,
    p.cluster_code,
    c.award_count,
    c.collective_count,
    c.enterprise_count,
    c.household_count,
    c.individual_count,
    c.leader_ministry_province_count,
    c.leader_department_count,
    c.entrepreneur_count,
    c.leader_other_count,
    c.direct_worker_count,
    c.class_unknown_count,
    c.woman_count,
    c.woman_unknown_count,
    c.youth_count,
    c.youth_unknown_count,
    coalesce(c.reporting_unit_count, 0) as reporting_unit_count,
    coalesce(m.member_unit_count, 0) as member_unit_count,
    coalesce(d.expected_unit_count, 0) as expected_unit_count,
    coalesce(d.complete_unit_count, 0) as complete_unit_count
from place as p
left join counted as c on c.award_year = p.award_year and c.cluster_code = p.cluster_code
left join member as m on m.award_year = p.award_year and m.cluster_code = p.cluster_code
left join duty as d on d.award_year = p.award_year and d.cluster_code = p.cluster_code
order by p.award_year, p.cluster_code
