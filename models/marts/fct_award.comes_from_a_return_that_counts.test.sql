-- fct_award.comes_from_a_return_that_counts: awards are of accepted returns with the role counts.
select a.award_id, r.status, r.role
from fct_award as a
left join fct_return as r on r.return_id = a.return_id
where r.return_id is null or r.status not in ('accepted', 'accepted_with_warnings') or r.role <> 'counts'
order by a.award_id
