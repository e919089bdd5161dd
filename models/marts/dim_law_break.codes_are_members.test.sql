-- dim_law_break.codes_are_members: a break of one form names a form that is there; guards notes under figures from being lost.
select b.break_code, b.form_code as seen
from dim_law_break as b
left join dim_award_form as f on f.form_code = b.form_code
where b.form_code <> '' and f.form_code is null
