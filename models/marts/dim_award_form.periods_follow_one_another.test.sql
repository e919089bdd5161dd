-- dim_award_form.periods_follow_one_another: the rows of a form share no day, and one is current; guards joins by date.
select a.form_code, a.valid_from, a.valid_to, b.valid_from as other_from
from dim_award_form as a
inner join dim_award_form as b on b.form_code = a.form_code and b.valid_from > a.valid_from
where a.valid_to is null or a.valid_to >= b.valid_from
order by a.form_code, a.valid_from, b.valid_from
