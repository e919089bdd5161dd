-- dim_unit_event: what became of a unit: merged, split, renamed, abolished (to_code is empty where abolished).
-- grain: event_on, from_code, to_code
select event_on, from_code, coalesce(to_code, '') as to_code, extent, kind, verified
from stg_ref_unit_event
order by event_on, from_code, to_code
