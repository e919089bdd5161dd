-- mart_review_unit_year.trace: the cells behind each measure of mart_review_unit_year.
-- grain: award_year, boundaries, unit_code, review_code, measure, contribution_id
-- measures: award_count
with of_resistance as (
    select distinct form_code
    from dim_award_form
    where family = 'resistance'
),

told as (
    select
        c.award_year, c.unit_code, c.measure, c.contribution_id, c.amount, c.return_id, c.source_file, c.source_sheet, c.source_cell,
        case
            when r.form_code is not null or c.achievement_code = 'khang_chien' then 'khang_chien'
            when c.achievement_code in ('thuong_xuyen', 'chua_ro') then c.achievement_code
            else 'khac'
        end as review_code
    from fct_contribution as c
    left join of_resistance as r on r.form_code = c.form_code
    where c.fact = 'award' and c.measure in ('award_count')
)

select
    t.award_year, b.boundaries, b.member_code as unit_code, t.review_code, t.measure, t.contribution_id, t.amount,
    t.return_id, t.source_file, t.source_sheet, t.source_cell
from told as t
inner join dim_unit_boundary as b on b.unit_code = t.unit_code
order by award_year, boundaries, unit_code, review_code, measure, contribution_id
