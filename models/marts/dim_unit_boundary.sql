-- dim_unit_boundary: the member that the figures of a unit go to in each view of boundaries.
-- grain: boundaries, unit_code
-- Only what is exact is carried: a unit of the view's day is itself, or its district where the view is of districts; a unit
-- over before goes where it passed whole; one begun after goes back where all its parts come from one member. All else goes
-- to khong_quy_doi. Nothing is apportioned. carry_code says why: same, district, successor, origin; no_successor (it passed
-- into several, in part, or into none), several_origins, no_origin (no event tells where it comes from).
with origin as (
    select boundaries, unit_code, min(member_code) as member_code, count(*) as origin_count
    from int_unit_origin
    group by boundaries, unit_code
),

weighed as (
    select
        s.boundaries, s.unit_code,
        case
            when s.standing = 'there' and s.member_code = s.unit_code then 'same'
            when s.standing = 'there' then 'district'
            when s.standing = 'over' and f.unit_code is not null then 'successor'
            when s.standing = 'over' then 'no_successor'
            when o.origin_count > 1 then 'several_origins'
            when o.member_code <> 'khong_quy_doi' then 'origin'
            else 'no_origin'
        end as carry_code,
        case s.standing when 'there' then s.member_code when 'over' then f.member_code else o.member_code end as found_code
    from int_unit_standing as s
    left join int_unit_successor as f on f.boundaries = s.boundaries and f.unit_code = s.unit_code
    left join origin as o on o.boundaries = s.boundaries and o.unit_code = s.unit_code
)

select
    boundaries, unit_code,
    case when carry_code in ('same', 'district', 'successor', 'origin') then found_code else 'khong_quy_doi' end as member_code,
    carry_code
from weighed
union all
select 'reported' as boundaries, unit_code, unit_code as member_code, 'same' as carry_code
from dim_unit
where is_current
order by boundaries, unit_code
