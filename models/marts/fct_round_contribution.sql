-- fct_round_contribution: what each proposal and each award adds to the rounds of a year.
-- grain: contribution_id, measure
-- A proposal is of the round that its return names as its part, in the year of its period; one that names none, or one that the board's
-- list does not have, is of round_code chua_ro. An award of a list is of the round on whose days it was decided, one decided before the first
-- round of ngoai_dot, one without a day, and every cell of a tally, of chua_ro in its award year. Years and provinces without a list of
-- rounds are left out.
with numeral as (
    select n, word
    from (values
        (1, '1'), (1, '01'), (1, 'i'), (1, 'nhất'), (1, 'một'), (2, '2'), (2, '02'), (2, 'ii'), (2, 'hai'), (3, '3'), (3, '03'), (3, 'iii'), (3, 'ba'),
        (4, '4'), (4, '04'), (4, 'iv'), (4, 'tư'), (5, '5'), (5, '05'), (5, 'v'), (5, 'năm'), (6, '6'), (6, '06'), (6, 'vi'), (7, '7'), (7, '07'), (7, 'vii'),
        (8, '8'), (8, '08'), (8, 'viii'), (9, '9'), (9, '09'), (9, 'ix'), (10, '10'), (10, 'x'), (11, '11'), (11, 'xi'), (12, '12'), (12, 'xii')
    ) as t (n, word)
),

named as (
    select r.round_code, r.province_unit_code, r.round_year, r.due_on, w.prefix || n.word as part
    from dim_round as r
    inner join numeral as n on n.n = r.round_no
    cross join (values ('đợt '), ('đợt thứ '), ('lần '), ('lần thứ ')) as w (prefix)
),

round_year as (
    select distinct province_unit_code, round_year, last_due_on
    from dim_round
),

proposed as (
    select
        y.round_year, coalesce(n.round_code, 'chua_ro') as round_code, n.due_on, y.last_due_on, s.received_on,
        c.form_code, c.contribution_id, c.amount, c.return_id, c.source_file, c.source_sheet, c.source_cell
    from fct_contribution as c
    inner join fct_return as s on s.return_id = c.return_id
    inner join dim_unit_province as u on u.unit_code = s.unit_code
    inner join dim_period as p on p.period = s.period
    inner join round_year as y on y.province_unit_code = u.province_unit_code and y.round_year = p.award_year
    left join named as n on n.province_unit_code = u.province_unit_code and n.round_year = y.round_year and n.part = lower(s.part)
    where c.fact = 'proposal' and c.measure = 'proposal_count'
),

decided as (
    select
        y.round_year,
        case when l.decided_on is null then 'chua_ro' else coalesce(r.round_code, 'ngoai_dot') end as round_code,
        c.form_code, c.contribution_id, c.amount, c.return_id, c.source_file, c.source_sheet, c.source_cell
    from fct_contribution as c
    inner join fct_return as s on s.return_id = c.return_id
    inner join dim_unit_province as u on u.unit_code = s.unit_code
    left join fct_list_row as l on c.source = 'list' and c.contribution_id = l.award_id || ':award:award_count'
    inner join round_year as y
        on y.province_unit_code = u.province_unit_code
        and y.round_year = coalesce(cast(extract(year from l.decided_on) as bigint), c.award_year)
    left join dim_round as r on r.province_unit_code = u.province_unit_code and r.round_year = y.round_year and l.decided_on between r.from_on and r.to_on
    where c.fact = 'award' and c.measure = 'award_count'
)

select
    p.round_year, p.round_code, p.form_code, m.measure, p.contribution_id, p.amount, p.return_id, p.source_file, p.source_sheet, p.source_cell
from proposed as p
inner join (values ('proposed_count'), ('on_time_count'), ('late_count'), ('due_unknown_count'), ('by_last_due_count')) as m (measure)
    on case m.measure
        when 'proposed_count' then true
        when 'on_time_count' then p.received_on <= p.due_on
        when 'late_count' then p.received_on > p.due_on
        when 'due_unknown_count' then p.due_on is null or p.received_on is null
        else p.received_on <= p.last_due_on
    end
union all
select
    round_year, round_code, form_code, 'decided_count' as measure, contribution_id, amount, return_id, source_file, source_sheet, source_cell
from decided
order by round_year, contribution_id, measure
