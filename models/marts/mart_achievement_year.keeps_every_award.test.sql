-- mart_achievement_year.keeps_every_award: the mart holds all awards of the fact, no more; guards its total.
with seen as (
    select cast(coalesce(sum(award_count), 0) as bigint) as award_count
    from mart_achievement_year
),

wanted as (
    select cast(coalesce(sum(award_count), 0) as bigint) as award_count
    from fct_award_count
)

select s.award_count as seen, w.award_count as wanted
from seen as s
cross join wanted as w
where s.award_count <> w.award_count
