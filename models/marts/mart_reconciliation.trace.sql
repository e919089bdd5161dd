-- mart_reconciliation.trace: the cells behind both sides of each comparison; the difference has the counted cells with a minus.
-- grain: comparison, unit_code, award_year, form_code, figure_measure, other_return_id, other_sheet, other_cell, measure, contribution_id
-- measures: counted_count, other_count, difference_count
with side as (
    select
        m.comparison, m.unit_code, m.award_year, m.form_code, m.figure_measure, m.other_return_id, m.other_sheet, m.other_cell,
        m.difference_count, 'counted_count' as measure, cast(-1 as bigint) as sign_in_difference,
        b.contribution_id, b.amount, b.return_id, b.source_file, b.source_sheet, b.source_cell
    from mart_reconciliation as m
    inner join fct_contribution as b
        on b.fact = 'beneficiary' and b.measure = m.figure_measure and b.award_year = m.award_year and b.form_code = m.form_code
    left join dim_unit_province as p on p.unit_code = b.unit_code
    where m.comparison <> 'printed_total'
        and ((m.is_by_area and p.province_unit_code = m.counted_unit_code) or (not m.is_by_area and b.unit_code = m.counted_unit_code))
    union all
    select
        m.comparison, m.unit_code, m.award_year, m.form_code, m.figure_measure, m.other_return_id, m.other_sheet, m.other_cell,
        m.difference_count, 'other_count' as measure, cast(1 as bigint) as sign_in_difference,
        b.contribution_id, b.amount, b.return_id, b.source_file, b.source_sheet, b.source_cell
    from mart_reconciliation as m
    inner join fct_contribution as b
        on b.fact = 'control' and b.return_id = m.other_return_id and b.measure = m.figure_measure
        and b.unit_code = m.unit_code and b.award_year = m.award_year and b.form_code = m.form_code
    where m.comparison <> 'printed_total'
    union all
    select
        m.comparison, m.unit_code, m.award_year, m.form_code, m.figure_measure, m.other_return_id, m.other_sheet, m.other_cell,
        m.difference_count, case b.fact when 'printed' then 'other_count' else 'counted_count' end as measure,
        cast(case b.fact when 'printed' then 1 else -1 end as bigint) as sign_in_difference,
        b.contribution_id, b.amount, b.return_id, b.source_file, b.source_sheet, b.source_cell
    from mart_reconciliation as m
    inner join fct_contribution as b
        on b.fact in ('printed', 'computed') and b.return_id = m.other_return_id and b.measure = m.figure_measure
        and b.source_sheet = m.other_sheet and b.source_cell = m.other_cell
        and b.unit_code = m.unit_code and b.award_year = m.award_year and b.form_code = m.form_code
    where m.comparison = 'printed_total'
)

select
    comparison, unit_code, award_year, form_code, figure_measure, other_return_id, other_sheet, other_cell,
    measure, contribution_id, amount, return_id, source_file, source_sheet, source_cell
from side
union all
select
    comparison, unit_code, award_year, form_code, figure_measure, other_return_id, other_sheet, other_cell,
    'difference_count' as measure, contribution_id, amount * sign_in_difference as amount, return_id, source_file, source_sheet, source_cell
from side
where difference_count is not null
order by
    comparison, unit_code, award_year, form_code, figure_measure, other_return_id, other_sheet, other_cell,
    measure, contribution_id
