-- dim_obligation: returns that are owed, by when, whether they count or only control, and which are excused.
-- grain: unit_code, form_of_return, period
-- What the board's own list says goes before the reference. excuse says why a return need not be sent, empty where it
-- must; source_ is where the board's list says so, else the reference.
with listed as (
    select
        l.code as unit_code, l.means as form_of_return, l.period, l.due_on, l.role_code,
        case when l.kind = 'excused' then l.note else '' end as excuse, l.kind = 'excused' as is_excused,
        l.return_id as source_return_id, r.file_name as source_file, l.source_sheet, l.source_cell
    from int_listed as l
    inner join stg_return as r on r.return_id = l.return_id
    where l.list_code = 'board_obligation'
)

select unit_code, form_of_return, period, due_on, role_code, is_excused, excuse, source_return_id, source_file, source_sheet, source_cell
from listed
union all
select
    r.unit_code, r.form_of_return, r.period, r.due_on, r.role as role_code, coalesce(r.excuse, '') <> '' as is_excused, coalesce(r.excuse, '') as excuse,
    '' as source_return_id, 'data/reference/obligation.csv' as source_file, '' as source_sheet, '' as source_cell
from stg_ref_obligation as r
left join listed as l on l.unit_code = r.unit_code and l.form_of_return = r.form_of_return and l.period = r.period
where l.unit_code is null
order by unit_code, form_of_return, period
