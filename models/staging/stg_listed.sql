-- stg_listed: entries of the board's own lists; what a column holds depends on the list.
-- grain: return_id, list_code, source_sheet, source_row, code, means
-- A row of the official table of mergers gives entries of board_unit and of board_event. board_event: code and means of the
-- unit and its successor; role: full, part; kind; valid_from: the day. board_unit: code, name, kind, parent_code. board_cluster: code of the unit; means, means_name of the cluster; year.
-- board_round: code, name of the round; role: its number; year; period: its month; due_on; means_name: what it is for.
-- board_obligation: code of the unit; means: form of return; period; role; due_on; kind: excused where the unit need not send it, note why. board_exemplar_target: code, name of the field; kind: whom it is of; amount: how many; means, means_name of the leading unit; period. The other lists go into the board's log.
select
    return_id,
    list_code,
    coalesce(source_sheet, '') as source_sheet,
    coalesce(source_row, 0) as source_row,
    coalesce(source_cell, '') as source_cell,
    coalesce(name, '') as name,
    coalesce(code, '') as code,
    coalesce(kind, '') as kind,
    coalesce(means, '') as means,
    coalesce(means_name, '') as means_name,
    parent_code,
    official_code,
    coalesce(period, '') as period,
    coalesce(role, '') as role_code,
    valid_from,
    valid_to,
    due_on,
    coalesce(year, 0) as year_no,
    coalesce(note, '') as note,
    coalesce(amount, 0) as amount
from raw_listed
order by return_id, list_code, source_sheet, source_row, code, means
