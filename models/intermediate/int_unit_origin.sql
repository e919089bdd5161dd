-- int_unit_origin: the members of a view's day from which a unit begun after that day comes, wholly or in part.
-- grain: boundaries, unit_code, member_code
-- khong_quy_doi stands for an origin that was not there on the day either and of which no event tells more.
with recursive passing as (
    select event_on, from_code, to_code
    from dim_unit_event
    where kind not in ('parent', 'cluster')
),

step (boundaries, unit_code, day_on, at_code, at_on) as (
    select boundaries, unit_code, day_on, unit_code as at_code, date '9999-12-31' as at_on
    from int_unit_standing
    where standing = 'begun'
    union
    select s.boundaries, s.unit_code, s.day_on, e.from_code as at_code, e.event_on as at_on
    from step as s
    inner join int_unit_standing as h on h.boundaries = s.boundaries and h.unit_code = s.at_code and h.standing <> 'there'
    inner join passing as e on e.to_code = s.at_code and e.event_on > s.day_on and e.event_on < s.at_on
),

told as (
    select s.boundaries, s.unit_code, s.at_code, s.at_on
    from step as s
    inner join passing as e on e.to_code = s.at_code and e.event_on > s.day_on and e.event_on < s.at_on
    group by s.boundaries, s.unit_code, s.at_code, s.at_on
)

select distinct
    s.boundaries, s.unit_code,
    case when h.standing = 'there' then h.member_code else 'khong_quy_doi' end as member_code
from step as s
left join int_unit_standing as h on h.boundaries = s.boundaries and h.unit_code = s.at_code
left join told as t on t.boundaries = s.boundaries and t.unit_code = s.unit_code and t.at_code = s.at_code and t.at_on = s.at_on
where coalesce(h.standing, '') = 'there' or t.unit_code is null
order by s.boundaries, s.unit_code, member_code
