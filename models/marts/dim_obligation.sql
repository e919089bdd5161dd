-- dim_obligation: returns that are owed, by when, and whether they count or only control.
-- grain: unit_code, form_of_return, period
select unit_code, form_of_return, period, due_on, role as role_code
from stg_ref_obligation
order by unit_code, form_of_return, period
