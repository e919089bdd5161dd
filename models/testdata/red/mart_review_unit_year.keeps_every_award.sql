update mart_review_unit_year set award_count = award_count + 1 where boundaries = 'today'
