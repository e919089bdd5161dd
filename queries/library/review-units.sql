-- name: review-units
-- title_vi: Tổng kết nhiều năm: khen thưởng ngoài kháng chiến của sở, ngành và huyện qua các năm trọng tâm
-- title_en: Review of several years: awards other than for the resistance, by department and district, over the focus years
-- about_vi: Mỗi đơn vị một dòng: số lượt từng năm trọng tâm cộng lại và cả giai đoạn, không gồm khen thưởng kháng chiến; phần thường xuyên (theo công trạng) và phần chưa rõ loại thành tích có cột riêng. Đơn vị tính như báo cáo gửi.
-- about_en: One row a unit: awards of the focus years and of the whole period, without those for the resistance; regular ones and those of no known type have columns of their own. Units as reported.
-- counts_by: award_year
-- source: fct_award_count, dim_unit, dim_award_form
-- param: from_year int default=0 min=0 max=2100 | vi=Từ năm; 0 là bốn năm trước năm cuối | en=First year; 0 is four years before the last
-- param: to_year int default=0 min=0 max=2100 | vi=Đến năm; 0 là năm mới nhất có số liệu | en=Last year; 0 is the newest with figures
-- param: period period default= takes=years sets=from_year,to_year | vi=Giai đoạn, thay cho hai năm trên: 2004..2009, dai-hoi-10 | en=Period, instead of the two years above: 2004..2009, dai-hoi-10
-- param: focus_from_year int default=0 min=0 max=2100 | vi=Năm trọng tâm đầu; 0 là như cả giai đoạn | en=First focus year; 0 is as the period
-- param: focus_to_year int default=0 min=0 max=2100 | vi=Năm trọng tâm cuối; 0 là như cả giai đoạn | en=Last focus year; 0 is as the period
-- param: focus period default= takes=years sets=focus_from_year,focus_to_year | vi=Các năm trọng tâm: 2006..2008 | en=Focus years: 2006..2008
-- column: unit_kind text | vi=Loại đơn vị | en=Kind of unit
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: unit_name text | vi=Đơn vị | en=Unit
-- column: parent_name text | vi=Thuộc | en=Under
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: unit_award_count int | vi=Số lượt của năm | en=Awards of the year | unit=lượt/awards
-- column: unit_regular_count int | vi=Trong đó thường xuyên | en=Of which regular | unit=lượt/awards
-- column: unit_type_unknown_count int | vi=Trong đó chưa rõ loại thành tích | en=Of which of no known type | unit=lượt/awards
-- column: is_focus_year bool | vi=Năm trọng tâm | en=Focus year
-- column: focus_award_count int | vi=Số lượt các năm trọng tâm | en=Awards of the focus years | unit=lượt/awards
-- column: focus_regular_count int | vi=Trong đó thường xuyên, các năm trọng tâm | en=Of which regular, focus years | unit=lượt/awards
-- column: period_award_count int | vi=Số lượt cả giai đoạn | en=Awards of the whole period | unit=lượt/awards

with newest as (
    select case when cast($to_year as integer) = 0 then max(award_year) else cast($to_year as integer) end as to_year
    from mart_form_year
),

period as (
    select
        case when cast($from_year as integer) = 0 then to_year - 4 else cast($from_year as integer) end as from_year,
        to_year
    from newest
),

chosen as (
    select
        from_year, to_year,
        case when cast($focus_from_year as integer) = 0 then from_year else cast($focus_from_year as integer) end as focus_from_year,
        case when cast($focus_to_year as integer) = 0 then to_year else cast($focus_to_year as integer) end as focus_to_year
    from period
),

of_resistance as (
    select distinct form_code
    from dim_award_form
    where family = 'resistance'
),

unit_now as (
    select unit_code, name, kind, parent_code
    from dim_unit
    where is_current
),

in_period as (
    select
        a.unit_code,
        a.award_year,
        a.award_year between c.focus_from_year and c.focus_to_year as is_focus_year,
        cast(sum(a.award_count) as bigint) as award_count,
        cast(coalesce(sum(a.award_count) filter (where a.achievement_code = 'thuong_xuyen'), 0) as bigint) as regular_count,
        cast(coalesce(sum(a.award_count) filter (where a.achievement_code = 'chua_ro'), 0) as bigint) as type_unknown_count
    from fct_award_count as a
    join chosen as c on a.award_year between c.from_year and c.to_year or a.award_year = 0
    left join of_resistance as r on r.form_code = a.form_code
    where r.form_code is null and a.achievement_code <> 'khang_chien'
    group by a.unit_code, a.award_year, a.award_year between c.focus_from_year and c.focus_to_year
),

by_unit as (
    select
        unit_code,
        cast(sum(award_count) filter (where is_focus_year) as bigint) as focus_award_count,
        cast(sum(regular_count) filter (where is_focus_year) as bigint) as focus_regular_count,
        cast(sum(award_count) filter (where award_year > 0) as bigint) as period_award_count
    from in_period
    group by unit_code
)

select
    u.kind as unit_kind,
    m.unit_code,
    coalesce(u.name, m.unit_code) as unit_name,
    p.name as parent_name,
    m.award_year,
    m.award_count as unit_award_count,
    m.regular_count as unit_regular_count,
    m.type_unknown_count as unit_type_unknown_count,
    m.is_focus_year,
    t.focus_award_count,
    t.focus_regular_count,
    t.period_award_count
from in_period as m
join by_unit as t on t.unit_code = m.unit_code
left join unit_now as u on u.unit_code = m.unit_code
left join unit_now as p on p.unit_code = u.parent_code
order by case u.kind when 'department' then 1 when 'district' then 2 else 3 end, u.kind nulls last, m.unit_code, m.award_year
