-- mart_review_unit_year.keeps_every_award: in each year each view holds all awards of the fact, and those of the resistance are the ones that mart_achievement_year has; guards that a review loses no award and puts none under two heads.
with of_resistance as (
    select distinct form_code
    from dim_award_form
    where family = 'resistance'
),

wanted as (
    select
        b.boundaries, a.award_year, cast(sum(a.award_count) as bigint) as award_count,
        cast(coalesce(sum(a.award_count) filter (where r.form_code is not null or a.achievement_code = 'khang_chien'), 0) as bigint) as resistance_count
    from mart_achievement_year as a
    cross join dim_boundary as b
    left join of_resistance as r on r.form_code = a.form_code
    group by b.boundaries, a.award_year
),

seen as (
    select
        boundaries, award_year, cast(sum(award_count) as bigint) as award_count,
        cast(coalesce(sum(award_count) filter (where review_code = 'khang_chien'), 0) as bigint) as resistance_count
    from mart_review_unit_year
    group by boundaries, award_year
)

select
    coalesce(w.boundaries, s.boundaries) as boundaries, coalesce(w.award_year, s.award_year) as award_year,
    s.award_count as seen, w.award_count as wanted, s.resistance_count as seen_resistance, w.resistance_count as wanted_resistance
from wanted as w
full join seen as s on s.boundaries = w.boundaries and s.award_year = w.award_year
where s.award_count is distinct from w.award_count or s.resistance_count is distinct from w.resistance_count
order by boundaries, award_year
