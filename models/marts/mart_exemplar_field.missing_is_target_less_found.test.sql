-- mart_exemplar_field.missing_is_target_less_found: what is missing is the target less what was found, and unknown where there is no target; guards the sentence on what is still to do.
select period, field_code, kind_code, missing_count as seen, target_count - found_count as wanted
from mart_exemplar_field
where (target_count is null) <> (missing_count is null)
    or missing_count <> case when target_count > found_count then target_count - found_count else 0 end
order by period, field_code, kind_code
