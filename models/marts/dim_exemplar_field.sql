-- dim_exemplar_field: fields that exemplars stand for: those of the reference list, and those that the board's targets name besides.
-- grain: field_code
with named as (
    select field_code, max(field_name) as name
    from dim_exemplar_target
    group by field_code
)

select field_code, name_vi, name_en
from stg_ref_field
union all
select n.field_code, n.name as name_vi, n.name as name_en
from named as n
where not exists (select 1 from stg_ref_field as f where f.field_code = n.field_code)
union all
select 'chua_ro' as field_code, 'Chưa rõ' as name_vi, 'Not known' as name_en
order by field_code
