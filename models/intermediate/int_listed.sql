-- int_listed: what the board's own lists say by now: of two that say something of one thing the later stands.
-- grain: list_code, code, thing
-- The thing of a change is its day and successor, of a unit the day from which it is so, of a cluster the year, of a round its month, of an obligation form of return and period.
with entry as (
    select
        l.*,
        r.province_code, r.file_hash, coalesce(s.dated_on, s.received_on, date '1900-01-01') as stated_on,
        case l.list_code
            when 'board_unit' then coalesce(cast(l.valid_from as varchar), '')
            when 'board_cluster' then cast(l.year_no as varchar)
            when 'board_round' then l.period
            when 'board_event' then coalesce(cast(l.valid_from as varchar), '') || '|' || l.means
            else l.means || '|' || l.period
        end as thing
    from stg_listed as l
    inner join int_standing as s on s.return_id = l.return_id and s.standing in ('accepted', 'accepted_with_warnings')
    inner join stg_return as r on r.return_id = l.return_id
    where l.list_code in ('board_unit', 'board_event', 'board_cluster', 'board_obligation', 'board_round')
),

numbered as (
    select
        *,
        row_number() over (
            partition by list_code, code, thing
            order by stated_on desc, file_hash desc, return_id desc, source_sheet, source_row
        ) as entry_no
    from entry
)

select
    list_code, code, thing, name, kind, means, means_name, parent_code, official_code, province_code, period, role_code,
    valid_from, valid_to, due_on, year_no, note, return_id, source_sheet, source_cell
from numbered
where entry_no = 1
order by list_code, code, thing
