-- int_quota: each quota where its numerator is reported; exceeded is null where nobody reports the denominator.
-- grain: quota_code, place_code, award_year
-- A rule with several readings is asked about only where every reading of it is exceeded.
with side_sum as (
    select
        quota_code, place_code, award_year,
        cast(sum(amount) filter (where side = 'numerator') as bigint) as numerator_count,
        case when max(has_other) = 1 then cast(sum(amount) filter (where side = 'denominator') as bigint) end as denominator_count
    from int_quota_return
    group by quota_code, place_code, award_year
),

judged as (
    select
        s.*,
        q.limit_percent,
        q.reading_of,
        s.numerator_count > q.least_allowed and s.numerator_count * 100 > s.denominator_count * q.limit_percent as is_exceeded
    from side_sum as s
    inner join dim_quota as q on q.quota_code = s.quota_code
    where s.numerator_count is not null
)

select
    quota_code, place_code, award_year, numerator_count, denominator_count, limit_percent, is_exceeded,
    quota_code = reading_of and min(case when is_exceeded then 1 else 0 end) over (partition by reading_of, place_code, award_year) = 1 as is_asked
from judged
order by quota_code, place_code, award_year
