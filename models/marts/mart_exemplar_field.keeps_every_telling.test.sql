-- mart_exemplar_field.keeps_every_telling: every row of a list of exemplars stands in some field; guards against fields without a target getting lost.
with counted as (
    select period, cast(sum(listed_count) as bigint) as seen
    from mart_exemplar_field
    where listed_count > 0
    group by period
),

told as (
    select p.period, count(*) as wanted
    from fct_exemplar as e
    inner join fct_exemplar_period as p on p.person_id = e.person_id
    group by p.period
),

lost as (
    select e.person_id
    from fct_exemplar as e
    where not exists (select 1 from fct_exemplar_period as p where p.person_id = e.person_id)
)

select coalesce(c.period, t.period) as period, c.seen, t.wanted
from counted as c
full join told as t on t.period = c.period
where c.seen is distinct from t.wanted
union all
select person_id as period, 0 as seen, 1 as wanted
from lost
order by period
