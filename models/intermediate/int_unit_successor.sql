-- int_unit_successor: where a unit that was over before the day of a view had gone by that day, through whole passings only.
-- grain: boundaries, unit_code
-- A unit that passed into several, or whose passing is told in part, has no successor.
with recursive passing as (
    select from_code, event_on, min(to_code) as to_code
    from dim_unit_event
    where kind not in ('parent', 'cluster')
    group by from_code, event_on
    having count(*) = 1 and min(extent) = 'full' and min(to_code) <> ''
),

step (boundaries, unit_code, day_on, at_code, at_on) as (
    select boundaries, unit_code, day_on, unit_code as at_code, date '1900-01-01' as at_on
    from int_unit_standing
    where standing = 'over'
    union
    select s.boundaries, s.unit_code, s.day_on, p.to_code as at_code, p.event_on as at_on
    from step as s
    inner join int_unit_standing as h on h.boundaries = s.boundaries and h.unit_code = s.at_code and h.standing <> 'there'
    inner join passing as p on p.from_code = s.at_code and p.event_on > s.at_on and p.event_on <= s.day_on
)

select s.boundaries, s.unit_code, min(h.member_code) as member_code
from step as s
inner join int_unit_standing as h on h.boundaries = s.boundaries and h.unit_code = s.at_code and h.standing = 'there'
group by s.boundaries, s.unit_code
having count(distinct h.member_code) = 1
order by s.boundaries, s.unit_code
