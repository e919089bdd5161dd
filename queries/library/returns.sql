-- name: returns
-- title_vi: Các báo cáo đã nhận
-- title_en: Returns received
-- about_vi: Mỗi báo cáo một dòng: ai gửi, tình trạng, số dòng và số ô đã đọc = đã dùng + để ngoài + bị loại.
-- about_en: One row a return: who sent it, its status, rows and cells read = used + excluded + rejected.
-- counts_by: period
-- source: fct_return, fct_finding, dim_unit
-- param: period text default= | vi=Kỳ báo cáo, ví dụ 2025; để trống là mọi kỳ | en=Period, such as 2025; empty is every period
-- param: status text default= values=accepted,accepted_with_warnings,refused,held,superseded,withdrawn | vi=Tình trạng; để trống là mọi tình trạng | en=Status; empty is all
-- column: period text | vi=Kỳ báo cáo | en=Period
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: unit_name text | vi=Đơn vị | en=Unit
-- column: parent_name text | vi=Thuộc | en=Under
-- column: form_of_return text | vi=Loại báo cáo | en=Form of return
-- column: part text | vi=Đợt | en=Part
-- column: role text | vi=Vai trò | en=Role
-- column: status text | vi=Mã tình trạng | en=Status code
-- column: status_vi text | vi=Tình trạng | en=Status (Vietnamese) | lang=vi
-- column: status_en text | vi=Tình trạng (tiếng Anh) | en=Status | lang=en
-- column: received_on date | vi=Ngày nhận | en=Received
-- column: file_name text | vi=Tệp | en=File
-- column: error_count int | vi=Lỗi | en=Errors | unit=phát hiện/findings
-- column: warning_count int | vi=Cảnh báo | en=Warnings | unit=phát hiện/findings
-- column: query_count int | vi=Câu hỏi | en=Queries | unit=phát hiện/findings
-- column: rows_read int | vi=Dòng đã đọc | en=Rows read | unit=dòng/rows
-- column: rows_used int | vi=Dòng đã dùng | en=Rows used | unit=dòng/rows
-- column: rows_excluded int | vi=Dòng để ngoài | en=Rows excluded | unit=dòng/rows
-- column: rows_rejected int | vi=Dòng bị loại | en=Rows rejected | unit=dòng/rows
-- column: cells_read int | vi=Ô đã đọc | en=Cells read | unit=ô/cells
-- column: cells_used int | vi=Ô đã dùng | en=Cells used | unit=ô/cells
-- column: cells_excluded int | vi=Ô để ngoài | en=Cells excluded | unit=ô/cells
-- column: cells_rejected int | vi=Ô bị loại | en=Cells rejected | unit=ô/cells
-- column: return_id text | vi=Mã báo cáo | en=Return

with unit_now as (
    select unit_code, name, kind, parent_code
    from dim_unit
    where is_current
),

finding_count as (
    select
        return_id,
        count(*) filter (where severity = 'error') as error_count,
        count(*) filter (where severity = 'warning') as warning_count,
        count(*) filter (where severity = 'query') as query_count
    from fct_finding
    group by return_id
)

select
    r.period,
    r.unit_code,
    coalesce(u.name, r.unit_code) as unit_name,
    p.name as parent_name,
    r.form_of_return,
    r.part,
    r.role,
    r.status,
    case r.status
        when 'accepted' then 'Được chấp nhận'
        when 'accepted_with_warnings' then 'Chấp nhận, có cảnh báo'
        when 'refused' then 'Trả lại'
        when 'held' then 'Giữ lại'
        when 'superseded' then 'Đã được thay thế'
        when 'withdrawn' then 'Đã rút'
        else r.status
    end as status_vi,
    case r.status
        when 'accepted' then 'Accepted'
        when 'accepted_with_warnings' then 'Accepted with warnings'
        when 'refused' then 'Refused'
        when 'held' then 'Held'
        when 'superseded' then 'Superseded'
        when 'withdrawn' then 'Withdrawn'
        else r.status
    end as status_en,
    r.received_on,
    r.file_name,
    coalesce(n.error_count, 0) as error_count,
    coalesce(n.warning_count, 0) as warning_count,
    coalesce(n.query_count, 0) as query_count,
    r.rows_read,
    r.rows_used,
    r.rows_excluded,
    r.rows_rejected,
    r.cells_read,
    r.cells_used,
    r.cells_excluded,
    r.cells_rejected,
    r.return_id
from fct_return as r
left join unit_now as u on u.unit_code = r.unit_code
left join unit_now as p on p.unit_code = u.parent_code
left join finding_count as n on n.return_id = r.return_id
where
    (cast($period as varchar) = '' or r.period = cast($period as varchar))
    and (cast($status as varchar) = '' or r.status = cast($status as varchar))
order by r.period, r.unit_code, r.form_of_return, r.part, r.return_id
