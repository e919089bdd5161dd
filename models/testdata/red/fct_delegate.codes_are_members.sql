update fct_delegate set role_code = 'ban_to_chuc'
