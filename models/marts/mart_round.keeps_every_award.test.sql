-- mart_round.keeps_every_award: in a year with rounds, all proposals and all awards of the provinces that have them stand once under a round, outside one or as not known; guards that none is lost or counted in two rounds.
with round_year as (
    select distinct province_unit_code, round_year
    from dim_round
),

wanted as (
    select y.round_year, c.fact, cast(sum(c.amount) as bigint) as amount
    from fct_contribution as c
    inner join fct_return as s on s.return_id = c.return_id
    inner join dim_unit_province as u on u.unit_code = s.unit_code
    left join dim_period as p on p.period = s.period
    left join fct_list_row as l on c.source = 'list' and c.contribution_id = l.award_id || ':award:award_count'
    inner join round_year as y
        on y.province_unit_code = u.province_unit_code
        and y.round_year = case
            when c.fact = 'proposal' then p.award_year
            else coalesce(cast(extract(year from l.decided_on) as bigint), c.award_year)
        end
    where c.fact = 'proposal' and c.measure = 'proposal_count' or c.fact = 'award' and c.measure = 'award_count'
    group by y.round_year, c.fact
),

seen as (
    select round_year, 'proposal' as fact, cast(sum(proposed_count) as bigint) as amount
    from mart_round
    group by round_year
    union all
    select round_year, 'award' as fact, cast(sum(decided_count) as bigint) as amount
    from mart_round
    group by round_year
)

select coalesce(w.round_year, s.round_year) as round_year, coalesce(w.fact, s.fact) as fact, s.amount as seen, w.amount as wanted
from wanted as w
full join seen as s on s.round_year = w.round_year and s.fact = w.fact
where s.amount is distinct from w.amount
order by round_year, fact
