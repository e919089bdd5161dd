-- int_return: returns with whether they stand, and whether they count or control.
-- grain: return_id
-- What a form of return is for (a register of decisions) goes before what the list of obligations says.
-- A return is asked for only where somebody knows what is owed: in a province of which no obligation is listed, all are expected.
-- A tally of several years belongs to none of them: it is control, or its figures would be added to the yearly ones.
with unit_place as (
    select unit_code, coalesce(province_code, '') as province_code, valid_from, coalesce(valid_to, date '9999-12-31') as valid_to
    from dim_unit
),

known_province as (
    select distinct u.province_code
    from dim_obligation as o
    left join dim_period as p on p.period = o.period
    inner join unit_place as u
        on u.unit_code = o.unit_code and u.valid_from <= coalesce(p.to_on, u.valid_from) and u.valid_to >= coalesce(p.from_on, u.valid_to)
),

asked as (
    select distinct s.return_id
    from int_standing as s
    left join dim_period as p on p.period = s.period
    inner join unit_place as u
        on u.unit_code = s.unit_code and u.valid_from <= coalesce(p.to_on, u.valid_from) and u.valid_to >= coalesce(p.from_on, u.valid_to)
    inner join known_province as k on k.province_code = u.province_code
    where substr(s.form_of_return, 1, 6) <> 'board_'
)

select
    d.return_id,
    d.file_hash,
    d.file_name,
    d.sheet_name,
    d.form_of_return,
    d.unit_code,
    d.sender_code,
    d.period,
    d.part,
    d.scope,
    d.revision,
    d.revision_mark,
    d.outcome,
    d.standing,
    d.is_second,
    d.first_file,
    d.revises_file,
    d.revises_return_id,
    d.board_no,
    d.board_reason,
    case
        when d.period like '%..%' and d.form_of_return in ('bieu_0602', 'bieu_0603', 'mau_02', 'mau_02_nha_nuoc', 'mau_03', 'mau_01', 'bieu_0601', 'bieu_0604', 'bieu_0605', 'bieu_0701') then 'control'
        when d.stated_role <> '' then d.stated_role
        else coalesce(o.role_code, 'counts')
    end as role_code,
    o.role_code is not null or a.return_id is null as is_expected,
    d.dated_on,
    d.received_on,
    d.receipt_on,
    d.rows_read,
    d.rows_used,
    d.rows_excluded,
    d.rows_rejected,
    d.cells_read,
    d.cells_used,
    d.cells_excluded,
    d.cells_rejected
from int_standing as d
left join dim_obligation as o
    on o.unit_code = d.unit_code and o.form_of_return = d.form_of_return and o.period = d.period
left join asked as a on a.return_id = d.return_id
order by d.return_id
