-- mart_completeness_year: how complete the figures of a year are; it stands beside every total of that year.
-- grain: award_year
-- measures: expected_unit_count, complete_unit_count
-- column: award_year: năm thành tích (0: chưa rõ) | year of the achievement (0: not known)
-- column: expected_unit_count: số đơn vị phải gửi báo cáo được tính | units that owe a return which counts
-- column: complete_unit_count: số đơn vị có mọi báo cáo đó được chấp nhận | units of which all of these are accepted
-- column: is_over: đã nhận báo cáo sau ngày cuối năm | a return has been received after the year's last day
-- column: is_provisional: số liệu còn là sơ bộ: thiếu đơn vị, hoặc năm chưa hết vào ngày nhận cuối cùng | provisional: units are missing, or the year was not over on the day of the last receipt
-- No clock: whether a year is over is told by the last receipt. 0 units owed means that nobody knows who owes.
with last_receipt as (
    select coalesce(cast(extract(year from max(received_on)) as bigint), 0) as receipt_year
    from fct_return
),

year_seen as (
    select award_year from fct_award_count
    union
    select award_year from fct_duty
),

duty as (
    select award_year, count(*) as expected_unit_count, cast(sum(is_complete) as bigint) as complete_unit_count
    from fct_duty
    group by award_year
)

select
    y.award_year,
    coalesce(d.expected_unit_count, 0) as expected_unit_count,
    coalesce(d.complete_unit_count, 0) as complete_unit_count,
    y.award_year < r.receipt_year as is_over,
    y.award_year >= r.receipt_year or coalesce(d.complete_unit_count < d.expected_unit_count, false) as is_provisional
from year_seen as y
cross join last_receipt as r
left join duty as d on d.award_year = y.award_year
order by y.award_year
