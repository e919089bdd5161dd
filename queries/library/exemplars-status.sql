-- name: exemplars-status
-- title_vi: Điển hình tiên tiến theo tình trạng
-- title_en: Exemplars by status
-- about_vi: Mỗi tình trạng một dòng: mới phát hiện, đang bồi dưỡng, đã công nhận, đã nhân rộng, chưa rõ; kèm tổng cả giai đoạn.
-- about_en: One row a status: newly found, being fostered, recognised, taken up elsewhere, not known; with the totals of the period.
-- counts_by: none
-- source: mart_exemplar_unit, dim_exemplar_status
-- param: plan text default= | vi=Giai đoạn của kế hoạch, như 2021..2025, hoặc một năm; để trống là giai đoạn mới nhất | en=Period of the plan, such as 2021..2025, or one year; empty is the newest
-- column: period text | vi=Giai đoạn | en=Period
-- column: status_code text | vi=Mã tình trạng | en=Status code
-- column: status_vi text | vi=Tình trạng | en=Status (Vietnamese) | lang=vi
-- column: status_en text | vi=Tình trạng (tiếng Anh) | en=Status | lang=en
-- column: exemplar_count int | vi=Điển hình đã có | en=Exemplars found | unit=điển hình/exemplars | figure=mart_exemplar_unit/exemplar_count?period,status_code
-- column: collective_count int | vi=Tập thể | en=Collectives | unit=điển hình/exemplars | figure=mart_exemplar_unit/collective_count?period,status_code
-- column: household_count int | vi=Hộ gia đình | en=Households | unit=điển hình/exemplars | figure=mart_exemplar_unit/household_count?period,status_code
-- column: individual_count int | vi=Cá nhân | en=Individuals | unit=điển hình/exemplars | figure=mart_exemplar_unit/individual_count?period,status_code
-- column: kind_unknown_count int | vi=Chưa rõ loại | en=Kind not known | unit=điển hình/exemplars | figure=mart_exemplar_unit/kind_unknown_count?period,status_code
-- column: woman_count int | vi=Nữ, trong số cá nhân | en=Women, of the individuals | unit=điển hình/exemplars | figure=mart_exemplar_unit/woman_count?period,status_code
-- column: woman_unknown_count int | vi=Cá nhân chưa rõ giới tính | en=Individuals of no known sex | unit=điển hình/exemplars | figure=mart_exemplar_unit/woman_unknown_count?period,status_code
-- column: direct_worker_count int | vi=Người trực tiếp công tác, lao động | en=Direct workers | unit=điển hình/exemplars | figure=mart_exemplar_unit/direct_worker_count?period,status_code
-- column: direct_worker_unknown_count int | vi=Cá nhân chưa rõ có phải người trực tiếp không | en=Individuals not known to be direct workers or not | unit=điển hình/exemplars | figure=mart_exemplar_unit/direct_worker_unknown_count?period,status_code
-- column: plan_exemplar_count int | vi=Điển hình đã có, cả giai đoạn | en=Exemplars found of the period | unit=điển hình/exemplars | figure=mart_exemplar_unit/exemplar_count?period
-- column: plan_collective_count int | vi=Tập thể, cả giai đoạn | en=Collectives of the period | unit=điển hình/exemplars | figure=mart_exemplar_unit/collective_count?period
-- column: plan_household_count int | vi=Hộ gia đình, cả giai đoạn | en=Households of the period | unit=điển hình/exemplars | figure=mart_exemplar_unit/household_count?period
-- column: plan_individual_count int | vi=Cá nhân, cả giai đoạn | en=Individuals of the period | unit=điển hình/exemplars | figure=mart_exemplar_unit/individual_count?period
-- column: plan_kind_unknown_count int | vi=Chưa rõ loại, cả giai đoạn | en=Kind not known of the period | unit=điển hình/exemplars | figure=mart_exemplar_unit/kind_unknown_count?period
-- column: plan_woman_count int | vi=Nữ, trong số cá nhân, cả giai đoạn | en=Women, of the individuals of the period | unit=điển hình/exemplars | figure=mart_exemplar_unit/woman_count?period
-- column: plan_woman_unknown_count int | vi=Cá nhân chưa rõ giới tính, cả giai đoạn | en=Individuals of no known sex of the period | unit=điển hình/exemplars | figure=mart_exemplar_unit/woman_unknown_count?period
-- column: plan_direct_worker_count int | vi=Người trực tiếp công tác, lao động, cả giai đoạn | en=Direct workers of the period | unit=điển hình/exemplars | figure=mart_exemplar_unit/direct_worker_count?period
-- column: plan_direct_worker_unknown_count int | vi=Cá nhân chưa rõ có phải người trực tiếp không, cả giai đoạn | en=Individuals not known to be direct workers or not of the period | unit=điển hình/exemplars | figure=mart_exemplar_unit/direct_worker_unknown_count?period

with newest as (
    select max(period) as period
    from mart_exemplar_unit
    where period <> 'chua_ro'
),

chosen as (
    select case when cast($plan as varchar) = '' then coalesce(period, '') else cast($plan as varchar) end as period
    from newest
),

counted as (
    select
        m.period, m.status_code,
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
    group by m.period, m.status_code
),

whole as (
    select
        period,
        cast(sum(exemplar_count) as bigint) as exemplar_count,
        cast(sum(collective_count) as bigint) as collective_count,
        cast(sum(household_count) as bigint) as household_count,
        cast(sum(individual_count) as bigint) as individual_count,
        cast(sum(kind_unknown_count) as bigint) as kind_unknown_count,
        cast(sum(woman_count) as bigint) as woman_count,
        cast(sum(woman_unknown_count) as bigint) as woman_unknown_count,
        cast(sum(direct_worker_count) as bigint) as direct_worker_count,
        cast(sum(direct_worker_unknown_count) as bigint) as direct_worker_unknown_count
    from counted
    group by period
)

select
    m.period,
    m.status_code,
    s.name_vi as status_vi,
    s.name_en as status_en,
    m.exemplar_count,
    m.collective_count,
    m.household_count,
    m.individual_count,
    m.kind_unknown_count,
    m.woman_count,
    m.woman_unknown_count,
    m.direct_worker_count,
    m.direct_worker_unknown_count,
    w.exemplar_count as plan_exemplar_count,
    w.collective_count as plan_collective_count,
    w.household_count as plan_household_count,
    w.individual_count as plan_individual_count,
    w.kind_unknown_count as plan_kind_unknown_count,
    w.woman_count as plan_woman_count,
    w.woman_unknown_count as plan_woman_unknown_count,
    w.direct_worker_count as plan_direct_worker_count,
    w.direct_worker_unknown_count as plan_direct_worker_unknown_count
from counted as m
join whole as w on w.period = m.period
join dim_exemplar_status as s on s.status_code = m.status_code
order by s.display_order, m.status_code
