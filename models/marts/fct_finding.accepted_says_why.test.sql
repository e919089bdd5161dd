-- fct_finding.accepted_says_why: a finding is accepted by a decision of the board with its reason, and a refusal never is.
select f.finding_id, f.code, f.state, f.board_no, f.board_reason, r.status
from fct_finding as f
left join fct_return as r on r.return_id = f.return_id
where (f.state = 'accepted' and (f.board_no = 0 or f.board_no is null or coalesce(f.board_reason, '') = ''))
    or (f.state = 'accepted' and f.severity = 'error' and r.status = 'refused')
order by f.finding_id
