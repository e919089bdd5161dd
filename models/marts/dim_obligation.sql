-- dim_obligation: returns that are owed, by when, and whether they count or only control.
-- grain: unit_code, form_of_return, period
-- What the board's own list says goes before the reference.
with listed as (
    select code as unit_code, means as form_of_return, period, due_on, role_code
    from int_listed
    where list_code = 'board_obligation'
)

select unit_code, form_of_return, period, due_on, role_code
from listed
union all
select r.unit_code, r.form_of_return, r.period, r.due_on, r.role as role_code
from stg_ref_obligation as r
left join listed as l on l.unit_code = r.unit_code and l.form_of_return = r.form_of_return and l.period = r.period
where l.unit_code is null
order by unit_code, form_of_return, period
