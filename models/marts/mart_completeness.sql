-- mart_completeness: returns owed and returns received, a row for each unit, form of return and period.
-- grain: unit_code, form_of_return, period
-- measures: expected_count, received_count, accepted_count, on_time_count, late_count, missing_count, refused_count, held_count, excused_count, unasked_count, revised_count, zero_count, waiting_count
-- column: unit_code: đơn vị | unit
-- column: form_of_return: biểu mẫu | form of return
-- column: period: kỳ báo cáo | period
-- column: period_year: năm mà kỳ báo cáo kết thúc (0: chưa rõ) | year in which the period ends (0: not known)
-- column: standing: on_time, late, held, refused, not_received, excused, unasked (không có trong danh mục) | on_time, late, held, refused, not_received, excused, unasked (not on the list)
-- column: expected_count: phải gửi, không kể được miễn (0, 1) | owed and not excused (0, 1)
-- column: received_count: đã nhận, không kể đã rút (0, 1) | received and not withdrawn (0, 1)
-- column: accepted_count: được chấp nhận, không phần nào còn bị từ chối hay giữ lại (0, 1) | accepted, with no part refused or held (0, 1)
-- column: on_time_count: phải gửi, được chấp nhận, bản đầu nhận đúng hạn (0, 1) | owed and accepted, first received by the due date (0, 1)
-- column: late_count: phải gửi, được chấp nhận, bản đầu nhận sau hạn (0, 1) | owed and accepted, first received after the due date (0, 1)
-- column: missing_count: phải gửi, chưa nhận (0, 1); đã quá hạn hay chưa là tùy ngày xem | owed and not received (0, 1); whether it is overdue depends on the day of looking
-- column: refused_count: phải gửi, bị trả lại (0, 1) | owed and refused (0, 1)
-- column: held_count: phải gửi, đang giữ lại (0, 1) | owed and held (0, 1)
-- column: excused_count: được miễn gửi (0, 1) | excused (0, 1)
-- column: unasked_count: đã nhận mà không có trong danh mục phải gửi (0, 1) | received without being on the list of obligations (0, 1)
-- column: revised_count: được chấp nhận sau khi gửi bản thay thế (0, 1) | accepted after a revision (0, 1)
-- column: zero_count: được chấp nhận và báo là không có (0, 1) | accepted and says that there is nothing (0, 1)
-- column: waiting_count: được chấp nhận, còn điểm hỏi lại hoặc cảnh báo chờ giải trình (0, 1) | accepted, with queries or warnings that wait for an explanation (0, 1)
-- column: due_on: hạn gửi | due date
-- column: received_on: ngày nhận đầu tiên | day of first receipt
-- column: return_id: báo cáo đang giữ vị trí | return that stands
-- column: status: tình trạng của báo cáo đó | its status
-- column: role: được tính hay đối chiếu | counts or control
-- column: excuse: lý do được miễn gửi | why it is excused
-- What is owed is on_time, late, held, refused or not_received, one of them. No clock: what is not received may not be due yet,
-- and who asks compares due_on with a day. The board's own lists are no returns of which anybody is asked. A return withdrawn, or replaced by one of another unit or period, is not received.
with waiting as (
    select distinct return_id
    from fct_finding
    where state = 'open' and severity in ('query', 'warning')
),

part_seen as (
    select
        r.unit_code, r.form_of_return, r.period, r.return_id, r.status, r.role, r.received_on, r.revision, r.is_zero,
        r.status in ('accepted', 'accepted_with_warnings') as is_accepted,
        w.return_id is not null as is_waiting,
        max(case when r.status in ('accepted', 'accepted_with_warnings', 'superseded') then 1 else 0 end) over (
            partition by r.unit_code, r.form_of_return, r.period, r.part
        ) as part_came
    from fct_return as r
    left join waiting as w on w.return_id = r.return_id
    where substr(r.form_of_return, 1, 6) <> 'board_'
),

ranked as (
    select
        unit_code, form_of_return, period, return_id, status, role, is_accepted,
        coalesce(
            min(case when status <> 'withdrawn' then received_on end) over (partition by unit_code, form_of_return, period),
            min(received_on) over (partition by unit_code, form_of_return, period)
        ) as first_received_on,
        max(case when is_accepted and revision > 0 then 1 else 0 end) over (partition by unit_code, form_of_return, period) as revised_count,
        max(case when is_accepted and is_waiting then 1 else 0 end) over (partition by unit_code, form_of_return, period) as waiting_count,
        min(case when is_accepted and not is_zero then 0 else 1 end) over (partition by unit_code, form_of_return, period) as none_given,
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
    select
        unit_code, form_of_return, period, return_id, status, role, is_accepted, first_received_on,
        status not in ('withdrawn', 'superseded') as is_here,
        case when is_accepted then revised_count else 0 end as revised_count,
        case when is_accepted then waiting_count else 0 end as waiting_count,
        case when is_accepted then none_given else 0 end as zero_count
    from ranked
    where place_no = 1
),

stood as (
    select
        coalesce(o.unit_code, r.unit_code) as unit_code,
        coalesce(o.form_of_return, r.form_of_return) as form_of_return,
        coalesce(o.period, r.period) as period,
        case
            when o.unit_code is null then 'unasked'
            when o.is_excused then 'excused'
            when r.unit_code is null or not r.is_here then 'not_received'
            when r.is_accepted and r.first_received_on > o.due_on then 'late'
            when r.is_accepted then 'on_time'
            when r.status = 'held' then 'held'
            else 'refused'
        end as standing,
        case when r.is_here then 1 else 0 end as received_count,
        case when r.is_accepted then 1 else 0 end as accepted_count,
        coalesce(r.revised_count, 0) as revised_count,
        coalesce(r.zero_count, 0) as zero_count,
        coalesce(r.waiting_count, 0) as waiting_count,
        o.due_on,
        r.first_received_on as received_on,
        r.return_id,
        r.status,
        coalesce(r.role, o.role_code) as role,
        coalesce(o.excuse, '') as excuse
    from dim_obligation as o
    full join received as r on r.unit_code = o.unit_code and r.form_of_return = o.form_of_return and r.period = o.period
)

select
    s.unit_code,
    s.form_of_return,
    s.period,
    coalesce(cast(extract(year from p.to_on) as bigint), 0) as period_year,
    s.standing,
    cast(case when s.standing in ('unasked', 'excused') then 0 else 1 end as bigint) as expected_count,
    cast(s.received_count as bigint) as received_count,
    cast(s.accepted_count as bigint) as accepted_count,
    cast(case when s.standing = 'on_time' then 1 else 0 end as bigint) as on_time_count,
    cast(case when s.standing = 'late' then 1 else 0 end as bigint) as late_count,
    cast(case when s.standing = 'not_received' then 1 else 0 end as bigint) as missing_count,
    cast(case when s.standing = 'refused' then 1 else 0 end as bigint) as refused_count,
    cast(case when s.standing = 'held' then 1 else 0 end as bigint) as held_count,
    cast(case when s.standing = 'excused' then 1 else 0 end as bigint) as excused_count,
    cast(case when s.standing = 'unasked' then s.received_count else 0 end as bigint) as unasked_count,
    cast(s.revised_count as bigint) as revised_count,
    cast(s.zero_count as bigint) as zero_count,
    cast(s.waiting_count as bigint) as waiting_count,
    s.due_on,
    s.received_on,
    s.return_id,
    s.status,
    s.role,
    s.excuse
from stood as s
left join dim_period as p on p.period = s.period
order by s.unit_code, s.form_of_return, s.period
