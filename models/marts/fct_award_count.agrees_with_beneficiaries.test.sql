-- fct_award_count.agrees_with_beneficiaries: both count tables hold the same awards; guards the two ways to a total.
with by_type as (
    select unit_code, award_year, decided_year, form_code, level_code, source, cast(sum(award_count) as bigint) as award_count
    from fct_award_count
    group by unit_code, award_year, decided_year, form_code, level_code, source
)

select b.unit_code, b.award_year, b.decided_year, b.form_code, b.level_code, b.source, t.award_count as seen, b.award_count as wanted
from fct_beneficiary_count as b
left join by_type as t
    on t.unit_code = b.unit_code and t.award_year = b.award_year and t.decided_year = b.decided_year
    and t.form_code = b.form_code and t.level_code = b.level_code and t.source = b.source
where b.award_count is not null and coalesce(t.award_count, 0) <> b.award_count
order by b.unit_code, b.award_year, b.decided_year, b.form_code, b.level_code, b.source
