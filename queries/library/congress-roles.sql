-- name: congress-roles
-- title_vi: Đại biểu điển hình và khách mời so với mốc của kế hoạch
-- title_en: Exemplars and guests among the delegates beside the mark of the plan
-- about_vi: Mỗi cấp đại hội: số đại biểu điển hình tiên tiến, khách mời, chưa rõ; tỷ lệ trên tổng số đại biểu cạnh mốc của kế hoạch và căn cứ của mốc. Mốc để so sánh, không phải giới hạn.
-- about_en: For each level of congress: exemplars, guests and not known, their shares of all delegates beside the mark of the plan and its basis. The mark is compared, never a limit.
-- counts_by: none
-- source: mart_congress, dim_level, dim_delegate_role, dim_congress_target
-- param: cycle text default= | vi=Nhiệm kỳ: dai-hoi-11; để trống là nhiệm kỳ mới nhất có đại biểu | en=Cycle: dai-hoi-11; empty is the newest with delegates
-- param: level text default= | vi=Mã cấp của đại hội: nha_nuoc, tinh, so, xa…; để trống là mọi cấp (không cộng các cấp) | en=Code of the level of the congress: nha_nuoc, tinh, so, xa…; empty is every level (levels are never added)
-- column: cycle_code text | vi=Mã nhiệm kỳ | en=Cycle code
-- column: level_code text | vi=Mã cấp đại hội | en=Level code
-- column: level_vi text | vi=Đại hội cấp | en=Level of the congress (Vietnamese) | lang=vi
-- column: level_en text | vi=Đại hội cấp (tiếng Anh) | en=Level of the congress | lang=en
-- column: role_code text | vi=Mã thành phần đại biểu | en=Role code
-- column: role_vi text | vi=Thành phần đại biểu | en=Role (Vietnamese) | lang=vi
-- column: role_en text | vi=Thành phần đại biểu (tiếng Anh) | en=Role | lang=en
-- column: delegate_count int | vi=Đại biểu | en=Delegates | unit=đại biểu/delegates | figure=mart_congress/delegate_count?cycle_code,level_code,role_code
-- column: level_delegate_count int | vi=Tổng số đại biểu của cấp | en=All delegates of the level | unit=đại biểu/delegates | figure=mart_congress/delegate_count?cycle_code,level_code
-- column: delegate_share share | vi=Tỷ lệ trên tổng số | en=Share of all | unit=%/%
-- column: target_percent int | vi=Mốc của kế hoạch, % | en=Mark of the plan, % | unit=%/%
-- column: target_basis_vi text | vi=Căn cứ của mốc | en=Basis of the mark (Vietnamese) | lang=vi
-- column: target_basis_en text | vi=Căn cứ của mốc (tiếng Anh) | en=Basis of the mark | lang=en
-- column: role_order int | vi=Thứ tự | en=Order

with newest as (
    select max(cycle_code) as cycle_code
    from mart_congress
    where cycle_code <> 'chua_ro'
),

chosen as (
    select case when cast($cycle as varchar) = '' then coalesce(cycle_code, 'chua_ro') else cast($cycle as varchar) end as cycle_code
    from newest
),

year_of as (
    select cycle_code, level_code, max(congress_year) as congress_year
    from mart_congress
    group by cycle_code, level_code
),

-- of the marks in force in the year of the congress the latest
mark as (
    select
        y.cycle_code, y.level_code, t.role_code, t.target_percent, t.legal_basis, t.basis_en,
        row_number() over (partition by y.cycle_code, y.level_code, t.role_code order by t.valid_from desc, t.target_code) as mark_no
    from year_of as y
    join dim_congress_target as t
        on t.level_code = y.level_code and extract(year from t.valid_from) <= y.congress_year
        and (t.valid_to is null or extract(year from t.valid_to) >= y.congress_year)
),

composed as (
    select m.cycle_code, m.level_code, m.role_code, cast(sum(m.delegate_count) as bigint) as delegate_count
    from mart_congress as m
    join chosen as c on c.cycle_code = m.cycle_code
    where cast($level as varchar) in ('', m.level_code)
    group by m.cycle_code, m.level_code, m.role_code
),

whole as (
    select cycle_code, level_code, cast(sum(delegate_count) as bigint) as delegate_count
    from composed
    group by cycle_code, level_code
)

select
    m.cycle_code,
    m.level_code,
    l.name_vi as level_vi,
    l.name_en as level_en,
    m.role_code,
    d.name_vi as role_vi,
    d.name_en as role_en,
    m.delegate_count,
    w.delegate_count as level_delegate_count,
    cast(m.delegate_count as double) / nullif(w.delegate_count, 0) as delegate_share,
    t.target_percent,
    t.legal_basis as target_basis_vi,
    t.basis_en as target_basis_en,
    d.display_order as role_order
from composed as m
join whole as w on w.cycle_code = m.cycle_code and w.level_code = m.level_code
join dim_level as l on l.level_code = m.level_code
join dim_delegate_role as d on d.role_code = m.role_code
left join mark as t on t.cycle_code = m.cycle_code and t.level_code = m.level_code and t.role_code = m.role_code and t.mark_no = 1
order by l.level_rank, m.level_code, d.display_order, m.role_code
