-- name: form-statistic-units
-- title_vi: Số liệu của biểu: đơn vị đã gửi biểu 0601, 0604, 0605
-- title_en: Figures of forms: units that sent forms 0601, 0604, 0605
-- about_vi: Những báo cáo được cộng vào biểu 0601 (0701), 0604 và 0605 của một năm.
-- about_en: The returns that forms 0601 (0701), 0604 and 0605 of a year add up.
-- counts_by: period
-- source: fct_statistic, fct_return
-- feed: true
-- param: year int default=0 min=0 max=2100 | vi=Năm báo cáo; 0 là năm mới nhất có số liệu | en=Year of the return; 0 is the newest with figures
-- column: report_year int | vi=Năm báo cáo | en=Year of the return
-- column: measure_code text | vi=Mã loại số liệu | en=Measure code
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: form_of_return text | vi=Biểu mẫu | en=Form of return
-- column: file_name text | vi=Tệp | en=File

with chosen as (
    select case when cast($year as integer) = 0 then max(report_year) else cast($year as integer) end as to_year
    from fct_statistic
)

select distinct
    s.report_year,
    s.measure as measure_code,
    s.unit_code,
    r.form_of_return,
    r.file_name
from fct_statistic as s
inner join chosen as c on s.report_year = c.to_year
inner join fct_return as r on r.return_id = s.return_id
where c.to_year > 0
order by measure_code, s.unit_code, r.file_name
