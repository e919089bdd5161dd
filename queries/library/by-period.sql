-- name: by-period
-- title_vi: Khen thưởng trong một kỳ, theo danh hiệu, hình thức
-- title_en: Awards of a period by form
-- about_vi: Năm, giai đoạn: theo năm khen thưởng. Nửa năm, quý, tháng: danh sách theo ngày quyết định, biểu tổng hợp theo kỳ của báo cáo. Năm học: theo năm học mà báo cáo ghi. Số chưa tách được theo kỳ đứng riêng, không nằm trong số lượt.
-- about_en: Years: by award year. Parts of a year: lists by day of decision, tallies by the period of their return. School year: as the return states it. What cannot be split stands apart and is not among the awards.
-- counts_by: given
-- source: mart_form_period, fct_beneficiary_count, dim_award_form, mart_completeness_year
-- param: period period default= takes=any | vi=Kỳ: 2025, 2025-H1, 2025-Q3, 2025-9T, 2025-06, 2024-2025, 2004..2009, dai-hoi-10; để trống là năm mới nhất có số liệu | en=Period: 2025, 2025-H1, 2025-Q3, 2025-9T, 2025-06, 2024-2025, 2004..2009, dai-hoi-10; empty is the newest year with figures
-- column: period text | vi=Kỳ | en=Period
-- column: counts_by text | vi=Tính theo | en=Counted by
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: form_vi text | vi=Danh hiệu, hình thức khen thưởng | en=Form (Vietnamese) | lang=vi
-- column: form_en text | vi=Hình thức (tiếng Anh) | en=Form of award | lang=en
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards | figure=mart_form_period/award_count?period=part_period,form_code
-- column: collective_count int | vi=Tập thể | en=Collectives | unit=lượt/awards | figure=mart_form_period/collective_count?period=part_period,form_code
-- column: household_count int | vi=Hộ gia đình | en=Households | unit=lượt/awards | figure=mart_form_period/household_count?period=part_period,form_code
-- column: individual_count int | vi=Cá nhân | en=Individuals | unit=lượt/awards | figure=mart_form_period/individual_count?period=part_period,form_code
-- column: kind_unknown_count int | vi=Chưa tách tập thể, hộ, cá nhân | en=Kind of recipient not known | unit=lượt/awards
-- column: list_count int | vi=Từ danh sách | en=From lists | unit=lượt/awards | figure=mart_form_period/list_count?period=part_period,form_code
-- column: tally_count int | vi=Từ biểu tổng hợp | en=From tallies | unit=lượt/awards | figure=mart_form_period/tally_count?period=part_period,form_code
-- column: not_split_count int | vi=Chưa tách được theo kỳ | en=Not split by period | unit=lượt/awards | figure=mart_form_period/not_split_count?period=part_period,form_code
-- column: completeness text | vi=Đơn vị đủ báo cáo/phải gửi, cộng các năm của kỳ | en=Units complete/owing, over the years of the period
-- column: is_provisional bool | vi=Sơ bộ | en=Provisional
-- column: part_period text | vi=Kỳ của chỉ tiêu truy nguồn | en=Period of the figure ids

with newest as (
    -- the newest year is one and the same for every query
    select max(award_year) as newest_year
    from mart_form_year
),

given as (
    select
        case when cast($period as varchar) = '' then cast(newest_year as varchar) else cast($period as varchar) end as period,
        case when cast($period as varchar) = '' then newest_year else cast($period_from as bigint) end as from_year,
        case when cast($period as varchar) = '' then newest_year else cast($period_to as bigint) end as to_year,
        case
            when cast($period_kind as varchar) in ('half', 'quarter', 'month', 'nine_months') then 'decided_on'
            when cast($period_kind as varchar) = 'school_year' then 'school_year'
            else 'award_year'
        end as counts_by
    from newest
),

-- of a period of several years the units are added up; a year of which nobody tells is provisional
complete as (
    select
        coalesce(sum(c.complete_unit_count), 0) as complete_count,
        coalesce(sum(c.expected_unit_count), 0) as expected_count,
        count(c.award_year) <= max(g.to_year - g.from_year) or bool_or(c.is_provisional) as is_provisional
    from given as g
    left join mart_completeness_year as c on c.award_year between g.from_year and g.to_year
),

by_form as (
    select
        g.period, g.counts_by, m.period as part_period, m.form_code,
        m.award_count, m.collective_count, m.household_count, m.individual_count, m.list_count, m.tally_count, m.not_split_count
    from mart_form_period as m
    join given as g on g.period = m.period and g.counts_by <> 'award_year'
    union all
    select
        g.period, g.counts_by, null as part_period, b.form_code,
        cast(sum(b.award_count) filter (where b.award_year > 0) as bigint) as award_count,
        cast(sum(b.collective_count) filter (where b.award_year > 0) as bigint) as collective_count,
        cast(sum(b.household_count) filter (where b.award_year > 0) as bigint) as household_count,
        cast(sum(b.individual_count) filter (where b.award_year > 0) as bigint) as individual_count,
        cast(sum(b.award_count) filter (where b.award_year > 0 and b.source = 'list') as bigint) as list_count,
        cast(sum(b.award_count) filter (where b.award_year > 0 and b.source = 'tally') as bigint) as tally_count,
        cast(coalesce(sum(b.award_count) filter (where b.award_year = 0), 0) as bigint) as not_split_count
    from fct_beneficiary_count as b
    join given as g on g.counts_by = 'award_year' and (b.award_year between g.from_year and g.to_year or b.award_year = 0)
    group by g.period, g.counts_by, b.form_code
)

select
    m.period,
    m.counts_by,
    m.form_code,
    coalesce(f.display_vi, m.form_code) as form_vi,
    coalesce(f.display_en, f.display_vi, m.form_code) as form_en,
    m.award_count,
    m.collective_count,
    m.household_count,
    m.individual_count,
    m.award_count - coalesce(m.collective_count, 0) - coalesce(m.household_count, 0) - coalesce(m.individual_count, 0) as kind_unknown_count,
    m.list_count,
    m.tally_count,
    m.not_split_count,
    cast(c.complete_count as bigint) || '/' || cast(c.expected_count as bigint) as completeness,
    c.is_provisional,
    m.part_period
from by_form as m
cross join complete as c
left join dim_award_form as f on f.form_code = m.form_code and f.is_current
where m.award_count is not null or m.not_split_count > 0
order by f.order_statistics nulls last, m.form_code
