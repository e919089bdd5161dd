-- dim_unit_boundary.every_unit_has_its_member: each unit has a member in each view, and that member was there on the view's day; guards against figures lost or put under a unit of another time.
with wanted as (
    select b.boundaries, u.unit_code, coalesce(b.as_on, date '9999-12-31') as day_on
    from dim_boundary as b
    cross join dim_unit as u
    where u.is_current
)

select w.boundaries, w.unit_code, m.member_code as seen
from wanted as w
left join dim_unit_boundary as m on m.boundaries = w.boundaries and m.unit_code = w.unit_code
left join dim_unit as u
    on u.unit_code = m.member_code
        and (w.boundaries = 'reported' or u.valid_from <= w.day_on and coalesce(u.valid_to, date '9999-12-31') >= w.day_on)
where u.unit_code is null
order by w.boundaries, w.unit_code
