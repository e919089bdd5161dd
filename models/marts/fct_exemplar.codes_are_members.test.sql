-- fct_exemplar.codes_are_members: field, status and kind are known; guards that no exemplar falls out of a join.
select e.person_id, e.field_code, e.status_code, e.recipient_kind
from fct_exemplar as e
left join dim_exemplar_field as f on f.field_code = e.field_code
left join dim_exemplar_status as s on s.status_code = e.status_code
where f.field_code is null or s.status_code is null
    or e.recipient_kind not in ('individual', 'collective', 'household', 'chua_ro')
order by e.person_id
