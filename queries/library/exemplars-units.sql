-- name: exemplars-units
-- title_vi: Điển hình tiên tiến theo đơn vị giới thiệu
-- title_en: Exemplars by the unit that proposes them
-- about_vi: Mỗi đơn vị một dòng: số điển hình đã có trong giai đoạn, theo loại, kèm phần chưa rõ.
-- about_en: One row a unit: exemplars found in the period, by kind, with what is not known.
-- counts_by: none
-- source: mart_exemplar_unit, dim_unit
-- param: plan text default= | vi=Giai đoạn của kế hoạch, như 2021..2025, hoặc một năm; để trống là giai đoạn mới nhất | en=Period of the plan, such as 2021..2025, or one year; empty is the newest
-- column: period text | vi=Giai đoạn | en=Period
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: unit_name text | vi=Đơn vị giới thiệu | en=Unit that proposes
-- column: parent_name text | vi=Thuộc | en=Under
-- column: exemplar_count int | vi=Điển hình đã có | en=Exemplars found | unit=điển hình/exemplars | figure=mart_exemplar_unit/exemplar_count?period,unit_code
-- column: collective_count int | vi=Tập thể | en=Collectives | unit=điển hình/exemplars | figure=mart_exemplar_unit/collective_count?period,unit_code
-- column: household_count int | vi=Hộ gia đình | en=Households | unit=điển hình/exemplars | figure=mart_exemplar_unit/household_count?period,unit_code
-- column: individual_count int | vi=Cá nhân | en=Individuals | unit=điển hình/exemplars | figure=mart_exemplar_unit/individual_count?period,unit_code
-- column: kind_unknown_count int | vi=Chưa rõ loại | en=Kind not known | unit=điển hình/exemplars | figure=mart_exemplar_unit/kind_unknown_count?period,unit_code
-- column: woman_count int | vi=Nữ, trong số cá nhân | en=Women, of the individuals | unit=điển hình/exemplars | figure=mart_exemplar_unit/woman_count?period,unit_code
-- column: woman_unknown_count int | vi=Cá nhân chưa rõ giới tính | en=Individuals of no known sex | unit=điển hình/exemplars | figure=mart_exemplar_unit/woman_unknown_count?period,unit_code
-- column: direct_worker_count int | vi=Người trực tiếp công tác, lao động | en=Direct workers | unit=điển hình/exemplars | figure=mart_exemplar_unit/direct_worker_count?period,unit_code
-- column: direct_worker_unknown_count int | vi=Cá nhân chưa rõ có phải người trực tiếp không | en=Individuals not known to be direct workers or not | unit=điển hình/exemplars | figure=mart_exemplar_unit/direct_worker_unknown_count?period,unit_code

with newest as (
    select max(period) as period
    from mart_exemplar_unit
    where period <> 'chua_ro'
),

chosen as (
    select case when cast($plan as varchar) = '' then coalesce(period, '') else cast($plan as varchar) end as period
    from newest
),

unit_now as (
    select unit_code, name, parent_code
    from dim_unit
    where is_current
),

counted as (
    select
        m.period, m.unit_code,
        cast(sum(m.exemplar_count) as bigint) as exemplar_count,
        cast(sum(m.collective_count) as bigint) as collective_count,
        cast(sum(m.household_count) as bigint) as household_count,
        cast(sum(m.individual_count) as bigint) as individual_count,
        cast(sum(m.kind_unknown_count) as bigint) as kind_unknown_count,
        cast(sum(m.woman_count) as bigint) as woman_count,
        cast(sum(m.woman_unknown_count) as bigint) as woman_unknown_count,
        cast(sum(m.direct_worker_count) as bigint) as direct_worker_count,
        cast(sum(m.direct_worker_unknown_count) as bigint) as direct_worker_unknown_count
    from mart_exemplar_unit as m
    join chosen as c on c.period = m.period
    group by m.period, m.unit_code
)

select
    m.period,
    m.unit_code,
    coalesce(u.name, m.unit_code) as unit_name,
    p.name as parent_name,
    m.exemplar_count,
    m.collective_count,
    m.household_count,
    m.individual_count,
    m.kind_unknown_count,
    m.woman_count,
    m.woman_unknown_count,
    m.direct_worker_count,
    m.direct_worker_unknown_count
from counted as m
left join unit_now as u on u.unit_code = m.unit_code
left join unit_now as p on p.unit_code = u.parent_code
order by m.exemplar_count desc, m.unit_code
