-- fct_finding.warnings_show_in_status: a return with an open warning is not plainly accepted; guards the list of returns.
select f.finding_id, f.code, r.status
from fct_finding as f
inner join fct_return as r on r.return_id = f.return_id
where f.state = 'open'
    and (
        (f.severity = 'warning' and r.status = 'accepted')
        or (f.severity = 'error' and r.status in ('accepted', 'accepted_with_warnings'))
    )
order by f.finding_id
