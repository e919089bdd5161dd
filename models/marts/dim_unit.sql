-- dim_unit: units with their dated names and parents; the first of valid_from is 1900-01-01 where the start is open.
-- grain: unit_code, valid_from
-- Units that the board's own lists add stand beside those of the registry; what the registry has, they do not change, but a
-- unit that by a list of changes passes whole, or is abolished, ends on the eve. A unit lies in the province of its parent.
-- khong_quy_doi is no unit: under it stands what a view of boundaries cannot carry.
with added as (
    select l.code, l.official_code, l.name, l.kind, l.parent_code, l.province_code, l.valid_from, l.valid_to
    from int_listed as l
    left join (select distinct unit_code from stg_ref_unit) as r on r.unit_code = l.code
    where l.list_code = 'board_unit' and r.unit_code is null
),

ref_province as (
    select unit_code, min(province_code) as province_code
    from stg_ref_unit
    group by unit_code
    having count(distinct province_code) = 1
),

added_parent as (
    select code, min(parent_code) as parent_code
    from added
    group by code
),

ended as (
    select code, min(valid_from) as event_on
    from int_listed
    where list_code = 'board_event' and role_code = 'full'
    group by code
),

known as (
    select unit_code, official_code, name, kind, parent_code, province_code, valid_from, valid_to, verified
    from stg_ref_unit
    union all
    select
        a.code as unit_code, a.official_code, a.name, a.kind, a.parent_code,
        coalesce(p1.province_code, p2.province_code, p3.province_code, a.province_code) as province_code,
        a.valid_from, a.valid_to, true as verified
    from added as a
    left join ref_province as p1 on p1.unit_code = a.parent_code
    left join added_parent as a1 on a1.code = a.parent_code
    left join ref_province as p2 on p2.unit_code = a1.parent_code
    left join added_parent as a2 on a2.code = a1.parent_code
    left join ref_province as p3 on p3.unit_code = a2.parent_code
)

select
    k.unit_code, k.official_code, k.name, k.kind, k.parent_code, k.province_code,
    coalesce(k.valid_from, date '1900-01-01') as valid_from,
    case
        when k.valid_to is null and e.event_on > coalesce(k.valid_from, date '1900-01-01') then cast(e.event_on - interval '1' day as date)
        else k.valid_to
    end as valid_to,
    k.verified,
    row_number() over (partition by k.unit_code order by coalesce(k.valid_from, date '1900-01-01') desc) = 1 as is_current
from known as k
left join ended as e on e.code = k.unit_code
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
