-- fct_statistic.codes_are_members: every code of a figure stands in its dimension, counted as that says; guards the names of every form and query.
select s.return_id, s.source_sheet, s.source_cell, s.statistic, s.measure, s.unit_code
from fct_statistic as s
left join dim_statistic as d on d.statistic = s.statistic and d.measure = s.measure
where d.statistic is null or not exists (select 1 from dim_unit as u where u.unit_code = s.unit_code)
order by s.return_id, s.source_sheet, s.source_cell, s.statistic
