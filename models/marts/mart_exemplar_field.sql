-- mart_exemplar_field: exemplars by field and kind beside the targets of the board's plan.
-- grain: period, field_code, kind_code
-- measures: target_count, found_count, listed_count, missing_count
-- always with: period
-- column: period: giai đoạn của kế hoạch, hoặc năm nếu ngoài kế hoạch | period of the plan, or the year outside any
-- column: field_code: lĩnh vực | field
-- column: kind_code: tập thể, hộ gia đình, cá nhân; nhiều loại nối bằng + ; all: loại nào cũng được | kinds, joined by +; all: any
-- column: target_count: chỉ tiêu (trống: kế hoạch không giao) | target (null: the plan sets none)
-- column: found_count: điển hình đã có, mỗi điển hình một lần | exemplars found, each once
-- column: listed_count: số dòng trong các danh sách, kể cả ghi lại | rows in lists, repetitions too
-- column: missing_count: còn thiếu so với chỉ tiêu (trống: kế hoạch không giao) | missing from the target (null: the plan sets none)
-- column: lead_unit_code: đơn vị chủ trì | leading unit
with found as (
    select period, field_code, kind_code, count(*) filter (where is_found) as found_count, count(*) as listed_count
    from fct_exemplar_period
    group by period, field_code, kind_code
)

select
    coalesce(t.period, f.period) as period,
    coalesce(t.field_code, f.field_code) as field_code,
    coalesce(t.kind_code, f.kind_code) as kind_code,
    t.target_count,
    coalesce(f.found_count, 0) as found_count,
    coalesce(f.listed_count, 0) as listed_count,
    case when t.target_count > coalesce(f.found_count, 0) then t.target_count - coalesce(f.found_count, 0) when t.target_count is not null then 0 end as missing_count,
    coalesce(t.lead_unit_code, 'chua_ro') as lead_unit_code
from dim_exemplar_target as t
full join found as f on f.period = t.period and f.field_code = t.field_code and f.kind_code = t.kind_code
order by period, field_code, kind_code
