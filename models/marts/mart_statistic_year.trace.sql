-- mart_statistic_year.trace: the cells behind each measure of mart_statistic_year; of each unit its first cell shows that it is counted.
-- grain: report_year, statistic, column_code, measure, contribution_id
-- measures: statistic_count, unit_count
with cell as (
    select
        report_year, statistic, column_code, amount, return_id, source_file, source_sheet, source_cell,
        return_id || ':' || source_sheet || '!' || source_cell || ':' || statistic || ':' || column_code as contribution_id,
        row_number() over (
            partition by report_year, statistic, column_code, unit_code order by return_id, source_sheet, source_cell
        ) as cell_no
    from fct_statistic
)

select
    report_year, statistic, column_code, 'statistic_count' as measure, contribution_id, amount, return_id, source_file, source_sheet, source_cell
from cell
union all
select
    report_year, statistic, column_code, 'unit_count' as measure, contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, source_cell
from cell
where cell_no = 1
order by report_year, statistic, column_code, measure, contribution_id
