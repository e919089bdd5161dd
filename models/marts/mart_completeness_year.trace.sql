-- mart_completeness_year.trace: a unit that owes is shown by one of its obligations, a complete one by one of its returns.
-- grain: award_year, measure, contribution_id
-- measures: expected_unit_count, complete_unit_count
select
    d.award_year, 'expected_unit_count' as measure, 'unit:' || d.unit_code as contribution_id, cast(1 as bigint) as amount,
    d.source_return_id as return_id, d.source_file, d.source_sheet, d.source_cell
from fct_duty as d
union all
select
    d.award_year, 'complete_unit_count' as measure, 'unit:' || d.unit_code as contribution_id, cast(1 as bigint) as amount,
    d.return_id, r.file_name as source_file, r.sheet_name as source_sheet, '' as source_cell
from fct_duty as d
inner join fct_return as r on r.return_id = d.return_id
where d.is_complete = 1
order by award_year, measure, contribution_id
