-- mart_form_period: awards by form in a part of a year or a school year, and what cannot be told of it.
-- grain: period, form_code
-- measures: award_count, collective_count, household_count, individual_count, list_count, tally_count, not_split_count
-- column: period: kỳ | period
-- column: form_code: hình thức | award form
-- column: award_count: số lượt thuộc kỳ (trống: không báo cáo nào tách được) | awards of the period (null: no return tells them apart)
-- column: collective_count: tập thể | collectives
-- column: household_count: hộ gia đình | households
-- column: individual_count: cá nhân | individuals
-- column: list_count: trong đó từ danh sách | of which from lists
-- column: tally_count: trong đó từ biểu tổng hợp | of which from tallies
-- column: not_split_count: số lượt chưa tách được theo kỳ, không nằm trong số lượt | awards that may or may not be of the period; not among its awards
-- An award of a list is of the day of its decision; one without that day, and every cell of a tally, of the period that its
-- return states where that is of the same award year, else of that whole year. It is counted in a part of a year that holds
-- all its days, and is not split in one that holds some. Of a school year are the awards of returns that state it; all others of
-- the year in which it ends are not split.
with list_told as (
    select
        a.form_code, a.award_year, r.period as return_period, a.decided_on, a.recipient_kind, count(*) as awards
    from fct_list_row as a
    inner join fct_return as r on r.return_id = a.return_id
    where a.fact = 'beneficiary' and a.counts_in_state_total
    group by a.form_code, a.award_year, r.period, a.decided_on, a.recipient_kind
),

tally_told as (
    select c.form_code, c.award_year, r.period as return_period, c.measure, cast(sum(c.amount) as bigint) as amount
    from fct_cell_contribution as c
    inner join fct_return as r on r.return_id = c.return_id
    where c.fact = 'beneficiary' and c.measure in ('award_count', 'collective_count', 'household_count', 'individual_count')
    group by c.form_code, c.award_year, r.period, c.measure
),

told as (
    select 'list' as source, form_code, award_year, return_period, decided_on, 'award_count' as measure, awards as amount
    from list_told
    union all
    select 'list' as source, form_code, award_year, return_period, decided_on, recipient_kind || '_count' as measure, awards as amount
    from list_told
    union all
    select 'tally' as source, form_code, award_year, return_period, cast(null as date) as decided_on, measure, amount
    from tally_told
),

timed as (
    select
        t.*,
        coalesce(t.decided_on, case when t.award_year in (0, p.award_year) then p.from_on end, y.from_on, date '0001-01-01') as from_on,
        coalesce(t.decided_on, case when t.award_year in (0, p.award_year) then p.to_on end, y.to_on, date '9999-12-31') as to_on
    from told as t
    left join dim_period as p on p.period = t.return_period
    left join dim_period as y on y.period = cast(t.award_year as varchar)
),

placed as (
    select q.period, t.form_code, t.source, t.measure, t.amount, t.from_on >= q.from_on and t.to_on <= q.to_on as is_within
    from timed as t
    inner join dim_period as q on q.is_part_of_year and t.from_on <= q.to_on and t.to_on >= q.from_on
    union all
    select q.period, t.form_code, t.source, t.measure, t.amount, t.return_period = q.period as is_within
    from timed as t
    inner join dim_period as q on q.period_kind = 'school_year' and (t.return_period = q.period or t.award_year = q.award_year)
),

summed as (
    select
        period, form_code,
        cast(sum(amount) filter (where is_within and measure = 'award_count') as bigint) as award_count,
        cast(sum(amount) filter (where is_within and measure = 'collective_count') as bigint) as collective_count,
        cast(sum(amount) filter (where is_within and measure = 'household_count') as bigint) as household_count,
        cast(sum(amount) filter (where is_within and measure = 'individual_count') as bigint) as individual_count,
        cast(sum(amount) filter (where is_within and measure = 'award_count' and source = 'list') as bigint) as list_count,
        cast(sum(amount) filter (where is_within and measure = 'award_count' and source = 'tally') as bigint) as tally_count,
        cast(coalesce(sum(amount) filter (where not is_within and measure = 'award_count'), 0) as bigint) as not_split_count
    from placed
    group by period, form_code
)

select
    period, form_code, award_count,
    case when list_count is null then collective_count else coalesce(collective_count, 0) end as collective_count,
    case when list_count is null then household_count else coalesce(household_count, 0) end as household_count,
    case when list_count is null then individual_count else coalesce(individual_count, 0) end as individual_count,
    list_count, tally_count, not_split_count
from summed
where award_count is not null or not_split_count > 0
order by period, form_code
