-- dim_delegate_role: what somebody attends a congress of patriotic emulation as.
-- grain: role_code
select role_code, name_vi, name_en, display_order
from stg_ref_delegate_role
union all
select 'chua_ro' as role_code, 'Chưa rõ' as name_vi, 'Not known' as name_en, 99 as display_order
where not exists (select 1 from stg_ref_delegate_role where role_code = 'chua_ro')
order by role_code
