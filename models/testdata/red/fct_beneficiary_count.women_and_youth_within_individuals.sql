update fct_beneficiary_count set woman_count = individual_count + 1
