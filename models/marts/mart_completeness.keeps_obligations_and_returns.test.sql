-- mart_completeness.keeps_obligations_and_returns: every obligation and every place at which a return stands has its row.
with seen as (
    select cast(coalesce(sum(expected_count + excused_count), 0) as bigint) as owed_count, cast(coalesce(sum(received_count), 0) as bigint) as received_count
    from mart_completeness
),

owed as (
    select count(*) as owed_count
    from dim_obligation
),

came as (
    select count(*) as received_count
    from (select distinct unit_code, form_of_return, period from fct_return where status not in ('withdrawn', 'superseded') and substr(form_of_return, 1, 6) <> 'board_') as place
)

select s.owed_count as seen_owed, o.owed_count as wanted_owed, s.received_count as seen_received, c.received_count as wanted_received
from seen as s
cross join owed as o
cross join came as c
where s.owed_count <> o.owed_count or s.received_count <> c.received_count
