-- mart_completeness.keeps_obligations_and_returns: every obligation and every place a return came to has its row.
with seen as (
    select cast(coalesce(sum(expected_count), 0) as bigint) as expected_count, cast(coalesce(sum(received_count), 0) as bigint) as received_count
    from mart_completeness
),

owed as (
    select count(*) as expected_count
    from dim_obligation
),

came as (
    select count(*) as received_count
    from (select distinct unit_code, form_of_return, period from fct_return) as place
)

select s.expected_count as seen_expected, o.expected_count as wanted_expected, s.received_count as seen_received, c.received_count as wanted_received
from seen as s
cross join owed as o
cross join came as c
where s.expected_count <> o.expected_count or s.received_count <> c.received_count
