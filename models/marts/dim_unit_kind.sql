-- dim_unit_kind: kinds of units, with their names and order.
-- grain: unit_kind
select unit_kind, name_vi, name_en, display_order
from stg_ref_unit_kind
union all
select 'chua_ro' as unit_kind, 'Chưa rõ' as name_vi, 'Not known' as name_en, 99 as display_order
order by unit_kind
