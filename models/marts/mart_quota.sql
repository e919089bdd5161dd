-- mart_quota: awards of a form by awards of another where a limit binds, a row a limit, unit or province, and year.
-- grain: award_year, unit_code, quota_code
-- measures: numerator_count, denominator_count
-- column: award_year: năm thành tích | year of the achievement
-- column: unit_code: đơn vị, hoặc tỉnh nếu giới hạn tính cho cả tỉnh | unit, or the province where the limit binds it as a whole
-- column: quota_code: giới hạn | limit
-- column: numerator_count: số lượt của hình thức bị giới hạn | awards of the form that is limited
-- column: denominator_count: số lượt làm mẫu số (trống: không đơn vị nào báo cáo) | awards that it is held against (null: nobody reports them)
-- column: numerator_share: tỷ lệ | share
-- column: limit_percent: không quá, % | at most, %
-- column: is_exceeded: vượt giới hạn (trống: chưa rõ) | exceeded (null: not known)
select
    award_year, place_code as unit_code, quota_code, numerator_count, denominator_count,
    cast(numerator_count as double) / nullif(cast(denominator_count as double), 0) as numerator_share,
    limit_percent, is_exceeded
from int_quota
order by award_year, unit_code, quota_code
