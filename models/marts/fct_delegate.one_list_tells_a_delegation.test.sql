-- fct_delegate.one_list_tells_a_delegation: the delegates of one unit to one congress come from the lists of one unit; guards against counting them twice.
select d.level_code, d.congress_year, d.unit_code, count(distinct r.unit_code) as seen, 1 as wanted
from fct_delegate as d
inner join fct_return as r on r.return_id = d.return_id
where d.unit_code <> 'chua_ro'
group by d.level_code, d.congress_year, d.unit_code
having count(distinct r.unit_code) > 1
order by d.level_code, d.congress_year, d.unit_code
