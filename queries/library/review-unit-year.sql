-- name: review-unit-year
-- title_vi: Tổng kết nhiều năm: khen thưởng của từng đơn vị theo năm và loại, trong mỗi cách xem địa giới
-- title_en: Review of several years: awards of each unit by year and type, in each view of boundaries
-- about_vi: Khen thưởng kháng chiến, tồn đọng đứng riêng với khen thưởng thường xuyên, loại khác và chưa rõ loại thành tích. Không cộng hai cách xem địa giới với nhau.
-- about_en: Awards for the resistance and backlog apart from regular ones, other types and those of no known type. Never add two views of boundaries up.
-- counts_by: award_year
-- source: mart_review_unit_year, dim_unit
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- param: years int default=1 min=1 max=100 | vi=Số năm tính đến năm đó | en=How many years, ending in that one
-- param: period period default= takes=years sets=year,years | vi=Kỳ gồm trọn năm, thay cho year và years: 2025, 2021..2025, dai-hoi-11 | en=A period of whole years, instead of year and years: 2025, 2021..2025, dai-hoi-11
-- param: boundaries text default= values=reported,districts,today | vi=Địa giới: reported là như báo cáo, districts là 30/6/2025, today là hiện nay; để trống là cả ba | en=Boundaries: reported, districts (of 30/6/2025) or today; empty is all three
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: boundaries text | vi=Địa giới | en=Boundaries
-- column: unit_kind text | vi=Loại đơn vị | en=Kind of unit
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: unit_name text | vi=Đơn vị | en=Unit
-- column: parent_name text | vi=Thuộc | en=Under
-- column: review_code text | vi=Loại | en=Type
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards | figure=mart_review_unit_year/award_count?award_year,boundaries,unit_code,review_code
-- column: review_award_count int | vi=Số lượt của loại ấy, mọi đơn vị | en=Awards of that type, all units | unit=lượt/awards | figure=mart_review_unit_year/award_count?award_year,boundaries,review_code

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then max(award_year) else cast($year as integer) end as to_year
    from mart_form_year
),

unit_now as (
    select unit_code, name, kind, parent_code
    from dim_unit
    where is_current
)

select
    m.award_year,
    m.boundaries,
    u.kind as unit_kind,
    m.unit_code,
    case when m.unit_code = 'khong_quy_doi' then 'Không quy đổi được' else coalesce(u.name, m.unit_code) end as unit_name,
    p.name as parent_name,
    m.review_code,
    m.award_count,
    cast(sum(m.award_count) over (partition by m.award_year, m.boundaries, m.review_code) as bigint) as review_award_count
from mart_review_unit_year as m
join chosen as c on m.award_year between c.to_year - cast($years as integer) + 1 and c.to_year
left join unit_now as u on u.unit_code = m.unit_code
left join unit_now as p on p.unit_code = u.parent_code
where m.award_year > 0
    and (cast($boundaries as varchar) = '' or m.boundaries = cast($boundaries as varchar))
order by m.award_year, m.boundaries, m.unit_code, m.review_code
