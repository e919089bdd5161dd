-- name: completeness-summary
-- title_vi: Tình hình gửi báo cáo theo cụm, khối và loại đơn vị
-- title_en: Completeness of returns by cluster and kind of unit
-- about_vi: Phải gửi = đúng hạn + muộn + giữ lại + trả lại + quá hạn chưa gửi + chưa đến hạn. Đã nhận tính trong số phải gửi; được miễn và ngoài danh mục đứng riêng.
-- about_en: Owed = on time + late + held + refused + overdue + not due yet. Received is of what is owed; excused and not on the list stand apart.
-- counts_by: period
-- source: mart_completeness, dim_unit, dim_unit_kind, dim_cluster_member, fct_return
-- param: year int default=0 min=0 max=2100 | vi=Năm mà kỳ báo cáo kết thúc; 0 là mọi năm | en=Year in which the period ends; 0 is every year
-- param: as_of date default= | vi=Ngày xem, để biết đã quá hạn chưa; để trống là ngày nhận cuối cùng | en=Day of looking, which tells what is overdue; empty is the day of the last receipt
-- column: group_by text | vi=Mã nhóm theo | en=Grouped by (code)
-- column: group_code text | vi=Mã nhóm | en=Group code
-- column: group_vi text | vi=Nhóm | en=Group (Vietnamese) | lang=vi
-- column: group_en text | vi=Nhóm (tiếng Anh) | en=Group | lang=en
-- column: unit_count int | vi=Đơn vị | en=Units | unit=đơn vị/units
-- column: expected_count int | vi=Phải gửi | en=Owed | unit=báo cáo/returns
-- column: received_count int | vi=Đã nhận | en=Received | unit=báo cáo/returns
-- column: on_time_count int | vi=Đúng hạn | en=On time | unit=báo cáo/returns
-- column: late_count int | vi=Muộn | en=Late | unit=báo cáo/returns
-- column: held_count int | vi=Giữ lại | en=Held | unit=báo cáo/returns
-- column: refused_count int | vi=Trả lại | en=Refused | unit=báo cáo/returns
-- column: overdue_count int | vi=Quá hạn chưa gửi | en=Overdue, not received | unit=báo cáo/returns
-- column: not_due_count int | vi=Chưa đến hạn | en=Not due yet | unit=báo cáo/returns
-- column: revised_count int | vi=Đã thay thế | en=Revised | unit=báo cáo/returns
-- column: zero_count int | vi=Báo không có | en=Says nothing to report | unit=báo cáo/returns
-- column: waiting_count int | vi=Chờ giải trình | en=Waiting for an explanation | unit=báo cáo/returns
-- column: excused_count int | vi=Được miễn | en=Excused | unit=báo cáo/returns
-- column: unasked_count int | vi=Ngoài danh mục | en=Not on the list | unit=báo cáo/returns
-- column: period text | vi=Kỳ | en=Period
-- column: as_of date | vi=Tính đến ngày | en=As of

with asked as (
    select coalesce(cast($as_of as date), max(received_on)) as as_of
    from fct_return
),

unit_now as (
    select u.unit_code, u.kind, p.name as parent_name
    from dim_unit as u
    left join dim_unit as p on p.unit_code = u.parent_code and p.is_current
    where u.is_current
),

-- clusters of one name in several former provinces are told apart by the province
cluster_label as (
    select
        k.cluster_code, k.year,
        case when count(*) over (partition by k.cluster_name, k.year) > 1 and k.parent_name is not null
            then k.cluster_name || ' (' || k.parent_name || ')' else k.cluster_name end as cluster_name
    from (
        select c.cluster_code, c.year, min(c.cluster_name) as cluster_name, min(u.parent_name) as parent_name
        from dim_cluster_member as c
        left join unit_now as u on u.unit_code = c.unit_code
        group by c.cluster_code, c.year
    ) as k
),

owed as (
    select
        m.*, a.as_of,
        coalesce(u.kind, 'chua_ro') as kind,
        coalesce(c.cluster_code, 'chua_ro') as cluster_code,
        coalesce(l.cluster_name, 'Không thuộc cụm, khối nào') as cluster_name
    from mart_completeness as m
    cross join asked as a
    left join unit_now as u on u.unit_code = m.unit_code
    left join dim_cluster_member as c on c.unit_code = m.unit_code and c.year = m.period_year
    left join cluster_label as l on l.cluster_code = c.cluster_code and l.year = c.year
    where cast($year as integer) = 0 or m.period_year = cast($year as integer)
),

grouped as (
    select 1 as part, 'all' as group_by, '' as group_code, 'Toàn bộ' as group_vi, 'All' as group_en, 0 as place, o.*
    from owed as o
    union all
    select 2 as part, 'cluster' as group_by, o.cluster_code as group_code, o.cluster_name as group_vi,
        case when o.cluster_code = 'chua_ro' then 'In no cluster' else o.cluster_name end as group_en,
        case when o.cluster_code = 'chua_ro' then 1 else 0 end as place, o.*
    from owed as o
    union all
    select 3 as part, 'kind' as group_by, o.kind as group_code, k.name_vi as group_vi, k.name_en as group_en, k.display_order as place, o.*
    from owed as o
    inner join dim_unit_kind as k on k.unit_kind = o.kind
)

select
    group_by,
    group_code,
    min(group_vi) as group_vi,
    min(group_en) as group_en,
    count(distinct case when expected_count = 1 then unit_code end) as unit_count,
    cast(sum(expected_count) as bigint) as expected_count,
    cast(sum(case when expected_count = 1 then received_count else 0 end) as bigint) as received_count,
    cast(sum(on_time_count) as bigint) as on_time_count,
    cast(sum(late_count) as bigint) as late_count,
    cast(sum(held_count) as bigint) as held_count,
    cast(sum(refused_count) as bigint) as refused_count,
    count(*) filter (where missing_count = 1 and due_on < as_of) as overdue_count,
    count(*) filter (where missing_count = 1 and (due_on >= as_of or due_on is null)) as not_due_count,
    cast(sum(case when expected_count = 1 then revised_count else 0 end) as bigint) as revised_count,
    cast(sum(case when expected_count = 1 then zero_count else 0 end) as bigint) as zero_count,
    cast(sum(case when expected_count = 1 then waiting_count else 0 end) as bigint) as waiting_count,
    cast(sum(excused_count) as bigint) as excused_count,
    cast(sum(unasked_count) as bigint) as unasked_count,
    case when cast($year as integer) = 0 then '' else cast($year as varchar) end as period,
    max(as_of) as as_of
from grouped
group by part, group_by, group_code
order by part, min(place), min(group_vi), group_code
