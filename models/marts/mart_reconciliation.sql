-- mart_reconciliation: what counts beside what does not: lists and tallies, control returns, printed totals, second senders.
-- grain: comparison, unit_code, award_year, form_code, figure_measure, other_return_id, other_sheet, other_cell
-- measures: counted_count, other_count, difference_count
-- column: comparison: cách đối chiếu (list_tally, control, printed_total, second_sender, overlapping_tally) | what is compared
-- column: unit_code: đơn vị của số đối chiếu | unit of the other figure
-- column: award_year: năm thành tích | year of the achievement
-- column: form_code: hình thức | award form
-- column: figure_measure: chỉ tiêu | measure compared
-- column: other_return_id: báo cáo đối chiếu | the other return
-- column: other_sheet: trang tính của tổng đã in | sheet of the printed total, else empty
-- column: other_cell: ô của tổng đã in | cell of the printed total, else empty
-- column: counted_unit_code: đơn vị có số được tính (cả tỉnh khi báo cáo của Ban TĐKT để đối chiếu) | unit whose figures are compared
-- column: is_by_area: số được tính gồm mọi đơn vị trong tỉnh | the counted figure is of all units of the province
-- column: counted_source: nguồn của số được tính (list, tally) | where the counted figure comes from
-- column: counted_count: số được tính; với tổng đã in: số cộng được | counted; for a printed total, what its parts give
-- column: other_count: số đối chiếu; với tổng đã in: số in | the other; for a printed total, as printed
-- column: difference_count: số đối chiếu trừ số được tính | the other less the counted
with other as (
    select
        c.standing as comparison, c.unit_code, c.award_year, c.form_code, b.measure as figure_measure, c.return_id as other_return_id,
        case when c.standing = 'control' and p.is_board then p.province_unit_code else c.unit_code end as counted_unit_code,
        case when c.standing = 'control' and p.is_board then 1 else 0 end as by_area,
        cast(sum(b.amount) as bigint) as other_count
    from int_claim as c
    inner join fct_contribution as b
        on b.fact = 'control' and b.return_id = c.return_id
        and b.unit_code = c.unit_code and b.award_year = c.award_year and b.form_code = c.form_code
    left join dim_unit_province as p on p.unit_code = c.unit_code
    where c.scope = 'award' and c.standing <> 'counted'
        and b.measure not in ('class_unknown_count', 'woman_unknown_count', 'youth_unknown_count')
    group by
        c.standing, c.unit_code, c.award_year, c.form_code, b.measure, c.return_id,
        case when c.standing = 'control' and p.is_board then p.province_unit_code else c.unit_code end,
        case when c.standing = 'control' and p.is_board then 1 else 0 end
),

fact_by_measure as (
    select
        b.unit_code, b.award_year, b.form_code, b.source, n.measure as figure_measure,
        case n.measure
            when 'award_count' then b.award_count
            when 'collective_count' then b.collective_count
            when 'enterprise_count' then b.enterprise_count
            when 'household_count' then b.household_count
            when 'individual_count' then b.individual_count
            when 'leader_ministry_province_count' then b.leader_ministry_province_count
            when 'leader_department_count' then b.leader_department_count
            when 'entrepreneur_count' then b.entrepreneur_count
            when 'leader_other_count' then b.leader_other_count
            when 'direct_worker_count' then b.direct_worker_count
            when 'woman_count' then b.woman_count
            when 'youth_count' then b.youth_count
            when 'leader_any_count' then b.leader_any_count
            when 'not_leader_count' then b.not_leader_count
        end as amount
    from fct_beneficiary_count as b
    cross join (
        values
            ('award_count'),
            ('collective_count'),
            ('enterprise_count'),
            ('household_count'),
            ('individual_count'),
            ('leader_ministry_province_count'),
            ('leader_department_count'),
            ('entrepreneur_count'),
            ('leader_other_count'),
            ('direct_worker_count'),
            ('woman_count'),
            ('youth_count'),
            ('leader_any_count'),
            ('not_leader_count')
    ) as n (measure)
),

fact_by_area as (
    select unit_code as counted_unit_code, 0 as by_area, award_year, form_code, source, figure_measure, amount
    from fact_by_measure
    union all
    select p.province_unit_code as counted_unit_code, 1 as by_area, f.award_year, f.form_code, f.source, f.figure_measure, f.amount
    from fact_by_measure as f
    inner join dim_unit_province as p on p.unit_code = f.unit_code
),

counted as (
    select
        counted_unit_code, by_area, award_year, form_code, figure_measure,
        cast(sum(amount) as bigint) as counted_count,
        case when min(source) = max(source) then min(source) else 'list+tally' end as counted_source
    from fact_by_area
    group by counted_unit_code, by_area, award_year, form_code, figure_measure
),

compared as (
    select
        o.comparison, o.unit_code, o.award_year, o.form_code, o.figure_measure, o.other_return_id,
        '' as other_sheet, '' as other_cell, o.counted_unit_code, o.by_area, coalesce(c.counted_source, '') as counted_source,
        case
            when o.comparison = 'list_tally' and o.figure_measure = 'award_count' then coalesce(c.counted_count, 0)
            else c.counted_count
        end as counted_count,
        o.other_count
    from other as o
    left join counted as c
        on c.counted_unit_code = o.counted_unit_code and c.by_area = o.by_area and c.award_year = o.award_year
        and c.form_code = o.form_code and c.figure_measure = o.figure_measure
    union all
    select
        'printed_total' as comparison, p.unit_code, p.award_year, p.form_code, p.measure as figure_measure, p.return_id as other_return_id,
        p.source_sheet as other_sheet, p.source_cell as other_cell, p.unit_code as counted_unit_code, 0 as by_area, '' as counted_source,
        p.computed as counted_count, p.printed as other_count
    from stg_printed as p
    inner join fct_return as r on r.return_id = p.return_id and r.status in ('accepted', 'accepted_with_warnings')
)

select
    comparison, unit_code, award_year, form_code, figure_measure, other_return_id, other_sheet, other_cell,
    counted_unit_code, by_area = 1 as is_by_area, counted_source, counted_count, other_count,
    other_count - counted_count as difference_count
from compared
order by comparison, unit_code, award_year, form_code, figure_measure, other_return_id, other_sheet, other_cell
