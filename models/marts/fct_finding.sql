-- fct_finding: faults, doubts and queries of returns, with the place; of a replaced return they are mended, of a withdrawn one withdrawn.
-- grain: finding_id
-- board_no and board_reason: the decision that accepted it, or released its return, else 0 and empty.
-- want and mend are Vietnamese, with English beside; is_personal marks texts that the published copy leaves out.
with found as (
    select
        finding_id, return_id, source_file, source_sheet, source_cell, code, severity, got,
        want_vi, want_en, mend_vi, mend_en, is_personal
    from stg_finding
    union all
    select
        finding_id, return_id, source_file, source_sheet, source_cell, code, severity, got,
        want_vi, want_en, mend_vi, mend_en, false as is_personal
    from int_finding_sql
)

select
    f.finding_id,
    f.return_id,
    f.source_file,
    f.source_sheet,
    f.source_cell,
    f.code,
    f.severity,
    f.got,
    f.want_vi as want,
    f.mend_vi as mend,
    f.want_en,
    f.mend_en,
    case
        when r.standing = 'withdrawn' then 'withdrawn'
        when r.standing = 'superseded' then 'mended'
        when a.board_no is not null or g.return_id is not null then 'accepted'
        else 'open'
    end as state,
    f.is_personal,
    coalesce(a.board_no, g.board_no, 0) as board_no,
    coalesce(a.reason, g.board_reason, '') as board_reason
from found as f
left join int_return as r on r.return_id = f.return_id
left join int_board_finding as a
    on a.return_id = f.return_id and a.code = f.code and a.source_sheet = f.source_sheet and a.source_cell = f.source_cell
left join int_received as g
    on g.return_id = f.return_id and f.severity = 'error' and g.is_released and g.outcome in ('accepted', 'accepted_with_warnings')
order by f.finding_id
