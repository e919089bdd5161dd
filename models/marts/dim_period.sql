-- dim_period: periods that returns and obligations state, and the parts of every year that they or a decision name, with their days.
-- grain: period
-- A period stands here as data.ReportPeriod writes it; its days come from there too. award_year: the year that its figures are of,
-- 0 for several years. A school year runs from September to May.
select
    period, period_kind, name_vi, name_en, from_on, to_on, award_year, is_part_of_year,
    12 * (extract(year from to_on) - extract(year from from_on)) + extract(month from to_on) - extract(month from from_on) + 1 as month_count
from stg_ref_period
order by period
