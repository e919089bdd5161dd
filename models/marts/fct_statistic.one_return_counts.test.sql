-- fct_statistic.one_return_counts: of a unit, year and measure one return counts, and it is accepted; guards against movements and staff counted twice.
with used as (
    select measure, unit_code, report_year, count(distinct return_id) as returns, min(return_id) as return_id
    from fct_statistic
    group by measure, unit_code, report_year
)

select u.measure, u.unit_code, u.report_year, u.returns, u.return_id, r.status
from used as u
left join fct_return as r on r.return_id = u.return_id
where u.returns > 1 or r.return_id is null or r.status not in ('accepted', 'accepted_with_warnings')
order by u.measure, u.unit_code, u.report_year
