-- mart_completeness.trace: the obligation or the return behind each count; a return is a whole file, so sheet and cell may be empty.
-- grain: unit_code, form_of_return, period, measure, contribution_id
-- measures: expected_count, received_count, accepted_count, late_count
select
    unit_code, form_of_return, period, 'expected_count' as measure, 'obligation' as contribution_id, cast(1 as bigint) as amount,
    '' as return_id, 'data/reference/obligation.csv' as source_file, '' as source_sheet, '' as source_cell
from dim_obligation
union all
select
    m.unit_code, m.form_of_return, m.period, n.measure, m.return_id as contribution_id, cast(1 as bigint) as amount,
    m.return_id, r.file_name as source_file, r.sheet_name as source_sheet, '' as source_cell
from mart_completeness as m
inner join fct_return as r on r.return_id = m.return_id
cross join (values ('received_count'), ('accepted_count'), ('late_count')) as n (measure)
where n.measure = 'received_count'
    or (n.measure = 'accepted_count' and m.accepted_count = 1)
    or (n.measure = 'late_count' and m.late_count = 1)
order by unit_code, form_of_return, period, measure, contribution_id
