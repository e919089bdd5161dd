insert into fct_contribution by name select * replace ('x' as contribution_id, 'tally' as source) from fct_contribution where source = 'list' and fact = 'beneficiary'
