-- mart_statistic_year: movements, bodies and staff of emulation and commendation work by year; no awards.
-- grain: report_year, statistic, column_code
-- measures: statistic_count, unit_count
-- column: report_year: năm báo cáo (0: chưa rõ) | year of the return (0: not known)
-- column: statistic: chỉ tiêu (dim_statistic) | what is counted (dim_statistic)
-- column: column_code: cột (all: tổng số; central, province, unit: cấp chủ trì; woman: nữ) | column (all: the whole; central, province, unit: who leads; woman: women)
-- column: statistic_count: số lượng, cộng các đơn vị | count, summed over units
-- column: unit_count: số đơn vị nêu số liệu | units that state it
-- What nobody states has no row. A movement that several units state is in the sum as often as it is stated.
select
    report_year, statistic, column_code,
    cast(sum(amount) as bigint) as statistic_count,
    count(distinct unit_code) as unit_count
from fct_statistic
group by report_year, statistic, column_code
order by report_year, statistic, column_code
