-- dim_law_break: days from which figures compare badly with those before, of all forms (form_code empty) or of one.
-- grain: break_on, break_code, form_code
-- A form that goes on under another name is one series: its rows in dim_award_form give the break. So does a form that is new.
with form_row as (
    select
        form_code, name_vi, name_en, valid_from, legal_basis,
        lag(name_vi) over (partition by form_code order by valid_from) as before_vi,
        lag(name_en) over (partition by form_code order by valid_from) as before_en,
        cast(extract(day from valid_from) as varchar) || '/' || cast(extract(month from valid_from) as varchar)
            || '/' || cast(extract(year from valid_from) as varchar) as from_words
    from dim_award_form
)

select
    break_on, break_code, coalesce(form_code, '') as form_code, kind, short_vi, short_en, text_vi, text_en, legal_basis, verified as is_verified
from stg_ref_law_break
union all
select
    valid_from as break_on, 'ten-' || form_code as break_code, form_code, 'name' as kind, 'Tên mới' as short_vi, 'New name' as short_en,
    'từ ' || from_words || ' tên là “' || name_vi || '”, trước đó “' || before_vi || '”: vẫn là một dãy số' as text_vi,
    'from ' || from_words || ' named “' || name_vi || '”, before “' || before_vi || '”: one series' as text_en,
    legal_basis, true as is_verified
from form_row
where before_vi is not null and before_vi <> name_vi
union all
select
    valid_from as break_on, 'moi-' || form_code as break_code, form_code, 'new' as kind, 'Hình thức mới' as short_vi, 'New form' as short_en,
    'có từ ' || from_words || '; trước đó không có hình thức này' as text_vi,
    'exists from ' || from_words || '; there was no such form before' as text_en,
    legal_basis, true as is_verified
from form_row
where before_vi is null and valid_from > date '1900-01-01'
order by break_on, break_code, form_code
