-- dim_class: the five exclusive classes of individuals, and not known.
-- grain: class_code
select class_code, name_vi, name_en, display_order, colour
from stg_ref_beneficiary_class
union all
select 'chua_ro' as class_code, 'Chưa rõ' as name_vi, 'Not known' as name_en, 99 as display_order, null as colour
where not exists (select 1 from stg_ref_beneficiary_class where class_code = 'chua_ro')
order by class_code
