-- mart_statistic_year.keeps_every_figure: the mart holds all figures of the fact, no more; guards the forms 0601, 0604 and 0605.
with seen as (
    select cast(coalesce(sum(statistic_count), 0) as bigint) as amount from mart_statistic_year
),

wanted as (
    select cast(coalesce(sum(amount), 0) as bigint) as amount from fct_statistic
)

select s.amount as seen, w.amount as wanted
from seen as s
cross join wanted as w
where s.amount <> w.amount
