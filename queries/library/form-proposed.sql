-- name: form-proposed
-- title_vi: Số liệu của biểu: đã trình, chưa quyết định
-- title_en: Figures of forms: proposed, not decided
-- about_vi: Số liệu gốc cho Mẫu 03 và biểu cấp nhà nước: số lượt đề nghị theo hình thức và cấp. Đề nghị không bao giờ cộng vào số đã quyết định. Tập thể, hộ, cá nhân chỉ rõ với đề nghị từ danh sách và từ biểu tổng hợp có tách.
-- about_en: Feed of Form 03 and of the table of the state level: awards proposed, by form and level. Proposals are never added to what was decided. Their kind of recipient is told for those from lists, and from tallies that split them.
-- counts_by: award_year
-- source: fct_proposal, fct_list_row, fct_contribution, dim_award_form
-- feed: true
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: form_order int | vi=Thứ tự thống kê | en=Order in statistics
-- column: form_vi text | vi=Danh hiệu, hình thức khen thưởng | en=Form of award
-- column: level_code text | vi=Mã cấp | en=Level code
-- column: proposal_count int | vi=Số lượt đề nghị | en=Awards proposed | unit=lượt/awards
-- column: collective_count int | vi=Tập thể (từ danh sách) | en=Collectives (from lists) | unit=lượt/awards
-- column: household_count int | vi=Hộ gia đình (từ danh sách) | en=Households (from lists) | unit=lượt/awards
-- column: individual_count int | vi=Cá nhân (từ danh sách) | en=Individuals (from lists) | unit=lượt/awards
-- column: kind_open_count int | vi=Chưa tách (từ biểu tổng hợp) | en=Not split (from tallies) | unit=lượt/awards

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then max(award_year) else cast($year as integer) end as to_year
    from fct_beneficiary_count
),

listed as (
    select
        r.form_code, r.level_code,
        count(*) filter (where r.recipient_kind = 'collective') as collectives,
        count(*) filter (where r.recipient_kind = 'household') as households,
        count(*) filter (where r.recipient_kind = 'individual') as individuals
    from fct_list_row as r
    inner join chosen as c on r.award_year = c.to_year
    where r.fact = 'proposal' and r.counts_in_state_total
    group by r.form_code, r.level_code
),

tallied as (
    select
        k.form_code, k.level_code,
        coalesce(sum(k.amount) filter (where k.measure = 'collective_count'), 0) as collectives,
        coalesce(sum(k.amount) filter (where k.measure = 'household_count'), 0) as households,
        coalesce(sum(k.amount) filter (where k.measure = 'individual_count'), 0) as individuals
    from fct_contribution as k
    inner join chosen as c on k.award_year = c.to_year
    where k.fact = 'proposed'
    group by k.form_code, k.level_code
)

select
    p.award_year,
    p.form_code,
    cast(min(f.order_statistics) as bigint) as form_order,
    coalesce(max(f.display_vi), p.form_code) as form_vi,
    p.level_code,
    cast(sum(p.proposal_count) as bigint) as proposal_count,
    cast(coalesce(max(l.collectives), 0) + coalesce(max(t.collectives), 0) as bigint) as collective_count,
    cast(coalesce(max(l.households), 0) + coalesce(max(t.households), 0) as bigint) as household_count,
    cast(coalesce(max(l.individuals), 0) + coalesce(max(t.individuals), 0) as bigint) as individual_count,
    cast(
        coalesce(sum(p.proposal_count) filter (where p.source = 'tally'), 0)
        - coalesce(max(t.collectives + t.households + t.individuals), 0) as bigint
    ) as kind_open_count
from fct_proposal as p
inner join chosen as c on p.award_year = c.to_year
left join listed as l on l.form_code = p.form_code and l.level_code = p.level_code
left join tallied as t on t.form_code = p.form_code and t.level_code = p.level_code
left join dim_award_form as f on f.form_code = p.form_code and f.is_current
where c.to_year > 0
group by p.award_year, p.form_code, p.level_code
order by min(f.order_statistics) nulls last, p.form_code, p.level_code
