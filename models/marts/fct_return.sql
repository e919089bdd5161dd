-- fct_return: returns received, whether each counts, and what was read of it.
-- grain: return_id
-- board_no and board_reason: the decision of the board that governs it, 0 and empty where there is none. A return whose
-- findings are all accepted by the board is plainly accepted. is_zero: the unit says that it has nothing, in words or by noughts.
with found as (
    select return_id, code, severity, source_sheet, source_cell, true as is_of_reader
    from stg_finding
    union all
    select return_id, code, severity, source_sheet, source_cell, false as is_of_reader
    from int_finding_sql
),

heard as (
    select
        f.return_id,
        count(*) filter (where f.severity = 'warning' and a.board_no is null) as open_warnings,
        count(*) filter (where f.severity <> 'error' and f.is_of_reader and a.board_no is null) as open_of_reader,
        count(a.board_no) as accepted_count
    from found as f
    left join int_board_finding as a
        on a.return_id = f.return_id and a.code = f.code and a.source_sheet = f.source_sheet and a.source_cell = f.source_cell
    group by f.return_id
)

select
    r.return_id, r.unit_code, r.sender_code, r.form_of_return, r.period, r.part, r.scope, r.revision, r.revision_mark,
    case
        when r.standing = 'accepted' and h.open_warnings > 0 then 'accepted_with_warnings'
        when r.standing = 'accepted_with_warnings' and h.accepted_count > 0 and h.open_warnings = 0 and h.open_of_reader = 0 then 'accepted'
        else r.standing
    end as status,
    r.role_code as role,
    r.dated_on, r.received_on, r.file_name, r.file_hash, r.sheet_name,
    r.rows_read, r.rows_used, r.rows_excluded, r.rows_rejected,
    r.cells_read, r.cells_used, r.cells_excluded, r.cells_rejected,
    s.is_zero,
    r.board_no, r.board_reason
from int_return as r
inner join stg_return as s on s.return_id = r.return_id
left join heard as h on h.return_id = r.return_id
order by r.return_id
