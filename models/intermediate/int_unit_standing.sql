-- int_unit_standing: for each view of boundaries, how each unit stands to its day: there, over before it, or begun after it.
-- grain: boundaries, unit_code
-- The day of today is the last of all: what stands is what has no end. A commune of a district is told with its district.
with view_day as (
    select boundaries, coalesce(as_on, date '9999-12-31') as day_on, as_on is not null as by_districts
    from dim_boundary
    where boundaries <> 'reported'
),

life as (
    select unit_code, min(valid_from) as first_on, max(coalesce(valid_to, date '9999-12-31')) as last_on
    from dim_unit
    group by unit_code
),

holds as (
    select v.boundaries, u.unit_code, u.kind, u.parent_code
    from view_day as v
    inner join dim_unit as u on u.valid_from <= v.day_on and coalesce(u.valid_to, date '9999-12-31') >= v.day_on
)

select
    v.boundaries, l.unit_code, v.day_on,
    case
        when h.unit_code is not null then 'there'
        when l.last_on < v.day_on then 'over'
        else 'begun'
    end as standing,
    case when v.by_districts and h.kind = 'commune' and d.kind = 'district' then d.unit_code else h.unit_code end as member_code
from view_day as v
cross join life as l
left join holds as h on h.boundaries = v.boundaries and h.unit_code = l.unit_code
left join holds as d on d.boundaries = v.boundaries and d.unit_code = h.parent_code
order by v.boundaries, l.unit_code
