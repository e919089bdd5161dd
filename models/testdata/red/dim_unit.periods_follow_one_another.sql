insert into dim_unit by name select * replace (date '2020-01-01' as valid_from) from dim_unit
