-- name: completeness
-- title_vi: Tình hình gửi báo cáo
-- title_en: Completeness of returns
-- about_vi: Từng báo cáo phải có: đúng hạn, muộn, giữ lại, trả lại, chưa nhận hay được miễn; đã nhận mà không có trong danh mục thì ghi rõ.
-- about_en: Each return that is owed: on time, late, held, refused, not received or excused; what came without being owed is told.
-- counts_by: period
-- source: mart_completeness, dim_unit, dim_cluster_member
-- param: year int default=0 min=0 max=2100 | vi=Năm mà kỳ báo cáo kết thúc; 0 là mọi năm | en=Year in which the period ends; 0 is every year
-- param: period text default= | vi=Kỳ báo cáo, ví dụ 2025; để trống là mọi kỳ | en=Period, such as 2025; empty is every period
-- column: period text | vi=Kỳ báo cáo | en=Period
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: unit_name text | vi=Đơn vị | en=Unit
-- column: unit_kind text | vi=Loại đơn vị | en=Kind of unit
-- column: parent_name text | vi=Thuộc | en=Under
-- column: cluster_name text | vi=Cụm, khối thi đua | en=Cluster
-- column: form_of_return text | vi=Loại báo cáo | en=Form of return
-- column: role text | vi=Vai trò | en=Role
-- column: standing text | vi=Mã kết quả gửi | en=Standing code
-- column: standing_vi text | vi=Kết quả gửi | en=Standing (Vietnamese) | lang=vi
-- column: standing_en text | vi=Kết quả gửi (tiếng Anh) | en=Standing | lang=en
-- column: status text | vi=Mã tình trạng | en=Status code
-- column: status_vi text | vi=Tình trạng | en=Status (Vietnamese) | lang=vi
-- column: status_en text | vi=Tình trạng (tiếng Anh) | en=Status | lang=en
-- column: due_on date | vi=Hạn gửi | en=Due
-- column: received_on date | vi=Ngày nhận | en=Received
-- column: expected_count int | vi=Phải gửi | en=Owed | unit=báo cáo/returns | figure=mart_completeness/expected_count?unit_code,form_of_return,period
-- column: received_count int | vi=Đã nhận | en=Received | unit=báo cáo/returns | figure=mart_completeness/received_count?unit_code,form_of_return,period
-- column: accepted_count int | vi=Được chấp nhận | en=Accepted | unit=báo cáo/returns | figure=mart_completeness/accepted_count?unit_code,form_of_return,period
-- column: on_time_count int | vi=Đúng hạn | en=On time | unit=báo cáo/returns | figure=mart_completeness/on_time_count?unit_code,form_of_return,period
-- column: late_count int | vi=Muộn | en=Late | unit=báo cáo/returns | figure=mart_completeness/late_count?unit_code,form_of_return,period
-- column: missing_count int | vi=Chưa nhận | en=Not received | unit=báo cáo/returns | figure=mart_completeness/missing_count?unit_code,form_of_return,period
-- column: refused_count int | vi=Trả lại | en=Refused | unit=báo cáo/returns | figure=mart_completeness/refused_count?unit_code,form_of_return,period
-- column: held_count int | vi=Giữ lại | en=Held | unit=báo cáo/returns | figure=mart_completeness/held_count?unit_code,form_of_return,period
-- column: excused_count int | vi=Được miễn | en=Excused | unit=báo cáo/returns | figure=mart_completeness/excused_count?unit_code,form_of_return,period
-- column: unasked_count int | vi=Ngoài danh mục | en=Not on the list | unit=báo cáo/returns | figure=mart_completeness/unasked_count?unit_code,form_of_return,period
-- column: revised_count int | vi=Đã thay thế | en=Revised | unit=báo cáo/returns | figure=mart_completeness/revised_count?unit_code,form_of_return,period
-- column: zero_count int | vi=Báo không có | en=Says nothing to report | unit=báo cáo/returns | figure=mart_completeness/zero_count?unit_code,form_of_return,period
-- column: waiting_count int | vi=Chờ giải trình | en=Waiting for an explanation | unit=báo cáo/returns | figure=mart_completeness/waiting_count?unit_code,form_of_return,period
-- column: excuse text | vi=Lý do miễn | en=Why excused
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
    c.cluster_name,
    m.form_of_return,
    m.role,
    m.standing,
    case m.standing
        when 'on_time' then 'Đúng hạn'
        when 'late' then 'Muộn'
        when 'held' then 'Giữ lại'
        when 'refused' then 'Trả lại'
        when 'not_received' then 'Chưa nhận'
        when 'excused' then 'Được miễn'
        else 'Ngoài danh mục'
    end as standing_vi,
    case m.standing
        when 'on_time' then 'On time'
        when 'late' then 'Late'
        when 'held' then 'Held'
        when 'refused' then 'Refused'
        when 'not_received' then 'Not received'
        when 'excused' then 'Excused'
        else 'Not on the list'
    end as standing_en,
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
    m.on_time_count,
    m.late_count,
    m.missing_count,
    m.refused_count,
    m.held_count,
    m.excused_count,
    m.unasked_count,
    m.revised_count,
    m.zero_count,
    m.waiting_count,
    m.excuse,
    m.return_id
from mart_completeness as m
left join unit_now as u on u.unit_code = m.unit_code
left join unit_now as p on p.unit_code = u.parent_code
left join dim_cluster_member as c on c.unit_code = m.unit_code and c.year = m.period_year
where (cast($period as varchar) = '' or m.period = cast($period as varchar))
    and (cast($year as integer) = 0 or m.period_year = cast($year as integer))
order by m.period, m.unit_code, m.form_of_return
