-- name: overdue
-- title_vi: Đơn vị cần nhắc
-- title_en: Units to telephone
-- about_vi: Báo cáo quá hạn chưa nhận, và báo cáo bị trả lại hoặc giữ lại phải gửi lại; quá hạn lâu nhất trước. Số ngày để trống khi chưa đến hạn.
-- about_en: Returns overdue and not received, and those refused or held that must be sent again; the longest overdue first. Days are blank where it is not due yet.
-- counts_by: period
-- source: mart_completeness, dim_unit, dim_cluster_member, fct_return
-- param: year int default=0 min=0 max=2100 | vi=Năm mà kỳ báo cáo kết thúc; 0 là mọi năm | en=Year in which the period ends; 0 is every year
-- param: as_of date default= | vi=Ngày xem, để biết đã quá hạn chưa; để trống là ngày nhận cuối cùng | en=Day of looking, which tells what is overdue; empty is the day of the last receipt
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: unit_name text | vi=Đơn vị | en=Unit
-- column: parent_name text | vi=Thuộc | en=Under
-- column: cluster_name text | vi=Cụm, khối thi đua | en=Cluster
-- column: form_of_return text | vi=Loại báo cáo | en=Form of return
-- column: period text | vi=Kỳ báo cáo | en=Period
-- column: due_on date | vi=Hạn gửi | en=Due
-- column: days_late int | vi=Số ngày quá hạn | en=Days overdue | unit=ngày/days
-- column: standing text | vi=Mã kết quả gửi | en=Standing code
-- column: standing_vi text | vi=Kết quả gửi | en=Standing (Vietnamese) | lang=vi
-- column: standing_en text | vi=Kết quả gửi (tiếng Anh) | en=Standing | lang=en
-- column: role text | vi=Vai trò | en=Role
-- column: return_id text | vi=Mã báo cáo | en=Return
-- column: as_of date | vi=Tính đến ngày | en=As of

with asked as (
    select coalesce(cast($as_of as date), max(received_on)) as as_of
    from fct_return
),

unit_now as (
    select unit_code, name, parent_code
    from dim_unit
    where is_current
)

select
    m.unit_code,
    coalesce(u.name, m.unit_code) as unit_name,
    p.name as parent_name,
    c.cluster_name,
    m.form_of_return,
    m.period,
    m.due_on,
    case when m.due_on < a.as_of then a.as_of - m.due_on end as days_late,
    m.standing,
    case m.standing when 'held' then 'Giữ lại' when 'refused' then 'Trả lại' else 'Chưa nhận' end as standing_vi,
    case m.standing when 'held' then 'Held' when 'refused' then 'Refused' else 'Not received' end as standing_en,
    m.role,
    m.return_id,
    a.as_of
from mart_completeness as m
cross join asked as a
left join unit_now as u on u.unit_code = m.unit_code
left join unit_now as p on p.unit_code = u.parent_code
left join dim_cluster_member as c on c.unit_code = m.unit_code and c.year = m.period_year
where (cast($year as integer) = 0 or m.period_year = cast($year as integer))
    and (m.standing in ('held', 'refused') or (m.standing = 'not_received' and m.due_on < a.as_of))
order by m.due_on, unit_name, m.unit_code, m.form_of_return, m.period
