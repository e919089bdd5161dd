-- mart_unit_year.keeps_every_award: the mart holds all awards of the fact, no more; guards its total.
with seen as (
    select cast(coalesce(sum(award_count), 0) as bigint) as award_count, cast(coalesce(sum(individual_count), 0) as bigint) as individual_count
    from mart_unit_year
),

wanted as (
    select cast(coalesce(sum(award_count), 0) as bigint) as award_count, cast(coalesce(sum(individual_count), 0) as bigint) as individual_count
    from fct_beneficiary_count
)

select s.award_count as seen, w.award_count as wanted, s.individual_count as seen_individuals, w.individual_count as wanted_individuals
from seen as s
cross join wanted as w
where s.award_count <> w.award_count or s.individual_count <> w.individual_count
