-- mart_completeness.trace: the obligation or the return behind each count; a return is a whole file, so sheet and cell may be empty.
-- grain: unit_code, form_of_return, period, measure, contribution_id
-- measures: expected_count, received_count, accepted_count, on_time_count, late_count, missing_count, refused_count, held_count, excused_count, unasked_count, revised_count, zero_count, waiting_count
-- What is not there (missing, excused) is shown by the obligation, what waits for an explanation by the return that stands.
select
    m.unit_code, m.form_of_return, m.period, n.measure, 'obligation' as contribution_id, cast(1 as bigint) as amount,
    o.source_return_id as return_id, o.source_file, o.source_sheet, o.source_cell
from mart_completeness as m
inner join dim_obligation as o on o.unit_code = m.unit_code and o.form_of_return = m.form_of_return and o.period = m.period
cross join (values ('expected_count'), ('missing_count'), ('excused_count')) as n (measure)
where (n.measure = 'expected_count' and m.expected_count = 1)
    or (n.measure = 'missing_count' and m.missing_count = 1)
    or (n.measure = 'excused_count' and m.excused_count = 1)
union all
select
    m.unit_code, m.form_of_return, m.period, n.measure, m.return_id as contribution_id, cast(1 as bigint) as amount,
    m.return_id, r.file_name as source_file, r.sheet_name as source_sheet, '' as source_cell
from mart_completeness as m
inner join fct_return as r on r.return_id = m.return_id
cross join (
    values ('received_count'), ('accepted_count'), ('on_time_count'), ('late_count'), ('refused_count'), ('held_count'),
        ('unasked_count'), ('revised_count'), ('zero_count'), ('waiting_count')
) as n (measure)
where (n.measure = 'received_count' and m.received_count = 1)
    or (n.measure = 'accepted_count' and m.accepted_count = 1)
    or (n.measure = 'on_time_count' and m.on_time_count = 1)
    or (n.measure = 'late_count' and m.late_count = 1)
    or (n.measure = 'refused_count' and m.refused_count = 1)
    or (n.measure = 'held_count' and m.held_count = 1)
    or (n.measure = 'unasked_count' and m.unasked_count = 1)
    or (n.measure = 'revised_count' and m.revised_count = 1)
    or (n.measure = 'zero_count' and m.zero_count = 1)
    or (n.measure = 'waiting_count' and m.waiting_count = 1)
order by unit_code, form_of_return, period, measure, contribution_id
