-- name: rounds
-- title_vi: Các đợt xét khen thưởng trong năm: đề nghị, đúng hạn, đã quyết định, theo hình thức
-- title_en: Rounds of award of a year: proposed, in time, decided, by form
-- about_vi: Mỗi đợt, hình thức một dòng; đợt chưa có số liệu cũng có một dòng. chua_ro là đề nghị không ghi đợt, quyết định không rõ ngày; ngoai_dot là quyết định trước đợt đầu năm. Đề nghị và quyết định là hai loại danh sách khác nhau.
-- about_en: One row a round and form; a round without figures has a row too. chua_ro are proposals that name no round and decisions without a day; ngoai_dot are decisions before the first round. Proposals and decisions are different lists.
-- counts_by: none
-- source: mart_round, dim_round, dim_award_form, dim_unit
-- param: year int default=0 min=0 max=2100 | vi=Năm của các đợt; 0 là năm mới nhất có danh mục đợt | en=Year of the rounds; 0 is the newest with a list of rounds
-- column: round_year int | vi=Năm | en=Year
-- column: round_code text | vi=Mã đợt | en=Round code
-- column: round_name text | vi=Đợt | en=Round
-- column: province_name text | vi=Của tỉnh | en=Of the province
-- column: from_on date | vi=Từ ngày | en=From
-- column: to_on date | vi=Đến ngày | en=To
-- column: due_on date | vi=Hạn hồ sơ | en=Files due
-- column: last_due_on date | vi=Hạn của đợt cuối năm | en=Due day of the last round
-- column: about text | vi=Nội dung xét | en=What it is for
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: form_vi text | vi=Danh hiệu, hình thức khen thưởng | en=Form (Vietnamese) | lang=vi
-- column: form_en text | vi=Hình thức (tiếng Anh) | en=Form of award | lang=en
-- column: proposed_count int | vi=Đề nghị | en=Proposed | unit=lượt/awards | figure=mart_round/proposed_count?round_year,round_code,form_code
-- column: on_time_count int | vi=Nhận đúng hạn | en=Received in time | unit=lượt/awards | figure=mart_round/on_time_count?round_year,round_code,form_code
-- column: late_count int | vi=Nhận muộn | en=Received late | unit=lượt/awards | figure=mart_round/late_count?round_year,round_code,form_code
-- column: due_unknown_count int | vi=Chưa rõ hạn | en=Due day not known | unit=lượt/awards | figure=mart_round/due_unknown_count?round_year,round_code,form_code
-- column: by_last_due_count int | vi=Nhận đến hạn đợt cuối năm | en=Received by the due day of the last round | unit=lượt/awards | figure=mart_round/by_last_due_count?round_year,round_code,form_code
-- column: decided_count int | vi=Đã quyết định | en=Decided | unit=lượt/awards | figure=mart_round/decided_count?round_year,round_code,form_code

with chosen as (
    select case when cast($year as integer) = 0 then max(round_year) else cast($year as integer) end as round_year
    from dim_round
),

told as (
    select r.round_year, r.round_code
    from dim_round as r
    union
    select m.round_year, m.round_code
    from mart_round as m
)

select
    t.round_year,
    t.round_code,
    coalesce(r.round_name, case t.round_code when 'ngoai_dot' then 'Trước đợt đầu năm' else 'Chưa rõ đợt' end) as round_name,
    u.name as province_name,
    r.from_on,
    r.to_on,
    r.due_on,
    r.last_due_on,
    r.about,
    m.form_code,
    coalesce(f.display_vi, m.form_code) as form_vi,
    coalesce(f.display_en, f.display_vi, m.form_code) as form_en,
    m.proposed_count,
    m.on_time_count,
    m.late_count,
    m.due_unknown_count,
    m.by_last_due_count,
    m.decided_count
from told as t
join chosen as c on c.round_year = t.round_year
left join dim_round as r on r.round_code = t.round_code
left join mart_round as m on m.round_year = t.round_year and m.round_code = t.round_code
left join dim_unit as u on u.unit_code = r.province_unit_code and u.is_current
left join dim_award_form as f on f.form_code = m.form_code and f.is_current
order by t.round_year, r.from_on nulls last, t.round_code, f.order_statistics nulls last, m.form_code
