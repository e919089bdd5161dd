-- name: cube-beneficiary
-- title_vi: Đối tượng khen thưởng theo mọi chiều
-- title_en: Beneficiaries over all dimensions
-- about_vi: Số liệu gốc cho trang và bảng tổng hợp.
-- about_en: Feed of the page and the workbook.
-- counts_by: award_year
-- source: mart_cube
-- feed: true
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: level_code text | vi=Mã cấp | en=Level code
-- column: achievement_code text | vi=Mã loại thành tích (chua_tach: biểu không tách) | en=Achievement code (chua_tach: a tally does not split)
-- column: source text | vi=Nguồn (list: danh sách, tally: biểu) | en=Source (list, tally)
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards
-- column: collective_count int | vi=Tập thể | en=Collectives | unit=lượt/awards
-- column: enterprise_count int | vi=Doanh nghiệp (nơi có tách) | en=Enterprises (where stated) | unit=lượt/awards
-- column: household_count int | vi=Hộ gia đình | en=Households | unit=lượt/awards
-- column: individual_count int | vi=Cá nhân | en=Individuals | unit=lượt/awards
-- column: leader_ministry_province_count int | vi=Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên | en=Leaders of ministry or province rank and above | unit=lượt/awards
-- column: leader_department_count int | vi=Lãnh đạo cấp vụ, sở, ngành và tương đương | en=Leaders of department rank | unit=lượt/awards
-- column: entrepreneur_count int | vi=Doanh nhân | en=Entrepreneurs | unit=lượt/awards
-- column: leader_other_count int | vi=Lãnh đạo khác | en=Other leaders | unit=lượt/awards
-- column: direct_worker_count int | vi=Người trực tiếp công tác, lao động, học tập, chiến đấu | en=Direct workers | unit=lượt/awards
-- column: class_unknown_count int | vi=Chưa rõ loại đối tượng | en=Class not known | unit=lượt/awards
-- column: woman_count int | vi=Nữ | en=Women | unit=lượt/awards
-- column: woman_unknown_count int | vi=Chưa rõ giới tính | en=Gender not known | unit=lượt/awards
-- column: youth_count int | vi=Thanh niên | en=Youth | unit=lượt/awards
-- column: youth_unknown_count int | vi=Chưa rõ tuổi | en=Age not known | unit=lượt/awards
-- column: leader_any_count int | vi=Lãnh đạo, quản lý (biểu không tách cấp) | en=Leaders of any rank (tallies that do not separate them) | unit=lượt/awards
-- column: not_leader_count int | vi=Không làm công tác lãnh đạo, quản lý | en=Not in management (tally) | unit=lượt/awards

select
    award_year,
    unit_code,
    form_code,
    level_code,
    achievement_code,
    source,
    award_count,
    collective_count,
    enterprise_count,
    household_count,
    individual_count,
    leader_ministry_province_count,
    leader_department_count,
    entrepreneur_count,
    leader_other_count,
    direct_worker_count,
    class_unknown_count,
    woman_count,
    woman_unknown_count,
    youth_count,
    youth_unknown_count,
    leader_any_count,
    not_leader_count
from mart_cube
order by award_year, unit_code, form_code, level_code, achievement_code, source
