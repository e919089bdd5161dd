update fct_cell_contribution set amount = amount + 1 where fact = 'crossed' and measure = 'collective_count'
