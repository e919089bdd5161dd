-- fct_contribution.comes_from_a_return_that_stands: refused, held, replaced and withdrawn returns add to no figure, nor to what is compared.
with used as (
    select return_id, min(award_id) as first_row, count(*) as row_count
    from fct_list_row
    group by return_id
    union all
    select return_id, min(contribution_id) as first_row, count(*) as row_count
    from fct_cell_contribution
    group by return_id
)

select c.first_row, c.row_count, c.return_id, r.status
from used as c
left join fct_return as r on r.return_id = c.return_id
where r.return_id is null or r.status not in ('accepted', 'accepted_with_warnings')
order by c.first_row
