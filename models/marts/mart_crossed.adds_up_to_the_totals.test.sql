-- mart_crossed.adds_up_to_the_totals: what a return tells of a kind or class by type adds up to what it tells of it in all; guards against joint figures that contradict the sender's own totals.
with sides as (
    select
        return_id, unit_code, award_year, form_code, level_code, measure,
        cast(sum(amount) filter (where fact = 'crossed') as bigint) as by_type,
        cast(sum(amount) filter (where fact = 'beneficiary') as bigint) as in_all
    from fct_cell_contribution
    where fact in ('crossed', 'beneficiary') and measure not in ('leader_senior_count', 'class_unknown_count', 'woman_unknown_count', 'youth_unknown_count')
    group by return_id, unit_code, award_year, form_code, level_code, measure
)

select return_id, unit_code, award_year, form_code, level_code, measure, by_type as seen, in_all as wanted
from sides
where by_type is not null and by_type is distinct from in_all
order by return_id, unit_code, award_year, form_code, level_code, measure
