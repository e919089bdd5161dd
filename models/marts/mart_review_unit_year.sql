-- mart_review_unit_year: awards of each unit by year and by what a review of several years asks, in each view of boundaries; sums must stay within one view.
-- grain: award_year, boundaries, unit_code, review_code
-- always with: boundaries
-- measures: award_count
-- column: award_year: năm thành tích (0: chưa rõ) | year of the achievement (0: not known)
-- column: boundaries: cách xem địa giới (reported: như báo cáo; districts: 30/6/2025; today: hiện nay) | view of boundaries (reported, districts of 30/6/2025, today)
-- column: unit_code: đơn vị của cách xem đó; khong_quy_doi: không quy đổi được | unit of that view; khong_quy_doi: cannot be carried
-- column: review_code: khang_chien (kháng chiến, tồn đọng), thuong_xuyen (thường xuyên), khac (loại khác), chua_ro (chưa rõ loại thành tích) | khang_chien (resistance war and backlog), thuong_xuyen (regular), khac (other types), chua_ro (type not known)
-- column: award_count: số lượt khen thưởng | awards
-- An award is of the resistance where its form is one of the resistance wars, or its achievement type says so.
with of_resistance as (
    select distinct form_code
    from dim_award_form
    where family = 'resistance'
),

told as (
    select
        a.award_year, a.unit_code, a.award_count,
        case
            when r.form_code is not null or a.achievement_code = 'khang_chien' then 'khang_chien'
            when a.achievement_code in ('thuong_xuyen', 'chua_ro') then a.achievement_code
            else 'khac'
        end as review_code
    from fct_award_count as a
    left join of_resistance as r on r.form_code = a.form_code
)

select
    t.award_year, b.boundaries, b.member_code as unit_code, t.review_code,
    cast(sum(t.award_count) as bigint) as award_count
from told as t
inner join dim_unit_boundary as b on b.unit_code = t.unit_code
group by t.award_year, b.boundaries, b.member_code, t.review_code
order by award_year, boundaries, unit_code, review_code
