-- dim_exemplar_status: how far an exemplar has come.
-- grain: status_code
select status_code, name_vi, name_en, display_order
from stg_ref_exemplar_status
union all
select 'chua_ro' as status_code, 'Chưa rõ' as name_vi, 'Not known' as name_en, 99 as display_order
where not exists (select 1 from stg_ref_exemplar_status where status_code = 'chua_ro')
order by status_code
