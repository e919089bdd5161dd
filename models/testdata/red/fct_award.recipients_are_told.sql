update raw_award set recipient_key = ''
