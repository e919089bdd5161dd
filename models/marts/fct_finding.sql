-- fct_finding: faults, doubts and queries of returns, with the place; of a replaced return they are mended.
-- grain: finding_id
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
    case when r.standing = 'superseded' then 'mended' else 'open' end as state,
    f.is_personal
from found as f
left join int_return as r on r.return_id = f.return_id
order by f.finding_id
