update fct_beneficiary_count set class_unknown_count = -1, direct_worker_count = individual_count + 1
