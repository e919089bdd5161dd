-- dim_award_form.families_are_members: each form has a family that is listed; guards the filter of pages by family.
select f.form_code, f.valid_from, f.family
from dim_award_form as f
left join dim_form_family as m on m.family_code = f.family
where m.family_code is null
order by f.form_code, f.valid_from
