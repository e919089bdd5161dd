-- name: exemplars
-- title_vi: Điển hình tiên tiến theo lĩnh vực so với chỉ tiêu
-- title_en: Exemplars by field beside their targets
-- about_vi: Mỗi lĩnh vực và loại điển hình một dòng: đơn vị chủ trì, chỉ tiêu, số đã có, còn thiếu. Điển hình ghi lại qua các năm chỉ tính một lần; chỉ tiêu trống là kế hoạch không giao.
-- about_en: One row a field and kind: the leading unit, target, found and missing. An exemplar that lists repeat over the years is found once; an empty target is one that the plan does not set.
-- counts_by: none
-- source: mart_exemplar_field, dim_exemplar_field, dim_unit, dim_exemplar_target
-- param: plan text default= | vi=Giai đoạn của kế hoạch, như 2021..2025, hoặc một năm; để trống là giai đoạn mới nhất | en=Period of the plan, such as 2021..2025, or one year; empty is the newest
-- column: period text | vi=Giai đoạn | en=Period
-- column: field_code text | vi=Mã lĩnh vực | en=Field code
-- column: field_vi text | vi=Lĩnh vực | en=Field (Vietnamese) | lang=vi
-- column: field_en text | vi=Lĩnh vực (tiếng Anh) | en=Field | lang=en
-- column: kind_code text | vi=Mã loại | en=Kind code
-- column: kind_vi text | vi=Loại điển hình | en=Kind (Vietnamese) | lang=vi
-- column: kind_en text | vi=Loại điển hình (tiếng Anh) | en=Kind | lang=en
-- column: lead_unit_code text | vi=Mã đơn vị chủ trì | en=Code of the leading unit
-- column: lead_name text | vi=Đơn vị chủ trì | en=Leading unit
-- column: target_count int | vi=Chỉ tiêu | en=Target | unit=điển hình/exemplars | figure=mart_exemplar_field/target_count?period,field_code,kind_code
-- column: found_count int | vi=Đã có | en=Found | unit=điển hình/exemplars | figure=mart_exemplar_field/found_count?period,field_code,kind_code
-- column: missing_count int | vi=Còn thiếu | en=Missing | unit=điển hình/exemplars | figure=mart_exemplar_field/missing_count?period,field_code,kind_code
-- column: listed_count int | vi=Số dòng trong các danh sách | en=Rows in lists | unit=điển hình/exemplars | figure=mart_exemplar_field/listed_count?period,field_code,kind_code
-- column: plan_target_count int | vi=Chỉ tiêu cả giai đoạn | en=Targets of the period | unit=điển hình/exemplars | figure=mart_exemplar_field/target_count?period
-- column: plan_found_count int | vi=Đã có cả giai đoạn | en=Found in the period | unit=điển hình/exemplars | figure=mart_exemplar_field/found_count?period
-- column: plan_missing_count int | vi=Còn thiếu cả giai đoạn | en=Missing in the period | unit=điển hình/exemplars | figure=mart_exemplar_field/missing_count?period
-- column: plan_listed_count int | vi=Số dòng cả giai đoạn | en=Rows of the period | unit=điển hình/exemplars | figure=mart_exemplar_field/listed_count?period

with newest as (
    select max(period) as period
    from mart_exemplar_field
    where period <> 'chua_ro'
),

chosen as (
    select case when cast($plan as varchar) = '' then coalesce(period, '') else cast($plan as varchar) end as period
    from newest
),

unit_now as (
    select unit_code, name
    from dim_unit
    where is_current
),

whole as (
    select
        m.period,
        cast(sum(m.target_count) as bigint) as target_count,
        cast(sum(m.found_count) as bigint) as found_count,
        cast(sum(m.missing_count) as bigint) as missing_count,
        cast(sum(m.listed_count) as bigint) as listed_count
    from mart_exemplar_field as m
    join chosen as c on c.period = m.period
    group by m.period
)

select
    m.period,
    m.field_code,
    f.name_vi as field_vi,
    f.name_en as field_en,
    m.kind_code,
    case m.kind_code
        when 'all' then 'mọi loại'
        when 'chua_ro' then 'chưa rõ loại'
        else replace(replace(replace(replace(m.kind_code, 'collective', 'tập thể'), 'household', 'hộ gia đình'), 'individual', 'cá nhân'), '+', ' hoặc ')
    end as kind_vi,
    case m.kind_code
        when 'all' then 'any kind'
        when 'chua_ro' then 'kind not known'
        else replace(m.kind_code, '+', ' or ')
    end as kind_en,
    m.lead_unit_code,
    case when m.target_count is null then '' else coalesce(u.name, t.lead_name) end as lead_name,
    m.target_count,
    m.found_count,
    m.missing_count,
    m.listed_count,
    w.target_count as plan_target_count,
    w.found_count as plan_found_count,
    w.missing_count as plan_missing_count,
    w.listed_count as plan_listed_count
from mart_exemplar_field as m
join whole as w on w.period = m.period
join dim_exemplar_field as f on f.field_code = m.field_code
left join dim_exemplar_target as t on t.period = m.period and t.field_code = m.field_code and t.kind_code = m.kind_code
left join unit_now as u on u.unit_code = m.lead_unit_code
order by case when m.target_count is null then 1 else 0 end, case when m.field_code = 'chua_ro' then 1 else 0 end, f.name_vi, m.field_code, m.kind_code
