update fct_beneficiary_count set collective_count = 99
