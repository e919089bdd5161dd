-- dim_award_form: award forms with their class, a row for each period of law; is_current marks the newest row of a code.
-- grain: form_code, valid_from
with member as (
    select
        form_code, name_vi, name_en, display_vi, display_en, family, class, level_code,
        takes_individual, takes_collective, takes_household, counts_in_state_total,
        order_statistics, order_ceremony,
        coalesce(valid_from, date '1900-01-01') as valid_from, valid_to, legal_basis, colour
    from stg_ref_award_form
    union all
    select
        'chua_ro' as form_code, 'Chưa rõ' as name_vi, 'Not known' as name_en, 'Chưa rõ' as display_vi, 'Not known' as display_en,
        'chua_ro' as family, null as class, 'chua_ro' as level_code,
        true as takes_individual, true as takes_collective, true as takes_household, true as counts_in_state_total,
        999 as order_statistics, 999 as order_ceremony,
        date '1900-01-01' as valid_from, null as valid_to, null as legal_basis, null as colour
    where not exists (select 1 from stg_ref_award_form where form_code = 'chua_ro')
)

select
    form_code, name_vi, name_en, display_vi, display_en, family, class, level_code,
    takes_individual, takes_collective, takes_household, counts_in_state_total,
    order_statistics, order_ceremony, valid_from, valid_to, legal_basis, colour,
    row_number() over (partition by form_code order by valid_from desc) = 1 as is_current
from member
order by form_code, valid_from
