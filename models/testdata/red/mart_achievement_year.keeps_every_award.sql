update mart_achievement_year set award_count = award_count + 1
