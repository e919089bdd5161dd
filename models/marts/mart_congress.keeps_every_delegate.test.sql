-- mart_congress.keeps_every_delegate: the composition adds up to the delegates, and each share has its whole; guards every share.
with counted as (
    select level_code, cast(sum(delegate_count) as bigint) as seen
    from mart_congress
    group by level_code
),

told as (
    select level_code, count(*) as wanted
    from fct_delegate
    group by level_code
)

select coalesce(c.level_code, t.level_code) as level_code, c.seen, t.wanted
from counted as c
full join told as t on t.level_code = c.level_code
where c.seen is distinct from t.wanted
order by level_code
