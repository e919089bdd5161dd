-- fct_exemplar: exemplars as lists tell of them, one row a telling; no award, and no name: that stays in the raw tables.
-- grain: person_id
-- recipient_key is the first telling of the same exemplar. A field that neither the reference list nor a target knows is chua_ro.
with told as (
    select p.*, min(p.person_id) over (partition by p.recipient_key) as first_person_id
    from int_person as p
    where p.list_code = 'dien_hinh_tien_tien'
)

select
    t.person_id, t.return_id, t.unit_code, t.sender_code, t.workplace_code, t.recipient_kind, t.first_person_id as recipient_key,
    coalesce(f.field_code, 'chua_ro') as field_code, t.person_year as exemplar_year, t.status_code, t.beneficiary_class,
    t.is_woman, t.is_youth, t.is_ethnic_minority, t.is_religious, t.is_direct_worker, t.receipt_on,
    t.source_file, t.source_sheet, t.source_row, t.name_cell,
    case when t.gender_cell <> '' then t.gender_cell else t.name_cell end as gender_cell,
    case when t.class_cell <> '' then t.class_cell else t.name_cell end as class_cell,
    case when t.field_cell <> '' then t.field_cell else t.name_cell end as field_cell
from told as t
left join dim_exemplar_field as f on f.field_code = t.field_code
order by t.person_id
