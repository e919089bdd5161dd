-- fct_finding.words_are_known: severity and state are of their lists.
select finding_id, severity, state
from fct_finding
where coalesce(severity, '') not in ('error', 'warning', 'query') or coalesce(state, '') not in ('open', 'accepted', 'mended', 'withdrawn')
order by finding_id
