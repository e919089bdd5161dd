-- fct_exemplar_period.finds_each_once: an exemplar that lists of several years repeat is found once in a period and field; guards what is held against a target.
select p.period, p.field_code, e.recipient_key, count(*) as seen, 1 as wanted
from fct_exemplar_period as p
inner join fct_exemplar as e on e.person_id = p.person_id
where p.is_found
group by p.period, p.field_code, e.recipient_key
having count(*) > 1
order by p.period, p.field_code, e.recipient_key
