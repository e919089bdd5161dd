-- mart_form_period.never_more_than_there_is: no period has more awards of a form, told or not split, than all years together; guards against counting twice.
with whole as (
    select form_code, cast(sum(award_count) as bigint) as award_count
    from mart_form_year
    group by form_code
)

select m.period, m.form_code, coalesce(m.award_count, 0) + m.not_split_count as seen, w.award_count as wanted_at_most
from mart_form_period as m
left join whole as w on w.form_code = m.form_code
where w.award_count is null or coalesce(m.award_count, 0) + m.not_split_count > w.award_count
    or coalesce(m.award_count, 0) <> coalesce(m.list_count, 0) + coalesce(m.tally_count, 0)
