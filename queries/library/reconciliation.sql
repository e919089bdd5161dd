-- name: reconciliation
-- title_vi: Đối chiếu số liệu
-- title_en: Reconciliation
-- about_vi: Số được tính bên cạnh số khác nói cùng một điều: danh sách và biểu tổng hợp, bản đối chiếu, dòng tổng in sẵn, đơn vị gửi thứ hai. Chênh lệch được nêu, không tự sửa.
-- about_en: The figure that counts beside another that says the same thing: list and tally, control return, printed total, second sender. Differences are shown, never mended.
-- counts_by: award_year
-- source: mart_reconciliation, dim_unit, dim_award_form, fct_return
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là mọi năm | en=Award year; 0 is every year
-- param: comparison text default= values=list_tally,control,printed_total,second_sender,overlapping_tally | vi=Loại đối chiếu; để trống là mọi loại | en=Kind of comparison; empty is every kind
-- param: differing bool default=false | vi=Chỉ những chỗ lệch hoặc thiếu một bên | en=Only where the sides differ or one is missing
-- column: comparison text | vi=Mã đối chiếu | en=Comparison code
-- column: comparison_vi text | vi=Loại đối chiếu | en=Comparison (Vietnamese) | lang=vi
-- column: comparison_en text | vi=Loại đối chiếu (tiếng Anh) | en=Comparison | lang=en
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: unit_name text | vi=Đơn vị | en=Unit
-- column: parent_name text | vi=Thuộc | en=Under
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: form_vi text | vi=Danh hiệu, hình thức khen thưởng | en=Form (Vietnamese) | lang=vi
-- column: form_en text | vi=Hình thức (tiếng Anh) | en=Form of award | lang=en
-- column: figure_measure text | vi=Chỉ tiêu | en=Measure
-- column: counted_unit_code text | vi=Đơn vị của số được tính | en=Unit of the counted figure
-- column: counted_source text | vi=Nguồn được tính | en=Counted source
-- column: counted_count int | vi=Số được tính | en=Counted | unit=lượt/awards | figure=mart_reconciliation/counted_count?comparison,unit_code,award_year,form_code,figure_measure,other_return_id,other_sheet,other_cell
-- column: other_count int | vi=Số đối chiếu | en=Other figure | unit=lượt/awards | figure=mart_reconciliation/other_count?comparison,unit_code,award_year,form_code,figure_measure,other_return_id,other_sheet,other_cell
-- column: difference_count int | vi=Chênh lệch (số đối chiếu trừ số được tính) | en=Difference (other less counted) | unit=lượt/awards | figure=mart_reconciliation/difference_count?comparison,unit_code,award_year,form_code,figure_measure,other_return_id,other_sheet,other_cell
-- column: other_return_id text | vi=Báo cáo đối chiếu | en=Other return
-- column: other_file text | vi=Tệp đối chiếu | en=Other file
-- column: other_sheet text | vi=Trang | en=Sheet
-- column: other_cell text | vi=Ô | en=Cell

with unit_now as (
    select unit_code, name, kind, parent_code
    from dim_unit
    where is_current
)

select
    m.comparison,
    case m.comparison
        when 'list_tally' then 'Danh sách và biểu tổng hợp'
        when 'control' then 'Bản đối chiếu'
        when 'printed_total' then 'Dòng tổng in sẵn'
        when 'second_sender' then 'Đơn vị gửi thứ hai'
        when 'overlapping_tally' then 'Biểu tổng hợp trùng'
        else m.comparison
    end as comparison_vi,
    case m.comparison
        when 'list_tally' then 'List and tally'
        when 'control' then 'Control return'
        when 'printed_total' then 'Printed total'
        when 'second_sender' then 'Second sender'
        when 'overlapping_tally' then 'Overlapping tally'
        else m.comparison
    end as comparison_en,
    m.award_year,
    m.unit_code,
    coalesce(u.name, m.unit_code) as unit_name,
    p.name as parent_name,
    m.form_code,
    coalesce(f.display_vi, m.form_code) as form_vi,
    coalesce(f.display_en, f.display_vi, m.form_code) as form_en,
    m.figure_measure,
    m.counted_unit_code,
    m.counted_source,
    m.counted_count,
    m.other_count,
    m.difference_count,
    m.other_return_id,
    r.file_name as other_file,
    m.other_sheet,
    m.other_cell
from mart_reconciliation as m
left join unit_now as u on u.unit_code = m.unit_code
left join unit_now as p on p.unit_code = u.parent_code
left join dim_award_form as f on f.form_code = m.form_code and f.is_current
left join fct_return as r on r.return_id = m.other_return_id
where
    (cast($year as integer) = 0 or m.award_year = cast($year as integer))
    and (cast($comparison as varchar) = '' or m.comparison = cast($comparison as varchar))
    and (not cast($differing as boolean) or m.counted_count is distinct from m.other_count)
order by m.award_year, m.comparison, m.unit_code, f.order_statistics nulls last, m.form_code, m.figure_measure, m.other_return_id, m.other_sheet, m.other_cell
