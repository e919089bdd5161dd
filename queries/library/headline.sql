-- name: headline
-- title_vi: Số liệu chính so với năm trước
-- title_en: Headline figures and change on the year before
-- about_vi: Mỗi chỉ tiêu một dòng: năm nay, năm trước, tăng giảm; để trống khi một bên không có số liệu.
-- about_en: One row a measure: this year, the year before, the change; blank where a side has no figures.
-- counts_by: award_year
-- source: mart_beneficiary_year
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- param: period period default= takes=years sets=year | vi=Kỳ, thay cho year: 2025 | en=A period, instead of year: 2025
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: last_year int | vi=Năm trước | en=Year before
-- column: measure_code text | vi=Mã chỉ tiêu | en=Measure code
-- column: measure_vi text | vi=Chỉ tiêu | en=Measure (Vietnamese) | lang=vi
-- column: measure_en text | vi=Chỉ tiêu (tiếng Anh) | en=Measure | lang=en
-- column: amount int | vi=Năm nay | en=This year | unit=lượt/awards | figure=mart_beneficiary_year/{measure_code}?award_year
-- column: last_amount int | vi=Năm trước | en=Year before | unit=lượt/awards | figure=mart_beneficiary_year/{measure_code}?award_year=last_year
-- column: difference int | vi=Tăng, giảm | en=Difference | unit=lượt/awards
-- column: change_share share | vi=Tỷ lệ tăng, giảm | en=Change | unit=%/%

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then max(award_year) else cast($year as integer) end as to_year
    from mart_form_year
),

by_year as (
    select
        m.award_year,
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
    from mart_beneficiary_year as m
    join chosen as c on m.award_year in (c.to_year, c.to_year - 1)
    group by m.award_year
),

measure as (
    select v.place, v.measure_code, v.measure_vi, v.measure_en
    from (values
        (1, 'award_count', 'Số lượt khen thưởng', 'Awards'),
        (2, 'collective_count', 'Tập thể', 'Collectives'),
        (3, 'enterprise_count', 'Doanh nghiệp (nơi có tách)', 'Enterprises (where stated)'),
        (4, 'household_count', 'Hộ gia đình', 'Households'),
        (5, 'individual_count', 'Cá nhân', 'Individuals'),
        (6, 'leader_ministry_province_count', 'Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên', 'Leaders of ministry or province rank and above'),
        (7, 'leader_department_count', 'Lãnh đạo cấp vụ, sở, ngành và tương đương', 'Leaders of department rank'),
        (8, 'entrepreneur_count', 'Doanh nhân', 'Entrepreneurs'),
        (9, 'leader_other_count', 'Lãnh đạo khác', 'Other leaders'),
        (10, 'direct_worker_count', 'Người trực tiếp công tác, lao động, học tập, chiến đấu', 'Direct workers'),
        (11, 'class_unknown_count', 'Chưa rõ loại đối tượng', 'Class not known'),
        (12, 'woman_count', 'Nữ', 'Women'),
        (13, 'woman_unknown_count', 'Chưa rõ giới tính', 'Gender not known'),
        (14, 'youth_count', 'Thanh niên', 'Youth'),
        (15, 'youth_unknown_count', 'Chưa rõ tuổi', 'Age not known')
    ) as v (place, measure_code, measure_vi, measure_en)
),

long as (
    select
        y.award_year,
        s.measure_code,
        case s.measure_code
            when 'award_count' then y.award_count
            when 'collective_count' then y.collective_count
            when 'enterprise_count' then y.enterprise_count
            when 'household_count' then y.household_count
            when 'individual_count' then y.individual_count
            when 'leader_ministry_province_count' then y.leader_ministry_province_count
            when 'leader_department_count' then y.leader_department_count
            when 'entrepreneur_count' then y.entrepreneur_count
            when 'leader_other_count' then y.leader_other_count
            when 'direct_worker_count' then y.direct_worker_count
            when 'class_unknown_count' then y.class_unknown_count
            when 'woman_count' then y.woman_count
            when 'woman_unknown_count' then y.woman_unknown_count
            when 'youth_count' then y.youth_count
            when 'youth_unknown_count' then y.youth_unknown_count
        end as amount
    from by_year as y
    cross join measure as s
)

select
    c.to_year as award_year,
    c.to_year - 1 as last_year,
    s.measure_code,
    s.measure_vi,
    s.measure_en,
    n.amount,
    l.amount as last_amount,
    n.amount - l.amount as difference,
    cast(n.amount - l.amount as double) / nullif(l.amount, 0) as change_share
from measure as s
cross join chosen as c
left join long as n on n.award_year = c.to_year and n.measure_code = s.measure_code
left join long as l on l.award_year = c.to_year - 1 and l.measure_code = s.measure_code
where c.to_year is not null
order by s.place
