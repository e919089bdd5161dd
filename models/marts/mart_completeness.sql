-- mart_completeness: returns owed and returns received, a row for each unit, form of return and period.
-- grain: unit_code, form_of_return, period
-- measures: expected_count, received_count, accepted_count, late_count
-- column: unit_code: đơn vị | unit
-- column: form_of_return: biểu mẫu | form of return
-- column: period: kỳ báo cáo | period
-- column: expected_count: phải gửi (0, 1) | owed (0, 1)
-- column: received_count: đã nhận (0, 1) | received (0, 1)
-- column: accepted_count: được chấp nhận, không phần nào còn bị từ chối hay giữ lại (0, 1) | accepted, with no part refused or held (0, 1)
-- column: late_count: nhận sau hạn (0, 1) | first received after the due date (0, 1)
-- column: due_on: hạn gửi | due date
-- column: received_on: ngày nhận đầu tiên | day of first receipt
-- column: return_id: báo cáo đang giữ vị trí | return that stands
-- column: status: tình trạng của báo cáo đó | its status
-- column: role: được tính hay đối chiếu | counts or control
with part_seen as (
    select
        unit_code, form_of_return, period, return_id, status, role, received_on,
        status in ('accepted', 'accepted_with_warnings') as is_accepted,
        max(case when status in ('accepted', 'accepted_with_warnings', 'superseded') then 1 else 0 end) over (
            partition by unit_code, form_of_return, period, part
        ) as part_came
    from fct_return
),

ranked as (
    select
        unit_code, form_of_return, period, return_id, status, role, is_accepted,
        min(received_on) over (partition by unit_code, form_of_return, period) as first_received_on,
        row_number() over (
            partition by unit_code, form_of_return, period
            order by
                case
                    when part_came = 0 and status = 'held' then 0
                    when part_came = 0 and status = 'refused' then 1
                    when is_accepted then 2
                    when status = 'held' then 3
                    when status = 'refused' then 4
                    else 5
                end,
                coalesce(received_on, date '1900-01-01') desc, return_id
        ) as place_no
    from part_seen
),

received as (
    select unit_code, form_of_return, period, return_id, status, role, is_accepted, first_received_on
    from ranked
    where place_no = 1
)

select
    coalesce(o.unit_code, r.unit_code) as unit_code,
    coalesce(o.form_of_return, r.form_of_return) as form_of_return,
    coalesce(o.period, r.period) as period,
    cast(case when o.unit_code is null then 0 else 1 end as bigint) as expected_count,
    cast(case when r.unit_code is null then 0 else 1 end as bigint) as received_count,
    cast(case when r.is_accepted then 1 else 0 end as bigint) as accepted_count,
    cast(case when r.first_received_on > o.due_on then 1 else 0 end as bigint) as late_count,
    o.due_on,
    r.first_received_on as received_on,
    r.return_id,
    r.status,
    coalesce(r.role, o.role_code) as role
from dim_obligation as o
full join received as r on r.unit_code = o.unit_code and r.form_of_return = o.form_of_return and r.period = o.period
order by unit_code, form_of_return, period
