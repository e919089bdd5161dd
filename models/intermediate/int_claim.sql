-- int_claim: what each accepted return says something about, and whether that counts; one winner a unit, year and form.
-- grain: scope, unit_code, award_year, form_code, return_id
-- The unit's own return before another sender's (of others the earliest), a list before a tally. Tallies of months that no
-- other tells stand side by side (two quarters); of those that share months the longer stands, then by form of return: 0602,
-- 0603, the state-level Mẫu 02, Mẫu 03, Mẫu 02, Mẫu 01. A tally that tells proposals beside awards says both.
-- What does not count is kept for mart_reconciliation.
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
        case when r.scope = 'proposal' or t.measure = 'proposal_count' then 'proposal' else 'award' end as scope,
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
        case when s.source = 'list' then 0 else 1 end as source_rank,
        case r.form_of_return
            when 'bieu_0602' then 1
            when 'bieu_0603' then 2
            when 'mau_02_nha_nuoc' then 3
            when 'mau_03' then 4
            when 'mau_02' then 5
            when 'mau_01' then 6
            else 7
        end as form_rank,
        r.period,
        coalesce(p.from_on, date '0001-01-01') as from_on,
        coalesce(p.to_on, date '9999-12-31') as to_on,
        coalesce(p.month_count, 120000) as month_count
    from stated as s
    inner join int_return as r on r.return_id = s.return_id
    left join dim_period as p on p.period = r.period
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

with_source as (
    select
        *,
        min(case when sender_code = chosen_sender then source_rank end) over (
            partition by scope, unit_code, award_year, form_code, role_code
        ) as chosen_source
    from with_sender
),

-- a tally gives way to one that shares months with it and covers more of them, or is of a form of return that goes before
covered as (
    select distinct a.scope, a.unit_code, a.award_year, a.form_code, a.return_id
    from with_source as a
    inner join with_source as b
        on b.scope = a.scope and b.unit_code = a.unit_code and b.award_year = a.award_year and b.form_code = a.form_code
        and b.role_code = a.role_code and b.source = 'tally' and b.sender_code = b.chosen_sender
        and b.from_on <= a.to_on and a.from_on <= b.to_on
        and (
            b.month_count > a.month_count
            or (b.month_count = a.month_count and b.form_rank < a.form_rank)
            or (b.month_count = a.month_count and b.form_rank = a.form_rank and b.period < a.period)
        )
    where a.source = 'tally' and a.sender_code = a.chosen_sender
),

judged as (
    select
        w.*,
        case
            when w.role_code = 'control' then 'control'
            when w.sender_code <> w.chosen_sender then 'second_sender'
            when w.source_rank > w.chosen_source then 'list_tally'
            when v.return_id is not null then 'overlapping_tally'
            else 'counted'
        end as standing
    from with_source as w
    left join covered as v
        on v.scope = w.scope and v.unit_code = w.unit_code and v.award_year = w.award_year and v.form_code = w.form_code
        and v.return_id = w.return_id
)

select scope, unit_code, award_year, form_code, return_id, source, sender_code, standing
from judged
order by scope, unit_code, award_year, form_code, return_id
