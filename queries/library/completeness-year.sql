-- name: completeness-year
-- title_vi: Mức đầy đủ của số liệu từng năm
-- title_en: How complete the figures of each year are
-- about_vi: Số đơn vị có mọi báo cáo được tính đã được chấp nhận, trên số đơn vị phải gửi. Sơ bộ khi còn thiếu đơn vị hoặc năm chưa hết vào ngày nhận cuối cùng.
-- about_en: Units of which all counting returns are accepted, of the units that owe one. Provisional where units are missing or the year was not over on the day of the last receipt.
-- counts_by: award_year
-- source: mart_completeness_year
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: expected_unit_count int | vi=Đơn vị phải gửi | en=Units that owe | unit=đơn vị/units | figure=mart_completeness_year/expected_unit_count?award_year
-- column: complete_unit_count int | vi=Đơn vị đủ báo cáo | en=Units complete | unit=đơn vị/units | figure=mart_completeness_year/complete_unit_count?award_year
-- column: complete_share share | vi=Tỷ lệ | en=Share | unit=%/%
-- column: is_over bool | vi=Năm đã hết | en=Year is over
-- column: is_provisional bool | vi=Sơ bộ | en=Provisional

select
    award_year,
    expected_unit_count,
    complete_unit_count,
    cast(complete_unit_count as double) / nullif(expected_unit_count, 0) as complete_share,
    is_over,
    is_provisional
from mart_completeness_year
order by award_year
