delete from dim_form_family where family_code = 'emulation_title'
