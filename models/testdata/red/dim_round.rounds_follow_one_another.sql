update dim_round set from_on = date '1990-01-01'
