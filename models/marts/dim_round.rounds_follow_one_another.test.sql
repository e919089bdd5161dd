-- dim_round.rounds_follow_one_another: the rounds of a board in a year do not overlap and none is empty; guards that a day of decision is of one round.
with numbered as (
    select
        round_code, from_on, to_on,
        lag(to_on) over (partition by province_unit_code, round_year order by from_on, round_code) as last_to_on
    from dim_round
)

select round_code, from_on as seen, last_to_on as wanted_after
from numbered
where to_on < from_on or last_to_on >= from_on
order by round_code
