-- fct_award.comes_from_a_return_that_counts: awards are of accepted returns with the role counts.
with used as (
    select return_id, min(award_id) as first_award_id, count(*) as award_count
    from fct_award
    group by return_id
)

select a.first_award_id, a.award_count, a.return_id, r.status, r.role
from used as a
left join fct_return as r on r.return_id = a.return_id
where r.return_id is null or r.status not in ('accepted', 'accepted_with_warnings') or r.role <> 'counts'
order by a.first_award_id
