-- fct_contribution.has_a_place: every contribution names file and cell; guards tracing.
select contribution_id, source_file, source_sheet, source_cell
from fct_contribution
where source_file = '' or source_cell = '' or source_file is null or source_cell is null or source_sheet is null
order by contribution_id
