-- dim_round: rounds in which a board examines awards in a year, as its own list has them.
-- grain: round_code
-- A round lasts from the first day of its month until the day before the next round of that board and year, the last until the year is
-- over. province_unit_code: the province of the board, for whose units the round is. due_on: the day by which files are due, that day included; null where the list has none. round_part: how a return names
-- the round (đợt 2). about: what it is for, in the board's words.
with listed as (
    select
        l.code as round_code, u.province_unit_code, l.year_no as round_year, cast(l.role_code as bigint) as round_no, l.name as round_name,
        p.from_on, l.due_on, l.means_name as about, l.note, l.return_id as source_return_id, r.file_name as source_file, l.source_sheet, l.source_cell,
        row_number() over (partition by l.code order by l.period, l.return_id) as entry_no
    from int_listed as l
    inner join stg_return as r on r.return_id = l.return_id
    inner join dim_unit_province as u on u.unit_code = r.unit_code
    inner join stg_ref_period as p on p.period = l.period
    where l.list_code = 'board_round' and l.role_code <> ''
)

select
    round_code, province_unit_code, round_year, round_no, round_name, 'đợt ' || cast(round_no as varchar) as round_part, from_on,
    cast(coalesce(
        lead(from_on) over (partition by province_unit_code, round_year order by from_on, round_code) - interval '1' day,
        cast(cast(round_year as varchar) || '-12-31' as date)
    ) as date) as to_on,
    due_on,
    max(due_on) over (partition by province_unit_code, round_year) as last_due_on,
    about, note, source_return_id, source_file, source_sheet, source_cell
from listed
where entry_no = 1
order by round_code
