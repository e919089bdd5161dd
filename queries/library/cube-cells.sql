-- name: cube-cells
-- title_vi: Ô góp vào từng con số
-- title_en: Cells that each figure comes from
-- about_vi: Số liệu gốc cho trang, để lần từ báo cáo về ô; báo cáo lớn nhất được để ngoài khi có quá nhiều ô.
-- about_en: Feed of the page, to go from a return to its cells; the largest returns are left out where there are too many cells.
-- counts_by: award_year
-- source: fct_contribution
-- feed: true
-- param: most int default=400000 min=0 max=10000000 | vi=Số dòng nhiều nhất | en=Rows at most
-- column: return_id text | vi=Mã báo cáo | en=Return
-- column: source_sheet text | vi=Trang | en=Sheet
-- column: source text | vi=Nguồn (list: danh sách, tally: biểu) | en=Source (list, tally)
-- column: cell_row int | vi=Dòng | en=Row
-- column: cell_column text | vi=Cột (danh sách: xem adds) | en=Column (of lists: see adds)
-- column: form_row int | vi=Dòng của ô hình thức | en=Row of the cell of the form
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: level_code text | vi=Mã cấp | en=Level code
-- column: achievement_code text | vi=Mã loại thành tích | en=Achievement code
-- column: amount int | vi=Số trong ô | en=Amount of the cell | unit=lượt/awards
-- column: adds text | vi=Góp vào: số/chỉ tiêu/cột/dòng lệch/thành tích/lần | en=Adds to: fact/measure/column/rows below/achievement/times

-- A row of the result is an award of a list or a cell of a tally. The cell of the form of an award may stand for many rows; the
-- other cells of an award stand in its own row, rows below else. What a tally adds to the whole is told twice: by its totals
-- (beneficiary), and by types of achievement, which are taken away from what the total leaves (award). What it crosses it tells of
-- recipients by type once more (crossed).
with counted as (
    select
        return_id, source_sheet, source, fact, measure, amount, award_year, unit_code, form_code, level_code, achievement_code,
        cast(regexp_extract(source_cell, '[0-9]+$') as bigint) as cell_row,
        regexp_extract(source_cell, '^[A-Z]+') as cell_column,
        case source
            when 'list' then left(contribution_id, length(contribution_id) - length(fact) - length(measure) - 2)
            else source_cell || ':' || cast(abs(amount) as varchar)
        end as stands
    from fct_contribution
    where fact in ('award', 'crossed') or (fact = 'beneficiary' and (measure <> 'award_count' or source = 'tally'))
),

-- an award is an individual, a collective or a household: that cell is its own
own as (
    select
        return_id, source_sheet, source, stands, award_year, unit_code, form_code, level_code,
        max(cell_row) filter (where source = 'tally' or measure in ('individual_count', 'collective_count', 'household_count')) as own_row,
        max(cell_row) filter (where source = 'tally' or fact = 'award') as form_row,
        max(case source when 'tally' then cell_column else '' end) as own_column,
        max(case source when 'list' then achievement_code else '' end) as achievement_code,
        max(case source when 'tally' then abs(amount) else 1 end) as amount
    from counted
    group by return_id, source_sheet, source, stands, award_year, unit_code, form_code, level_code
),

size as (
    select return_id, count(*) as row_count
    from own
    group by return_id
),

-- the smallest returns first
kept as (
    select return_id
    from (select return_id, sum(row_count) over (order by row_count, return_id) as with_smaller from size) as s
    where with_smaller <= cast($most as bigint)
)

select
    o.return_id,
    o.source_sheet,
    o.source,
    o.own_row as cell_row,
    o.own_column as cell_column,
    o.form_row,
    o.award_year,
    o.unit_code,
    o.form_code,
    o.level_code,
    o.achievement_code,
    cast(o.amount as bigint) as amount,
    string_agg(
        c.fact || '/' || c.measure
        || '/' || case c.source when 'list' then c.cell_column else '' end
        || '/' || case when c.source = 'list' and c.fact = 'award' then '0' else cast(c.cell_row - o.own_row as varchar) end
        || '/' || case c.source when 'tally' then c.achievement_code else '' end
        || '/' || case c.source when 'list' then cast(c.amount as varchar) when 'tally' then case when c.amount < 0 then '-1' else '1' end end,
        ' ' order by c.fact, c.measure, c.cell_column, c.cell_row, c.achievement_code, c.amount
    ) as adds
from own as o
inner join kept as k on k.return_id = o.return_id
inner join counted as c
    on c.return_id = o.return_id and c.source_sheet = o.source_sheet and c.source = o.source and c.stands = o.stands
    and c.award_year = o.award_year and c.unit_code = o.unit_code and c.form_code = o.form_code and c.level_code = o.level_code
group by o.return_id, o.source_sheet, o.source, o.stands, o.own_row, o.own_column, o.form_row, o.award_year, o.unit_code, o.form_code, o.level_code, o.achievement_code, o.amount
order by o.return_id, o.source_sheet, o.own_row, o.own_column, o.award_year, o.unit_code, o.form_code, o.level_code, o.achievement_code, o.amount, adds, o.form_row
