-- fct_delegate.gives_no_award: a list of delegates or exemplars gives no award and no proposal; guards every total of awards.
with told as (
    select return_id
    from fct_delegate
    union all
    select return_id
    from fct_exemplar
)

select distinct a.return_id
from told as t
inner join fct_list_row as a on a.return_id = t.return_id
order by a.return_id
