-- stg_return: returns as received; texts never null, so that they can be keys.
-- grain: return_id
select
    return_id,
    file_hash,
    coalesce(file_name, '') as file_name,
    coalesce(sheet_name, '') as sheet_name,
    coalesce(form_of_return, 'chua_ro') as form_of_return,
    coalesce(unit_code, 'chua_ro') as unit_code,
    coalesce(sender_code, 'chua_ro') as sender_code,
    coalesce(province_code, 'chua_ro') as province_code,
    coalesce(period, '') as period,
    coalesce(part, '') as part,
    coalesce(scope, '') as scope,
    coalesce(role, '') as stated_role,
    coalesce(is_zero, false) as is_zero,
    outcome,
    coalesce(is_revision, false) as is_revision,
    coalesce(revision_mark, '') as revision_mark,
    coalesce(revises_file, '') as revises_file,
    coalesce(revises_return_id, '') as revises_return_id,
    dated_on,
    received_on,
    coalesce(intake_no, 0) as intake_no,
    coalesce(rows_read, 0) as rows_read,
    coalesce(rows_used, 0) as rows_used,
    coalesce(rows_excluded, 0) as rows_excluded,
    coalesce(rows_rejected, 0) as rows_rejected,
    coalesce(cells_read, 0) as cells_read,
    coalesce(cells_used, 0) as cells_used,
    coalesce(cells_excluded, 0) as cells_excluded,
    coalesce(cells_rejected, 0) as cells_rejected
from raw_return
order by return_id
