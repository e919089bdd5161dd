-- mart_form_period.trace: the cells behind each measure; of an award of a list the cells that tell its form and who received it.
-- grain: period, form_code, measure, contribution_id
-- measures: award_count, collective_count, household_count, individual_count, list_count, tally_count, not_split_count
with told as (
    select
        a.award_id || ':beneficiary:award_count' as contribution_id, 'list' as source, 'award_count' as measure, cast(1 as bigint) as amount,
        a.form_code, a.award_year, a.decided_on, a.return_id, a.source_file, a.source_sheet, a.form_cell as source_cell
    from fct_list_row as a
    where a.fact = 'beneficiary' and a.counts_in_state_total
    union all
    select
        a.award_id || ':beneficiary:' || a.recipient_kind || '_count' as contribution_id, 'list' as source, a.recipient_kind || '_count' as measure,
        cast(1 as bigint) as amount, a.form_code, a.award_year, a.decided_on, a.return_id, a.source_file, a.source_sheet, a.name_cell as source_cell
    from fct_list_row as a
    where a.fact = 'beneficiary' and a.counts_in_state_total
    union all
    select
        c.contribution_id, 'tally' as source, c.measure, c.amount, c.form_code, c.award_year, cast(null as date) as decided_on,
        c.return_id, c.source_file, c.source_sheet, c.source_cell
    from fct_cell_contribution as c
    where c.fact = 'beneficiary' and c.measure in ('award_count', 'collective_count', 'household_count', 'individual_count')
),

timed as (
    select
        t.*, r.period as return_period,
        coalesce(t.decided_on, case when t.award_year in (0, p.award_year) then p.from_on end, y.from_on, date '0001-01-01') as from_on,
        coalesce(t.decided_on, case when t.award_year in (0, p.award_year) then p.to_on end, y.to_on, date '9999-12-31') as to_on
    from told as t
    inner join fct_return as r on r.return_id = t.return_id
    left join dim_period as p on p.period = r.period
    left join dim_period as y on y.period = cast(t.award_year as varchar)
),

placed as (
    select q.period, t.*, t.from_on >= q.from_on and t.to_on <= q.to_on as is_within
    from timed as t
    inner join dim_period as q on q.is_part_of_year and t.from_on <= q.to_on and t.to_on >= q.from_on
    union all
    select q.period, t.*, t.return_period = q.period as is_within
    from timed as t
    inner join dim_period as q on q.period_kind = 'school_year' and (t.return_period = q.period or t.award_year = q.award_year)
)

select period, form_code, measure, contribution_id, amount, return_id, source_file, source_sheet, source_cell
from placed
where is_within
union all
select
    period, form_code, case when not is_within then 'not_split_count' when source = 'list' then 'list_count' else 'tally_count' end as measure,
    contribution_id, amount, return_id, source_file, source_sheet, source_cell
from placed
where measure = 'award_count'
order by period, form_code, measure, contribution_id
