-- name: cube-crossed
-- title_vi: Đối tượng theo loại thành tích của biểu ghi chéo
-- title_en: Recipients by achievement type of tallies that cross them
-- about_vi: Số liệu gốc cho trang: những gì biểu tổng hợp ghi chéo giữa loại thành tích và đối tượng. Các lượt này đã có trong cube-beneficiary, không cộng hai bên.
-- about_en: Feed of the page: what tallies cross between achievement types and recipients. The same awards stand in cube-beneficiary; never add both.
-- counts_by: award_year
-- source: mart_crossed
-- feed: true
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: level_code text | vi=Mã cấp | en=Level code
-- column: achievement_code text | vi=Mã loại thành tích | en=Achievement code
-- column: collective_count int | vi=Tập thể | en=Collectives | unit=lượt/awards
-- column: household_count int | vi=Hộ gia đình | en=Households | unit=lượt/awards
-- column: individual_count int | vi=Cá nhân | en=Individuals | unit=lượt/awards
-- column: leader_ministry_province_count int | vi=Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên | en=Leaders of ministry or province rank and above | unit=lượt/awards
-- column: leader_department_count int | vi=Lãnh đạo cấp vụ, sở, ngành và tương đương | en=Leaders of department rank | unit=lượt/awards
-- column: entrepreneur_count int | vi=Doanh nhân | en=Entrepreneurs | unit=lượt/awards
-- column: leader_other_count int | vi=Lãnh đạo khác | en=Other leaders | unit=lượt/awards
-- column: direct_worker_count int | vi=Người trực tiếp công tác, lao động, học tập, chiến đấu | en=Direct workers | unit=lượt/awards
-- column: class_unknown_count int | vi=Chưa rõ loại đối tượng | en=Class not known | unit=lượt/awards
-- column: woman_unknown_count int | vi=Chưa rõ giới tính | en=Gender not known | unit=lượt/awards
-- column: youth_unknown_count int | vi=Chưa rõ tuổi | en=Age not known | unit=lượt/awards

select
    award_year,
    unit_code,
    form_code,
    level_code,
    achievement_code,
    collective_count,
    household_count,
    individual_count,
    leader_ministry_province_count,
    leader_department_count,
    entrepreneur_count,
    leader_other_count,
    direct_worker_count,
    class_unknown_count,
    woman_unknown_count,
    youth_unknown_count
from mart_crossed
order by award_year, unit_code, form_code, level_code, achievement_code
