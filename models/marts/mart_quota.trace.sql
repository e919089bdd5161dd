-- mart_quota.trace: the cells behind each side of each limit.
-- grain: award_year, unit_code, quota_code, measure, contribution_id
-- measures: numerator_count, denominator_count
with reported as (
    select award_year, unit_code, quota_code, denominator_count
    from mart_quota
)

select
    r.award_year, r.unit_code, r.quota_code, s.side || '_count' as measure, c.contribution_id, c.amount,
    c.return_id, c.source_file, c.source_sheet, c.source_cell
from reported as r
inner join dim_quota as q on q.quota_code = r.quota_code
inner join dim_quota_form as s on s.quota_code = r.quota_code
inner join fct_contribution as c
    on c.fact = 'beneficiary' and c.measure = 'award_count' and c.form_code = s.form_code and c.award_year = r.award_year
inner join dim_unit_province as p on p.unit_code = c.unit_code
where r.unit_code = case q.scope when 'province' then p.province_unit_code else c.unit_code end
    and (s.side = 'numerator' or r.denominator_count is not null)
order by award_year, unit_code, quota_code, measure, contribution_id
