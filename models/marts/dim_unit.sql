-- dim_unit: units with their dated names and parents; the first of valid_from is 1900-01-01 where the start is open.
-- grain: unit_code, valid_from
-- Units that the board's own list adds stand beside those of the registry; what the registry has, it does not change.
-- khong_quy_doi is no unit: under it stands what a view of boundaries cannot carry.
with known as (
    select unit_code, official_code, name, kind, parent_code, province_code, valid_from, valid_to, verified
    from stg_ref_unit
    union all
    select l.code as unit_code, l.official_code, l.name, l.kind, l.parent_code, l.province_code, l.valid_from, l.valid_to, true as verified
    from int_listed as l
    left join (select distinct unit_code from stg_ref_unit) as r on r.unit_code = l.code
    where l.list_code = 'board_unit' and r.unit_code is null
)

select
    unit_code, official_code, name, kind, parent_code, province_code,
    coalesce(valid_from, date '1900-01-01') as valid_from, valid_to, verified,
    row_number() over (partition by unit_code order by coalesce(valid_from, date '1900-01-01') desc) = 1 as is_current
from known
union all
select
    'chua_ro' as unit_code, null as official_code, 'Chưa rõ' as name, 'other' as kind, null as parent_code,
    'chua_ro' as province_code, date '1900-01-01' as valid_from, null as valid_to, true as verified, true as is_current
where not exists (select 1 from stg_ref_unit where unit_code = 'chua_ro')
union all
select
    'khong_quy_doi' as unit_code, null as official_code, 'Không quy đổi được' as name, 'other' as kind, null as parent_code,
    'chua_ro' as province_code, date '1900-01-01' as valid_from, null as valid_to, true as verified, true as is_current
order by unit_code, valid_from
