-- fct_return.status_is_known: status and role are of their lists; guards every filter on them.
select return_id, status, role
from fct_return
where coalesce(status, '') not in ('accepted', 'accepted_with_warnings', 'refused', 'held', 'superseded', 'withdrawn')
    or coalesce(role, '') not in ('counts', 'control')
order by return_id
