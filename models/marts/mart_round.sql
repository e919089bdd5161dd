-- mart_round: proposals and awards of each round of a year, by form.
-- grain: round_year, round_code, form_code
-- measures: proposed_count, on_time_count, late_count, due_unknown_count, by_last_due_count, decided_count
-- column: round_year: năm | year
-- column: round_code: đợt xét khen thưởng; chua_ro: chưa rõ đợt; ngoai_dot: quyết định trước đợt đầu năm | round; chua_ro: round not known; ngoai_dot: decided before the first round of the year
-- column: form_code: hình thức | award form
-- column: proposed_count: số lượt đề nghị | awards proposed
-- column: on_time_count: trong đó nhận đến hết ngày hạn | of which received by the due day
-- column: late_count: trong đó nhận sau hạn | of which received after it
-- column: due_unknown_count: trong đó chưa biết hạn hoặc ngày nhận | of which the due day or that of receipt is not known
-- column: by_last_due_count: trong đó nhận đến hết ngày hạn của đợt cuối năm | of which received by the due day of the last round of the year
-- column: decided_count: số lượt đã quyết định trong đợt | awards decided within the round
-- Proposals and awards are different sets of lists: what was decided is not told to be what was proposed.
select
    round_year, round_code, form_code,
    cast(sum(amount) filter (where measure = 'proposed_count') as bigint) as proposed_count,
    cast(sum(amount) filter (where measure = 'on_time_count') as bigint) as on_time_count,
    cast(sum(amount) filter (where measure = 'late_count') as bigint) as late_count,
    cast(sum(amount) filter (where measure = 'due_unknown_count') as bigint) as due_unknown_count,
    cast(sum(amount) filter (where measure = 'by_last_due_count') as bigint) as by_last_due_count,
    cast(sum(amount) filter (where measure = 'decided_count') as bigint) as decided_count
from fct_round_contribution
group by round_year, round_code, form_code
order by round_year, round_code, form_code
