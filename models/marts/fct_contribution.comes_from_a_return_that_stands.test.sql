-- fct_contribution.comes_from_a_return_that_stands: refused, held, replaced and withdrawn returns add to no figure, nor to what is compared.
select c.contribution_id, c.return_id, r.status
from fct_contribution as c
left join fct_return as r on r.return_id = c.return_id
where r.return_id is null or r.status not in ('accepted', 'accepted_with_warnings')
order by c.contribution_id
