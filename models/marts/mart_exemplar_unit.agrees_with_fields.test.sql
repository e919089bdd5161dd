-- mart_exemplar_unit.agrees_with_fields: by unit and by field the same exemplars are found; guards that two tables of one report differ.
with by_unit as (
    select period, cast(sum(exemplar_count) as bigint) as seen
    from mart_exemplar_unit
    group by period
),

by_field as (
    select period, cast(sum(found_count) as bigint) as wanted
    from mart_exemplar_field
    group by period
    having max(found_count) > 0
)

select coalesce(u.period, f.period) as period, u.seen, f.wanted
from by_unit as u
full join by_field as f on f.period = u.period
where u.seen is distinct from f.wanted
order by period
