-- fct_return: returns received, whether each counts, and what was read of it.
-- grain: return_id
with warned as (
    select return_id
    from stg_finding
    where severity = 'warning'
    union
    select return_id
    from int_finding_sql
    where severity = 'warning'
)

select
    r.return_id, r.unit_code, r.sender_code, r.form_of_return, r.period, r.part, r.scope, r.revision, r.revision_mark,
    case when r.standing = 'accepted' and w.return_id is not null then 'accepted_with_warnings' else r.standing end as status,
    r.role_code as role,
    r.dated_on, r.received_on, r.file_name, r.file_hash, r.sheet_name,
    r.rows_read, r.rows_used, r.rows_excluded, r.rows_rejected,
    r.cells_read, r.cells_used, r.cells_excluded, r.cells_rejected
from int_return as r
left join warned as w on w.return_id = r.return_id
order by r.return_id
