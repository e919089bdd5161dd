insert into fct_cell_contribution by name select * exclude (source) replace ('x' as contribution_id) from fct_contribution where source = 'list' and fact = 'beneficiary'
