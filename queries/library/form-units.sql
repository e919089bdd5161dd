-- name: form-units
-- title_vi: Số liệu của biểu: đơn vị và hình thức
-- title_en: Figures of forms: units and forms of award
-- about_vi: Số liệu gốc cho Mẫu 01: số lượt của từng đơn vị theo hình thức, trên địa giới nơi số liệu được báo cáo.
-- about_en: Feed of Form 01: awards of each unit by form, in the boundaries they were reported in.
-- counts_by: award_year
-- source: mart_cube, dim_award_form
-- feed: true
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: form_vi text | vi=Danh hiệu, hình thức khen thưởng | en=Form of award
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards | figure=mart_cube/award_count?award_year,unit_code,form_code

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then max(award_year) else cast($year as integer) end as to_year
    from mart_cube
)

select
    m.award_year,
    m.unit_code,
    m.form_code,
    coalesce(max(f.display_vi), m.form_code) as form_vi,
    cast(sum(m.award_count) as bigint) as award_count
from mart_cube as m
inner join chosen as c on m.award_year = c.to_year
left join dim_award_form as f on f.form_code = m.form_code and f.is_current
where c.to_year > 0
group by m.award_year, m.unit_code, m.form_code
order by min(f.order_statistics) nulls last, m.form_code, m.unit_code
