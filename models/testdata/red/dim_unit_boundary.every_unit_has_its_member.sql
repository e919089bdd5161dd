update dim_unit_boundary set member_code = unit_code where boundaries = 'today'
