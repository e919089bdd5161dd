-- dim_unit_province: the province over each unit, by its newest row (a board's register is compared with all of its province).
-- grain: unit_code
with newest as (
    select unit_code, parent_code
    from dim_unit
    where is_current
)

select
    u.unit_code,
    coalesce(p3.unit_code, p2.unit_code, p1.unit_code, u.unit_code) as province_unit_code,
    u.unit_code like '%-ban-tdkt' as is_board
from newest as u
left join newest as p1 on p1.unit_code = u.parent_code
left join newest as p2 on p2.unit_code = p1.parent_code
left join newest as p3 on p3.unit_code = p2.parent_code
order by u.unit_code
