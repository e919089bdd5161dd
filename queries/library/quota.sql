-- name: quota
-- title_vi: Tỷ lệ khen thưởng và giới hạn
-- title_en: Shares that a limit binds
-- about_vi: Từng giới hạn (Chiến sĩ thi đua cơ sở trên Lao động tiên tiến…) ở từng đơn vị hoặc cả tỉnh: tỷ lệ, giới hạn, có vượt không; chưa rõ khi không có báo cáo về mẫu số.
-- about_en: Each limit (Grassroots Emulation Fighters by Advanced Workers…) in each unit or the province: share, limit, whether exceeded; not known where nobody reports the denominator.
-- counts_by: award_year
-- source: mart_quota, dim_quota, dim_unit
-- param: year int default=0 min=0 max=2100 | vi=Năm thành tích; 0 là mọi năm | en=Year of the achievement; 0 is every year
-- column: award_year int | vi=Năm thành tích | en=Award year
-- column: quota_code text | vi=Mã giới hạn | en=Limit code
-- column: quota_vi text | vi=Giới hạn | en=Limit (Vietnamese) | lang=vi
-- column: quota_en text | vi=Giới hạn (tiếng Anh) | en=Limit | lang=en
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: unit_name text | vi=Đơn vị | en=Unit
-- column: numerator_count int | vi=Số lượt | en=Awards | unit=lượt/awards | figure=mart_quota/numerator_count?award_year,unit_code,quota_code
-- column: denominator_count int | vi=Mẫu số | en=Denominator | unit=lượt/awards | figure=mart_quota/denominator_count?award_year,unit_code,quota_code
-- column: numerator_share share | vi=Tỷ lệ | en=Share | unit=%/%
-- column: limit_percent int | vi=Không quá | en=At most | unit=%/%
-- column: exceeded_vi text | vi=Vượt | en=Exceeded (Vietnamese) | lang=vi
-- column: exceeded_en text | vi=Vượt (tiếng Anh) | en=Exceeded | lang=en
-- column: legal_basis text | vi=Căn cứ | en=Legal basis

with unit_now as (
    select unit_code, name
    from dim_unit
    where is_current
)

select
    m.award_year,
    m.quota_code,
    q.name_vi as quota_vi,
    q.name_en as quota_en,
    m.unit_code,
    coalesce(u.name, m.unit_code) as unit_name,
    m.numerator_count,
    m.denominator_count,
    m.numerator_share,
    m.limit_percent,
    case when m.is_exceeded then 'Vượt' when not m.is_exceeded then 'Không' else 'Chưa rõ' end as exceeded_vi,
    case when m.is_exceeded then 'Exceeded' when not m.is_exceeded then 'No' else 'Not known' end as exceeded_en,
    q.legal_basis
from mart_quota as m
inner join dim_quota as q on q.quota_code = m.quota_code
left join unit_now as u on u.unit_code = m.unit_code
where cast($year as bigint) = 0 or m.award_year = cast($year as bigint)
order by m.award_year, m.quota_code, m.unit_code
