-- int_claim: what each accepted return says something about, and whether that counts; one winner a unit, year and form.
-- grain: scope, unit_code, award_year, form_code, return_id
-- The unit's own return before another sender's (of others the earliest), a list before a tally, of tallies one form of return
-- (whole year before part of a year, then bieu_0603, mau_02, mau_01). What does not count is kept for mart_reconciliation.
with stated as (
    select distinct
        case when is_proposal then 'proposal' else 'award' end as scope, unit_code, award_year, form_code, return_id, 'list' as source
    from stg_award
    where event <> 'revoked'
    union
    select
        case when r.scope = 'proposal' then 'proposal' else 'award' end as scope,
        d.unit_code, d.award_year, d.form_code, d.return_id, 'list' as source
    from stg_declared as d
    inner join stg_return as r on r.return_id = d.return_id
    union
    select
        case when r.scope = 'proposal' then 'proposal' else 'award' end as scope,
        t.unit_code, t.award_year, t.form_code, t.return_id, 'tally' as source
    from stg_tally as t
    inner join stg_return as r on r.return_id = t.return_id
),

accepted as (
    select
        s.scope,
        s.unit_code,
        s.award_year,
        s.form_code,
        s.return_id,
        s.source,
        r.role_code,
        r.sender_code,
        r.receipt_on,
        coalesce(r.dated_on, date '9999-12-31') as stated_on,
        r.file_hash,
        case when r.sender_code = s.unit_code then 0 else 1 end as sender_rank,
        case
            when s.source = 'list' then 0
            else 10 * (case when r.period like '____' or r.period like '____-____' then 1 else 2 end)
                + case r.form_of_return when 'bieu_0603' then 1 when 'mau_02' then 2 when 'mau_01' then 3 else 4 end
        end as series_rank
    from stated as s
    inner join int_return as r on r.return_id = s.return_id
    where r.standing in ('accepted', 'accepted_with_warnings')
),

with_sender as (
    select
        *,
        first_value(sender_code) over (
            partition by scope, unit_code, award_year, form_code, role_code
            order by sender_rank, receipt_on, stated_on, file_hash, return_id
            rows between unbounded preceding and unbounded following
        ) as chosen_sender
    from accepted
),

with_series as (
    select
        *,
        min(case when sender_code = chosen_sender then series_rank end) over (
            partition by scope, unit_code, award_year, form_code, role_code
        ) as chosen_series
    from with_sender
),

judged as (
    select
        *,
        case
            when role_code = 'control' then 'control'
            when sender_code <> chosen_sender then 'second_sender'
            when series_rank = chosen_series then 'counted'
            when chosen_series = 0 then 'list_tally'
            else 'overlapping_tally'
        end as standing
    from with_series
)

select scope, unit_code, award_year, form_code, return_id, source, sender_code, standing
from judged
order by scope, unit_code, award_year, form_code, return_id
