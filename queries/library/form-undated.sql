-- name: form-undated
-- title_vi: Số liệu của biểu: chưa rõ năm
-- title_en: Figures of forms: year not known
-- about_vi: Số liệu gốc cho biểu mẫu thống kê: số lượt chưa rõ năm thành tích, không thuộc biểu của năm nào.
-- about_en: Feed of the statistical forms: awards of no known year, which belong in the form of no year.
-- counts_by: award_year
-- source: mart_beneficiary_year
-- feed: true
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: level_code text | vi=Mã cấp | en=Level code
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards | figure=mart_beneficiary_year/award_count?award_year,form_code,level_code

select award_year, form_code, level_code, award_count
from mart_beneficiary_year
where award_year = 0 and award_count > 0
order by form_code, level_code
