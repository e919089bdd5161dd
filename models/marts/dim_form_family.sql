-- dim_form_family: families of award forms, and not known; family of dim_award_form.
-- grain: family_code
select family_code, name_vi, name_en, display_order
from stg_ref_form_family
union all
select 'chua_ro' as family_code, 'Chưa rõ' as name_vi, 'Not known' as name_en, 99 as display_order
where not exists (select 1 from stg_ref_form_family where family_code = 'chua_ro')
order by family_code
