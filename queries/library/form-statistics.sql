-- name: form-statistics
-- title_vi: Phong trào thi đua, tổ chức và công chức làm công tác thi đua, khen thưởng
-- title_en: Emulation movements, bodies and staff of emulation and commendation work
-- about_vi: Số liệu của các biểu 0601 (0701), 0604 và 0605 theo năm, cộng các đơn vị có gửi; không phải số lượt khen thưởng. Chỉ tiêu không đơn vị nào nêu thì không có dòng. Phong trào mà nhiều đơn vị cùng nêu được cộng nhiều lần.
-- about_en: Figures of the forms 0601 (0701), 0604 and 0605 by year, summed over the units that sent them; no awards. What no unit states has no row. A movement that several units state is in the sum as often.
-- counts_by: period
-- source: mart_statistic_year, dim_statistic
-- param: year int default=0 min=0 max=2100 | vi=Năm báo cáo; 0 là năm mới nhất có số liệu | en=Year of the return; 0 is the newest with figures
-- column: report_year int | vi=Năm báo cáo | en=Year of the return
-- column: measure_code text | vi=Mã loại số liệu | en=Measure code
-- column: section_code text | vi=Mã mục | en=Section code
-- column: statistic_code text | vi=Mã chỉ tiêu | en=Code of what is counted
-- column: statistic_vi text | vi=Chỉ tiêu | en=What is counted (Vietnamese) | lang=vi
-- column: statistic_en text | vi=Chỉ tiêu (tiếng Anh) | en=What is counted | lang=en
-- column: column_code text | vi=Mã cột | en=Column code
-- column: column_vi text | vi=Cột | en=Column (Vietnamese) | lang=vi
-- column: column_en text | vi=Cột (tiếng Anh) | en=Column | lang=en
-- column: count_unit_vi text | vi=Đơn vị tính | en=Unit (Vietnamese) | lang=vi
-- column: count_unit_en text | vi=Đơn vị tính (tiếng Anh) | en=Unit | lang=en
-- column: statistic_count int | vi=Số lượng | en=Count | figure=mart_statistic_year/statistic_count?report_year,statistic=statistic_code,column_code
-- column: unit_count int | vi=Số đơn vị nêu | en=Units that state it | unit=đơn vị/units | figure=mart_statistic_year/unit_count?report_year,statistic=statistic_code,column_code

with chosen as (
    select case when cast($year as integer) = 0 then max(report_year) else cast($year as integer) end as to_year
    from mart_statistic_year
)

select
    m.report_year,
    d.measure as measure_code,
    d.section as section_code,
    m.statistic as statistic_code,
    d.name_vi as statistic_vi,
    d.name_en as statistic_en,
    m.column_code,
    case m.column_code
        when 'all' then 'Tổng số'
        when 'central' then 'Cấp Trung ương chủ trì'
        when 'province' then 'Cấp bộ, cấp tỉnh chủ trì'
        when 'unit' then 'Cơ quan, tổ chức, đơn vị chủ trì'
        when 'woman' then 'Trong đó: Nữ'
        else m.column_code
    end as column_vi,
    case m.column_code
        when 'all' then 'Total'
        when 'central' then 'Led by the centre'
        when 'province' then 'Led by ministries or provinces'
        when 'unit' then 'Led by offices, organisations, units'
        when 'woman' then 'Of which women'
        else m.column_code
    end as column_en,
    d.count_unit_vi,
    d.count_unit_en,
    m.statistic_count,
    m.unit_count
from mart_statistic_year as m
inner join chosen as c on m.report_year = c.to_year
left join dim_statistic as d on d.statistic = m.statistic
where c.to_year > 0
order by d.display_order, m.statistic, m.column_code
