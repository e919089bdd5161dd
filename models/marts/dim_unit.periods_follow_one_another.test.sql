-- dim_unit.periods_follow_one_another: the rows of a unit share no day; guards joins by date.
select a.unit_code, a.valid_from, a.valid_to, b.valid_from as other_from
from dim_unit as a
inner join dim_unit as b on b.unit_code = a.unit_code and b.valid_from > a.valid_from
where a.valid_to is null or a.valid_to >= b.valid_from
order by a.unit_code, a.valid_from, b.valid_from
