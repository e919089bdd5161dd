-- name: completeness
-- title_vi: Tình hình gửi báo cáo
-- title_en: Completeness of returns
-- about_vi: Từng báo cáo phải có: đã nhận chưa, có được chấp nhận không, có muộn không.
-- about_en: Each return that is due: whether it is in, accepted, late.
-- counts_by: period
-- source: mart_completeness, dim_unit
-- param: period text default= | vi=Kỳ báo cáo, ví dụ 2025; để trống là mọi kỳ | en=Period, such as 2025; empty is every period
-- column: period text | vi=Kỳ báo cáo | en=Period
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: unit_name text | vi=Đơn vị | en=Unit
-- column: unit_kind text | vi=Loại đơn vị | en=Kind of unit
-- column: parent_name text | vi=Thuộc | en=Under
-- column: form_of_return text | vi=Loại báo cáo | en=Form of return
-- column: role text | vi=Vai trò | en=Role
-- column: status text | vi=Mã tình trạng | en=Status code
-- column: status_vi text | vi=Tình trạng | en=Status (Vietnamese) | lang=vi
-- column: status_en text | vi=Tình trạng (tiếng Anh) | en=Status | lang=en
-- column: due_on date | vi=Hạn gửi | en=Due
-- column: received_on date | vi=Ngày nhận | en=Received
-- column: expected_count int | vi=Phải có | en=Expected | unit=báo cáo/returns | figure=mart_completeness/expected_count?unit_code,form_of_return,period
-- column: received_count int | vi=Đã nhận | en=Received | unit=báo cáo/returns | figure=mart_completeness/received_count?unit_code,form_of_return,period
-- column: accepted_count int | vi=Được chấp nhận | en=Accepted | unit=báo cáo/returns | figure=mart_completeness/accepted_count?unit_code,form_of_return,period
-- column: late_count int | vi=Muộn | en=Late | unit=báo cáo/returns | figure=mart_completeness/late_count?unit_code,form_of_return,period
-- column: return_id text | vi=Mã báo cáo | en=Return

with unit_now as (
    select unit_code, name, kind, parent_code
    from dim_unit
    where is_current
)

select
    m.period,
    m.unit_code,
    coalesce(u.name, m.unit_code) as unit_name,
    u.kind as unit_kind,
    p.name as parent_name,
    m.form_of_return,
    m.role,
    m.status,
    case m.status
        when 'accepted' then 'Được chấp nhận'
        when 'accepted_with_warnings' then 'Chấp nhận, có cảnh báo'
        when 'refused' then 'Trả lại'
        when 'held' then 'Giữ lại'
        when 'superseded' then 'Đã được thay thế'
        when 'withdrawn' then 'Đã rút'
        else coalesce(m.status, 'Chưa nhận')
    end as status_vi,
    case m.status
        when 'accepted' then 'Accepted'
        when 'accepted_with_warnings' then 'Accepted with warnings'
        when 'refused' then 'Refused'
        when 'held' then 'Held'
        when 'superseded' then 'Superseded'
        when 'withdrawn' then 'Withdrawn'
        else coalesce(m.status, 'Not received')
    end as status_en,
    m.due_on,
    m.received_on,
    m.expected_count,
    m.received_count,
    m.accepted_count,
    m.late_count,
    m.return_id
from mart_completeness as m
left join unit_now as u on u.unit_code = m.unit_code
left join unit_now as p on p.unit_code = u.parent_code
where cast($period as varchar) = '' or m.period = cast($period as varchar)
order by m.period, m.unit_code, m.form_of_return
