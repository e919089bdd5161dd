delete from mart_exemplar_field where listed_count > 0
