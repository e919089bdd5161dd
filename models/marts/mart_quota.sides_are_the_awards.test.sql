-- mart_quota.sides_are_the_awards: what a limit holds against each other are the awards that count; guards every share of a limit.
with reported as (
    select award_year, unit_code, quota_code, numerator_count, denominator_count, 'numerator' as side
    from mart_quota
    union all
    select award_year, unit_code, quota_code, numerator_count, denominator_count, 'denominator' as side
    from mart_quota
),

counted as (
    select
        r.award_year, r.unit_code, r.quota_code, r.side,
        max(case r.side when 'numerator' then r.numerator_count else r.denominator_count end) as seen,
        cast(coalesce(sum(b.award_count), 0) as bigint) as wanted
    from reported as r
    inner join dim_quota as q on q.quota_code = r.quota_code
    inner join dim_quota_form as s on s.quota_code = r.quota_code and s.side = r.side
    inner join dim_unit_province as p on r.unit_code = case q.scope when 'province' then p.province_unit_code else p.unit_code end
    left join fct_beneficiary_count as b
        on b.unit_code = p.unit_code and b.award_year = r.award_year and b.form_code = s.form_code
    group by r.award_year, r.unit_code, r.quota_code, r.side
)

select award_year, unit_code, quota_code, side, seen, wanted
from counted
where seen <> wanted
order by award_year, unit_code, quota_code, side
