-- dim_exemplar_target: how many exemplars a field is to give in a period, of which kinds and under whose lead, as the board listed it.
-- grain: period, field_code, kind_code
-- kind_code: all, one kind, or several joined by "+". Of two entries of one thing the later stands.
with entry as (
    select
        l.period, l.code as field_code, l.kind as kind_code, l.amount as target_count, l.means as lead_unit_code, l.means_name as lead_name,
        l.name as field_name, l.return_id, s.file_name, l.source_sheet, l.source_cell,
        row_number() over (
            partition by l.period, l.code, l.kind
            order by coalesce(s.dated_on, s.received_on, date '1900-01-01') desc, s.file_hash desc, l.return_id desc, l.source_sheet, l.source_row
        ) as entry_no
    from stg_listed as l
    inner join int_standing as s on s.return_id = l.return_id and s.standing in ('accepted', 'accepted_with_warnings')
    where l.list_code = 'board_exemplar_target'
)

select
    e.period, e.field_code, e.kind_code, e.target_count, e.lead_unit_code, e.lead_name, e.field_name,
    cast(coalesce(extract(year from p.from_on), 0) as bigint) as from_year,
    cast(coalesce(extract(year from p.to_on), 0) as bigint) as to_year,
    e.return_id as source_return_id, e.file_name as source_file, e.source_sheet, e.source_cell
from entry as e
left join dim_period as p on p.period = e.period
where e.entry_no = 1
order by e.period, e.field_code, e.kind_code
