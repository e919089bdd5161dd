-- int_statistic: accepted returns of movements, bodies and staff, and which of them counts; one winner a unit, year and measure.
-- grain: measure, unit_code, report_year, return_id
-- The unit's own return before another sender's, the longest period, of equally long ones the latest, one without a part before
-- one with: bodies and staff are what stands at the end, and movements go on, so that two halves of a year never add up to it.
with stated as (
    select distinct measure, unit_code, report_year, return_id
    from stg_statistic
),

accepted as (
    select
        s.measure, s.unit_code, s.report_year, s.return_id, r.role_code, r.sender_code,
        row_number() over (
            partition by s.measure, s.unit_code, s.report_year, r.role_code
            order by
                case when r.sender_code = s.unit_code then 0 else 1 end,
                coalesce(p.month_count, 0) desc,
                coalesce(p.to_on, date '0001-01-01') desc,
                r.part,
                r.receipt_on,
                coalesce(r.dated_on, date '9999-12-31'),
                r.file_hash,
                s.return_id
        ) as claim_no
    from stated as s
    inner join int_return as r on r.return_id = s.return_id
    left join dim_period as p on p.period = r.period
    where r.standing in ('accepted', 'accepted_with_warnings')
),

with_winner as (
    select
        *,
        first_value(sender_code) over (
            partition by measure, unit_code, report_year, role_code
            order by claim_no
            rows between unbounded preceding and unbounded following
        ) as chosen_sender
    from accepted
)

select
    measure, unit_code, report_year, return_id, sender_code,
    case
        when role_code = 'control' then 'control'
        when claim_no = 1 then 'counted'
        when sender_code <> chosen_sender then 'second_sender'
        else 'overlapping'
    end as standing
from with_winner
order by measure, unit_code, report_year, return_id
