-- fct_award.codes_are_members: every code of an award stands in its dimension.
with used as (
    select unit_code, form_code, level_code, achievement_code, recipient_kind, beneficiary_class, min(award_id) as first_award_id, count(*) as award_count
    from fct_award
    group by unit_code, form_code, level_code, achievement_code, recipient_kind, beneficiary_class
)

select a.first_award_id, a.award_count, a.unit_code, a.form_code, a.level_code, a.achievement_code, a.beneficiary_class
from used as a
where not exists (select 1 from dim_unit as d where d.unit_code = a.unit_code)
    or not exists (select 1 from dim_award_form as d where d.form_code = a.form_code)
    or not exists (select 1 from dim_level as d where d.level_code = a.level_code)
    or not exists (select 1 from dim_achievement as d where d.achievement_code = a.achievement_code)
    or (a.recipient_kind = 'individual' and not exists (select 1 from dim_class as d where d.class_code = a.beneficiary_class))
order by a.first_award_id
